/* app/reading/project.c — what a table of targets means as a whole, and its texts. */

#include "app/reading/project.h"
#include "app/decimal.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "app/reading/code.h"
#include "app/reading/doc-number.h"
#include "app/reading/indicator.h"
#include "app/reading/level.h"
#include "app/reading/plan.h"
#include "app/reading/wording.h"
#include "app/reading/years.h"
#include "db/goal.h"
#include "db/indicator.h"

#include <string.h>

#define GOAL_LONG  8 /* characters; a shorter one may be the same by chance */
#define GOAL_SHORT 4 /* characters; a name, not a statement */

char *
reading_heading_name (const char *heading)
{
  g_autofree char *folded = fold (heading);
  g_autofree char *unnumbered = g_regex_replace_literal (
      pattern_regex ("^(?:\\(?[0-9]+[、.)]|\\(?[一二三四五六七八九十]+[、)])"), folded,
      -1, 0, "", 0, NULL);

  return g_regex_replace_literal (
      pattern_regex ("(?:预算)?(?:项目)?(?:支出)?绩效(?:目标)?(?:申报)?表?$"),
      unnumbered, -1, 0, "", 0, NULL);
}

/* 12 of 12、…; DB_NULL where no number stands in front. */
static gint64
number_of_heading (const char *heading)
{
  g_autofree char *folded = fold (heading);
  gsize            digits = strspn (folded, "0123456789");
  const char      *mark = folded + digits;

  if (digits == 0 || digits > 3 ||
      !(g_str_has_prefix (mark, "、") || *mark == '.' || *mark == ')'))
    return DB_NULL;
  return g_ascii_strtoll (folded, NULL, 10);
}

/* Whether name is the heading's: 项目 and 预算 before 绩效表 may be part of it. */
static gboolean
heading_says (const char *heading_name, const char *heading, const char *name)
{
  static const char *const ends[] = {
    "", "项目", "预算", "预算项目", "支出", "项目支出"
  };
  g_autofree char *folded = fold (heading);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *whole = g_strconcat (heading_name, ends[i], NULL);

      if (strcmp (whole, name) == 0 && strstr (folded, whole) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* NULL when one of them is not there to compare. */
static const char *
match (gboolean is_same, const char *one, const char *other)
{
  if (*one == '\0' || *other == '\0')
    return NULL;
  if (is_same)
    return "same";
  return strstr (one, other) != NULL || strstr (other, one) != NULL ? "part" : "other";
}

static void
read_names (const Project *project, ProjectReading *reading)
{
  g_autofree char *name = fold (project->name);
  g_autofree char *title_row = fold (project->title_row_name);

  reading->heading_name = reading_heading_name (project->heading);
  reading->heading_match =
      g_strdup (match (heading_says (reading->heading_name, project->heading, name),
                       reading->heading_name, name));
  reading->title_row_match =
      g_strdup (match (strcmp (title_row, name) == 0, title_row, name));
  reading->heading_no = number_of_heading (project->heading);
  reading->repeated = reading_repeated_phrase (project->purpose);
}

static void
read_code (const Project *project, ProjectReading *reading)
{
  CodeKind kind = code_read (project->code, &reading->code);

  reading->code_kind = g_strdup (code_kind_name (kind));
  if (kind == CODE_P)
    reading->code_check = g_strdup_printf ("%c", code_check_character (reading->code));
}

static gboolean
is_one_of (const char *kind, const char *const *kinds)
{
  return kind != NULL && g_strv_contains (kinds, kind);
}

/* How many rows of a kind there are.  A row whose level 2 is not standard still counts
 * for its level 1.  */
static void
count_row (const IndicatorReading *row, const Indicator *indicator,
           ProjectReading *reading)
{
  static const char *const costs[] = { "cost", "economic_cost", "social_cost",
                                       "ecological_cost", NULL };
  static const char *const benefits[] = { "economic", "social", "ecological",
                                          "sustainable", NULL };

  gboolean is_alias;

  level1_read (indicator->level1, &is_alias);
  reading->alias_rows += is_alias;
  reading->rows++;
  reading->quantity_rows += g_strcmp0 (row->level2, "quantity") == 0;
  reading->quality_rows += g_strcmp0 (row->level2, "quality") == 0;
  reading->time_rows += g_strcmp0 (row->level2, "time") == 0;
  reading->cost_rows +=
      is_one_of (row->level2, costs) || g_strcmp0 (row->level1, "cost") == 0;
  reading->benefit_rows +=
      is_one_of (row->level2, benefits) || g_strcmp0 (row->level1, "benefit") == 0;
  reading->satisfaction_rows += g_strcmp0 (row->level2, "satisfaction") == 0 ||
                                g_strcmp0 (row->level1, "satisfaction") == 0;
  reading->has_basis |= !row->basis_is_blank;
}

/* The target as one text, equal for equal targets. */
static char *
target_key (const Indicator *indicator, const IndicatorReading *row)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  if (row->number_e6 != DB_NULL)
    {
      number = decimal_write (row->number_e6);
      return g_strconcat (row->sign ? row->sign : "", number, row->unit, NULL);
    }
  words = g_strconcat (indicator->value_text ? indicator->value_text : "",
                       indicator->unit_text, NULL);
  return fold (words);
}

/* The most frequent target. */
static void
read_uniformity (const Project *project, ProjectReading *reading)
{
  g_autoptr (GHashTable) counts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < project->indicators->len; i++)
    {
      char *key =
          target_key (project->indicators->pdata[i], reading->indicators->pdata[i]);
      gint64 count = GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1;

      if (*key != '\0' && count > reading->uniform_rows)
        {
          reading->uniform_rows = count;
          db_record_take_text (&reading->uniform_target, g_strdup (key));
        }
      g_hash_table_replace (counts, key, GINT_TO_POINTER (count));
    }
}

