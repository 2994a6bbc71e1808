/* app/read/pdf/drawn.c — cells and rows by the order that words are drawn in. */

#include "app/read/pdf/drawn.h"

#include "app/read/pdf/run.h"

#include <math.h>
#include <string.h>

#define HIGHER 0.3 /* in em: what begins so much above the last line of a cell */
#define ENOUGH 2   /* cells that show what the order means */
#define SLACK  2.0 /* points, that rows may reach into each other */
#define NEAR   6   /* strips between two that stand side by side, at most */

/* The words of a cell. */
typedef struct {
  guint  from, n;
  PdfBox box;
} Item;

/* What is drawn from the left to the right: a row, or a paragraph. */
typedef struct {
  GArray   *items;       /* Item, from the left */
  double    top, end;    /* of its cells of one row */
  gboolean  has_height;  /* there are such */
  guint     place, pass; /* place: of the page, from 0 */
  gboolean  is_taken;
  PdfLevel *level;
} Strip;

struct PdfDrawn {
  PdfRuns   *runs;
  GPtrArray *strips; /* Strip * */
  GPtrArray *lines;  /* PdfLine *, one for each level */
  GPtrArray *levels; /* GPtrArray of PdfLevel *, for each page */
};

static PdfRun *
run_at (const PdfDrawn *drawn, guint i)
{
  return pdf_run_at (drawn->runs, i);
}

static Strip *
strip_at (const PdfDrawn *drawn, guint i)
{
  return drawn->strips->pdata[i];
}

static Item *
item_at (const Strip *strip, guint i)
{
  return &g_array_index (strip->items, Item, i);
}

static void
strip_free (gpointer data)
{
  Strip *strip = data;

  g_array_unref (strip->items);
  if (strip->level != NULL)
    pdf_level_free (strip->level);
  g_free (strip);
}

static PdfBox
box_of_runs (const PdfDrawn *drawn, guint from, guint n)
{
  PdfBox box = run_at (drawn, from)->box;

  for (guint i = 1; i < n; i++)
    pdf_box_add (&box, &run_at (drawn, from + i)->box);
  return box;
}

static Strip *
strip_new (const PdfDrawn *drawn, const Item *item)
{
  Strip *strip = g_new0 (Strip, 1);

  strip->items = g_array_new (FALSE, FALSE, sizeof (Item));
  strip->place = run_at (drawn, item->from)->place;
  strip->pass = run_at (drawn, item->from)->pass;
  strip->top = item->box.y0;
  strip->end = item->box.y1;
  return strip;
}

/* Whether a cell is a label merged over several rows, of which the first goes on at its
 * right, higher up. */
