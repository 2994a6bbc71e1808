/* app/read/worksheet.h — the cells of one sheet into paragraphs and tables.
 *
 * A sheet has no tables of its own.  Rows without text part them, and so does a row
 * that holds one text only and is no part of a form: that is a line of text, such as
 * the heading over a table.
 */

#pragma once

#include "app/read/limits.h"

#define WORKSHEET_ROWS 1048576
#define WORKSHEET_COLS 16384

typedef struct _Worksheet Worksheet;

Worksheet *worksheet_new (Limits *limits);
void       worksheet_free (Worksheet *sheet);

/* All count rows and columns from 0 and may be called in any order.  A place outside
 * the sheet is not kept. */
void worksheet_add (Worksheet *sheet, guint row, guint col, const char *text);
/* A row with borders around more than one cell belongs to a form. */
void worksheet_frame (Worksheet *sheet, guint row);
void worksheet_merge (Worksheet *sheet, guint row, guint col, guint row_span,
                      guint col_span);
void worksheet_hide_row (Worksheet *sheet, guint row);
void worksheet_hide_cols (Worksheet *sheet, guint first, guint last);

/* Appends what shows of the sheet to blocks. */
void worksheet_finish (Worksheet *sheet, GPtrArray *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Worksheet, worksheet_free)
