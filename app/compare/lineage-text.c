/* app/compare/lineage-text.c — pairing the tables of two texts, and then their rows. */

#include "app/compare/lineage-text.h"
#include "app/compare/likeness.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "app/reading/code.h"
#include "db/lineage.h"

#include <string.h>

#define SURE  960 /* the same code, or the same name in the same unit */
#define LEAST 450 /* below it two tables are two */
#define KIND  500 /* the only one of its kind: the overall table */

static void
table_free (gpointer data)
{
  LineageSide *table = data;

  g_free (table->code);
  g_free (table->unit);
  g_free (table->key);
  g_array_unref (table->name);
  g_array_unref (table->content);
  g_free (table);
}

/* The words of its purpose and rows. */
static char *
content_text (const Project *project)
{
  GString *text = g_string_new (project->purpose);

  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator *row = project->indicators->pdata[i];

      g_string_append (text, row->name ? row->name : "\n");
    }
  return g_string_free (text, FALSE);
}

/* A name without its years, so that it is the same next year. */
static char *
name_key (const Project *project, const char *unit)
{
  g_autofree char *name = fold (project->name);
  g_autofree char *plain = NULL;

  if (*name == '\0')
    return NULL;
  plain = g_regex_replace_literal (pattern_regex (
                                       "(?<![0-9])(19|20)[0-9]{2}(年度?)?(?![0-9])"),
                                   name, -1, 0, "", 0, NULL);
  return g_strjoin ("\n", project->kind, plain, unit, NULL);
}

static LineageSide *
table_new (const Project *project, guint first)
{
  LineageSide     *table = g_new0 (LineageSide, 1);
  g_autofree char *content = content_text (project);

  table->project = project;
  table->first = first;
  table->unit = fold (project->unit_name);
  table->key = name_key (project, table->unit);
  table->name = likeness_profile (project->name);
  table->content = likeness_profile (content);
  code_read (project->code, &table->code);
  return table;
}

static GPtrArray *
tables_new (const Document *document)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (table_free);
  guint      first = 0;

  for (guint i = 0; i < document->projects->len; i++)
    {
      const Project *project = document->projects->pdata[i];

      g_ptr_array_add (tables, table_new (project, first));
      first += project->indicators->len;
    }
  return tables;
}

/* What two tables have in common: a code outlives a name, a name outlives the rows. */
static int
score_cb (guint before, guint after, gpointer data)
{
  LineageTexts      *texts = data;
  const LineageSide *one = texts->before->pdata[before],
                    *other = texts->after->pdata[after];
  int    name = likeness_compare (one->name, other->name);
  int    content = likeness_compare (one->content, other->content);
  double weight = 10, sum = 10 * g_str_equal (one->unit, other->unit);
  gint64 amount = one->project->amount_fen, other_amount = other->project->amount_fen;

  if (!g_str_equal (one->project->kind, other->project->kind))
    return 0;
  if (name >= 0)
    weight += 40, sum += 40.0 * name / LIKENESS_SAME;
  if (content >= 0)
    weight += 25, sum += 25.0 * content / LIKENESS_SAME;
  if (one->code != NULL && other->code != NULL && g_str_equal (one->code, other->code))
    weight += 30, sum += 30;
  else if (one->code != NULL && other->code != NULL)
    weight += 10;
  if (amount != DB_NULL && other_amount != DB_NULL)
    weight += 5, sum += amount == other_amount ? 5 : 0;
  return (int) (LIKENESS_SAME * sum / weight);
}

static char **
keys_of (GPtrArray *tables, gsize offset)
{
  char **keys = g_new0 (char *, tables->len + 1);

  for (guint i = 0; i < tables->len; i++)
    keys[i] = G_STRUCT_MEMBER (char *, tables->pdata[i], offset);
  return keys;
}

static void
pair_by_key (LineageTexts *texts, gsize offset, int sureness)
{
  g_autofree char **before = keys_of (texts->before, offset);
  g_autofree char **after = keys_of (texts->after, offset);

  pairing_by_key (texts->tables, before, after, sureness, TRUE);
}

/* Name, code and content together: what candidates are found by. */
static GPtrArray *
profiles_of (GPtrArray *tables)
{
  GPtrArray *profiles =
      g_ptr_array_new_full (tables->len, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageSide *table = tables->pdata[i];
      g_autofree char   *content = content_text (table->project);
      g_autofree char   *text =
          g_strjoin ("\n", table->project->name ? table->project->name : "",
                     table->code ? table->code : "", table->unit, content, NULL);

      g_ptr_array_add (profiles, likeness_profile (text));
    }
  return profiles;
}

/* The one table of its kind in either text: the overall one. */
static void
pair_single_kinds (LineageTexts *texts)
{
  static const char *const kinds[] = { "overall", "special_fund" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char **before = g_new0 (char *, texts->before->len + 1);
      g_autofree char **after = g_new0 (char *, texts->after->len + 1);

      for (guint k = 0; k < texts->before->len; k++)
        if (g_str_equal (((LineageSide *) texts->before->pdata[k])->project->kind,
                         kinds[i]))
          before[k] = (char *) kinds[i];
      for (guint k = 0; k < texts->after->len; k++)
        if (g_str_equal (((LineageSide *) texts->after->pdata[k])->project->kind,
                         kinds[i]))
          after[k] = (char *) kinds[i];
      pairing_by_key (texts->tables, before, after, KIND, TRUE);
    }
}

