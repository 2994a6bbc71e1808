/* app/check/ledger.h — the ledger of the check: for every rule and table of targets
 * whether it fires, passes, does not apply, or could not be judged, and why.  So that
 * an empty list of findings means “checked”.
 */

#pragma once

#include "app/progress.h"
#include "db/scope.h"

typedef enum {
  LEDGER_FIRES,
  LEDGER_LACKS,  /* 数据不足: something it compares is blank or not understood */
  LEDGER_IDLE,   /* 不适用: there is nothing of what it looks at */
  LEDGER_PASSES, /* it had all its inputs, and nothing is wrong */
} LedgerState;

#define LEDGER_STATES 4

/* 有问题, 数据不足, 不适用 or 通过; static. */
const char *ledger_state_title (LedgerState state);

typedef struct {
  Scope      *scope; /* the rule, and what it looked at */
  LedgerState state;
  guint       fires;  /* findings, waived ones too */
  guint       waived; /* how many of them are */
  char       *why;    /* 核对了 3 处成本指标 */
} LedgerLine;

/* One table, or a document as a whole. */
typedef struct {
  gint64     document_id;
  gint64     project_id; /* DB_NULL: the document */
  char      *document;   /* 某局 2024年 */
  char      *title;      /* 第3个项目 …, 整体绩效指标 or 全文 */
  GPtrArray *lines;      /* LedgerLine *, in the order of the rules */
} LedgerTable;

/* One rule over many tables. */
typedef struct {
  char *rule;
  char *title;
  char *severity;
  guint tables[LEDGER_STATES]; /* by state; a document as a whole counts as one */
} LedgerRule;

/* Only this table (or document: project DB_NULL); NULL on error.  Freed by
 * ledger_table_free().  */
LedgerTable *ledger_of_table (Db *db, gint64 document, gint64 project, GError **error);
void         ledger_table_free (gpointer table);

/* The documents (ids, NULL: all) and their tables in print order, or only these tables
 * where projects is not NULL: LedgerTable *, freed with the array.  progress: NULL, or
 * told of the tables of one document after another.  */
GPtrArray *ledger_tables (Db *db, GArray *documents, GArray *projects,
                          Progress *progress, GError **error);

/* Summed by rule: LedgerRule *, freed with the array. */
GPtrArray *ledger_rules (GPtrArray *tables);

/* The ledger as a document, newly allocated UTF-8.  text is the sums by rule and what
 * could not be judged; is_full lists every rule of every table.  */
char *ledger_text (GPtrArray *tables, gboolean is_full);
char *ledger_html (GPtrArray *tables);
char *ledger_json (GPtrArray *tables);
char *ledger_csv (GPtrArray *tables);
