/* app/export/typeset.c — texts set in type: fonts, line breaks and heights. */

#include "app/export/typeset.h"

/* What offices have, then what a free desktop has; a Chinese font must end the list,
 * or Pango falls to Japanese glyphs.  */
#define FAMILIES "SimSun, FangSong, Noto Serif CJK SC, Noto Sans CJK SC"

/* From line to line, in sizes: the fonts themselves range from 1.1 to 1.45. */
#define LEADING 1.3

/* Lines of a centred text that are made equally long; more than that is prose. */
#define MOST_BALANCED 4

struct _Typeset {
  PangoContext *context;
  double        natural_leading; /* of the font, in sizes */
};

static const struct {
  PangoAlignment align;
  double         scale;
  PangoWeight    weight;
  gboolean       border;
} looks[] = {
  [FORM_TITLE] = { PANGO_ALIGN_CENTER, 1.6, PANGO_WEIGHT_BOLD, FALSE },
  [FORM_LEFT] = { PANGO_ALIGN_LEFT, 1, PANGO_WEIGHT_NORMAL, FALSE },
  [FORM_RIGHT] = { PANGO_ALIGN_RIGHT, 1, PANGO_WEIGHT_NORMAL, FALSE },
  [FORM_CAPTION] = { PANGO_ALIGN_CENTER, 1.2, PANGO_WEIGHT_BOLD, TRUE },
  [FORM_HEAD] = { PANGO_ALIGN_CENTER, 1, PANGO_WEIGHT_NORMAL, TRUE },
  [FORM_LABEL] = { PANGO_ALIGN_CENTER, 1, PANGO_WEIGHT_NORMAL, TRUE },
  [FORM_CENTRE] = { PANGO_ALIGN_CENTER, 1, PANGO_WEIGHT_NORMAL, TRUE },
  [FORM_TEXT] = { PANGO_ALIGN_LEFT, 1, PANGO_WEIGHT_NORMAL, TRUE },
};

static PangoFontDescription *
describe (double size, PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  return font;
}

static double
measure_leading (PangoContext *context)
{
  g_autoptr (PangoFontDescription) font = describe (100, PANGO_WEIGHT_NORMAL);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  double            height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return height / PANGO_SCALE / 100;
}

Typeset *
typeset_new (void)
{
  Typeset              *self = g_new (Typeset, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  self->natural_leading = measure_leading (self->context);
  return self;
}

void
typeset_free (Typeset *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->context);
  g_free (self);
}

/* Makes the lines of a centred text equally long: 经济效 above 益指标, not one
 * character alone in the last line.  */
static void
balance (PangoLayout *layout)
{
  int lines = pango_layout_get_line_count (layout);
  int wide = pango_layout_get_width (layout);
  int narrow = wide / 2;

  if (lines == 1 || lines > MOST_BALANCED)
    return;
  while (wide - narrow > PANGO_SCALE)
    {
      int middle = (wide + narrow) / 2;

      pango_layout_set_width (layout, middle);
      if (pango_layout_get_line_count (layout) == lines)
        wide = middle;
      else
        narrow = middle;
    }
  pango_layout_set_width (layout, wide);
}

PangoLayout *
typeset_text (Typeset *self, FormStyle style, double size, double width,
              const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font =
      describe (size * looks[style].scale, looks[style].weight);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);

  /* A code broken over two lines must not gain a hyphen. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, looks[style].align);
  pango_layout_set_line_spacing (layout, LEADING / self->natural_leading);
  pango_layout_set_text (layout, valid, -1);
  if (looks[style].align == PANGO_ALIGN_CENTER)
    balance (layout);
  return layout;
}

double
typeset_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

double
typeset_line (FormStyle style, double size)
{
  return LEADING * looks[style].scale * size;
}

gboolean
typeset_has_border (FormStyle style)
{
  return looks[style].border;
}

void
typeset_draw (cairo_t *cr, Subset *fonts, PangoLayout *layout, double x, double y,
              double width, guint first, guint count)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle   extents;
  gboolean         more = TRUE;
  double           top;

  if (pango_layout_get_alignment (layout) == PANGO_ALIGN_CENTER)
    x += (width - (double) pango_layout_get_width (layout) / PANGO_SCALE) / 2;
  for (guint i = 0; i < first && more; i++)
    more = pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  top = (double) extents.y / PANGO_SCALE;
  for (guint i = 0; i < count && more; i++)
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cr, x + (double) extents.x / PANGO_SCALE, y + baseline - top);
      if (fonts != NULL)
        subset_show (fonts, cr, line);
      else
        pango_cairo_show_layout_line (cr, line);
      more = pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}
