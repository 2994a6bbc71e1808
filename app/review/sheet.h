/* app/review/sheet.h — 退回意见: the comments of a text that are not settled, table by
 * table, to be sent back with it.
 */

#pragma once

#include "app/export/outline.h"
#include "app/review/review.h"

/* The kinds of files by the ends of their names, NULL at the end: txt, html, pdf, xlsx,
 * docx. */
extern const char *const review_sheet_formats[];

/* Newly allocated; html is a page to print. */
char *review_sheet_text (Db *db, gint64 document, GError **error);
char *review_sheet_html (Db *db, gint64 document, GError **error);

/* FALSE: path is left as it was. */
gboolean review_sheet_write (Db *db, gint64 document, const char *format,
                             const char *path, GError **error);
