/* app/read/pdf/line.c — lines of text from characters, wrapped lines put together. */

#include "app/read/pdf/line.h"

#include <math.h>
#include <string.h>

#define PADDING 6.0 /* points between a cell's line and its text, at most */

/* Spaces are seen by the gap they leave, in em.  What typesets Chinese leaves a smaller
 * one between Chinese and Latin of its own. */
#define GAP_LATIN   0.15
#define GAP_CHINESE 0.6
#define GAP_TAB     3

#define HEIGHT 1.2 /* of a line, in em */

/* In widths of a character: how far one stands over the next in another line, and from
 * line to line at least. */
#define CROWDED 0.3
#define STEP    0.1

static double
middle (const PdfGlyph *glyph)
{
  return (glyph->box.y0 + glyph->box.y1) / 2;
}

static int
by_height (gconstpointer a, gconstpointer b)
{
  double left = middle (a), right = middle (b);

  return left < right ? -1 : left > right;
}

static int
by_left (gconstpointer a, gconstpointer b)
{
  const PdfGlyph *left = a, *right = b;

  return left->box.x0 < right->box.x0 ? -1 : left->box.x0 > right->box.x0;
}

double
pdf_glyphs_em (const PdfGlyph *glyphs, guint n)
{
  double wide = 0, high = 0, narrow = 0;

  for (guint i = 0; i < n; i++)
    {
      double width = glyphs[i].box.x1 - glyphs[i].box.x0;

      if (g_unichar_iswide (glyphs[i].c))
        wide = MAX (wide, width);
      narrow = MAX (narrow, width);
      high = MAX (high, glyphs[i].box.y1 - glyphs[i].box.y0);
    }
  /* Without one, by the others, of which a digit is half as wide; fonts say of
   * themselves how high they are, some far too much.  */
  return wide > 0 ? wide : MAX (MIN (0.7 * high, 2 * narrow), 1);
}

gboolean
pdf_is_word (gunichar c)
{
  return c < 0x2E80 && g_unichar_isalnum (c);
}

/* No line begins with these. */
static gboolean
is_closing (gunichar c)
{
  return g_utf8_strchr ("，。、；：？！）】》”’〉」』％,.;:?!)]}%", -1, c) != NULL;
}

static gboolean
is_opening (gunichar c)
{
  return g_utf8_strchr ("（【《“‘〈「『([{", -1, c) != NULL;
}

double
pdf_glyphs_unit (const PdfGlyph *glyphs, guint n)
{
  guint i = 0;

  while (i + 1 < n && is_opening (glyphs[i].c))
    i++;
  while (i + 1 < n && pdf_is_word (glyphs[i].c) && pdf_is_word (glyphs[i + 1].c))
    i++;
  while (i + 1 < n && is_closing (glyphs[i + 1].c))
    i++;
  return glyphs[i].box.x1 - glyphs[0].box.x0;
}

/* What stands between two characters: nothing, a space, or a tab. */
static const char *
gap_between (const PdfGlyph *left, const PdfGlyph *right, double em)
{
  double   gap = right->box.x0 - left->box.x1;
  gboolean is_chinese = g_unichar_iswide (left->c) || g_unichar_iswide (right->c);

  if (gap > em * GAP_TAB)
    return "\t";
  return gap > em * (is_chinese ? GAP_CHINESE : GAP_LATIN) ? " " : "";
}

/* Fonts say of themselves how high and deep their characters are, some far too much:
 * the line is as high as its characters are wide. */
static void
trim_height (PdfLine *line, const PdfGlyph *glyphs, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += middle (&glyphs[i]);
  line->box.y0 = sum / n - line->em * HEIGHT / 2;
  line->box.y1 = sum / n + line->em * HEIGHT / 2;
}

static PdfLine *
line_new (PdfGlyph *glyphs, guint n)
{
  PdfLine *line = g_new0 (PdfLine, 1);
  GString *text = g_string_new (NULL);

  qsort (glyphs, n, sizeof *glyphs, by_left);
  line->box = glyphs[0].box;
  line->em = pdf_glyphs_em (glyphs, n);
  line->unit = pdf_glyphs_unit (glyphs, n);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, gap_between (&glyphs[i - 1], &glyphs[i], line->em));
      g_string_append_unichar (text, glyphs[i].c);
      pdf_box_add (&line->box, &glyphs[i].box);
    }
  trim_height (line, glyphs, n);
  line->glyphs = g_array_sized_new (FALSE, FALSE, sizeof *glyphs, n);
  g_array_append_vals (line->glyphs, glyphs, n);
  line->text = g_string_free (text, FALSE);
  return line;
}

