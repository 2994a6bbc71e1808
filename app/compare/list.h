/* app/compare/list.h — a comparison as a list, a difference a row, and as a file of any
 * kind.
 */

#pragma once

#include "app/compare/selection.h"
#include "app/form/form.h"

/* The kinds of files by the ends of their names, NULL at the end: txt, html, json, pdf,
 * xlsx. */
extern const char *const comparison_formats[];

/* 甲局 2024年（批复）→2025年（一上）对比.  Newly allocated. */
char *comparison_list_title (const Comparison *self);

/* FALSE: path is left as it was. */
gboolean comparison_write (const Comparison *self, const ComparisonSelection *selection,
                           const char *format, const char *path, GError **error);
