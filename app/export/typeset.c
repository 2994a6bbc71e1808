/* app/export/typeset.c — texts set in type. */

#include "app/export/typeset.h"

#include <cairo-ft.h>
#include <string.h>

/* What offices have, then what a free desktop has; a Chinese font must end the list,
 * or Pango falls to Japanese glyphs.  */
#define FAMILIES "SimSun, FangSong, Noto Serif CJK SC, Noto Sans CJK SC"

/* From line to line, in sizes: the fonts themselves range from 1.1 to 1.45. */
#define LEADING 1.3

/* Lines of a centred text that are made equally long; more than that is prose. */
#define MOST_BALANCED 4

/* What printers of Chinese set for a character that they lack. */
#define LACKING "〓"

/* The size at which glyphs are measured, of which theirs are fractions. */
#define SHAPING_SIZE 100

/* A line is stretched by no more than this many sizes: that much is missing where one
 * character went to the next line.  */
#define MOST_STRETCH 2.0

enum {
  MAY_BREAK = 1 << 0, /* before this glyph */
  IS_SPACE = 1 << 1,
  ENDS_LINE = 1 << 2, /* a line break of the text */
  NOT_FIRST = 1 << 3, /* a sign that does not begin a line */
};

typedef struct {
  guint32 glyph;
  float   advance, x, y;
  guint16 font;
  guint16 bytes; /* of the text it stands for; 0: with the glyph before it */
  guint8  flags;
} Glyph;

struct _Setting {
  char   *text;
  GArray *glyphs; /* Glyph */
};

typedef struct {
  PangoFont         *font;
  cairo_font_face_t *face;
  gboolean is_made_bold; /* there is no bold face: the normal one is thickened */
} Font;

struct _Typeset {
  PangoLayout *layout;      /* that shapes */
  GArray      *fonts;       /* Font */
  GHashTable  *settings[2]; /* text -> Setting; normal and bold */
  GArray      *placed;      /* PlacedGlyph, of the run that is placed */
  Glyph        lacking[2];  /* instead of what no font has; normal and bold */
  double       ascent;      /* of the first font, in sizes, */
  double       descent;
};

/* A line from glyph begin to end, without the spaces it ends with. */
typedef struct {
  guint    begin, end;
  guint    text_end; /* with them */
  double   width;    /* in sizes */
  gboolean last;     /* of its paragraph */
} Line;

static PangoFontDescription *
describe (gboolean bold)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);

  pango_font_description_set_absolute_size (font, SHAPING_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font,
                                     bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return font;
}

static PangoContext *
make_context (void)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

static void
measure_font (Typeset *self, PangoContext *context)
{
  g_autoptr (PangoFontDescription) font = describe (FALSE);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);

  self->ascent =
      (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE / SHAPING_SIZE;
  self->descent =
      (double) pango_font_metrics_get_descent (metrics) / PANGO_SCALE / SHAPING_SIZE;
  pango_font_metrics_unref (metrics);
}

static const Glyph *
glyph_at (const Setting *setting, guint i)
{
  return &g_array_index (setting->glyphs, Glyph, i);
}

static void
free_setting (gpointer data)
{
  Setting *setting = data;

  g_free (setting->text);
  g_array_unref (setting->glyphs);
  g_free (setting);
}

Typeset *
typeset_new (void)
{
  Typeset      *self = g_new0 (Typeset, 1);
  PangoContext *context = make_context ();

  measure_font (self, context);
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  self->fonts = g_array_new (FALSE, FALSE, sizeof (Font));
  self->placed = g_array_new (FALSE, FALSE, sizeof (PlacedGlyph));
  for (guint i = 0; i < G_N_ELEMENTS (self->settings); i++)
    self->settings[i] =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_setting);
  for (int bold = 0; bold <= 1; bold++)
    {
      self->lacking[bold].glyph = PANGO_GLYPH_EMPTY;
      self->lacking[bold] = *glyph_at (typeset_shape (self, bold, LACKING), 0);
    }
  return self;
}

void
typeset_free (Typeset *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->fonts->len; i++)
    {
      Font *font = &g_array_index (self->fonts, Font, i);

      g_object_unref (font->font);
      cairo_font_face_destroy (font->face);
    }
  g_array_unref (self->fonts);
  g_array_unref (self->placed);
  for (guint i = 0; i < G_N_ELEMENTS (self->settings); i++)
    g_hash_table_unref (self->settings[i]);
  g_object_unref (self->layout);
  g_free (self);
}

