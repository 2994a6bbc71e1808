/* ui/block-slice.c — cuts tables where no merged cell goes on. */

#include "ui/block-slice.h"

/* How many characters of a column count for its width. */
#define NARROWEST 5
#define WIDEST    26

static void
slice_free (gpointer data)
{
  UiBlockSlice *slice = data;

  g_clear_pointer (&slice->starts, g_array_unref);
  g_clear_pointer (&slice->edges, g_array_unref);
  g_free (slice);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static GArray *
find_starts (const Block *block)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < block->cells->len; i++)
    {
      const BlockCell *cell = block->cells->pdata[i];

      if (g_hash_table_add (seen, GUINT_TO_POINTER (cell->col)))
        g_array_append_val (starts, cell->col);
    }
  g_array_sort (starts, compare_starts);
  return starts;
}

/* The place of the first start that is not before a column. */
static guint
place_of (const GArray *starts, guint col)
{
  guint i = 0;

  while (i < starts->len && g_array_index (starts, guint, i) < col)
    i++;
  return i;
}

/* What a column wants is what the longest of its own cells does, within limits. */
static GArray *
find_edges (const Block *block, const GArray *starts)
{
  GArray           *edges = g_array_new (FALSE, TRUE, sizeof (double));
  g_autofree glong *wants = g_new0 (glong, starts->len + 1);
  double            all = 0, so_far = 0;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const BlockCell *cell = block->cells->pdata[i];
      guint            from = place_of (starts, cell->col);

      if (place_of (starts, cell->col + cell->col_span) == from + 1)
        wants[from] = MAX (wants[from], g_utf8_strlen (cell->text, -1));
    }
  for (guint i = 0; i < starts->len; i++)
    {
      wants[i] = CLAMP (wants[i] + 1, NARROWEST, WIDEST);
      all += wants[i];
    }
  for (guint i = 0; i <= starts->len; i++)
    {
      double edge = all > 0 ? so_far / all : 1;

      g_array_append_val (edges, edge);
      so_far += wants[i];
    }
  return edges;
}

/* The first cell after one that no cell from it on goes beyond. */
static guint
find_cut (const Block *block, guint first)
{
  const BlockCell *cell = block->cells->pdata[first];
  guint            end = cell->row + cell->row_span, i;

  for (i = first + 1; i < block->cells->len; i++)
    {
      cell = block->cells->pdata[i];
      if (cell->row >= end)
        return i;
      end = MAX (end, cell->row + cell->row_span);
    }
  return i;
}

static void
cut_table (GPtrArray *slices, guint index, const Block *block, guint number)
{
  g_autoptr (GArray) starts = find_starts (block);
  g_autoptr (GArray) edges = find_edges (block, starts);

  for (guint first = 0; first < block->cells->len;)
    {
      UiBlockSlice *slice = g_new0 (UiBlockSlice, 1);
      guint         end = find_cut (block, first);

      *slice = (UiBlockSlice){ .block = index,
                               .of = block,
                               .first = first,
                               .n = end - first,
                               .table = first == 0 ? number : 0,
                               .starts = g_array_ref (starts),
                               .edges = g_array_ref (edges) };
      g_ptr_array_add (slices, slice);
      first = end;
    }
}

static guint
page_of (const UiBlockSlice *slice)
{
  const BlockCell *cell = slice->n > 0 ? slice->of->cells->pdata[slice->first] : NULL;

  return cell != NULL && cell->page > 0 ? cell->page : slice->of->page;
}

GPtrArray *
ui_block_slices (GPtrArray *blocks)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func (slice_free);
  guint      tables = 0, page = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block  *block = blocks->pdata[i];
      UiBlockSlice *slice;

      if (block->cells != NULL)
        {
          cut_table (slices, i, block, ++tables);
          continue;
        }
      if (block_is_blank (block->text))
        continue;
      slice = g_new0 (UiBlockSlice, 1);
      slice->block = i;
      slice->of = block;
      g_ptr_array_add (slices, slice);
    }
  for (guint i = 0; i < slices->len; i++)
    {
      UiBlockSlice *slice = slices->pdata[i];

      if (page_of (slice) > page)
        slice->page = page = page_of (slice);
    }
  return slices;
}

gboolean
ui_block_slice_has (const UiBlockSlice *slice, guint block, const BlockCell *cell)
{
  if (slice->block != block || (cell == NULL) != (slice->n == 0))
    return FALSE;
  for (guint i = 0; i < slice->n; i++)
    if (slice->of->cells->pdata[slice->first + i] == cell)
      return TRUE;
  return cell == NULL;
}

double
ui_block_slice_edge (const UiBlockSlice *slice, guint col)
{
  return g_array_index (slice->edges, double, place_of (slice->starts, col));
}
