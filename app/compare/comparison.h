/* app/compare/comparison.h — two texts of a department side by side: two years, or two
 * stages of one.
 *
 * A comparison owns both texts and lends their records.  What differs is told cell by
 * cell; what no cell shows, because two of them must be seen together, is a remark.
 */

#pragma once

#include "app/compare/lineage.h"
#include "app/progress.h"

typedef enum {
  COMPARISON_SAME,
  COMPARISON_CHANGED, /* words, not the target */
  COMPARISON_TARGET,  /* of a row: its target, and perhaps words */
  COMPARISON_ADDED,
  COMPARISON_REMOVED,
  COMPARISON_N_KINDS,
} ComparisonKind;

/* A cell that differs. */
typedef struct {
  const char *column; /* name of the record's column; static */
  const char *title;  /* what people call it; static, or in title_owned */
  char       *title_owned;
  char       *before, *after;      /* as printed; NULL: blank */
  gint64      before_e6, after_e6; /* numbers, DB_NULL where they are none */
  gboolean    is_percent;          /* … of hundred */
} Difference;

/* The remarks, gravest first. */
typedef enum {
  REMARK_BAR_LOWERED_MONEY_ROSE,
  REMARK_BAR_LOWERED,
  REMARK_UNIT_CHANGED,
  REMARK_TARGETS_SAME_MONEY_MOVED,
  REMARK_OLD_YEAR_KEPT,
  REMARK_N_KINDS,
} RemarkKind;

typedef struct {
  RemarkKind kind;
  char      *text; /* a sentence */
} Remark;

typedef struct {
  ComparisonKind    kind;
  const LineageRow *row;
  GPtrArray        *differences; /* Difference *, of COMPARISON_CHANGED and _TARGET */
  GPtrArray        *remarks;     /* Remark * */
} RowComparison;

typedef struct {
  ComparisonKind      kind; /* _CHANGED also when only rows differ; never _TARGET */
  const LineageTable *table;
  GPtrArray          *differences; /* of its head: name, amount, plan, goals … */
  GPtrArray          *rows;        /* RowComparison *, as LineageTable.rows */
  GPtrArray          *remarks;
} TableComparison;

typedef struct {
  Document  *before, *after;
  GPtrArray *lineage;                      /* LineageTable * */
  GPtrArray *differences;                  /* of the whole text: goals, safeguards */
  GPtrArray *tables;                       /* TableComparison *, as lineage */
  guint      n_tables[COMPARISON_N_KINDS]; /* of kind 'project' only */
  guint      n_rows[COMPARISON_N_KINDS];
  guint      n_moved;
  guint      n_remarks[REMARK_N_KINDS];
} Comparison;

/* Compares two texts of a file.  is_loose: what differs in signs, width and white space
 * only is the same.  progress: NULL, or told of two stages, texts read and tables
 * compared.  NULL on error; free with comparison_free().  */
Comparison *comparison_new (Db *db, gint64 before, gint64 after, gboolean is_loose,
                            Progress *progress, GError **error);
void        comparison_free (Comparison *self);

/* 新增, 删除, 修改, 目标变动 or 未变; and the sign for it: 增 删 改 标, blank for 未变.
 */
const char *comparison_kind_title (ComparisonKind kind);
const char *comparison_kind_sign (ComparisonKind kind);

/* How large the change of a table is, for sorting: differing cells and rows, and what
 * share the money moved.  */
guint comparison_table_size (const TableComparison *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)
