/* app/compare/lineage-row.c — pairing the rows of tables.
 *
 * Most rows of a year are those of the last one, word for word: they are found by a
 * key. Only what remains is scored.
 */

#include "app/compare/lineage-row.h"
#include "app/compare/likeness.h"
#include "app/fold.h"
#include "app/reading/level.h"
#include "db/project.h"

#include <string.h>

#define LEAST        500 /* below it two rows are two */
#define SURE         980 /* same words, another target */
#define BETWEEN      450 /* only its place and level speak for it */
#define MOVED        800 /* to another table */
#define TELLING_SIZE 30  /* bytes: shorter words stand anywhere */

static void
row_free (gpointer data)
{
  ComparedRow *row = data;

  g_free (row->level);
  g_free (row->target);
  g_free (row->words);
  g_free (row->whole);
  g_clear_pointer (&row->name, g_array_unref);
  g_clear_pointer (&row->rest, g_array_unref);
  g_free (row);
}

static char *
fold_three (const char *one, const char *two, const char *three)
{
  g_autofree char *text =
      g_strconcat (one ? one : "", two ? two : "", three ? three : "", NULL);

  return fold (text);
}

static ComparedRow *
row_new (const Indicator *indicator, guint table, guint place, guint rows)
{
  ComparedRow     *row = g_new0 (ComparedRow, 1);
  const char      *level = level2_read (indicator->level2);
  g_autofree char *words = fold_three (indicator->name, " ", indicator->description);
  g_autofree char *rest = fold_three (indicator->criterion, " ", indicator->basis);

  *row = (ComparedRow){
    .indicator = indicator, .table = table, .place = place, .rows = rows
  };
  row->level = level ? g_strdup (level) : fold (indicator->level2);
  row->target = fold_three (indicator->operator_text, indicator->value_text,
                            indicator->unit_text);
  row->whole = g_strjoin ("\n", row->level, words, row->target, rest, NULL);
  row->words = *words != '\0' ? g_strjoin ("\n", row->level, words, NULL) : NULL;
  return row;
}

GPtrArray *
lineage_rows_new (const GPtrArray *tables)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < tables->len; i++)
    {
      const Project *project = tables->pdata[i];

      for (guint k = 0; k < project->indicators->len; k++)
        g_ptr_array_add (rows, row_new (project->indicators->pdata[k], i, k,
                                        project->indicators->len));
    }
  return rows;
}

static void
profile (ComparedRow *row)
{
  const Indicator *indicator = row->indicator;
  g_autofree char *rest = NULL;

  if (row->name != NULL)
    return;
  rest = g_strconcat (indicator->description ? indicator->description : "",
                      indicator->criterion ? indicator->criterion : "",
                      indicator->basis ? indicator->basis : "", NULL);
  row->name = likeness_profile (indicator->name);
  row->rest = likeness_profile (rest);
}

/* What two rows of tables have in common, in parts that weigh differently; what is
 * blank on both sides says nothing.  */
static int
row_score (const ComparedRow *one, const ComparedRow *other)
{
  int    name = likeness_compare (one->name, other->name);
  int    rest = likeness_compare (one->rest, other->rest);
  double place = (one->place + 1.0) / (one->rows + 1);
  double other_place = (other->place + 1.0) / (other->rows + 1);
  double weight = 10, sum = 10 * (1 - ABS (place - other_place));

  if (name >= 0)
    weight += 45, sum += 45.0 * name / LIKENESS_SAME;
  if (rest >= 0)
    weight += 20, sum += 20.0 * rest / LIKENESS_SAME;
  if (*one->level != '\0' || *other->level != '\0')
    weight += 10, sum += 10 * g_str_equal (one->level, other->level);
  if (*one->target != '\0' || *other->target != '\0')
    weight += 15, sum += 15 * g_str_equal (one->target, other->target);
  return (int) (LIKENESS_SAME * sum / weight);
}

/* The rows of two tables, as a pairing of their own sees them. */
typedef struct {
  ComparedRow **before, **after;
  guint         n_before, n_after;
} Tables;

static int
score_cb (guint before, guint after, gpointer data)
{
  Tables *tables = data;

  return row_score (tables->before[before], tables->after[after]);
}

