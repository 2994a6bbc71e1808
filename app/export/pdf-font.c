/* app/export/pdf-font.c — the fonts of a PDF file. */

#include "app/export/pdf-font.h"

#include <cairo-ft.h>
#include FT_CID_H
#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

#define GLYPHS 65536 /* that a font can have */

/* Codes that a table of texts lists at once. */
#define MOST_LISTED 100

/* Of a glyph that is shown. */
typedef struct {
  const char *text;
  guint16     glyph;
  guint16     bytes; /* of the text */
  guint16     code;
  gint        advance; /* in thousandths of the size */
} Use;

struct _PdfFont {
  hb_font_t *font;         /* its scale is the size of a PDF's font: 1000 */
  gboolean   has_outlines; /* those of PostScript … */
  gboolean   has_names;    /* … which have numbers of their own, the codes then */
  FT_Face    face;         /* lent while it is locked */
  cairo_scaled_font_t *scaled;
  GArray              *uses; /* Use, as they came */
  guint16 *places;           /* among them, from 1 …, by glyph; 0: it is not shown */
  guint    number;
};

static gboolean
has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *table = hb_face_reference_table (face, tag);
  gboolean   has = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return has;
}

/* Whether its glyphs are known by numbers of their own. */
static gboolean
has_names (FT_Face face)
{
  FT_Bool has = FALSE;

  return face != NULL && FT_Get_CID_Is_Internally_CID_Keyed (face, &has) == 0 && has;
}

PdfFont *
pdf_font_new (PdfFile *file, PangoFont *font)
{
  PdfFont   *self = g_new0 (PdfFont, 1);
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));

  self->font = hb_font_create (face);
  hb_font_set_scale (self->font, 1000, 1000);
  self->scaled = cairo_scaled_font_reference (
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  self->face = cairo_ft_scaled_font_lock_face (self->scaled);
  self->has_outlines = has_table (face, HB_TAG ('C', 'F', 'F', ' '));
  self->has_names = self->has_outlines && has_names (self->face);
  self->uses = g_array_new (FALSE, FALSE, sizeof (Use));
  self->places = g_new0 (guint16, GLYPHS);
  self->number = pdf_file_numbers (file, 1);
  return self;
}

void
pdf_font_free (PdfFont *self)
{
  if (self->face != NULL)
    cairo_ft_scaled_font_unlock_face (self->scaled);
  cairo_scaled_font_destroy (self->scaled);
  hb_font_destroy (self->font);
  g_array_unref (self->uses);
  g_free (self->places);
  g_free (self);
}

guint
pdf_font_number (const PdfFont *self)
{
  return self->number;
}

static void
begin_use (PdfFont *self, guint32 glyph, const char *text, guint bytes)
{
  FT_UInt name = glyph;
  Use     use = { .text = text, .glyph = glyph, .bytes = bytes };

  if (self->has_names)
    FT_Get_CID_From_Glyph_Index (self->face, glyph, &name);
  use.code = name;
  use.advance = hb_font_get_glyph_h_advance (self->font, glyph);
  g_array_append_val (self->uses, use);
  self->places[glyph] = self->uses->len;
}

static const Use *
use_of (const PdfFont *self, guint32 glyph)
{
  return &g_array_index (self->uses, Use, self->places[glyph % GLYPHS] - 1);
}

guint
pdf_font_show (PdfFont *self, guint32 glyph, const char *text, guint bytes,
               gboolean *stands)
{
  const Use *use;

  if (self->places[glyph % GLYPHS] == 0)
    begin_use (self, glyph % GLYPHS, text, bytes);
  use = use_of (self, glyph);
  *stands = use->bytes == bytes && memcmp (use->text, text, bytes) == 0;
  return use->code;
}

double
pdf_font_advance (const PdfFont *self, guint32 glyph)
{
  return use_of (self, glyph)->advance / 1000.0;
}

static const Use *
use_at (const PdfFont *self, guint i)
{
  return &g_array_index (self->uses, Use, i);
}

static hb_blob_t *
table_but_letters (hb_face_t *self, hb_tag_t tag, gpointer face)
{
  return tag == HB_TAG ('c', 'm', 'a', 'p') ? hb_blob_get_empty ()
                                            : hb_face_reference_table (face, tag);
}

static void
release_face (gpointer face)
{
  hb_face_destroy (face);
}

/* A font that says of no glyph what letter it is: a PDF's text says that, and HarfBuzz
 * would look through all letters of the font for those of the glyphs.  */
static hb_face_t *
without_letters (hb_face_t *face)
{
  return hb_face_create_for_tables (table_but_letters, hb_face_reference (face),
                                    release_face);
}

/* The font with the glyphs that are shown, in the places they had unless they have
 * numbers of their own; the whole one where it cannot be cut.  */
static hb_face_t *
cut (const PdfFont *self)
{
  static const hb_tag_t unused[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'),
    HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('O', 'S', '/', '2'),
    HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'),
    HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('v', 'h', 'e', 'a'),
    HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('V', 'O', 'R', 'G'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('D', 'S', 'I', 'G'),
  };

  hb_face_t         *whole = hb_font_get_face (self->font);
  hb_face_t         *face = without_letters (whole), *cut;
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t          *glyphs = hb_subset_input_glyph_set (input);

  for (guint i = 0; i < self->uses->len; i++)
    hb_set_add (glyphs, use_at (self, i)->glyph);
  for (guint i = 0; i < G_N_ELEMENTS (unused); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), unused[i]);
  hb_subset_input_set_flags (input,
                             HB_SUBSET_FLAGS_NO_HINTING |
                                 HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                 (self->has_names ? 0 : HB_SUBSET_FLAGS_RETAIN_GIDS));
  cut = hb_subset_or_fail (face, input);
  hb_subset_input_destroy (input);
  hb_face_destroy (face);
  return cut != NULL ? cut : hb_face_reference (whole);
}

