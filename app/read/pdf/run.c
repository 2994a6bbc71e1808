/* app/read/pdf/run.c — runs of characters, and which of them stand in one cell. */

#include "app/read/pdf/run.h"

#include <math.h>
#include <stdlib.h>

/* In em. */
#define SAME_LINE 0.4  /* from the middle of a character to that of the next */
#define GAP       0.45 /* between the words of two cells */
#define GAP_WORD  0.7  /* … beside letters and digits */
#define GAP_BEGIN 0.38 /* … where these begin what is drawn at once */
#define GAP_TOUCH 0.12 /* … and of one */
#define BACK      5.0 /* from the end of a row to the beginning of the next, at least */
#define BESIDE    0.1 /* from the middle of a line to that of one beside it */
#define SAME_SIZE 0.15 /* from the letters of a line to those of the next */
#define LINES     0.6  /* from line to line in a cell, at least */
#define LOOSE     1.25 /* … in common distances, at most */

#define MANY 4 /* words below what begins a second pass */
#define ROWS 3 /* … or rows */

#define TRIES    8    /* rows that a line may be compared with */
#define MAX_RUNS 4000 /* of a page: more is no table of words */

static int
by_order (gconstpointer a, gconstpointer b)
{
  const PdfGlyph *left = a, *right = b;

  return left->order < right->order ? -1 : left->order > right->order;
}

static void
add_run (PdfRuns *runs, guint from, guint n, guint place)
{
  const PdfGlyph *glyphs = &g_array_index (runs->glyphs, PdfGlyph, from);
  PdfRun          run = { .from = from, .n = n, .place = place };

  run.em = pdf_glyphs_em (glyphs, n);
  run.box = (PdfBox){ INFINITY, INFINITY, -INFINITY, -INFINITY };
  for (guint i = 0; i < n; i++)
    {
      double wide = (glyphs[i].box.x1 - glyphs[i].box.x0) / 2, high = run.em / 2;

      pdf_box_add (&run.box, &(PdfBox){ glyphs[i].x - wide, glyphs[i].y - high,
                                        glyphs[i].x + wide, glyphs[i].y + high });
      run.y += (glyphs[i].box.y0 + glyphs[i].box.y1) / 2 / n;
    }
  g_array_append_val (runs->runs, run);
}

static gboolean
follows (const PdfGlyph *glyph, const PdfGlyph *next)
{
  double em = pdf_glyphs_em (glyph, 2); /* they are neighbours */
  double step = (next->box.y0 + next->box.y1 - glyph->box.y0 - glyph->box.y1) / 2;
  double gap = next->box.x0 - glyph->box.x1;
  double most = pdf_is_word (glyph->c) || pdf_is_word (next->c) ? GAP_WORD : GAP;

  if (next->begins && most == GAP_WORD)
    most = GAP_BEGIN;
  if (next->begins && most == GAP && g_unichar_isalpha (glyph->c) &&
      g_unichar_isalpha (next->c))
    most = GAP_TOUCH;
  return glyph->clip == next->clip && fabs (step) < SAME_LINE * em &&
         next->box.x0 > glyph->box.x0 && gap < em * most;
}

/* Whether a run is drawn right behind another that it touches at either side: some draw
 * numbers before what stands in front of them. */
static gboolean
touches (const PdfRuns *runs, const PdfRun *run, const PdfRun *next)
{
  const PdfGlyph *left = &g_array_index (runs->glyphs, PdfGlyph, run->from);
  const PdfGlyph *right = &g_array_index (runs->glyphs, PdfGlyph, next->from);
  double          behind = next->box.x0 - run->box.x1;
  double          before = run->box.x0 - next->box.x1;

  return run->place == next->place && left->clip == right->clip &&
         fabs (run->y - next->y) < SAME_LINE * run->em &&
         MAX (behind, before) < GAP_TOUCH * run->em && MAX (behind, before) > -run->em;
}

static void
join_runs (PdfRuns *runs)
{
  guint kept = 0;

  for (guint i = 0; i < runs->runs->len; i++)
    {
      PdfRun  next = *pdf_run_at (runs, i);
      PdfRun *run = kept > 0 ? pdf_run_at (runs, kept - 1) : NULL;

      if (run == NULL || !touches (runs, run, &next))
        {
          *pdf_run_at (runs, kept++) = next;
          continue;
        }
      run->n += next.n;
      pdf_box_add (&run->box, &next.box);
    }
  g_array_set_size (runs->runs, kept);
}