static gboolean
is_label (const PdfDrawn *drawn, const Item *item)
{
  const PdfRun *run = run_at (drawn, item->from);

  for (guint i = item->from + item->n; i < drawn->runs->runs->len; i++)
    {
      const PdfRun *before = run_at (drawn, i - 1), *next = run_at (drawn, i);

      if (next->place != run->place || next->pass != run->pass ||
          (next->box.x0 < before->box.x1 &&
           !(next->y > before->y && pdf_box_is_over (&next->box, &before->box))))
        return FALSE;
      if (next->box.y1 < run->box.y0 + SLACK)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_below (const Strip *strip, const Item *item)
{
  double end = -INFINITY;

  for (guint i = 0; i < strip->items->len; i++)
    end = MAX (end, item_at (strip, i)->box.y1);
  return item->box.y0 > end - SLACK;
}

/* Where only one cell is drawn in a part of the page, that is the cell. */
static void
widen (const PdfDrawn *drawn, Item *item)
{
  const PdfRun *run = run_at (drawn, item->from);
  const PdfBox *frame = pdf_run_frame (drawn->runs, run);
  guint         clip = pdf_run_clip (drawn->runs, run), behind = item->from + item->n;

  if (frame == NULL ||
      (item->from > 0 &&
       pdf_run_clip (drawn->runs, run_at (drawn, item->from - 1)) == clip) ||
      (behind < drawn->runs->runs->len &&
       pdf_run_clip (drawn->runs, run_at (drawn, behind)) == clip))
    return;
  item->box.y0 = frame->y0;
  item->box.y1 = frame->y1;
}

/* Parts the words that stand above a cell from the label at its left: a heading, which
 * becomes a strip of its own. */
static void
part_heading (PdfDrawn *drawn, Strip *strip, const Item *item)
{
  Item         *label = item_at (strip, 0), heading = *label;
  const PdfRun *last = run_at (drawn, label->from + label->n - 1);
  Strip        *above;

  heading.n = 0;
  for (guint i = 0; i + 1 < label->n; i++)
    if (run_at (drawn, label->from + i)->box.x1 > item->box.x0)
      heading.n = i + 1;
  if (heading.n == 0 || strip->items->len > 1 || last->box.x1 > item->box.x0 ||
      last->box.y0 > item->box.y1 || last->box.y1 < item->box.y0)
    return;
  heading.box = box_of_runs (drawn, heading.from, heading.n);
  label->from += heading.n;
  label->n -= heading.n;
  label->box = box_of_runs (drawn, label->from, label->n);
  strip->top = label->box.y0;
  above = strip_new (drawn, &heading);
  g_array_append_val (above->items, heading);
  g_ptr_array_insert (drawn->strips, (int) drawn->strips->len - 1, above);
}

/* Adds a cell to the strip that it stands at the end of, or to a new one. */
static void
add_item (PdfDrawn *drawn, guint from, guint n)
{
  guint         len = drawn->strips->len;
  Strip        *last = len > 0 ? strip_at (drawn, len - 1) : NULL;
  Item          item = { from, n, box_of_runs (drawn, from, n) };
  const PdfRun *run = run_at (drawn, from);
  gboolean      is_merged = is_label (drawn, &item);

  widen (drawn, &item);
  if (last != NULL && last->place == run->place && last->pass == run->pass)
    part_heading (drawn, last, &item);
  if (last == NULL || last->place != run->place || last->pass != run->pass ||
      item.box.x0 < item_at (last, last->items->len - 1)->box.x1 - run->em / 2 ||
      (!is_merged && is_below (last, &item)))
    {
      last = strip_new (drawn, &item);
      g_ptr_array_add (drawn->strips, last);
    }
  else if (!is_merged)
    {
      last->top = last->has_height ? MIN (last->top, item.box.y0) : item.box.y0;
      last->end = last->has_height ? MAX (last->end, item.box.y1) : item.box.y1;
    }
  last->has_height = last->has_height || !is_merged;
  g_array_append_val (last->items, item);
}

/* Puts the words together.  Whether the order tells what stands in a cell: most cells
 * of several lines are drawn before what begins higher up at their right. */
static gboolean
find_strips (PdfDrawn *drawn)
{
  guint tall = 0, raised = 0;

  for (guint i = 1, from = 0; i <= drawn->runs->runs->len; i++)
    {
      const PdfRun *above = run_at (drawn, i - 1), *first = run_at (drawn, from);
      const PdfRun *run = i < drawn->runs->runs->len ? run_at (drawn, i) : NULL;

      if (run != NULL && pdf_run_goes_on (drawn->runs, i))
        continue;
      add_item (drawn, from, i - from);
      if (i - from > 1 && run != NULL && run->place == first->place &&
          run->box.x0 > first->box.x0 && run->box.y0 < above->box.y1)
        {
          tall++;
          raised += run->y < above->y - HIGHER * run->em;
        }
      from = i;
    }
  return raised >= ENOUGH && raised * 2 >= tall;
}

static int
by_left (gconstpointer a, gconstpointer b)
{
  const Item *left = a, *right = b;

  return left->box.x0 < right->box.x0 ? -1 : left->box.x0 > right->box.x0;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Strip *left = *(Strip *const *) a, *right = *(Strip *const *) b;
  double       apart = left->top + left->end - right->top - right->end;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  return apart < 0 ? -1 : apart > 0;
}

/* How high a strip is with the labels in it. */
static void
measure (const Strip *strip, double *top, double *end)
{
  *top = strip->top;
  *end = strip->end;
  for (guint i = 0; i < strip->items->len; i++)
    {
      *top = MIN (*top, item_at (strip, i)->box.y0);
      *end = MAX (*end, item_at (strip, i)->box.y1);
    }
}

/* Whether two strips that were drawn in different passes stand side by side. */
static gboolean
is_same_row (const Strip *strip, const Strip *other, gboolean has_labels)
{
  double tops[] = { strip->top, other->top }, ends[] = { strip->end, other->end };

  if (strip->place != other->place || strip->pass == other->pass)
    return FALSE;
  if (has_labels)
    {
      measure (strip, &tops[0], &ends[0]);
      measure (other, &tops[1], &ends[1]);
    }
  if (MIN (ends[0], ends[1]) - MAX (tops[0], tops[1]) <
      MIN (ends[0] - tops[0], ends[1] - tops[1]) / 2)
    return FALSE;
  for (guint i = 0; i < strip->items->len; i++)
    for (guint j = 0; j < other->items->len; j++)
      if (pdf_box_is_over (&item_at (strip, i)->box, &item_at (other, j)->box))
        return FALSE;
  return TRUE;
}

static void
join_strips (Strip *strip, const Strip *other)
{
  g_array_append_vals (strip->items, other->items->data, other->items->len);
  g_array_sort (strip->items, by_left);
  strip->top = MIN (strip->top, other->top);
  strip->end = MAX (strip->end, other->end);
}

static void
join_rows (PdfDrawn *drawn, gboolean has_labels)
{
  GPtrArray *strips = drawn->strips;

  for (guint i = 0; i < strips->len; i++)
    for (guint j = i + 1; j < strips->len && j < i + NEAR;)
      if (is_same_row (strip_at (drawn, i), strip_at (drawn, j), has_labels))
        {
          join_strips (strip_at (drawn, i), strip_at (drawn, j));
          g_ptr_array_remove_index (strips, j);
        }
      else
        j++;
}

/* Puts together what stands in a row and was drawn in different passes. */
static void
join_passes (PdfDrawn *drawn)
{
  if (!drawn->runs->has_passes)
    return;
  g_ptr_array_sort (drawn->strips, by_place);
  join_rows (drawn, FALSE);
  join_rows (drawn, TRUE);
}

static GArray *
glyphs_of (const PdfDrawn *drawn, const Item *item)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));

  for (guint i = item->from; i < item->from + item->n; i++)
    g_array_append_vals (glyphs,
                         &g_array_index (drawn->runs->glyphs, PdfGlyph,
                                         run_at (drawn, i)->from),
                         run_at (drawn, i)->n);
  return glyphs;
}