/* The widths of glyphs that are not as wide as high. */
static char *
widths (const PdfFont *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->uses->len; i++)
    if (use_at (self, i)->advance != 1000)
      g_string_append_printf (words, " %u[%d]", use_at (self, i)->code,
                              use_at (self, i)->advance);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What the codes stand for, so that the texts can be searched and copied. */
static guint
write_texts (const PdfFont *self, PdfFile *file)
{
  guint number = pdf_file_numbers (file, 1);
  g_autoptr (GString) words =
      g_string_new ("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");

  for (guint i = 0; i < self->uses->len; i++)
    {
      const Use *use = use_at (self, i);

      if (i % MOST_LISTED == 0)
        g_string_append_printf (words, "%u beginbfchar\n",
                                MIN (self->uses->len - i, MOST_LISTED));
      g_string_append_printf (words, "<%04X><", use->code);
      pdf_put_utf16 (words, use->text, use->bytes);
      g_string_append (words, ">\n");
      if (i % MOST_LISTED == MOST_LISTED - 1 || i + 1 == self->uses->len)
        g_string_append (words, "endbfchar\n");
    }
  g_string_append (words, "endcmap\nCMapName currentdict/CMap defineresource pop\n"
                          "end\nend\n");
  pdf_file_add_stream (file, number, "", PDF_PACKED, words->str, words->len);
  return number;
}

/* The bytes of the font as PDF wants them: the outlines of PostScript alone, or the
 * whole file.  */
static guint
write_program (const PdfFont *self, PdfFile *file)
{
  guint            number = pdf_file_numbers (file, 1), length;
  hb_face_t       *face = cut (self);
  hb_blob_t       *bytes = self->has_outlines
                               ? hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '))
                               : hb_face_reference_blob (face);
  const char      *data = hb_blob_get_data (bytes, &length);
  g_autofree char *entries = self->has_outlines
                                 ? g_strdup ("/Subtype/CIDFontType0C")
                                 : g_strdup_printf ("/Length1 %u", length);

  pdf_file_add_stream (file, number, entries, PDF_PACKED, data, length);
  hb_blob_destroy (bytes);
  hb_face_destroy (face);
  return number;
}

/* As the font calls itself, behind six letters that say it is cut. */
static char *
name_font (const PdfFont *self)
{
  const char *name = self->face != NULL ? FT_Get_Postscript_Name (self->face) : NULL;
  GString    *words = g_string_new (NULL);

  for (guint i = 0, rest = self->number; i < 6; i++, rest /= 26)
    g_string_append_c (words, 'A' + rest % 26);
  g_string_append_c (words, '+');
  for (const char *at = name != NULL ? name : "Font"; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-')
      g_string_append_c (words, *at);
  return g_string_free (words, FALSE);
}

static guint
write_descriptor (const PdfFont *self, PdfFile *file, const char *name)
{
  guint             number = pdf_file_numbers (file, 1);
  guint             program = write_program (self, file);
  hb_font_extents_t extents = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);
  int     units = self->face != NULL ? self->face->units_per_EM : 0;
  FT_BBox box = units > 0 ? self->face->bbox : (FT_BBox){ 0, 0, 1, 1 };

  units = MAX (units, 1);
  hb_font_get_h_extents (self->font, &extents);
  g_string_printf (
      words,
      "<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0"
      "/FontBBox[%ld %ld %ld %ld]/Ascent %d/Descent %d/CapHeight %d/StemV 80"
      "/%s %u 0 R>>",
      name, box.xMin * 1000 / units, box.yMin * 1000 / units, box.xMax * 1000 / units,
      box.yMax * 1000 / units, extents.ascender, extents.descender, extents.ascender,
      self->has_outlines ? "FontFile3" : "FontFile2", program);
  pdf_file_add (file, number, words->str);
  return number;
}

static void
write_parts (const PdfFont *self, PdfFile *file)
{
  g_autofree char *name = name_font (self);
  g_autofree char *wide = widths (self);
  guint            texts = write_texts (self, file);
  guint            descriptor = write_descriptor (self, file, name);
  guint            cid = pdf_file_numbers (file, 1);
  g_autofree char *outer =
      g_strdup_printf ("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                       "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
                       name, cid, texts);
  g_autofree char *inner =
      g_strdup_printf ("<</Type/Font/Subtype/%s/BaseFont/%s/CIDSystemInfo"
                       "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                       "/DW 1000/W[%s]/FontDescriptor %u 0 R%s>>",
                       self->has_outlines ? "CIDFontType0" : "CIDFontType2", name, wide,
                       descriptor, self->has_outlines ? "" : "/CIDToGIDMap/Identity");

  pdf_file_add (file, cid, inner);
  pdf_file_add (file, self->number, outer);
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  return (int) ((const Use *) a)->glyph - ((const Use *) b)->glyph;
}

/* Glyphs in order say less, packed. */
void
pdf_font_write (PdfFont *self, PdfFile *file)
{
  g_array_sort (self->uses, compare_uses);
  write_parts (self, file);
}