static void
read_indicators (const Words *words, const Project *project, ProjectReading *reading)
{
  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator  *indicator = project->indicators->pdata[i];
      IndicatorReading *row =
          db_record_add (reading->indicators, &indicator_reading_table);
      g_autofree char *name = fold (indicator->name);
      g_autofree char *description = fold (indicator->description);

      reading_of_indicator (words, project, i + 1, row);
      count_row (row, indicator, reading);
      reading->pays_regularly |= words_match (words, "regular_payment", name) ||
                                 words_match (words, "regular_payment", description);
    }
  read_uniformity (project, reading);
}

/* Folded, letters and digits only. */
static char *
key_of (const char *text)
{
  g_autofree char *folded = fold (text);
  GString         *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (key, FALSE);
}

static void
read_goals (const Project *project, ProjectReading *reading)
{
  g_autofree char *name = key_of (project->name);

  for (guint i = 0; i < project->goals->len; i++)
    {
      const Goal  *goal = project->goals->pdata[i];
      GoalReading *read = db_record_add (reading->goals, &goal_reading_table);
      glong        length;

      read->goal_id = goal->record.id;
      read->document_id = project->record.parent;
      read->place = i + 1;
      read->key = key_of (goal->text);
      length = g_utf8_strlen (read->key, -1);
      read->is_long = length >= GOAL_LONG;
      read->is_statement =
          length > GOAL_SHORT && strcmp (read->key, name) != 0 &&
          (!g_str_has_suffix (read->key, "率") || g_str_has_suffix (read->key, "效率"));
      for (guint k = 0; read->same_text_place == DB_NULL && k < i; k++)
        if (strcmp (((GoalReading *) reading->goals->pdata[k])->key, read->key) == 0)
          read->same_text_place = k + 1;
    }
}

static void
read_year (const Project *project, gint64 indicator, const char *field,
           const char *text, ProjectReading *reading)
{
  g_autofree char *years = years_read (text);
  YearReading     *read;

  if (years == NULL)
    return;
  read = db_record_add (reading->years, &year_reading_table);
  read->document_id = project->record.parent;
  read->indicator_id = indicator;
  read->field = g_strdup (field);
  read->years = g_steal_pointer (&years);
  read->text = tidy (text);
}

static void
read_years (const Project *project, ProjectReading *reading)
{
  read_year (project, DB_NULL, "project_name", project->name, reading);
  read_year (project, DB_NULL, "purpose", project->purpose, reading);
  for (guint i = 0; i < project->goals->len; i++)
    read_year (project, DB_NULL, "goal", ((Goal *) project->goals->pdata[i])->text,
               reading);
  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator *indicator = project->indicators->pdata[i];
      gint64           id = indicator->record.id;

      read_year (project, id, "name", indicator->name, reading);
      read_year (project, id, "description", indicator->description, reading);
      read_year (project, id, "value", indicator->value_text, reading);
      read_year (project, id, "unit", indicator->unit_text, reading);
    }
}

