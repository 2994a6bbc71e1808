/* app/read/pdf/letter.c — characters in the order that they are drawn in. */

#include "app/read/pdf/letter.h"

#include "app/read/pdf/line.h"

#include <math.h>

#define MIDDLE 0.38 /* em, of a letter above its base line */

/* How far from the left edge of its box a letter may be drawn, in the box's width. */
#define NEAR_EDGE 0.25
/* How far one stands from there, points; from the common depth, in the box's height;
 * and how wide it is, in the size of its font: at most, where it is certain. */
#define AT_EDGE  0.3
#define AT_DEPTH 0.15
#define WIDEST   1.3
/* How far from its box one may be drawn that stands aslant, in its size. */
#define BESIDE 0.3

/* Where a letter is drawn, and its place in the order. */
typedef struct {
  double   x, y, size;
  guint    place;
  gboolean is_taken;
} Spot;

static int
by_x (gconstpointer a, gconstpointer b)
{
  const Spot *left = a, *right = b;

  return left->x < right->x ? -1 : left->x > right->x;
}

/* Those of the text, or what runs aslant over it. */
static GArray *
find_spots (const GArray *marks, gboolean is_aslant)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < marks->len; i++)
    {
      const PdfMark *mark = &g_array_index (marks, PdfMark, i);
      Spot           spot = { mark->x, mark->y, mark->size, i, FALSE };

      if (mark->is_aslant == is_aslant)
        g_array_append_val (spots, spot);
    }
  g_array_sort (spots, by_x);
  return spots;
}

static guint
first_from (const GArray *spots, double x)
{
  guint low = 0, high = spots->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (spots, Spot, middle).x < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The mark that draws a letter: at the left edge of its box, with its base line in it,
 * about as deep as those of others; NULL when there is none. */
static Spot *
spot_of (const GArray *spots, const PdfLetter *letter, double depth)
{
  double height = letter->box.y1 - letter->box.y0;
  double reach = NEAR_EDGE * (letter->box.x1 - letter->box.x0), least = INFINITY;
  Spot  *best = NULL;

  for (guint i = first_from (spots, letter->box.x0 - reach); i < spots->len; i++)
    {
      Spot  *spot = &g_array_index (spots, Spot, i);
      double apart;

      if (spot->x > letter->box.x0 + reach)
        break;
      if (spot->is_taken || spot->y < letter->box.y0 || spot->y > letter->box.y1)
        continue;
      apart = fabs (spot->x - letter->box.x0) +
              fabs (spot->y - letter->box.y0 - depth * height);
      if (apart < least)
        {
          least = apart;
          best = spot;
        }
    }
  return best;
}

/* How deep base lines stand in the boxes, as a share of these: where most do. */
static double
common_depth (const GArray *spots, const GArray *letters)
{
  guint counts[20] = { 0 }, most = 15;

  for (guint i = 0; i < letters->len; i++)
    {
      const PdfLetter *letter = &g_array_index (letters, PdfLetter, i);
      const Spot      *spot = spot_of (spots, letter, 0.8);
      double           height = letter->box.y1 - letter->box.y0;
      guint            tenth = spot != NULL && height > 0
                                   ? (guint) ((spot->y - letter->box.y0) / height * 20)
                                   : 0;

      counts[MIN (tenth, G_N_ELEMENTS (counts) - 1)] += spot != NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[most])
      most = i;
  return (most + 0.5) / G_N_ELEMENTS (counts);
}

static int
by_mark (gconstpointer a, gconstpointer b)
{
  const PdfLetter *left = a, *right = b;

  if (left->mark != right->mark)
    return left->mark < right->mark ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

/* Poppler takes some letters of a turned text for upright ones, and mistakes what is
 * above their base line: puts the middle of a letter where that line says. */
static void
lift (PdfLetter *letter, const Spot *spot)
{
  PdfGlyph glyph = { .box = letter->box, .c = letter->c };
  double   middle = spot->y - MIDDLE * pdf_glyphs_em (&glyph, 1);
  double   by = middle - (letter->box.y0 + letter->box.y1) / 2;

  letter->box.y0 += by;
  letter->box.y1 += by;
}

/* Whether what draws a letter that has no spot of its own runs aslant: Poppler does not
 * say how such a letter stands in its box. */
static gboolean
is_aslant (const GArray *aslant, const PdfLetter *letter)
{
  double reach_x = BESIDE * (letter->box.x1 - letter->box.x0);
  double reach_y = BESIDE * (letter->box.y1 - letter->box.y0);

  for (guint i = first_from (aslant, letter->box.x0 - reach_x); i < aslant->len; i++)
    {
      Spot *spot = &g_array_index (aslant, Spot, i);

      if (spot->x > letter->box.x1 + reach_x)
        break;
      if (spot->is_taken || spot->y < letter->box.y0 - reach_y ||
          spot->y > letter->box.y1 + reach_y)
        continue;
      spot->is_taken = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* Whether a mark stands where that of a letter must, in letters as large. */
static gboolean
is_certain (const Spot *spot, const PdfLetter *letter, double depth)
{
  double height = letter->box.y1 - letter->box.y0;

  return fabs (spot->x - letter->box.x0) < AT_EDGE &&
         fabs (spot->y - letter->box.y0 - depth * height) < AT_DEPTH * height &&
         letter->box.x1 - letter->box.x0 < WIDEST * spot->size;
}

/* Finds the marks of letters that have none yet; only those that are certain, or all.
 */
static void
find_marks (GArray *letters, const GArray *spots, double depth, gboolean all,
            gboolean is_turned)
{
  for (guint i = 0; i < letters->len; i++)
    {
      PdfLetter *letter = &g_array_index (letters, PdfLetter, i);
      Spot      *spot = letter->is_marked ? NULL : spot_of (spots, letter, depth);

      if (spot == NULL || !(all || is_certain (spot, letter, depth)))
        continue;
      spot->is_taken = letter->is_marked = TRUE;
      letter->mark = spot->place;
      if (is_turned)
        lift (letter, spot);
    }
}

/* Takes out what runs aslant over the page. */
static void
drop_aslant (GArray *letters, const GArray *aslant)
{
  guint kept = 0;

  for (guint i = 0; i < letters->len; i++)
    {
      PdfLetter letter = g_array_index (letters, PdfLetter, i);

      if (letter.is_marked || !is_aslant (aslant, &letter))
        g_array_index (letters, PdfLetter, kept++) = letter;
    }
  g_array_set_size (letters, kept);
}

void
pdf_letters_sort (GArray *letters, const GArray *marks, gboolean is_turned)
{
  g_autoptr (GArray) aslant = find_spots (marks, TRUE);
  gboolean is_text = aslant->len * 2 > marks->len; /* a page that lies askew */
  g_autoptr (GArray) spots = find_spots (marks, is_text);
  double depth = common_depth (spots, letters);

  if (aslant->len > 0 && !is_text)
    {
      find_marks (letters, spots, depth, FALSE, is_turned);
      drop_aslant (letters, aslant);
    }
  find_marks (letters, spots, depth, TRUE, is_turned);
  for (guint i = 1; i < letters->len; i++)
    if (!g_array_index (letters, PdfLetter, i).is_marked)
      g_array_index (letters, PdfLetter, i).mark =
          g_array_index (letters, PdfLetter, i - 1).mark;
  g_array_sort (letters, by_mark);
}
