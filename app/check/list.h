/* app/check/list.h — the findings as a list: one row each, with the same columns
 * wherever it is written or printed.
 */

#pragma once

#include "app/check/check.h"
#include "app/form/form.h"

typedef enum {
  CHECK_SEVERITY,
  CHECK_RULE,
  CHECK_DOCUMENT,
  CHECK_PROJECT,
  CHECK_ROW,
  CHECK_FIELD,
  CHECK_SEEN,
  CHECK_EXPECTED,
  CHECK_MESSAGE,
  CHECK_COLUMNS,
} CheckColumn;

/* Static. */
const char *check_column_title (CheckColumn column);

/* What a finding says in a column, newly allocated; "" for nothing. */
char *check_column_text (CheckColumn column, const Finding *finding);

/* In millimetres, on a page across. */
guint check_column_width (CheckColumn column);

/* Which columns a list of these findings has, into CHECK_COLUMNS places, and how many:
 * the text is left out where there is but one, which the title names.  */
guint check_list_columns (GPtrArray *findings, CheckColumn *shown);

/* Newly allocated: what the list is headed with (某局 2024年 绩效文本核对结果), and how
 * many there are of each severity.  */
char *check_list_title (GPtrArray *findings);
char *check_list_summary (GPtrArray *findings);

/* The list as a table to be printed, the documents named where there are several.
 * NULL with an error when it is longer than anyone would print.  */
FormTable *check_list_table (GPtrArray *findings, GError **error);