static guint
font_number (Typeset *self, PangoFont *font)
{
  Font new = { .font = font };
  cairo_scaled_font_t *scaled;

  for (guint i = 0; i < self->fonts->len; i++)
    if (g_array_index (self->fonts, Font, i).font == font)
      return i;
  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  new.face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  new.is_made_bold =
      cairo_font_face_get_type (new.face) == CAIRO_FONT_TYPE_FT &&
      (cairo_ft_font_face_get_synthesize (new.face) & CAIRO_FT_SYNTHESIZE_BOLD) != 0;
  g_object_ref (font);
  g_array_append_val (self->fonts, new);
  return self->fonts->len - 1;
}

static guint8
flags_of (gunichar c, const PangoLogAttr *attr)
{
  guint8 flags = 0;

  if (attr->is_line_break)
    flags |= MAY_BREAK;
  else if (g_unichar_ispunct (c))
    flags |= NOT_FIRST;
  if (attr->is_white)
    flags |= IS_SPACE;
  return flags;
}

/* The glyphs of a cluster; the first stands for its text. */
static void
add_cluster (GArray *glyphs, guint font, const PangoGlyphItemIter *iter,
             const PangoLogAttr *attrs, const Glyph *lacking)
{
  const PangoGlyphString *string = iter->glyph_item->glyphs;
  const double            unit = 1.0 / PANGO_SCALE / SHAPING_SIZE;
  /* the glyphs of what is written from the right count down */
  const int step = iter->start_glyph < iter->end_glyph ? 1 : -1;

  for (int i = iter->start_glyph; i != iter->end_glyph; i += step)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      Glyph                 glyph = {
                        .glyph = info->glyph,
                        .advance = info->geometry.width * unit,
                        .x = info->geometry.x_offset * unit,
                        .y = info->geometry.y_offset * unit,
                        .font = font,
      };

      if (info->glyph != PANGO_GLYPH_EMPTY &&
          (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        glyph = *lacking;
      glyph.bytes = 0;
      if (i == iter->start_glyph)
        {
          glyph.bytes = MIN (iter->end_index - iter->start_index, G_MAXUINT16);
          glyph.flags = flags_of (g_utf8_get_char (iter->text + iter->start_index),
                                  &attrs[iter->start_char]);
        }
      g_array_append_val (glyphs, glyph);
    }
}

/* offset: of the first character of the line, in characters of the text. */
static void
add_line (Typeset *self, Setting *setting, PangoLayoutLine *line, glong offset,
          const PangoLogAttr *attrs, const Glyph *lacking)
{
  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      PangoLayoutRun    *run = node->data;
      guint              number = font_number (self, run->item->analysis.font);
      PangoGlyphItemIter iter;
      glong before = g_utf8_pointer_to_offset (setting->text + line->start_index,
                                               setting->text + run->item->offset);

      for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, setting->text);
           more; more = pango_glyph_item_iter_next_cluster (&iter))
        add_cluster (setting->glyphs, number, &iter, attrs + offset + before, lacking);
    }
}

static Setting *
shape (Typeset *self, gboolean bold, const char *text)
{
  Setting *setting = g_new (Setting, 1);
  g_autoptr (PangoFontDescription) font = describe (bold);
  const PangoLogAttr *attrs;
  gint                n;
  glong               offset = 0;
  int                 last = 0;

  setting->text = g_utf8_make_valid (text, -1);
  setting->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (Glyph), strlen (text) / 3);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_text (self->layout, setting->text, -1);
  attrs = pango_layout_get_log_attrs_readonly (self->layout, &n);
  for (GSList *node = pango_layout_get_lines_readonly (self->layout); node != NULL;
       node = node->next)
    {
      PangoLayoutLine *line = node->data;

      offset += g_utf8_pointer_to_offset (setting->text + last,
                                          setting->text + line->start_index);
      last = line->start_index;
      add_line (self, setting, line, offset, attrs, &self->lacking[bold]);
      if (node->next != NULL)
        {
          const PangoLayoutLine *next = node->next->data;
          const Glyph            end = {
                       .glyph = PANGO_GLYPH_EMPTY,
                       .bytes = next->start_index - line->start_index - line->length,
                       .flags = ENDS_LINE,
          };

          g_array_append_val (setting->glyphs, end);
        }
    }
  return setting;
}

Setting *
typeset_shape (Typeset *self, gboolean bold, const char *text)
{
  GHashTable *known = self->settings[bold ? 1 : 0];
  const char *key = text != NULL ? text : "";
  Setting    *setting = g_hash_table_lookup (known, key);

  if (setting == NULL)
    {
      setting = shape (self, bold, key);
      g_hash_table_insert (known, setting->text, setting);
    }
  return setting;
}