/* The words of a page. */
static void
read_page (PdfRuns *runs, const GPtrArray *lines, guint place)
{
  guint           from = runs->glyphs->len, before = runs->runs->len;
  const PdfGlyph *glyphs;

  for (guint i = 0; i < lines->len; i++)
    {
      const PdfLine *line = lines->pdata[i];

      g_array_append_vals (runs->glyphs, line->glyphs->data, line->glyphs->len);
    }
  if (runs->glyphs->len == from)
    return;
  glyphs = (const PdfGlyph *) (void *) runs->glyphs->data;
  qsort ((PdfGlyph *) (void *) runs->glyphs->data + from, runs->glyphs->len - from,
         sizeof (PdfGlyph), by_order);
  for (guint i = from + 1; i <= runs->glyphs->len; i++)
    if (i == runs->glyphs->len || !follows (&glyphs[i - 1], &glyphs[i]))
      {
        add_run (runs, from, i - from, place);
        from = i;
      }
  if (runs->runs->len - before > MAX_RUNS)
    g_array_set_size (runs->runs, before);
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* From line to line, in em: what is common where one is drawn below another. */
static double
common_pitch (const PdfRuns *runs)
{
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < runs->runs->len; i++)
    {
      const PdfRun *run = pdf_run_at (runs, i), *above = pdf_run_at (runs, i - 1);
      double        pitch = (run->y - above->y) / run->em;

      if (run->place == above->place && pitch > LINES && pitch < 2.5 &&
          pdf_box_is_over (&run->box, &above->box))
        g_array_append_val (pitches, pitch);
    }
  if (pitches->len == 0)
    return 1;
  g_array_sort (pitches, by_value);
  return g_array_index (pitches, double, pitches->len / 3);
}

guint
pdf_run_clip (const PdfRuns *runs, const PdfRun *run)
{
  return g_array_index (runs->glyphs, PdfGlyph, run->from).clip;
}

static gboolean
is_chinese (const PdfRuns *runs, const PdfRun *run)
{
  for (guint i = run->from; i < run->from + run->n; i++)
    if (g_unichar_iswide (g_array_index (runs->glyphs, PdfGlyph, i).c))
      return TRUE;
  return FALSE;
}

/* Whether two runs are of letters of one size, as far as Chinese ones tell. */
static gboolean
are_as_large (const PdfRuns *runs, const PdfRun *run, const PdfRun *other)
{
  return fabs (run->em - other->em) < SAME_SIZE * MAX (run->em, other->em) ||
         !is_chinese (runs, run) || !is_chinese (runs, other);
}

/* Whether a run is drawn right below the one before it, as the next line of a cell. */
static gboolean
is_next_line (const PdfRuns *runs, guint i)
{
  const PdfRun *above = pdf_run_at (runs, i - 1), *run = pdf_run_at (runs, i);
  double        step = (run->y - above->y) / MAX (run->em, above->em);

  return run->place == above->place && are_as_large (runs, run, above) &&
         pdf_run_clip (runs, run) == pdf_run_clip (runs, above) && step > LINES &&
         step < runs->pitch * LOOSE && pdf_box_is_over (&run->box, &above->box);
}

/* Whether a cell begins with a run that has more lines. */
static gboolean
is_wrapped (const PdfRuns *runs, guint i)
{
  return i + 1 < runs->runs->len && is_next_line (runs, i + 1);
}

/* Whether a second pass over the rows from first on begins, above much of what was
 * drawn: several rows, or where it is known that there are passes, most of the words;
 * or with a cell of several lines, of which the first pass has none. */
static gboolean
begins_pass (const PdfRuns *runs, guint first, guint i, gboolean is_known)
{
  const PdfRun *run = pdf_run_at (runs, i), *before = pdf_run_at (runs, i - 1);
  guint         below = 0, rows = 0;

  if (run->box.y1 >= before->box.y0)
    return FALSE;
  if (is_known && before->pass == 0 && run->box.x1 < before->box.x0 &&
      is_wrapped (runs, i))
    return TRUE;
  for (guint j = first; j < i; j++)
    {
      const PdfRun *other = pdf_run_at (runs, j);

      if (other->box.y0 <= run->box.y1)
        continue;
      below++;
      rows += j > first &&
              other->box.x0 < pdf_run_at (runs, j - 1)->box.x0 - BACK * run->em;
    }
  return rows >= ROWS || (is_known && below >= MANY && below * 2 >= i - first);
}

/* Whether the passes over a head are over, and those over what stands below begin. */
static gboolean
begins_part (const PdfRuns *runs, guint first, guint i)
{
  const PdfRun *run = pdf_run_at (runs, i);

  if (pdf_run_at (runs, i - 1)->pass == 0 || is_next_line (runs, i) ||
      is_wrapped (runs, i) || pdf_run_frame (runs, run) != NULL)
    return FALSE;
  for (guint j = first; j < i; j++)
    if (pdf_run_at (runs, j)->box.y1 > run->box.y0)
      return FALSE;
  return TRUE;
}

/* Counts the passes: some draw words of one line first, all others in a second one.
 * Whether there are several on any page. */
