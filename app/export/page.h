/* app/export/page.h — printed tables laid out on pages of A4: what the PDF, the
 * printer and the preview draw.
 *
 * Lengths are in points.
 */

#pragma once

#include "app/form.h"

#include <cairo.h>

typedef struct _Pages Pages;

Pages *pages_new (void);
void   pages_free (Pages *self);

/* Prints a table from a new page on, its texts as large as lets it fit on one.  What
 * is longer goes on over the next, the column headings repeated.  Takes table.  */
void pages_take_table (Pages *self, FormTable *table);

guint pages_count (const Pages *self);

/* n counts from 0. */
void pages_get_size (const Pages *self, guint n, double *width, double *height);
void pages_draw (Pages *self, guint n, cairo_t *cr);

/* To be called when all tables are there and the pages go to a file: it then holds no
 * more of the fonts than they show.  */
void pages_cut_fonts (Pages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pages, pages_free)
