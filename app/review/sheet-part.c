/* app/review/sheet-part.c — the texts of a sheet, parted: its blocks are laid beside
 * those that the texts print alone, in the same order, so that the likest stand side by
 * side.
 */

#include "app/review/sheet-part.h"
#include "app/compare/likeness.h"
#include "app/fold.h"
#include "app/read/block.h"

#include <string.h>

#define LEAST 300 /* of LIKENESS_SAME: below it two blocks are not one */

/* A block, and what tells it. */
typedef struct {
  guint   text; /* from 1; 0: not known yet */
  char   *words;
  GArray *profile;
} Told;

static void
told_clear (gpointer data)
{
  Told *told = data;

  g_free (told->words);
  g_array_unref (told->profile);
}

static GArray *
told_new (void)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Told));

  g_array_set_clear_func (blocks, told_clear);
  return blocks;
}

/* All that a block says. */
static char *
words_of (const Block *block)
{
  g_autoptr (GString) words = g_string_new (block->text);

  for (guint i = 0; block->cells != NULL && i < block->cells->len; i++)
    g_string_append (words, ((BlockCell *) block->cells->pdata[i])->text);
  return fold (words->str);
}

static void
tell (GArray *told, const GPtrArray *blocks, guint text)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      Told one = { text, words_of (blocks->pdata[i]), NULL };

      one.profile = likeness_profile (one.words);
      g_array_append_val (told, one);
    }
}

static Told *
at (const GArray *told, guint i)
{
  return &g_array_index (told, Told, i);
}

static gboolean
is_same (const Told *one, const Told *other)
{
  return strcmp (one->words, other->words) == 0;
}

static int
score (const Told *one, const Told *other)
{
  int likeness = is_same (one, other) ? LIKENESS_SAME
                                      : likeness_compare (one->profile, other->profile);

  return likeness >= LEAST ? likeness : 0;
}

/* Lays n blocks from first on beside m printed ones: the order in which the sum of what
 * they have in common is largest tells whose they are.  */
static void
align (GArray *blocks, guint first, guint n, const GArray *printed, guint first_printed,
       guint m)
{
  g_autofree int *best = g_new0 (int, (gsize) (n + 1) * (m + 1));
  gsize           width = m + 1;

  for (gsize i = 1; i <= n; i++)
    for (gsize k = 1; k <= m; k++)
      {
        int both = best[(i - 1) * width + k - 1] +
                   score (at (blocks, first + (guint) i - 1),
                          at (printed, first_printed + (guint) k - 1));

        best[i * width + k] =
            MAX (both, MAX (best[(i - 1) * width + k], best[i * width + k - 1]));
      }
  for (gsize i = n, k = m; i > 0 && k > 0;)
    if (best[i * width + k] == best[(i - 1) * width + k])
      i--;
    else if (best[i * width + k] == best[i * width + k - 1])
      k--;
    else
      at (blocks, first + (guint) --i)->text =
          at (printed, first_printed + (guint) --k)->text;
}

/* Finds out whose the blocks are.  Most are as they were printed, those at both ends at
 * least.  */
static void
settle (GArray *blocks, const GArray *printed)
{
  guint n = blocks->len, m = printed->len, front = 0, back = 0;

  while (front < MIN (n, m) && is_same (at (blocks, front), at (printed, front)))
    {
      at (blocks, front)->text = at (printed, front)->text;
      front++;
    }
  while (front + back < MIN (n, m) &&
         is_same (at (blocks, n - back - 1), at (printed, m - back - 1)))
    {
      at (blocks, n - back - 1)->text = at (printed, m - back - 1)->text;
      back++;
    }
  align (blocks, front, n - front - back, printed, front, m - front - back);
}

GPtrArray *
sheet_part (GPtrArray *blocks, const GPtrArray *alone)
{
  GPtrArray *parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) printed = told_new ();
  g_autoptr (GArray) told = told_new ();
  guint text = 0;

  for (guint i = 0; i < alone->len; i++)
    {
      tell (printed, alone->pdata[i], i + 1);
      g_ptr_array_add (parts, block_array_new ());
    }
  tell (told, blocks, 0);
  settle (told, printed);
  for (guint i = 0; i < blocks->len; i++)
    {
      text = MAX (text, MAX (at (told, i)->text, 1));
      g_ptr_array_add (parts->pdata[text - 1], g_steal_pointer (&blocks->pdata[i]));
    }
  g_ptr_array_set_size (blocks, 0);
  return parts;
}
