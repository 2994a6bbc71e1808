/* app/export/subset.c — the fonts of a PDF, cut down to the glyphs it shows. */

#include "app/export/subset.h"

#include <cairo-ft.h>
#include <hb-subset.h>

typedef struct {
  hb_set_t          *glyphs;
  cairo_font_face_t *face; /* NULL: could not be cut */
} Cut;

struct _Subset {
  GHashTable *cuts; /* hb_face_t -> Cut */
};

/* An FT_Face and the bytes it reads, until cairo has no more use for them. */
typedef struct {
  FT_Face    face;
  hb_blob_t *bytes;
} Loaded;

static void
free_cut (gpointer data)
{
  Cut *cut = data;

  hb_set_destroy (cut->glyphs);
  if (cut->face != NULL)
    cairo_font_face_destroy (cut->face);
  g_free (cut);
}

static void
free_loaded (void *data)
{
  Loaded *loaded = data;

  FT_Done_Face (loaded->face);
  hb_blob_destroy (loaded->bytes);
  g_free (loaded);
}

static void
free_key (gpointer face)
{
  hb_face_destroy (face);
}

Subset *
subset_new (void)
{
  Subset *self = g_new (Subset, 1);

  self->cuts = g_hash_table_new_full (NULL, NULL, free_key, free_cut);
  return self;
}

void
subset_free (Subset *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cuts);
  g_free (self);
}

static Cut *
cut_of (Subset *self, PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  Cut       *cut = g_hash_table_lookup (self->cuts, face);

  if (cut == NULL)
    {
      cut = g_new0 (Cut, 1);
      cut->glyphs = hb_set_create ();
      g_hash_table_insert (self->cuts, hb_face_reference (face), cut);
    }
  return cut;
}

void
subset_add (Subset *self, PangoLayoutLine *line)
{
  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      PangoLayoutRun *run = node->data;
      Cut            *cut = cut_of (self, run->item->analysis.font);

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
          hb_set_add (cut->glyphs, run->glyphs->glyphs[i].glyph);
    }
}

/* A face stays in cairo's caches, so its library is never closed. */
static FT_Library
library (void)
{
  static FT_Library opened;

  if (opened == NULL && FT_Init_FreeType (&opened) != 0)
    g_error ("FreeType does not start");
  return opened;
}

static cairo_font_face_t *
load (hb_face_t *cut)
{
  static const cairo_user_data_key_t key;

  Loaded            *loaded = g_new (Loaded, 1);
  cairo_font_face_t *face;
  const char        *data;
  unsigned           length;

  loaded->bytes = hb_face_reference_blob (cut);
  data = hb_blob_get_data (loaded->bytes, &length);
  if (FT_New_Memory_Face (library (), (const FT_Byte *) data, length, 0,
                          &loaded->face) != 0)
    {
      hb_blob_destroy (loaded->bytes);
      g_free (loaded);
      return NULL;
    }
  face = cairo_ft_font_face_create_for_ft_face (loaded->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (face, &key, loaded, free_loaded);
  return face;
}

void
subset_cut (Subset *self)
{
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, self->cuts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      hb_subset_input_t *input = hb_subset_input_create_or_fail ();
      Cut               *cut = value;
      hb_face_t         *face;

      hb_set_union (hb_subset_input_glyph_set (input), cut->glyphs);
      hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS |
                                            HB_SUBSET_FLAGS_NO_HINTING |
                                            HB_SUBSET_FLAGS_DESUBROUTINIZE);
      hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG),
                  HB_TAG ('G', 'S', 'U', 'B'));
      face = hb_subset_or_fail (key, input);
      hb_subset_input_destroy (input);
      if (face == NULL)
        continue;
      cut->face = load (face);
      hb_face_destroy (face);
    }
}

static double
size_of (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
  double size = (double) pango_font_description_get_size (description) / PANGO_SCALE;

  pango_font_description_free (description);
  return size;
}

static gboolean
is_known (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if ((glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 &&
        glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return FALSE;
  return TRUE;
}

/* The glyphs with the text they stand for, so that it can be searched and copied. */
static void
show_run (cairo_t *cr, PangoLayoutRun *run, const char *text, double x, double y)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr (GArray) clusters =
      g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t cluster = { iter.end_index - iter.start_index, 0 };

      for (int i = iter.start_glyph; i < iter.end_glyph; i++)
        {
          const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
          cairo_glyph_t         glyph = {
                    info->glyph,
                    x + (double) info->geometry.x_offset / PANGO_SCALE,
                    y + (double) info->geometry.y_offset / PANGO_SCALE,
          };

          x += (double) info->geometry.width / PANGO_SCALE;
          if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
          g_array_append_val (glyphs, glyph);
          cluster.num_glyphs++;
        }
      g_array_append_val (clusters, cluster);
    }
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length,
                          (cairo_glyph_t *) glyphs->data, glyphs->len,
                          (cairo_text_cluster_t *) clusters->data, clusters->len, 0);
}

void
subset_show (Subset *self, cairo_t *cr, PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  double      x, y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      PangoLayoutRun *run = node->data;
      Cut            *cut = cut_of (self, run->item->analysis.font);

      if (cut->face != NULL && is_known (run->glyphs))
        {
          cairo_set_font_face (cr, cut->face);
          cairo_set_font_size (cr, size_of (run->item->analysis.font));
          show_run (cr, run, text, x, y);
        }
      else
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_glyph_item (cr, text, run);
        }
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}