static gboolean
number_passes (PdfRuns *runs, gboolean is_known)
{
  gboolean has_several = FALSE;

  for (guint i = 0, part = 0, first = 0, pass = 0; i < runs->runs->len; i++)
    {
      PdfRun *run = pdf_run_at (runs, i);
      guint  *passes = &g_array_index (runs->passes, guint, run->place);

      if (run->place != pdf_run_at (runs, first)->place ||
          (i > part && begins_part (runs, part, i)))
        {
          part = first = i;
          pass = 0;
        }
      else if (i > first && begins_pass (runs, first, i, is_known))
        {
          first = i;
          pass++;
          has_several = TRUE;
        }
      run->pass = pass;
      *passes = MAX (*passes, pass + 1);
    }
  return has_several;
}

static gboolean
is_beside (const PdfRun *run, const PdfRun *other)
{
  return fabs (run->y - other->y) < BESIDE * run->em &&
         !pdf_box_is_over (&run->box, &other->box);
}

/* Whether two lines stand beside two rows of the first pass, one below the other. */
static gboolean
are_rows (const PdfRuns *runs, guint above, guint below)
{
  guint place = pdf_run_at (runs, above)->place, tries = 0;

  for (guint i = above;
       i-- > 0 && pdf_run_at (runs, i)->place == place && tries < TRIES;)
    {
      const PdfRun *row = pdf_run_at (runs, i);

      if (row->pass > 0 || !is_beside (pdf_run_at (runs, above), row))
        continue;
      tries++;
      for (guint j = i + 1; j < above; j++)
        if (pdf_run_at (runs, j)->pass == 0 &&
            is_beside (pdf_run_at (runs, below), pdf_run_at (runs, j)) &&
            pdf_box_is_over (&row->box, &pdf_run_at (runs, j)->box))
          return TRUE;
    }
  return FALSE;
}

/* How much is free between a run and what stands next at its right. */
static double
room_behind (const PdfRuns *runs, guint i)
{
  const PdfRun *run = pdf_run_at (runs, i);
  double        room = INFINITY;

  while (i > 0 && pdf_run_at (runs, i - 1)->place == run->place)
    i--;
  for (; i < runs->runs->len && pdf_run_at (runs, i)->place == run->place; i++)
    {
      const PdfBox *box = &pdf_run_at (runs, i)->box;

      if (box->x0 > run->box.x1 && box->y0 < run->box.y1 && box->y1 > run->box.y0)
        room = MIN (room, box->x0 - run->box.x1);
    }
  return room;
}

const PdfBox *
pdf_run_frame (const PdfRuns *runs, const PdfRun *run)
{
  const PdfPage *page = runs->pages->pdata[run->place];
  const PdfBox  *box = &g_array_index (page->clips, PdfBox, pdf_run_clip (runs, run));

  return box->y1 - box->y0 < page->height / 2 ? box : NULL;
}

/* Whether a line is in another cell than the one drawn before it, of pages with several
 * passes: it would have had room in that, and both stand beside rows. */
static gboolean
is_other_cell (const PdfRuns *runs, guint above, guint below)
{
  const PdfRun *run = pdf_run_at (runs, below);
  double        unit =
      pdf_glyphs_unit (&g_array_index (runs->glyphs, PdfGlyph, run->from), run->n);

  if (g_array_index (runs->passes, guint, run->place) < 2 ||
      pdf_run_frame (runs, run) != NULL)
    return FALSE;
  return run->pass == 0 || (room_behind (runs, above) > unit + run->em / 2 &&
                            are_rows (runs, above, below));
}

gboolean
pdf_run_goes_on (const PdfRuns *runs, guint i)
{
  return is_next_line (runs, i) && !is_other_cell (runs, i - 1, i);
}

PdfRuns *
pdf_runs_new (const GPtrArray *lines_of_pages, const GPtrArray *pages)
{
  PdfRuns *runs = g_new0 (PdfRuns, 1);

  runs->pages = pages;
  runs->glyphs = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));
  runs->runs = g_array_new (FALSE, FALSE, sizeof (PdfRun));
  runs->passes = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (runs->passes, pages->len);
  for (guint i = 0; i < pages->len; i++)
    read_page (runs, lines_of_pages->pdata[i], i);
  join_runs (runs);
  runs->pitch = common_pitch (runs);
  runs->has_passes = number_passes (runs, FALSE) && number_passes (runs, TRUE);
  return runs;
}

void
pdf_runs_free (PdfRuns *runs)
{
  if (runs == NULL)
    return;
  g_array_unref (runs->glyphs);
  g_array_unref (runs->runs);
  g_array_unref (runs->passes);
  g_free (runs);
}

PdfRun *
pdf_run_at (const PdfRuns *runs, guint i)
{
  return &g_array_index (runs->runs, PdfRun, i);
}
