/* app/compare/lineage.c — what continues what, in the order of the later text. */

#include "app/compare/lineage.h"
#include "app/compare/lineage-text.h"

static void
table_free (gpointer data)
{
  LineageTable *table = data;

  g_ptr_array_unref (table->rows);
  g_free (table);
}

static LineageTable *
table_new (const Project *before, const Project *after, int sureness)
{
  LineageTable *table = g_new0 (LineageTable, 1);

  table->before = before;
  table->after = after;
  table->sureness = MIN (sureness, 1000);
  table->is_confirmed = sureness == LINEAGE_SAID;
  table->rows = g_ptr_array_new_with_free_func (g_free);
  return table;
}

/* What each item of a list was paired with: places from 1 and sureness; 0: none. */
typedef struct {
  guint *place;
  int   *sureness;
} Partners;

static Partners
partners_new (Pairing *pairing, guint n, gboolean of_before)
{
  Partners partners = { g_new0 (guint, n + 1), g_new0 (int, n + 1) };
  GArray  *pairs = pairing_get (pairing);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      guint       at = of_before ? pair->before : pair->after;

      partners.place[at] = 1 + (of_before ? pair->after : pair->before);
      partners.sureness[at] = pair->sureness;
    }
  return partners;
}

static void
partners_clear (Partners *partners)
{
  g_free (partners->place);
  g_free (partners->sureness);
}

/* What ended, and the place in the later list that it stands behind; 0: before all. */
typedef struct {
  guint behind, before;
} Ended;

static int
compare_ended (gconstpointer a, gconstpointer b)
{
  const Ended *one = a, *other = b;

  if (one->behind != other->behind)
    return one->behind < other->behind ? -1 : 1;
  return (one->before > other->before) - (one->before < other->before);
}

/* Of n items from first on, whose partners are told, those without one.  A partner
 * outside the stretch of the later list is no neighbour.  */
static GArray *
find_ended (const guint *partner, guint first, guint n, guint first_after,
            guint n_after)
{
  GArray *ended = g_array_new (FALSE, FALSE, sizeof (Ended));
  guint   behind = 0;

  for (guint i = first; i < first + n; i++)
    {
      Ended item = { behind, i };

      if (partner[i] > first_after && partner[i] <= first_after + n_after)
        behind = partner[i] - first_after;
      else if (partner[i] == 0)
        g_array_append_val (ended, item);
    }
  g_array_sort (ended, compare_ended);
  return ended;
}

/* Which of n numbers are not in their longest rising row; 0 is no number. */
static gboolean *
find_moved (const guint *numbers, guint n)
{
  gboolean       *moved = g_new0 (gboolean, n + 1);
  g_autofree int *before = g_new (int, n + 1); /* in the best row that ends here */
  g_autofree int *ends = g_new (int, n + 1);   /* of the best row of each length */
  guint           length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      moved[i] = numbers[i] != 0;
      while (low < high && numbers[i] != 0)
        if (numbers[ends[(low + high) / 2]] < numbers[i])
          low = (low + high) / 2 + 1;
        else
          high = (low + high) / 2;
      if (numbers[i] == 0)
        continue;
      before[i] = low > 0 ? ends[low - 1] : -1;
      ends[low] = (int) i;
      length = MAX (length, low + 1);
    }
  for (int i = length > 0 ? ends[length - 1] : -1; i >= 0; i = before[i])
    moved[i] = FALSE;
  return moved;
}

/* Everything that the tables are made of. */
typedef struct {
  const LineageTexts *texts;
  Partners            tables_before, tables_after, rows_before, rows_after;
} Assembly;

static const LineageSide *
side (const GPtrArray *sides, guint place)
{
  return place > 0 ? sides->pdata[place - 1] : NULL;
}

static const ComparedRow *
row_at (const GPtrArray *rows, guint place)
{
  return place > 0 ? rows->pdata[place - 1] : NULL;
}

static void
add_row (LineageTable *table, const ComparedRow *before, const ComparedRow *after,
         int sureness)
{
  LineageRow *row = g_new0 (LineageRow, 1);

  row->before = before ? before->indicator : NULL;
  row->after = after ? after->indicator : NULL;
  row->sureness = MIN (sureness, 1000);
  row->is_confirmed = sureness == LINEAGE_SAID || (after != NULL && after->is_new);
  g_ptr_array_add (table->rows, row);
}

static void
add_ended_rows (LineageTable *table, const LineageTexts *texts, GArray *ended,
                guint *next, guint behind)
{
  for (; *next < ended->len; ++*next)
    {
      const Ended *item = &g_array_index (ended, Ended, *next);

      if (item->behind != behind)
        return;
      add_row (table, texts->rows_before->pdata[item->before], NULL, 0);
    }
}

/* Marks those that stand among other neighbours now. */
static void
mark_moved (LineageTable *table, const guint *numbers, guint n)
{
  g_autofree gboolean *moved = find_moved (numbers, n);

  for (guint i = 0, k = 0; i < table->rows->len; i++)
    {
      LineageRow *row = table->rows->pdata[i];

      if (row->after != NULL)
        row->is_moved = moved[k++];
    }
}

