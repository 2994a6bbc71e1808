/* app/export/typeset.h — texts set in type: fonts, line breaks and heights.
 *
 * The same on every surface: nothing depends on the pixels of a screen.  All lengths
 * are in points.
 */

#pragma once

#include "app/export/subset.h"
#include "db/form.h"

typedef struct _Typeset Typeset;

Typeset *typeset_new (void);
void     typeset_free (Typeset *self);

/* The text in the look of a style, in lines of at most width.  size is that of the
 * table's texts, headings are larger.  NULL is a blank text.  */
PangoLayout *typeset_text (Typeset *self, FormStyle style, double size, double width,
                           const char *text);

double typeset_height (PangoLayout *layout);

/* From line to line. */
double typeset_line (FormStyle style, double size);

gboolean typeset_has_border (FormStyle style);

/* Draws lines of a layout from first on, as many as count, in a column at x of the
 * width it was made for; y is the top of the first.  fonts, if not NULL, are those to
 * show them in.  */
void typeset_draw (cairo_t *cr, Subset *fonts, PangoLayout *layout, double x, double y,
                   double width, guint first, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Typeset, typeset_free)
