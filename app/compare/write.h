/* app/compare/write.h — a comparison as a document, newly allocated UTF-8. */

#pragma once

#include "app/compare/selection.h"

/* text, for a terminal: the changes folded into the words around them.  html: one page,
 * old and new in one table.  json: every change, its summary the counts of the whole.
 */
char *comparison_text (const Comparison *self, const ComparisonSelection *selection);
char *comparison_html (const Comparison *self, const ComparisonSelection *selection);
char *comparison_json (const Comparison *self, const ComparisonSelection *selection);

/* One side of a difference, the changed words marked and what is around them short; a
 * short text whole.  NULL: blank.  Newly allocated.  */
char *comparison_excerpt (const Difference *difference, gboolean is_after);

/* 2024年（批复） */
char *comparison_side_title (const Document *document);

/* Its name; 整体绩效指标. */
char *comparison_table_title (const TableComparison *table);

/* 项目：新增 1 · 删除 2 …; rows: the same of indicators, and how many moved. */
char *comparison_counts (const Comparison *self, gboolean rows);

/* 换了位置, 由“…”移来, 由“…”拆分而来, 并入“…”; NULL: it stands where it stood. */
char *comparison_row_origin (const RowComparison *row);
char *comparison_table_origin (const TableComparison *table);