static NumberReading *
same_number (GPtrArray *readings, const DocNumber *number)
{
  for (guint i = 0; i < readings->len; i++)
    {
      NumberReading *read = readings->pdata[i];

      if (read->year == number->year && read->number == number->number &&
          strcmp (read->issuer, number->issuer) == 0 &&
          strcmp (read->bracket, number->bracket) == 0)
        return read;
    }
  return NULL;
}

static void
add_numbers (GPtrArray *numbers, const Project *project, ProjectReading *reading)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      const DocNumber *number = numbers->pdata[i];
      NumberReading   *read = same_number (reading->numbers, number);

      if (read == NULL)
        {
          read = db_record_add (reading->numbers, &number_reading_table);
          read->document_id = project->record.parent;
          read->issuer = g_strdup (number->issuer);
          read->year = number->year;
          read->number = number->number;
          read->bracket = g_strdup (number->bracket);
          read->times = 0;
        }
      read->times++;
    }
}

/* The name's number is not among those quoted elsewhere, but another of its issuer is.
 */
static void
read_stray_number (GPtrArray *in_name, GPtrArray *elsewhere, ProjectReading *reading)
{
  const DocNumber *named = in_name->len > 0 ? in_name->pdata[0] : NULL;
  const DocNumber *rival = NULL;

  for (guint i = 0; named != NULL && i < elsewhere->len; i++)
    {
      const DocNumber *number = elsewhere->pdata[i];

      if (number->year == named->year && number->number == named->number)
        return;
      if (rival == NULL && strcmp (number->issuer, named->issuer) == 0)
        rival = number;
    }
  if (rival == NULL)
    return;
  reading->stray_number = doc_number_write (named);
  reading->other_number = doc_number_write (rival);
}

static void
read_numbers (const Words *words, const Project *project, ProjectReading *reading)
{
  g_autoptr (GPtrArray) in_name = doc_numbers_new ();
  g_autoptr (GPtrArray) elsewhere = doc_numbers_new ();

  doc_numbers_add (in_name, words, project->name);
  doc_numbers_add (elsewhere, words, project->purpose);
  for (guint i = 0; i < project->goals->len; i++)
    doc_numbers_add (elsewhere, words, ((Goal *) project->goals->pdata[i])->text);
  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator *indicator = project->indicators->pdata[i];

      doc_numbers_add (elsewhere, words, indicator->description);
      doc_numbers_add (elsewhere, words, indicator->basis);
    }
  read_stray_number (in_name, elsewhere, reading);
  add_numbers (in_name, project, reading);
  add_numbers (elsewhere, project, reading);
}

/* A reading in which every count is 0 and every question is answered no. */
static ProjectReading *
new_reading (void)
{
  ProjectReading *reading = db_record_new (&project_reading_table);
  gint64         *counts[] = {
            &reading->plan_blanks,
            &reading->plan_is_mixed,
            &reading->plan_falls,
            &reading->pays_regularly,
            &reading->rows,
            &reading->quantity_rows,
            &reading->quality_rows,
            &reading->time_rows,
            &reading->cost_rows,
            &reading->benefit_rows,
            &reading->satisfaction_rows,
            &reading->uniform_rows,
            &reading->alias_rows,
            &reading->has_basis,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    *counts[i] = 0;
  return reading;
}

ProjectReading *
reading_of_project (const Words *words, const Project *project)
{
  ProjectReading *reading = new_reading ();

  reading->document_id = project->record.parent;
  reading->is_project = g_strcmp0 (project->kind, "project") == 0;
  read_names (project, reading);
  read_code (project, reading);
  reading_add_plan (reading, project->plan);
  read_indicators (words, project, reading);
  read_goals (project, reading);
  read_years (project, reading);
  reading_add_wordings (words, project, reading);
  reading_add_coverage (words, project, reading);
  read_numbers (words, project, reading);
  return reading;
}

void
reading_of_project_free (ProjectReading *reading)
{
  db_record_free (&project_reading_table, reading);
}
