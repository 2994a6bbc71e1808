/* app/export/subset.h — a font cut down to the glyphs that are shown.
 *
 * cairo 1.16 embeds all subroutines of a Chinese font once it loses count of a
 * glyph's hints: half a megabyte a font.  A font cut by HarfBuzz has neither hints nor
 * subroutines, and a page takes 50 kB.
 */

#pragma once

#include <cairo.h>
#include <hb.h>

/* The font with these glyphs under their old numbers; NULL when it cannot be cut. */
cairo_font_face_t *subset_cut (hb_face_t *font, const hb_set_t *glyphs);