static char **
keys_of (ComparedRow **rows, guint n, gsize offset)
{
  char **keys = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    keys[i] = G_STRUCT_MEMBER (char *, rows[i], offset);
  return keys;
}

static void
pair_by_key (Pairing *pairing, const Tables *tables, gsize offset, int sureness,
             gboolean is_unique)
{
  g_autofree char **before = keys_of (tables->before, tables->n_before, offset);
  g_autofree char **after = keys_of (tables->after, tables->n_after, offset);

  pairing_by_key (pairing, before, after, sureness, is_unique);
}

/* Name and rest together: what candidates are found by. */
static GPtrArray *
profiles_of (ComparedRow **rows, guint n)
{
  GPtrArray *profiles = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    {
      const Indicator *indicator = rows[i]->indicator;
      g_autofree char *text =
          g_strjoin ("\n", indicator->name ? indicator->name : "",
                     indicator->description ? indicator->description : "",
                     indicator->criterion ? indicator->criterion : "", rows[i]->target,
                     indicator->basis, NULL);

      profile (rows[i]);
      g_ptr_array_add (profiles, likeness_profile (text));
    }
  return profiles;
}

static gboolean
is_complete (const Pairing *pairing, const Tables *tables)
{
  guint before = 0, after = 0;

  while (before < tables->n_before && pairing_has_before (pairing, before))
    before++;
  while (after < tables->n_after && pairing_has_after (pairing, after))
    after++;
  return before == tables->n_before || after == tables->n_after;
}

static void
pair_by_likeness (Pairing *pairing, Tables *tables)
{
  g_autoptr (GPtrArray) before = profiles_of (tables->before, tables->n_before);
  g_autoptr (GPtrArray) after = profiles_of (tables->after, tables->n_after);

  pairing_by_likeness (pairing, before, after, LEAST, score_cb, tables);
}

/* A lone row between two paired ones, where a lone row stood between them before, at
 * the same level: it was given another name.  */
static void
pair_between (Pairing *pairing, const Tables *tables)
{
  g_autofree int *partner = g_new (int, tables->n_after + 2);
  GArray         *pairs = pairing_get (pairing);

  /* Partners counted from 1; the edges of the tables are partners too. */
  partner[0] = 0;
  for (guint i = 1; i <= tables->n_after; i++)
    partner[i] = -1;
  partner[tables->n_after + 1] = (int) tables->n_before + 1;
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      partner[pair->after + 1] = (int) pair->before + 1;
    }
  for (guint i = 1; i <= tables->n_after; i++)
    {
      guint before = (guint) partner[i - 1]; /* of the row between, counted from 0 */

      if (partner[i] == -1 && partner[i - 1] >= 0 &&
          partner[i + 1] == partner[i - 1] + 2 && !pairing_has_after (pairing, i - 1) &&
          !pairing_has_before (pairing, before) &&
          g_str_equal (tables->before[before]->level, tables->after[i - 1]->level))
        pairing_join (pairing, before, i - 1, BETWEEN);
    }
}

/* Hands what is paired in two tables to the pairing of all. */
static void
hand_over (Pairing *from, Pairing *to, guint first_before, guint first_after)
{
  GArray *pairs = pairing_get (from);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      pairing_join (to, first_before + pair->before, first_after + pair->after,
                    pair->sureness);
    }
}

void
lineage_rows_pair (Pairing *all, GPtrArray *before, guint first_before, guint n_before,
                   GPtrArray *after, guint first_after, guint n_after)
{
  g_autoptr (Pairing) pairing = NULL;
  Tables tables;

  if (n_before == 0 || n_after == 0)
    return;
  tables = (Tables){ (ComparedRow **) before->pdata + first_before,
                     (ComparedRow **) after->pdata + first_after, n_before, n_after };
  pairing = pairing_new (n_before, n_after);
  for (guint i = 0; i < n_before; i++)
    if (pairing_has_before (all, first_before + i))
      pairing_skip_before (pairing, i);
  for (guint i = 0; i < n_after; i++)
    if (pairing_has_after (all, first_after + i))
      pairing_skip_after (pairing, i);
  pair_by_key (pairing, &tables, G_STRUCT_OFFSET (ComparedRow, whole), LIKENESS_SAME,
               FALSE);
  pair_by_key (pairing, &tables, G_STRUCT_OFFSET (ComparedRow, words), SURE, TRUE);
  if (!is_complete (pairing, &tables))
    {
      pair_by_likeness (pairing, &tables);
      pair_between (pairing, &tables);
    }
  hand_over (pairing, all, first_before, first_after);
}