static int
by_x (gconstpointer a, gconstpointer b)
{
  const PdfGlyph *left = a, *right = b;

  return left->box.x0 < right->box.x0 ? -1 : left->box.x0 > right->box.x0;
}

/* Gives a strip its level: each item is a piece, which can be parted where it is of one
 * line. */
static PdfLevel *
level_of (const PdfDrawn *drawn, const Strip *strip, guint page)
{
  PdfLevel *level = g_new0 (PdfLevel, 1);
  PdfLine  *line = g_new0 (PdfLine, 1);
  GString  *text = g_string_new (NULL);

  line->glyphs = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));
  line->box = (PdfBox){ item_at (strip, 0)->box.x0, strip->top,
                        item_at (strip, strip->items->len - 1)->box.x1, strip->end };
  g_ptr_array_add (drawn->lines, line);
  level->line = line;
  level->page = page;
  level->pieces = g_array_new (FALSE, FALSE, sizeof (PdfPiece));
  for (guint i = 0; i < strip->items->len; i++)
    {
      const Item *item = item_at (strip, i);
      g_autoptr (GArray) glyphs = glyphs_of (drawn, item);
      PdfPiece piece = { .x0 = item->box.x0,
                         .x1 = item->box.x1,
                         .from = line->glyphs->len,
                         .n = item->n > 1 ? 1 : glyphs->len };

      g_array_sort (glyphs, by_x);
      for (guint j = 0; j < glyphs->len; j++)
        g_string_append_unichar (text, g_array_index (glyphs, PdfGlyph, j).c);
      g_string_append_c (text, '\t');
      g_array_append_vals (line->glyphs, glyphs->data, piece.n);
      g_array_append_val (level->pieces, piece);
    }
  line->em = level->em =
      pdf_glyphs_em ((const PdfGlyph *) (void *) line->glyphs->data, line->glyphs->len);
  g_string_truncate (text, text->len - 1);
  line->text = g_string_free (text, FALSE);
  return level;
}

