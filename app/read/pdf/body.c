/* app/read/pdf/body.c — lines of running text, and what every page repeats. */

#include "app/read/pdf/body.h"

#include "app/fold.h"
#include "app/read/block.h"
#include "app/read/pattern.h"

#include <math.h>

#define MARGIN 0.09 /* of a page's height: where heads and feet stand */
#define UNEVEN \
  30 /* points: by how much more of a page may be free at the right than left */
#define NUMBER_ZONE 0.12 /* and page numbers */

/* How a line of contents ends that runs to the edge of the page. */
#define LEADER "[.…·]{3}\\s*\\d{0,4}$"

/* A page's number as it stands alone: 12, - 12 -, 第3页, 3/32. */
static gboolean
is_page_number (const char *text)
{
  g_autofree char *folded = fold (text);

  return block_is_page_mark (text) ||
         pattern_match (
             "^(?:\\d{1,4}|[ivxlc]{1,6}|\\d{1,4}[/共]\\d{1,4}页?|page\\d{1,4}"
             "(?:of\\d{1,4})?)$",
             folded);
}

/* What a head or foot says on every page: without its numbers, and where. */
static char *
furniture_key (const PdfLine *line)
{
  GString *key = g_string_new (NULL);

  for (const char *p = line->text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      g_string_append_c (key, *p);
  g_string_append_printf (key, "@%d", (int) round (line->box.y0 / 4));
  return g_string_free (key, FALSE);
}

static gboolean
is_in_margin (const PdfLine *line, const PdfPage *page, double share)
{
  return line->box.y1 < page->height * share ||
         line->box.y0 > page->height * (1 - share);
}

static GHashTable *
count_furniture (const GPtrArray *lines_of_pages, const GPtrArray *pages)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const GPtrArray *lines = lines_of_pages->pdata[i];

      for (guint j = 0; j < lines->len; j++)
        if (is_in_margin (lines->pdata[j], pages->pdata[i], MARGIN))
          {
            char *key = furniture_key (lines->pdata[j]);
            guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

            g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
          }
    }
  return counts;
}

/* Whether a line is repeated on every page, or its number. */
static gboolean
is_furniture (const PdfLine *line, const PdfPage *page, GHashTable *counts, guint pages)
{
  g_autofree char *key = furniture_key (line);
  guint            n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  return (is_in_margin (line, page, NUMBER_ZONE) && is_page_number (line->text)) ||
         (is_in_margin (line, page, MARGIN) && n > 1 && n * 3 >= pages);
}

void
pdf_body_drop_furniture (GPtrArray *lines_of_pages, const GPtrArray *pages)
{
  g_autoptr (GHashTable) counts = count_furniture (lines_of_pages, pages);

  /* Heads and feet have nothing of the text beyond them. */
  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *lines = lines_of_pages->pdata[i];

      while (lines->len > 0 &&
             is_furniture (lines->pdata[0], pages->pdata[i], counts, pages->len))
        g_ptr_array_remove_index (lines, 0);
      while (lines->len > 0 && is_furniture (lines->pdata[lines->len - 1],
                                             pages->pdata[i], counts, pages->len))
        g_ptr_array_remove_index (lines, lines->len - 1);
    }
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* From line to line in a paragraph: the smaller of the distances that occur. */
static double
common_pitch (GArray *pitches)
{
  if (pitches->len == 0)
    return 2;
  g_array_sort (pitches, by_value);
  return g_array_index (pitches, double, pitches->len / 4);
}

static double
middle (const PdfLine *line)
{
  return (line->box.y0 + line->box.y1) / 2;
}

PdfMeasure
pdf_body_measure (const GPtrArray *lines_of_pages, const GPtrArray *pages,
                  const gboolean *is_text)
{
  PdfMeasure measure = { INFINITY, 0, 0, 0 };
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines_of_pages->len; i++)
    {
      const GPtrArray *lines = lines_of_pages->pdata[i];

      for (guint j = 0; j < lines->len; j++)
        {
          const PdfLine *line = lines->pdata[j];
          double         pitch =
              j > 0 ? (middle (line) - middle (lines->pdata[j - 1])) / line->em : 0;

          measure.bottom = MAX (measure.bottom, line->box.y1);
          if (pitch > 0.8 && pitch < 4)
            g_array_append_val (pitches, pitch);
          if (!is_text[i] || pattern_match (LEADER, line->text))
            continue;
          measure.left = MIN (measure.left, line->box.x0);
          measure.right = MAX (measure.right, line->box.x1);
        }
    }
  for (guint i = 0; i < pages->len && isfinite (measure.left); i++)
    measure.right = MAX (measure.right,
                         ((PdfPage *) pages->pdata[i])->width - measure.left - UNEVEN);
  measure.pitch = common_pitch (pitches);
  return measure;
}

/* Whether both lines stand in the middle, as those of a heading do. */
static gboolean
are_centred (const PdfMeasure *measure, const PdfLine *before, const PdfLine *line)
{
  double shift = (line->box.x0 + line->box.x1 - before->box.x0 - before->box.x1) / 2;

  return line->box.x0 > measure->left + line->em && fabs (shift) < line->em / 4;
}

/* Whether a line of contents ends with the number of a page; where little room is left
 * before that, the next line has to show it. */
static gboolean
is_entry (const PdfLine *line, const PdfLine *next)
{
  return pattern_match ("(?:\\t|[.…·]{3})\\s*\\d{1,4}$", line->text) ||
         (pattern_match ("\\s\\d{1,4}$", line->text) &&
          pattern_match ("(?:[\\t ]|[.…·]{3})\\s*\\d{1,4}$", next->text));
}

/* Whether a sentence ends with a line, and the next begins with a number or a title as
 * paragraphs do. */
static gboolean
is_parted (const PdfLine *before, const PdfLine *line)
{
  return pattern_match ("。$", before->text) &&
         pattern_match ("^(?:[（(][一二三四五六七八九十]{1,3}[）)]|"
                        "[一二三四五六七八九十]{1,3}、|"
                        "绩效(?:目标|指标)[：:])",
                        line->text);
}

gboolean
pdf_body_goes_on (const PdfMeasure *measure, const PdfLine *before, const PdfLine *line,
                  gboolean same_page)
{
  gboolean is_centre = are_centred (measure, before, line);
  double   indent = line->box.x0 - before->box.x0;
  double   room = measure->right - before->box.x1;

  if (fabs (line->em - before->em) > 0.15 * before->em || is_entry (before, line) ||
      is_parted (before, line))
    return FALSE;
  if (same_page && middle (line) - middle (before) > measure->pitch * 1.3 * before->em)
    return FALSE;
  if (is_centre)
    room += before->box.x0 - measure->left;
  if (!pdf_line_wraps (before, line, room))
    return FALSE;
  if (is_centre)
    return indent >= 0;
  return indent < before->em / 2 &&
         (line->box.x0 < measure->left + before->em || indent < -before->em);
}