static gboolean
is_inside (const Setting *setting, guint i)
{
  return i < setting->glyphs->len && glyph_at (setting, i)->bytes == 0;
}

/* Where a line that has no place to break is cut: between two clusters, and no sign
 * that does not begin a line is the first of the next.  */
static guint
cut_line (const Setting *setting, guint begin, guint at)
{
  guint cut = at;

  while (cut > begin + 1 && (is_inside (setting, cut) ||
                             (glyph_at (setting, cut)->flags & NOT_FIRST) != 0))
    cut--;
  if (cut > begin + 1)
    return cut;
  for (cut = MAX (at, begin + 1); is_inside (setting, cut);)
    cut++;
  return cut;
}

/* Whether there is a line from begin on: the one at most width sizes wide. */
static gboolean
next_line (const Setting *setting, guint begin, double width, Line *line)
{
  guint  good = begin;
  guint  i = begin;
  double used = 0;

  if (begin >= setting->glyphs->len)
    return FALSE;
  for (; i < setting->glyphs->len; i++)
    {
      const Glyph *glyph = glyph_at (setting, i);

      if (i > begin && (glyph->flags & MAY_BREAK) != 0)
        good = i;
      if ((glyph->flags & ENDS_LINE) != 0)
        break;
      if ((glyph->flags & IS_SPACE) == 0 && used + glyph->advance > width + 1e-6)
        break;
      used += glyph->advance;
    }
  line->begin = begin;
  line->last =
      i == setting->glyphs->len || (glyph_at (setting, i)->flags & ENDS_LINE) != 0;
  if (line->last)
    line->text_end = i;
  else
    line->text_end = good > begin ? good : cut_line (setting, begin, i);
  line->width = 0;
  for (line->end = line->text_end;
       line->end > begin && (glyph_at (setting, line->end - 1)->flags & IS_SPACE) != 0;)
    line->end--;
  for (i = begin; i < line->end; i++)
    line->width += glyph_at (setting, i)->advance;
  return TRUE;
}

/* Where the line after this one begins. */
static guint
behind (const Setting *setting, const Line *line)
{
  gboolean ends = line->text_end < setting->glyphs->len &&
                  (glyph_at (setting, line->text_end)->flags & ENDS_LINE) != 0;

  return line->text_end + (ends ? 1 : 0);
}

static guint
count_lines (const Setting *setting, double width, double indent)
{
  Line  line;
  guint n = 0;

  for (guint begin = 0;
       next_line (setting, begin, n == 0 ? width - indent : width, &line);
       begin = behind (setting, &line))
    n++;
  return MAX (n, 1);
}

guint
setting_lines (const Setting *setting, const Measure *measure)
{
  return count_lines (setting, measure->width / measure->size,
                      measure->indent / measure->size);
}

double
setting_width (const Setting *setting, double size)
{
  Line   line;
  double width = 0;

  for (guint begin = 0; next_line (setting, begin, G_MAXDOUBLE, &line);
       begin = behind (setting, &line))
    width = MAX (width, line.width);
  return width * size;
}

double
measure_leading (const Measure *measure)
{
  return measure->size * (measure->leading > 0 ? measure->leading : LEADING);
}

/* The width in sizes at which a centred text has lines of equal length: 经济效 above
 * 益指标, not one character alone in the last line.  */
static double
balanced_width (const Setting *setting, double width)
{
  guint  lines = count_lines (setting, width, 0);
  double wide = width, narrow = width / 2;

  if (lines == 1 || lines > MOST_BALANCED)
    return width;
  while (wide - narrow > 0.05)
    {
      double middle = (wide + narrow) / 2;

      if (count_lines (setting, middle, 0) == lines)
        wide = middle;
      else
        narrow = middle;
    }
  return wide;
}

/* What a text is placed by. */
typedef struct {
  GArray *glyphs; /* PlacedGlyph, of one run */
  void (*show) (const PlacedRun *run, gpointer data);
  gpointer data;
} Placing;

/* Places the glyphs of a line from begin to end, all of one font; returns where they
 * end.  */
static double
place_run (Placing *placing, const Setting *setting, guint begin, guint end,
           const char *text, double size, double stretch, double x, double y)
{
  const PlacedRun run = { .font = glyph_at (setting, begin)->font,
                          .size = size,
                          .text = text,
                          .n = end - begin,
                          .glyphs = (g_array_set_size (placing->glyphs, end - begin),
                                     (PlacedGlyph *) placing->glyphs->data) };

  for (guint i = begin; i < end; i++)
    {
      const Glyph *glyph = glyph_at (setting, i);

      g_array_index (placing->glyphs, PlacedGlyph, i - begin) =
          (PlacedGlyph){ .glyph = glyph->glyph,
                         .is_shown = glyph->glyph != PANGO_GLYPH_EMPTY,
                         .bytes = glyph->bytes,
                         .x = x + glyph->x * size,
                         .y = y + glyph->y * size };
      x += glyph->advance * size + stretch;
    }
  placing->show (&run, placing->data);
  return x;
}