/* The rows of one table, or of a pair of them. */
static void
add_rows (LineageTable *table, const Assembly *all, const LineageSide *before,
          const LineageSide *after)
{
  const LineageTexts *texts = all->texts;
  guint               first = after ? after->first : 0;
  guint               n = after ? after->project->indicators->len : 0;
  guint               first_before = before ? before->first : 0;
  guint               n_before = before ? before->project->indicators->len : 0;
  guint               next = 0;
  g_autofree guint   *numbers = g_new0 (guint, n + 1);
  g_autoptr (GArray) ended =
      find_ended (all->rows_before.place, first_before, n_before, first, n);

  add_ended_rows (table, texts, ended, &next, 0);
  for (guint i = 0; i < n; i++)
    {
      guint              place = all->rows_after.place[first + i];
      const ComparedRow *row = row_at (texts->rows_before, place);

      add_row (table, row, texts->rows_after->pdata[first + i],
               all->rows_after.sureness[first + i]);
      if (row != NULL && place > first_before && place <= first_before + n_before)
        numbers[i] = place;
      else if (row != NULL)
        ((LineageRow *) table->rows->pdata[table->rows->len - 1])->from =
            ((LineageSide *) texts->before->pdata[row->table])->project;
      add_ended_rows (table, texts, ended, &next, i + 1);
    }
  mark_moved (table, numbers, n);
}

/* The table on the other side where at least half of n rows are, whose partners are
 * told.
 */
static const Project *
find_half (const Partners *partners, guint first, guint n, const GPtrArray *rows,
           const GPtrArray *sides)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = first; i < first + n; i++)
    {
      const ComparedRow *row = row_at (rows, partners->place[i]);
      gpointer           key = row ? GUINT_TO_POINTER (row->table) : NULL;
      guint              count;

      if (row == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      if (count * 2 >= n)
        return ((LineageSide *) sides->pdata[row->table])->project;
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (count));
    }
  return NULL;
}

/* The tables that a person parted this one from, or let it go into.  One that has a
 * partner keeps to it.  */
static void
tell_forks (LineageTable *table, const LineageTexts *texts)
{
  for (guint i = 0; i < texts->forks->len; i++)
    {
      const Pair    *fork = &g_array_index (texts->forks, Pair, i);
      const Project *before =
          ((LineageSide *) texts->before->pdata[fork->before])->project;
      const Project *after =
          ((LineageSide *) texts->after->pdata[fork->after])->project;

      if (table->before == NULL && table->after == after)
        table->origin = before;
      else if (table->after == NULL && table->before == before)
        table->heir = after;
      else
        continue;
      table->is_confirmed = TRUE;
      return;
    }
}

static LineageTable *
assemble (const Assembly *all, const LineageSide *before, const LineageSide *after,
          int sureness)
{
  const LineageTexts *texts = all->texts;
  LineageTable       *table = table_new (before ? before->project : NULL,
                                   after ? after->project : NULL, sureness);

  g_assert (before != NULL || after != NULL);
  add_rows (table, all, before, after);
  table->is_confirmed |= after != NULL && after->is_new;
  tell_forks (table, texts);
  if (before == NULL && table->origin == NULL)
    table->origin =
        find_half (&all->rows_after, after->first, after->project->indicators->len,
                   texts->rows_before, texts->before);
  if (after == NULL && table->heir == NULL)
    table->heir =
        find_half (&all->rows_before, before->first, before->project->indicators->len,
                   texts->rows_after, texts->after);
  return table;
}

static GPtrArray *
assemble_all (const Assembly *all)
{
  const LineageTexts *texts = all->texts;
  GPtrArray          *tables = g_ptr_array_new_with_free_func (table_free);
  g_autoptr (GArray) ended = find_ended (all->tables_before.place, 0,
                                         texts->before->len, 0, texts->after->len);
  guint next = 0;

  for (guint i = 0; i <= texts->after->len; i++)
    {
      if (i > 0)
        g_ptr_array_add (tables,
                         assemble (all,
                                   side (texts->before, all->tables_after.place[i - 1]),
                                   texts->after->pdata[i - 1],
                                   all->tables_after.sureness[i - 1]));
      for (; next < ended->len && g_array_index (ended, Ended, next).behind == i;
           next++)
        g_ptr_array_add (
            tables,
            assemble (all,
                      texts->before->pdata[g_array_index (ended, Ended, next).before],
                      NULL, 0));
    }
  return tables;
}

GPtrArray *
lineage_propose (const Document *before, const Document *after, const GPtrArray *said)
{
  g_auto (LineageTexts) texts = { 0 };
  Assembly   all;
  GPtrArray *tables;

  lineage_texts_init (&texts, before, after, said);
  all = (Assembly){ &texts, partners_new (texts.tables, texts.before->len, TRUE),
                    partners_new (texts.tables, texts.after->len, FALSE),
                    partners_new (texts.rows, texts.rows_before->len, TRUE),
                    partners_new (texts.rows, texts.rows_after->len, FALSE) };
  tables = assemble_all (&all);
  partners_clear (&all.tables_before);
  partners_clear (&all.tables_after);
  partners_clear (&all.rows_before);
  partners_clear (&all.rows_after);
  return tables;
}