void
pdf_drawn_free (PdfDrawn *drawn)
{
  if (drawn == NULL)
    return;
  g_ptr_array_unref (drawn->levels);
  g_ptr_array_unref (drawn->strips);
  g_ptr_array_unref (drawn->lines);
  pdf_runs_free (drawn->runs);
  g_free (drawn);
}

PdfDrawn *
pdf_drawn_new (const GPtrArray *lines_of_pages, const GPtrArray *pages)
{
  PdfDrawn *drawn = g_new0 (PdfDrawn, 1);

  drawn->runs = pdf_runs_new (lines_of_pages, pages);
  drawn->strips = g_ptr_array_new_with_free_func (strip_free);
  drawn->lines = pdf_lines_new ();
  drawn->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (drawn->levels, g_ptr_array_new ());
  if (!find_strips (drawn))
    {
      pdf_drawn_free (drawn);
      return NULL;
    }
  join_passes (drawn);
  for (guint i = 0; i < drawn->strips->len; i++)
    {
      Strip *strip = strip_at (drawn, i);

      strip->level =
          level_of (drawn, strip, ((PdfPage *) pages->pdata[strip->place])->number);
      g_ptr_array_add (drawn->levels->pdata[strip->place], strip->level);
    }
  return drawn;
}

GArray *
pdf_drawn_take (PdfDrawn *drawn, guint level, const PdfPiece *piece)
{
  Strip  *strip = strip_at (drawn, level);
  guint   from = 0;
  GArray *glyphs;

  strip->is_taken = TRUE;
  for (guint i = 0; i < strip->items->len; i++)
    {
      const Item *item = item_at (strip, i);

      if (item->n > 1 && piece->from == from)
        return glyphs_of (drawn, item);
      from += item->n > 1 ? 1 : run_at (drawn, item->from)->n;
    }
  glyphs = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));
  g_array_append_vals (glyphs,
                       &g_array_index (strip->level->line->glyphs, PdfGlyph,
                                       piece->from),
                       piece->n);
  return glyphs;
}

const GPtrArray *
pdf_drawn_levels (const PdfDrawn *drawn)
{
  return drawn->levels;
}

void
pdf_drawn_take_lines (const PdfDrawn *drawn, GPtrArray *lines_of_pages)
{
  for (guint i = 0, behind; i < drawn->strips->len; i = behind)
    {
      guint    place = strip_at (drawn, i)->place;
      gboolean is_taken = FALSE;
      g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (PdfGlyph));

      for (behind = i;
           behind < drawn->strips->len && strip_at (drawn, behind)->place == place;
           behind++)
        {
          const Strip *strip = strip_at (drawn, behind);

          is_taken = is_taken || strip->is_taken;
          for (guint j = 0; j < strip->items->len && !strip->is_taken; j++)
            {
              g_autoptr (GArray) glyphs = glyphs_of (drawn, item_at (strip, j));

              g_array_append_vals (left, glyphs->data, glyphs->len);
            }
        }
      if (!is_taken)
        continue;
      g_ptr_array_set_size (lines_of_pages->pdata[place], 0);
      pdf_lines_add (lines_of_pages->pdata[place], left);
    }
}
