/* app/fix/fix.c — what would put a finding right: the fixes of each rule. */

#include "app/fix/fix.h"
#include "app/edit/edit.h"
#include "app/fix/case.h"
#include "db/title.h"

#include <string.h>

/* A rule that is not here knows no fix: only a person can say what is meant. */
static const struct {
  const char *rule;
  FixMaker    make;
  gboolean    needs_row;
} makers[] = {
  { "cost-total-mismatch", fix_money_unit, TRUE },
  { "amount-exceeds-budget", fix_money_unit, TRUE },
  { "cost-floor", fix_upper_limit, TRUE },
  { "direction-contradicts-name", fix_upper_limit, TRUE },
  { "rate-without-percent", fix_rate_without_percent, TRUE },
  { "unit-missing", fix_unit_missing, TRUE },
  { "unit-in-value-cell", fix_unit_cell, TRUE },
  { "percent-at-least-100", fix_at_least_100, TRUE },
  { "percent-over-100", fix_over_100, TRUE },
  { "operator-missing", fix_operator_missing, TRUE },
  { "number-hidden-in-text", fix_hidden_number, TRUE },
  { "satisfaction-100", fix_satisfaction_100, TRUE },
  { "count-as-text", fix_words, TRUE },
  { "rate-with-text", fix_words, TRUE },
  { "cost-as-text", fix_words, TRUE },
  { "satisfaction-as-text", fix_words, TRUE },
  { "text-despite-numeric-criterion", fix_words, TRUE },
  { "level2-misfiled", fix_misfiled, TRUE },
  { "vague-wording", fix_vague, FALSE },
  { "operator-in-words", fix_operator_in_words, TRUE },
  { "typo", fix_typo, FALSE },
  { "code-zeros-lost", fix_code_zeros, FALSE },
  { "embedded-space", fix_residue, FALSE },
  { "field-code-residue", fix_residue, FALSE },
  { "nonstandard-level2", fix_level2, TRUE },
  { "level2-under-wrong-level1", fix_level1_of_level2, TRUE },
  { "nonstandard-level1", fix_level1_alias, FALSE },
  { "repeated-phrase", fix_repeated_phrase, FALSE },
  { "funding-parts-sum", fix_funding_sum, FALSE },
  { "funding-source-missing", fix_funding_missing, FALSE },
  { "plan-blank-cell", fix_plan_blanks, FALSE },
  { "plan-mixed-percent", fix_plan_percent, FALSE },
  { "plan-not-cumulative", fix_plan_increments, FALSE },
  { "plan-not-100", fix_plan_increments, FALSE },
  { "name-mismatch", fix_names, FALSE },
  { "goal-duplicate-within-project", fix_goal_twice, FALSE },
  { "other-year-mentioned", fix_other_year, FALSE },
  { "doc-number-style", fix_doc_numbers, FALSE },
};

static void
fix_clear (gpointer data)
{
  Fix *fix = data;

  g_free (fix->rule);
  g_free (fix->title);
  g_free (fix->place);
  g_free (fix->field);
  g_free (fix->label);
  g_free (fix->obstacle);
  g_array_unref (fix->changes);
}

Fix *
fix_ref (Fix *fix)
{
  return g_atomic_rc_box_acquire (fix);
}

void
fix_unref (gpointer fix)
{
  g_atomic_rc_box_release_full (fix, fix_clear);
}

/* What the fixes are looked for in: the project that was asked for last. */
typedef struct {
  Db             *db;
  Words          *words;
  Project        *project;
  ProjectReading *reading;
} Workshop;

static void
put_project (Workshop *workshop)
{
  if (workshop->project == NULL)
    return;
  g_clear_pointer (&workshop->reading, reading_of_project_free);
  db_record_free (&project_table, workshop->project);
  workshop->project = NULL;
}