static void
line_free (gpointer data)
{
  PdfLine *line = data;

  g_array_unref (line->glyphs);
  g_free (line->text);
  g_free (line);
}

GPtrArray *
pdf_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

GPtrArray *
pdf_lines_of (const GArray *glyphs)
{
  GPtrArray *lines = pdf_lines_new ();

  pdf_lines_add (lines, glyphs);
  return lines;
}

/* Whether characters at different heights stand above each other, as those of two lines
 * do that are set too close.  Sorts by height. */
static gboolean
is_crowded (PdfGlyph *glyphs, guint n)
{
  gboolean is = FALSE;

  qsort (glyphs, n, sizeof *glyphs, by_left);
  for (guint i = 1; i < n && !is; i++)
    {
      double width = MIN (glyphs[i].box.x1 - glyphs[i].box.x0,
                          glyphs[i - 1].box.x1 - glyphs[i - 1].box.x0);

      is = glyphs[i - 1].box.x1 - glyphs[i].box.x0 > CROWDED * width &&
           fabs (middle (&glyphs[i]) - middle (&glyphs[i - 1])) > STEP * width;
    }
  qsort (glyphs, n, sizeof *glyphs, by_height);
  return is;
}

/* Characters of about the same height; of exactly the same where they are crowded. */
static void
add_band (GPtrArray *lines, PdfGlyph *glyphs, guint n)
{
  guint  first = 0;
  double step = STEP * pdf_glyphs_em (glyphs, n);

  if (!is_crowded (glyphs, n))
    {
      g_ptr_array_add (lines, line_new (glyphs, n));
      return;
    }
  for (guint i = 1; i <= n; i++)
    if (i == n || middle (&glyphs[i]) - middle (&glyphs[i - 1]) > step)
      {
        g_ptr_array_add (lines, line_new (&glyphs[first], i - first));
        first = i;
      }
}

void
pdf_lines_add (GPtrArray *lines, const GArray *glyphs)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) glyphs);
  PdfGlyph *all = (PdfGlyph *) (void *) sorted->data;
  guint     first = 0;

  g_array_sort (sorted, by_height);
  for (guint i = 1; i <= sorted->len; i++)
    if (i == sorted->len ||
        middle (&all[i]) >
            middle (&all[first]) + pdf_glyphs_em (&all[first], i - first) / 2)
      {
        add_band (lines, &all[first], i - first);
        first = i;
      }
}

gboolean
pdf_line_wraps (const PdfLine *line, const PdfLine *next, double room)
{
  return room < next->unit + 0.3 * line->em;
}

void
pdf_line_continue (GString *text, const char *line)
{
  gunichar last =
      text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) : ' ';
  gunichar first = g_utf8_get_char (line);

  if (g_ascii_isalpha ((char) MIN (last, 127)) &&
      g_ascii_isalpha ((char) MIN (first, 127)))
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}

double
pdf_lines_width (const GPtrArray *lines, const PdfBox *cell)
{
  double padding = PADDING;

  for (guint i = 0; i < lines->len; i++)
    {
      const PdfBox *box = &((PdfLine *) lines->pdata[i])->box;

      padding = MIN (padding, MAX (0, box->x0 - cell->x0));
      padding = MIN (padding, MAX (0, cell->x1 - box->x1));
    }
  return cell->x1 - cell->x0 - 2 * padding;
}

char *
pdf_lines_in_cell (const GPtrArray *lines, const PdfBox *cell)
{
  GString *text = g_string_new (NULL);
  double   width = pdf_lines_width (lines, cell);

  for (guint i = 0; i < lines->len; i++)
    {
      const PdfLine *line = lines->pdata[i];
      const PdfLine *before = i > 0 ? lines->pdata[i - 1] : NULL;

      if (before != NULL &&
          !pdf_line_wraps (before, line, width - (before->box.x1 - before->box.x0)))
        g_string_append_c (text, '\n');
      pdf_line_continue (text, line->text);
    }
  return g_string_free (text, FALSE);
}
