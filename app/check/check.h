/* app/check/check.h — the findings of a record file in the order of its pages, and
 * folded for reading: what another finding already says is left out, a hint that goes
 * through many rows is said once.
 */

#pragma once

#include "db/finding.h"

typedef struct {
  GArray     *documents; /* ids, gint64; NULL: the whole file */
  GArray     *projects;  /* ids: these tables only, not the documents; NULL: all */
  const char *rule;      /* NULL: all rules */
  const char *severity;  /* this and worse; NULL: all */
} CheckFilter;

/* Finding *, freed with the array: by department, year, project, severity and row.
 * filter may be NULL.  */
GPtrArray *check_findings (Db *db, const CheckFilter *filter, GError **error);

/* The ids, gint64, of all tables of these documents. */
GArray *check_tables (Db *db, GArray *documents, GError **error);

/* Puts them back into that order: the other functions want them so. */
void check_sort (GPtrArray *findings);

/* How many are of this severity and not waived. */
guint check_count (GPtrArray *findings, const char *severity);

/* A finding that stands for others in its table: a hint for those of the same rule, any
 * for those that it says better.  */
typedef struct {
  const Finding *finding; /* the first */
  guint          times;
  GArray        *rows;    /* gint64, from 1; empty where it is not about a row */
  GPtrArray     *same;    /* Finding *, lent: those of its rule, the first one too */
  GPtrArray     *implied; /* Finding *, lent: those that it says better */
} FoldedFinding;

/* FoldedFinding *, freed with the array; waived ones are left out.  It lends the
 * findings.
 */
GPtrArray *check_fold (GPtrArray *findings);

/* One that stands for itself. */
FoldedFinding *check_folded_new (const Finding *finding);
void           check_folded_free (gpointer folded);

/* Whether both are about the same table of targets, or the same document as a whole. */
gboolean check_same_table (const Finding *a, const Finding *b);

/* From 0, the worst: error, warning, hint. */
#define CHECK_SEVERITIES 3
guint check_severity_rank (const char *severity);

/* 错误, 警告 or 提示; its sign, for not everybody sees colours. */
const char *check_severity_title (const char *severity);
const char *check_severity_sign (const char *severity);

/* Newly allocated: what the finding is about (第3个项目 …, 整体绩效指标, 全文), and the
 * text that this stands in (某局 2024年).  */
char *check_table_title (const Finding *finding);
char *check_document_title (const Finding *finding);

/* 第2行, or 第2、5、6行等9行; 6处 where it is not about rows; else "".  Newly
 * allocated. */
char *check_rows_title (const FoldedFinding *folded);

/* The findings as a document, newly allocated UTF-8.  text is folded; html,
 * json and csv list every place, waived ones too.  csv has a byte order mark, so that
 * Excel opens it.  app/export/findings.h writes them to files.  */
char *check_text (GPtrArray *findings);
char *check_html (GPtrArray *findings);
char *check_json (GPtrArray *findings);
char *check_csv (GPtrArray *findings);

/* The text of a letter that asks for corrections: folded, numbered in each table. */
char *check_letter (GPtrArray *findings);
