/* app/overview/picture.c — a picture as a list of marks on paper. */

#include "app/overview/picture.h"

/* Figures are read in small sizes: a face without serifs, a Chinese one at the end. */
#define FAMILIES "Noto Sans CJK SC, Microsoft YaHei, Source Han Sans SC, SimHei, Sans"

#define HATCH 2.6 /* from line to line */

const PictureTheme picture_paper = { {
    [TONE_INK] = { 0.10, 0.11, 0.13 },
    [TONE_DIM] = { 0.36, 0.38, 0.41 },
    [TONE_GREY] = { 0.70, 0.72, 0.75 },
    [TONE_FAINT] = { 0.87, 0.88, 0.90 },
    [TONE_ACCENT] = { 0.10, 0.37, 0.62 },
} };

/* Nothing depends on the pixels of a screen. */
static PangoLayout *
make_layout (void)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout          *layout;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  layout = pango_layout_new (context);
  g_object_unref (context);
  return layout;
}

static void
panel_free (gpointer data)
{
  PicturePanel *panel = data;

  g_array_unref (panel->pieces);
  g_array_unref (panel->marks);
  g_free (panel);
}

Picture *
picture_new (double width)
{
  Picture *self = g_new0 (Picture, 1);

  self->width = width;
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->layout = make_layout ();
  return self;
}

void
picture_free (Picture *self)
{
  g_ptr_array_unref (self->panels);
  g_object_unref (self->layout);
  g_free (self);
}

static void
clear_piece (gpointer data)
{
  g_free (((PicturePiece *) data)->text);
}

static void
clear_mark (gpointer data)
{
  g_free (((PictureMark *) data)->name);
}

PicturePanel *
picture_begin (Picture *self, const char *title, double width)
{
  PicturePanel *panel = g_new0 (PicturePanel, 1);

  panel->title = title;
  panel->width = width;
  panel->pieces = g_array_new (FALSE, TRUE, sizeof (PicturePiece));
  panel->marks = g_array_new (FALSE, TRUE, sizeof (PictureMark));
  g_array_set_clear_func (panel->pieces, clear_piece);
  g_array_set_clear_func (panel->marks, clear_mark);
  g_ptr_array_add (self->panels, panel);
  return panel;
}

static PicturePanel *
panel_of (Picture *self)
{
  return self->panels->pdata[self->panels->len - 1];
}

void
picture_end (Picture *self, double height)
{
  panel_of (self)->height = height;
}

static void
set_text (PangoLayout *layout, const PictureType *type, double width, const char *text)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILIES);

  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  if (type->is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_height (layout, -(int) MAX (type->lines, 1));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, type->align == PICTURE_LEFT ? PANGO_ALIGN_LEFT
                                      : type->align == PICTURE_CENTRE
                                          ? PANGO_ALIGN_CENTER
                                          : PANGO_ALIGN_RIGHT);
}

static double
size_of (PangoLayout *layout, double *height)
{
  int wide, high;

  pango_layout_get_size (layout, &wide, &high);
  if (height != NULL)
    *height = (double) high / PANGO_SCALE;
  return (double) wide / PANGO_SCALE;
}

double
picture_measure (Picture *self, const PictureType *type, const char *text)
{
  set_text (self->layout, type, 0, text);
  return size_of (self->layout, NULL);
}

double
picture_write (Picture *self, double x, double y, double width, const PictureType *type,
               const char *text)
{
  PicturePiece piece = { .kind = PIECE_TEXT,
                         .tone = type->tone,
                         .x = x,
                         .y = y,
                         .width = width,
                         .text = g_strdup (text),
                         .type = *type };

  set_text (self->layout, type, width, text);
  size_of (self->layout, &piece.height);
  g_array_append_val (panel_of (self)->pieces, piece);
  return piece.height;
}

static void
add (Picture *self, PieceKind kind, PictureTone tone, double stroke, double x, double y,
     double width, double height)
{
  PicturePiece piece = { .kind = kind,
                         .tone = tone,
                         .stroke = stroke,
                         .x = x,
                         .y = y,
                         .width = width,
                         .height = height };

  g_array_append_val (panel_of (self)->pieces, piece);
}