static void
pair_tables (LineageTexts *texts)
{
  g_autoptr (GPtrArray) early = profiles_of (texts->before);
  g_autoptr (GPtrArray) late = profiles_of (texts->after);

  pair_by_key (texts, G_STRUCT_OFFSET (LineageSide, code), SURE);
  pair_by_key (texts, G_STRUCT_OFFSET (LineageSide, key), SURE);
  pair_single_kinds (texts);
  pairing_by_likeness (texts->tables, early, late, LEAST, score_cb, texts);
}

/* Places of the records by their ids. */
static GHashTable *
table_places (GPtrArray *tables)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < tables->len; i++)
    g_hash_table_insert (places,
                         (gpointer) &
                             ((LineageSide *) tables->pdata[i])->project->record.id,
                         GUINT_TO_POINTER (i + 1));
  return places;
}

static GHashTable *
row_places (GPtrArray *rows)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (places,
                         (gpointer) &
                             ((ComparedRow *) rows->pdata[i])->indicator->record.id,
                         GUINT_TO_POINTER (i + 1));
  return places;
}

/* Takes one thing that was said; of what is gone since, nothing.  What has its partner
 * already goes to the forks, which may be NULL.  Whether the later one is new.  */
static gboolean
take (Pairing *pairing, guint from, guint to, gboolean is_new, GArray *forks)
{
  Pair pair = { from - 1, to - 1, LINEAGE_SAID };

  if (to == 0 || (from == 0 && !is_new))
    return FALSE;
  if (is_new && !pairing_has_after (pairing, to - 1))
    {
      pairing_skip_after (pairing, to - 1);
      return TRUE;
    }
  if (!is_new && !pairing_has_before (pairing, from - 1) &&
      !pairing_has_after (pairing, to - 1))
    pairing_join (pairing, pair.before, pair.after, pair.sureness);
  else if (!is_new && forks != NULL)
    g_array_append_val (forks, pair);
  return FALSE;
}

static guint
place_of (GHashTable *places, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));
}

/* Neither side of a fork is proposed another partner. */
static void
settle_forks (LineageTexts *texts)
{
  for (guint i = 0; i < texts->forks->len; i++)
    {
      const Pair *fork = &g_array_index (texts->forks, Pair, i);

      pairing_skip_before (texts->tables, fork->before);
      pairing_skip_after (texts->tables, fork->after);
    }
}

static void
take_what_was_said (LineageTexts *texts, const GPtrArray *said)
{
  g_autoptr (GHashTable) tables_before = table_places (texts->before);
  g_autoptr (GHashTable) tables_after = table_places (texts->after);
  g_autoptr (GHashTable) rows_before = row_places (texts->rows_before);
  g_autoptr (GHashTable) rows_after = row_places (texts->rows_after);

  for (guint i = 0; said != NULL && i < said->len; i++)
    {
      const Lineage *lineage = said->pdata[i];

      if (lineage->indicator_id == DB_NULL)
        {
          guint to = place_of (tables_after, lineage->project_id);

          if (take (texts->tables,
                    place_of (tables_before, lineage->earlier_project_id), to,
                    lineage->earlier_project_id == DB_NULL, texts->forks))
            ((LineageSide *) texts->after->pdata[to - 1])->is_new = TRUE;
        }
      else
        {
          guint to = place_of (rows_after, lineage->indicator_id);

          if (take (texts->rows, place_of (rows_before, lineage->earlier_indicator_id),
                    to, lineage->earlier_indicator_id == DB_NULL, NULL))
            ((ComparedRow *) texts->rows_after->pdata[to - 1])->is_new = TRUE;
        }
    }
  settle_forks (texts);
}

static void
pair_rows_of (LineageTexts *texts, const GArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const Pair        *pair = &g_array_index (tables, Pair, i);
      const LineageSide *before = texts->before->pdata[pair->before];
      const LineageSide *after = texts->after->pdata[pair->after];

      lineage_rows_pair (texts->rows, texts->rows_before, before->first,
                         before->project->indicators->len, texts->rows_after,
                         after->first, after->project->indicators->len);
    }
}

static void
pair_rows (LineageTexts *texts)
{
  pair_rows_of (texts, pairing_get (texts->tables));
  pair_rows_of (texts, texts->forks);
  lineage_rows_pair_across (texts->rows, texts->tables, texts->rows_before,
                            texts->rows_after);
}

void
lineage_texts_init (LineageTexts *texts, const Document *before, const Document *after,
                    const GPtrArray *said)
{
  texts->before = tables_new (before);
  texts->after = tables_new (after);
  texts->rows_before = lineage_rows_new (before->projects);
  texts->rows_after = lineage_rows_new (after->projects);
  texts->tables = pairing_new (texts->before->len, texts->after->len);
  texts->rows = pairing_new (texts->rows_before->len, texts->rows_after->len);
  texts->forks = g_array_new (FALSE, FALSE, sizeof (Pair));
  take_what_was_said (texts, said);
  pair_tables (texts);
  pair_rows (texts);
}

void
lineage_texts_clear (LineageTexts *texts)
{
  pairing_free (texts->tables);
  pairing_free (texts->rows);
  g_array_unref (texts->forks);
  g_ptr_array_unref (texts->before);
  g_ptr_array_unref (texts->after);
  g_ptr_array_unref (texts->rows_before);
  g_ptr_array_unref (texts->rows_after);
}