/* text: where the line begins in the text. */
static void
place_line (Placing *placing, const Setting *setting, const Line *line,
            const char *text, double size, double stretch, double x, double y)
{
  for (guint begin = line->begin; begin < line->end;)
    {
      guint end = begin;
      gsize length = 0;

      for (; end < line->end &&
             glyph_at (setting, end)->font == glyph_at (setting, begin)->font;
           end++)
        length += glyph_at (setting, end)->bytes;
      x = place_run (placing, setting, begin, end, text, size, stretch, x, y);
      text += length;
      begin = end;
    }
}

static gsize
bytes_between (const Setting *setting, guint begin, guint end)
{
  gsize bytes = 0;

  for (guint i = begin; i < end; i++)
    bytes += glyph_at (setting, i)->bytes;
  return bytes;
}

void
typeset_place (Typeset *self, const Setting *setting, const Measure *measure, double x,
               double y, guint first, guint count,
               void (*show) (const PlacedRun *run, gpointer data), gpointer data)
{
  Placing      placing = { self->placed, show, data };
  const double size = measure->size;
  const double leading = measure_leading (measure);
  const double room = measure->width / size;
  const double width =
      measure->align == TYPESET_CENTRE ? balanced_width (setting, room) : room;
  const double baseline =
      (leading - (self->ascent + self->descent) * size) / 2 + self->ascent * size;
  const char *text = setting->text;
  Line        line;
  guint       n = 0;

  for (guint begin = 0; n < first + count; n++)
    {
      double indent = n == 0 ? measure->indent / size : 0;
      double slack, stretch = 0, left;
      guint  next;

      if (!next_line (setting, begin, width - indent, &line))
        break;
      next = behind (setting, &line);
      slack = room - indent - line.width;
      if (measure->justify && !line.last && slack < MOST_STRETCH &&
          line.end > line.begin + 1)
        stretch = slack / (line.end - line.begin - 1);
      left = indent + (measure->align == TYPESET_CENTRE  ? slack / 2
                       : measure->align == TYPESET_RIGHT ? slack
                                                         : 0);
      if (n >= first)
        place_line (&placing, setting, &line, text, size, stretch * size,
                    x + left * size, y + (n - first) * leading + baseline);
      text += bytes_between (setting, begin, next);
      begin = next;
    }
}

typedef struct {
  Typeset *typeset;
  cairo_t *cr;
} Drawing;

/* With the text they stand for, so that what cairo makes of it can be searched. */
static void
draw_run (const PlacedRun *run, gpointer data)
{
  const Drawing                   *drawing = data;
  g_autofree cairo_glyph_t        *glyphs = g_new (cairo_glyph_t, run->n);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, run->n);
  int                              n = 0, n_clusters = 0;
  gsize                            length = 0;

  for (guint i = 0; i < run->n; i++)
    {
      const PlacedGlyph *glyph = &run->glyphs[i];

      if (glyph->bytes > 0)
        clusters[n_clusters++] = (cairo_text_cluster_t){ glyph->bytes, 0 };
      length += glyph->bytes;
      if (!glyph->is_shown || n_clusters == 0)
        continue;
      glyphs[n++] = (cairo_glyph_t){ glyph->glyph, glyph->x, glyph->y };
      clusters[n_clusters - 1].num_glyphs++;
    }
  cairo_set_font_face (drawing->cr,
                       g_array_index (drawing->typeset->fonts, Font, run->font).face);
  cairo_set_font_size (drawing->cr, run->size);
  cairo_show_text_glyphs (drawing->cr, run->text, length, glyphs, n, clusters,
                          n_clusters, 0);
}

void
typeset_draw (Typeset *self, cairo_t *cr, const Setting *setting,
              const Measure *measure, double x, double y, guint first, guint count)
{
  Drawing drawing = { self, cr };

  typeset_place (self, setting, measure, x, y, first, count, draw_run, &drawing);
}

PangoFont *
typeset_font (const Typeset *self, guint font, gboolean *is_made_bold)
{
  const Font *found = &g_array_index (self->fonts, Font, font);

  *is_made_bold = found->is_made_bold;
  return found->font;
}
