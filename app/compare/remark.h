/* app/compare/remark.h — what no single cell shows: the bar lowered while the money
 * rose, last year's words that still name last year.
 */

#pragma once

#include "app/compare/comparison.h"

void remark_free (gpointer remark);

/* The id of a kind in exports: bar-lowered-money-rose; and what people call it. */
const char *remark_kind_name (RemarkKind kind);
const char *remark_kind_title (RemarkKind kind);

/* Adds what is to be said of a row that continues another, and of what has not changed
 * in a table.  All the rest of the comparison is complete.  */
void remark_on_table (TableComparison *table, const Document *before,
                      const Document *after);
