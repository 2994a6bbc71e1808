/* ui/text-scale.c — how large the user wants texts. */

#include "ui/text-scale.h"

#define USUAL (10.0 * 96 / 72) /* pixels */

double
ui_text_scale (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL, 1);
}
