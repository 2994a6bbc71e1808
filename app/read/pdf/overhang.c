/* app/read/pdf/overhang.c — words that stick out of their cells, which were too narrow
 * for what must not be parted. */

#include "app/read/pdf/overhang.h"

#include "app/read/pdf/line.h"

#include <math.h>

/* In em. */
#define TOUCH 0.03 /* between letters of a word, at most */
#define LEVEL 0.2  /* from the middle of a letter to that of the next */

static PdfGlyph *
glyph_at (GArray *glyphs, guint i)
{
  return &g_array_index (glyphs, PdfGlyph, i);
}

/* Whether a letter is drawn right behind another, with nothing between them. */
static gboolean
touches (const PdfGlyph *glyph, const PdfGlyph *next)
{
  double em = pdf_glyphs_em (glyph, 2); /* they are neighbours */
  double step = (next->box.y0 + next->box.y1 - glyph->box.y0 - glyph->box.y1) / 2;

  return glyph->clip == next->clip && fabs (step) < LEVEL * em &&
         fabs (next->box.x0 - glyph->box.x1) < TOUCH * em;
}

/* How many letters from first up to behind have their middle in a column. */
static guint
count_in (GArray *glyphs, guint first, guint behind, double left, double right)
{
  guint n = 0;

  for (guint i = first; i < behind; i++)
    n += glyph_at (glyphs, i)->x >= left && glyph_at (glyphs, i)->x < right;
  return n;
}

/* The column of a word: that in which it begins, or one that has far more of it, where
 * it sticks out on both sides. */
static PdfBox
find_column (GArray *glyphs, guint first, guint behind, const PdfTable *table)
{
  PdfBox column = table->box;
  guint  most = 0;

  for (guint i = 0; i + 1 < table->xs->len; i++)
    {
      double left = g_array_index (table->xs, double, i);
      double right = g_array_index (table->xs, double, i + 1);
      guint  n = count_in (glyphs, first, behind, left, right);

      if (n <= 2 * most)
        continue;
      most = n;
      column.x0 = left;
      column.x1 = right;
    }
  return column;
}

/* Gives all letters of a word a place in one column. */
static void
mend_word (GArray *glyphs, guint first, guint behind, const PdfTable *table)
{
  PdfBox column = find_column (glyphs, first, behind, table);

  for (guint i = first; i < behind; i++)
    {
      PdfGlyph *glyph = glyph_at (glyphs, i);

      glyph->x = CLAMP (glyph->x, column.x0, column.x1 - 1e-3);
    }
}

void
pdf_overhang_mend (GArray *glyphs, const PdfTable *table)
{
  for (guint first = 0, behind; first < glyphs->len; first = behind)
    {
      const PdfGlyph *glyph = glyph_at (glyphs, first);

      behind = first + 1;
      if (glyph->y < table->box.y0 || glyph->y >= table->box.y1)
        continue;
      while (behind < glyphs->len &&
             touches (glyph_at (glyphs, behind - 1), glyph_at (glyphs, behind)))
        behind++;
      if (behind - first > 1 && glyph->x < table->box.x1 &&
          glyph_at (glyphs, behind - 1)->x >= table->box.x0)
        mend_word (glyphs, first, behind, table);
    }
}
