/* app/export/subset.c — a font cut down to the glyphs that are shown. */

#include "app/export/subset.h"

#include <cairo-ft.h>
#include <glib.h>
#include <hb-subset.h>

/* An FT_Face and the bytes it reads, until cairo has no more use for them. */
typedef struct {
  FT_Face    face;
  hb_blob_t *bytes;
} Loaded;

static void
free_loaded (void *data)
{
  Loaded *loaded = data;

  FT_Done_Face (loaded->face);
  hb_blob_destroy (loaded->bytes);
  g_free (loaded);
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

cairo_font_face_t *
subset_cut (hb_face_t *font, const hb_set_t *glyphs)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  cairo_font_face_t *face;
  hb_face_t         *cut;

  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS |
                                        HB_SUBSET_FLAGS_NO_HINTING |
                                        HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG),
              HB_TAG ('G', 'S', 'U', 'B'));
  cut = hb_subset_or_fail (font, input);
  hb_subset_input_destroy (input);
  if (cut == NULL)
    return NULL;
  face = load (cut);
  hb_face_destroy (cut);
  return face;
}
