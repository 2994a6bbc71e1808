/* ui/compare-line.h — the lines of a comparison: tables, what differs in them, and
 * their rows one below the other.
 */

#pragma once

#include <gio/gio.h>

#include "app/compare/selection.h"
#include "ui/page.h"

typedef enum {
  COMPARE_TEXT,   /* the heading over what differs outside the tables */
  COMPARE_TABLE,  /* a table's name */
  COMPARE_HEAD,   /* a difference of its head, or of the text */
  COMPARE_REMARK, /* of the table or row above it */
  COMPARE_ROW,
  COMPARE_FOLDED, /* rows that are not listed, or were unfolded */
} CompareLineKind;

typedef struct {
  CompareLineKind        kind;
  const TableComparison *table;      /* NULL: the text as a whole */
  const RowComparison   *row;        /* of a row and its remarks; NULL: the table's */
  const Difference      *difference; /* COMPARE_HEAD */
  const Remark          *remark;     /* COMPARE_REMARK */
  guint                  rows;       /* COMPARE_FOLDED: how many */
  gboolean               is_open;    /* … and they are listed now */
} CompareLine;

/* The record that a table is known by: it stays when the comparison is made anew. */
gint64 ui_compare_table_id (const TableComparison *table);

/* Where a line of a table is in the records. */
UiPlace ui_compare_place (const Comparison *comparison, const CompareLine *line);

/* The lines of a comparison, which they lend: UiLine of CompareLine, with a reference
 * each.  unfolded: the ids of tables all of whose rows are listed.  sought: a part of
 * the names of tables or units, folded; "": all.  */
GPtrArray *ui_compare_lines (const Comparison          *comparison,
                             const ComparisonSelection *selection, GHashTable *unfolded,
                             const char *sought);