static void
workshop_clear (Workshop *workshop)
{
  put_project (workshop);
  g_clear_pointer (&workshop->words, words_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workshop, workshop_clear)

static gboolean
open_workshop (Workshop *workshop, Db *db, GError **error)
{
  g_autoptr (GPtrArray) listed = reading_words (db, error);

  *workshop = (Workshop){ .db = db, .words = listed ? words_new (listed) : NULL };
  return listed != NULL;
}

static gboolean
take_project (Workshop *workshop, gint64 id, GError **error)
{
  if (workshop->project != NULL && workshop->project->record.id == id)
    return TRUE;
  put_project (workshop);
  workshop->project = db_record_get (workshop->db, &project_table, id, error);
  if (workshop->project == NULL)
    return FALSE;
  workshop->reading = reading_of_project (workshop->words, workshop->project);
  return TRUE;
}

static gboolean
find_row (FixCase *self)
{
  for (guint i = 0; i < self->project->indicators->len; i++)
    {
      const Indicator *indicator = self->project->indicators->pdata[i];

      if (indicator->record.id != self->finding->indicator_id)
        continue;
      self->indicator = indicator;
      self->row = self->reading->indicators->pdata[i];
    }
  return self->row != NULL;
}

/* FALSE where what the finding is about is not there. */
static gboolean
find_place (FixCase *self, Workshop *workshop, gboolean needs_row)
{
  const Finding *finding = self->finding;

  if (finding->project_id != DB_NULL)
    {
      if (!take_project (workshop, finding->project_id, self->error))
        return FALSE;
      self->project = workshop->project;
      self->reading = workshop->reading;
    }
  return (finding->indicator_id == DB_NULL || find_row (self)) &&
         (!needs_row || self->row != NULL);
}

static int
maker_of (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if (strcmp (makers[i].rule, rule) == 0)
      return i;
  return -1;
}

static const char *
title_of (Db *db, const FixChange *change)
{
  const char *title;

  if (change->column == NULL)
    return title_of_table (change->table);
  if (change->source != NULL)
    return title_of_source (change->source);
  title = title_of_cell (db, change->table, change->row, change->column);
  return title != NULL ? title : change->column;
}

static char *
label_of_change (Db *db, const FixChange *change)
{
  return edit_label (title_of (db, change), change->old, change->text);
}

/* 指标值 95→95%，单位 （空）→%; of more than three changes, and of those that read the
 * same, the first and how many.  */
static char *
label_of (Db *db, const Fix *fix)
{
  GString *label = g_string_new (NULL);
  guint    n = fix->changes->len;
  guint    shown = n > 3 ? 1 : n;

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *words =
          label_of_change (db, &g_array_index (fix->changes, FixChange, i));

      if (g_strcmp0 (words, label->str) == 0)
        shown = i;
      else
        g_string_append_printf (label, "%s%s", i > 0 ? "，" : "", words);
    }
  if (shown < n)
    g_string_append_printf (label, "，等 %u 处", n);
  return g_string_free (label, FALSE);
}

static int
compare_certainty (gconstpointer one, gconstpointer other)
{
  const Fix *a = *(const Fix *const *) one;
  const Fix *b = *(const Fix *const *) other;

  return b->is_certain - a->is_certain;
}

/* Drops what turned out to change nothing, and names the rest. */
static void
finish (Db *db, GPtrArray *fixes)
{
  for (guint i = fixes->len; i-- > 0;)
    {
      Fix *fix = fixes->pdata[i];

      if (fix->changes->len == 0)
        g_ptr_array_remove_index (fixes, i);
      else
        fix->label = label_of (db, fix);
    }
  g_ptr_array_sort (fixes, compare_certainty);
}

static GPtrArray *
fixes_of (Workshop *workshop, const Finding *finding, GError **error)
{
  g_autoptr (GPtrArray) fixes = g_ptr_array_new_with_free_func (fix_unref);
  g_autoptr (GError) failure = NULL;
  FixCase  self = { .db = workshop->db,
                    .words = workshop->words,
                    .finding = finding,
                    .fixes = fixes,
                    .error = &failure };
  int      maker = maker_of (finding->rule);
  gboolean has_place;

  if (maker == -1)
    return g_steal_pointer (&fixes);
  has_place = find_place (&self, workshop, makers[maker].needs_row);
  if (g_error_matches (failure, DB_ERROR_DOMAIN, DB_MISSING))
    g_clear_error (&failure); /* what is gone needs no fix */
  if (has_place)
    makers[maker].make (&self);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  finish (workshop->db, fixes);
  return g_steal_pointer (&fixes);
}

GPtrArray *
fix_of_finding (Db *db, const Finding *finding, GError **error)
{
  g_auto (Workshop) workshop = { NULL };

  return open_workshop (&workshop, db, error) ? fixes_of (&workshop, finding, error)
                                              : NULL;
}

GPtrArray *
fix_of_findings (Db *db, GPtrArray *findings, Progress *progress, GError **error)
{
  g_auto (Workshop) workshop = { NULL };
  g_autoptr (GPtrArray) certain = g_ptr_array_new_with_free_func (fix_unref);

  if (!open_workshop (&workshop, db, error))
    return NULL;
  progress_begin (progress, 0, findings->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];
      g_autoptr (GPtrArray) fixes = NULL;

      if (!progress_step (progress) && progress_failed (progress, error))
        return NULL;
      if (finding->waived)
        continue;
      fixes = fixes_of (&workshop, finding, error);
      if (fixes == NULL)
        return NULL;
      if (fixes->len > 0 && ((Fix *) *fixes->pdata)->is_certain)
        g_ptr_array_add (certain, g_ptr_array_steal_index (fixes, 0));
    }
  return g_steal_pointer (&certain);
}