/* The keys of rows that tell: 预算执行率 stands in every table, it comes and goes and
 * does not move.  has_partner, when not NULL, keeps only rows whose table has none.  */
static char **
telling_keys (GPtrArray *rows, gsize offset, const Pairing *tables,
              gboolean (*has_partner) (const Pairing *, guint))
{
  char **keys = keys_of ((ComparedRow **) rows->pdata, rows->len, offset);

  for (guint i = 0; i < rows->len; i++)
    {
      const ComparedRow *row = rows->pdata[i];

      if (row->words == NULL || strlen (row->words) < TELLING_SIZE ||
          (has_partner != NULL && has_partner (tables, row->table)))
        keys[i] = NULL;
    }
  return keys;
}

/* The pair of tables that a pair of rows stands in. */
static gint64
tables_of (const Pair *pair, const GPtrArray *before, const GPtrArray *after)
{
  return ((gint64) ((ComparedRow *) before->pdata[pair->before])->table << 32) |
         ((ComparedRow *) after->pdata[pair->after])->table;
}

/* Joins the pairs whose tables have at least two in common, or one that is half of
 * either: a lone row with the words of one that went and another target is another row,
 * two tell of a merger or a split.  */
static void
join_what_goes_together (Pairing *all, const GArray *pairs, const GPtrArray *before,
                         const GPtrArray *after)
{
  g_autoptr (GHashTable) counts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      gint64 key = tables_of (&g_array_index (pairs, Pair, i), before, after);
      guint  n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &key));

      g_hash_table_insert (counts, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      gint64      key = tables_of (pair, before, after);
      guint       n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &key));
      guint       fewest = MIN (((ComparedRow *) before->pdata[pair->before])->rows,
                                ((ComparedRow *) after->pdata[pair->after])->rows);

      if (n >= 2 || n * 2 >= fewest)
        pairing_join (all, pair->before, pair->after, pair->sureness);
    }
}

/* Pairs what is left by words that stand once in what is left of either text. */
static void
pair_telling (Pairing *all, GPtrArray *before, char *const *early, GPtrArray *after,
              char *const *late)
{
  g_autoptr (Pairing) pairing = pairing_new (before->len, after->len);

  for (guint i = 0; i < before->len; i++)
    if (pairing_has_before (all, i))
      pairing_skip_before (pairing, i);
  for (guint i = 0; i < after->len; i++)
    if (pairing_has_after (all, i))
      pairing_skip_after (pairing, i);
  pairing_by_key (pairing, early, late, MOVED, TRUE);
  join_what_goes_together (all, pairing_get (pairing), before, after);
}

void
lineage_rows_pair_across (Pairing *all, const Pairing *tables, GPtrArray *before,
                          GPtrArray *after)
{
  const gsize whole = G_STRUCT_OFFSET (ComparedRow, whole);
  const gsize words = G_STRUCT_OFFSET (ComparedRow, words);
  /* Between two tables that go on, a row with another target is another row. */
  const struct {
    gboolean (*before) (const Pairing *, guint);
    gboolean (*after) (const Pairing *, guint);
  } passes[] = { { pairing_has_before, NULL }, { NULL, pairing_has_after } };
  g_autofree char **all_early = telling_keys (before, whole, tables, NULL);
  g_autofree char **all_late = telling_keys (after, whole, tables, NULL);

  pairing_by_key (all, all_early, all_late, MOVED, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      g_autofree char **early = telling_keys (before, words, tables, passes[i].before);
      g_autofree char **late = telling_keys (after, words, tables, passes[i].after);

      pair_telling (all, before, early, after, late);
    }
}