void
picture_bar (Picture *self, PictureTone tone, gboolean is_hatched, double x, double y,
             double width, double height)
{
  add (self, is_hatched ? PIECE_HATCH : PIECE_BAR, tone, 0.6, x, y, width, height);
}

void
picture_line (Picture *self, PictureTone tone, double stroke, double x, double y,
              double to_x, double to_y)
{
  add (self, PIECE_LINE, tone, stroke, x, y, to_x - x, to_y - y);
}

void
picture_dots (Picture *self, PictureTone tone, double x, double y, double to_x,
              double to_y)
{
  add (self, PIECE_DOTS, tone, 0.7, x, y, to_x - x, to_y - y);
}

void
picture_point (Picture *self, PictureTone tone, double radius, double x, double y)
{
  add (self, PIECE_POINT, tone, 0, x - radius, y - radius, 2 * radius, 2 * radius);
}

void
picture_link (Picture *self, const ChartCell *cell, double x, double y, double width,
              double height, char *name)
{
  PictureMark mark = { x, y, width, height, name, cell->link };

  if (cell->is_link)
    g_array_append_val (panel_of (self)->marks, mark);
  else
    g_free (name);
}

/* Slanting lines in a box: what is told from full by more than a colour. */
static void
draw_hatch (cairo_t *cr, const PicturePiece *piece)
{
  cairo_save (cr);
  cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
  cairo_clip (cr);
  for (double x = piece->x - piece->height; x < piece->x + piece->width; x += HATCH)
    {
      cairo_move_to (cr, x, piece->y + piece->height);
      cairo_line_to (cr, x + piece->height, piece->y);
    }
  cairo_set_line_width (cr, piece->stroke);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_rectangle (cr, piece->x + 0.3, piece->y + 0.3, MAX (piece->width - 0.6, 0),
                   piece->height - 0.6);
  cairo_set_line_width (cr, piece->stroke);
  cairo_stroke (cr);
}

static void
draw_line (cairo_t *cr, const PicturePiece *piece)
{
  const double dots[] = { 0.01, 2.4 };

  cairo_save (cr);
  if (piece->kind == PIECE_DOTS)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, piece->kind == PIECE_DOTS ? 1 : piece->stroke);
  cairo_move_to (cr, piece->x, piece->y);
  cairo_line_to (cr, piece->x + piece->width, piece->y + piece->height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_text (cairo_t *cr, PangoLayout *layout, const PicturePiece *piece)
{
  set_text (layout, &piece->type, piece->width, piece->text);
  cairo_move_to (cr, piece->x, piece->y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_piece (cairo_t *cr, PangoLayout *layout, const PicturePiece *piece,
            const PictureTheme *theme)
{
  const double *tone = theme->tones[piece->tone];

  cairo_set_source_rgb (cr, tone[0], tone[1], tone[2]);
  switch (piece->kind)
    {
    case PIECE_BAR:
      cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
      cairo_fill (cr);
      break;
    case PIECE_HATCH:
      draw_hatch (cr, piece);
      break;
    case PIECE_LINE:
    case PIECE_DOTS:
      draw_line (cr, piece);
      break;
    case PIECE_POINT:
      cairo_new_path (cr);
      cairo_arc (cr, piece->x + piece->width / 2, piece->y + piece->height / 2,
                 piece->width / 2, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    default:
      draw_text (cr, layout, piece);
    }
}

void
picture_draw (const Picture *self, guint page, cairo_t *cr, const PictureTheme *theme)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      const PicturePanel *panel = self->panels->pdata[i];

      if (panel->page != page)
        continue;
      cairo_save (cr);
      cairo_translate (cr, panel->x, panel->y);
      for (guint k = 0; k < panel->pieces->len; k++)
        draw_piece (cr, self->layout, &g_array_index (panel->pieces, PicturePiece, k),
                    theme);
      cairo_restore (cr);
    }
}
