/* app/export/subset.h — the fonts of a PDF, cut down to the glyphs it shows.
 *
 * cairo 1.16 embeds all subroutines of a Chinese font once it loses count of a
 * glyph's hints: half a megabyte a font.  A font cut by HarfBuzz has neither hints nor
 * subroutines, and a page takes 50 kB.
 */

#pragma once

#include <pango/pangocairo.h>

typedef struct _Subset Subset;

Subset *subset_new (void);
void    subset_free (Subset *self);

/* First all lines are added, then the fonts are cut, then the lines are shown. */
void subset_add (Subset *self, PangoLayoutLine *line);
void subset_cut (Subset *self);

/* Shows a line at the current point, as pango_cairo_show_layout_line() does. */
void subset_show (Subset *self, cairo_t *cr, PangoLayoutLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Subset, subset_free)
