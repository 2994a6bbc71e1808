/* app/fix/text.c — fixes of names and sentences. */

#include "app/fix/case.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "db/catalogue-entry.h"
#include "db/goal.h"
#include "db/listing.h"
#include "db/sub-goal.h"

#include <stdlib.h>
#include <string.h>

#define PHRASE_CERTAIN 3 /* characters; 研究研究 may be meant */

/* Replaces in one column of a row; nothing where old does not stand there. */
static void
replace (Fix *fix, const char *table, gint64 row, const char *column, const char *text,
         const char *old, const char *new)
{
  g_autoptr (GString) changed = g_string_new (text);

  if (text != NULL && g_string_replace (changed, old, new, 0) > 0)
    fix_set (fix, table, row, column, text, changed->str);
}

static void
replace_in_row (Fix *fix, const Indicator *row, const char *old, const char *new)
{
  gint64 id = row->record.id;

  replace (fix, "indicator", id, "name", row->name, old, new);
  replace (fix, "indicator", id, "description", row->description, old, new);
  replace (fix, "indicator", id, "value_text", row->value_text, old, new);
  replace (fix, "indicator", id, "unit_text", row->unit_text, old, new);
}

void
fix_repeated_phrase (const FixCase *self)
{
  const char      *twice = self->finding->seen;
  glong            half = g_utf8_strlen (twice, -1) / 2;
  g_autofree char *once = g_utf8_substring (twice, 0, half);
  Fix             *fix = fix_add (self, half >= PHRASE_CERTAIN);

  if (self->indicator != NULL)
    replace_in_row (fix, self->indicator, twice, once);
  else
    replace (fix, "project", self->project->record.id, "purpose",
             self->project->purpose, twice, once);
}

/* The part of text that folds to folded, newly allocated; NULL when there is none. */
static char *
part_that_folds_to (const char *text, const char *folded)
{
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  for (glong from = 0; from < length; from++)
    for (glong to = from + 1; to <= length; to++)
      {
        g_autofree char *part = g_utf8_substring (text, from, to);
        g_autofree char *its = fold (part);

        if (strcmp (its, folded) == 0)
          return g_steal_pointer (&part);
        if (!g_str_has_prefix (folded, its))
          break;
      }
  return NULL;
}

/* The heading with another name in it: 1、…项目绩效目标表.  项目 is not written twice.
 */
static char *
heading_with (const char *heading, const char *heading_name, const char *name)
{
  g_autofree char *part = part_that_folds_to (heading, heading_name);
  const char      *at = part != NULL ? strstr (heading, part) : NULL;
  const char      *rest;

  if (at == NULL)
    return NULL;
  rest = at + strlen (part);
  if (g_str_has_suffix (name, "项目") && g_str_has_prefix (rest, "项目"))
    rest += strlen ("项目");
  return g_strdup_printf ("%.*s%s%s", (int) (at - heading), heading, name, rest);
}

/* 项目名称 is what the budget system knows the project by: what stands above the table
 * follows it, unless two other places agree against it.  */
void
fix_names (const FixCase *self)
{
  const Project   *project = self->project;
  gint64           id = project->record.id;
  g_autofree char *title_row = fold (project->title_row_name);
  gboolean         agree = strcmp (title_row, self->reading->heading_name) == 0;
  gboolean         is_heading = g_strcmp0 (self->finding->field, "heading") == 0;
  gint64           lists = reading_lists_against (self->db, id, self->error);
  gboolean         is_certain = !agree && lists == 0;
  g_autofree char *heading =
      is_heading
          ? heading_with (project->heading, self->reading->heading_name, project->name)
          : NULL;
  const char *rival =
      is_heading ? self->reading->heading_name : project->title_row_name;

  if (is_heading && heading != NULL)
    fix_set (fix_add (self, is_certain), "project", id, "heading", project->heading,
             heading);
  else if (!is_heading)
    fix_set (fix_add (self, is_certain), "project", id, "title_row_name",
             project->title_row_name, project->name);
  if (!is_certain)
    fix_set (fix_add (self, FALSE), "project", id, "name", project->name, rival);
}

/* Of goals that say the same one is enough. */
void
fix_goal_twice (const FixCase *self)
{
  Fix *fix = fix_add (self, TRUE);

  for (guint i = 0; i < self->project->goals->len; i++)
    {
      const Goal        *goal = self->project->goals->pdata[i];
      const GoalReading *reading = self->reading->goals->pdata[i];

      if (reading->same_text_place != DB_NULL &&
          g_strcmp0 (goal->text, self->finding->seen) == 0)
        fix_remove (fix, "goal", goal->record.id, goal->text);
    }
}

/* The budget year for the only other year that a text names. */
void
fix_other_year (const FixCase *self)
{
  const Finding   *finding = self->finding;
  g_autofree char *old = g_strconcat (finding->seen, "年", NULL);
  g_autofree char *new = g_strconcat (finding->expected, "年", NULL);
  const Project *project = self->project;
  Fix           *fix;

  if (project == NULL || strstr (finding->seen, "、") != NULL)
    return;
  fix = fix_add (self, FALSE);
  if (self->indicator != NULL)
    replace_in_row (fix, self->indicator, old, new);
  else if (g_strcmp0 (finding->field, "purpose") == 0)
    replace (fix, "project", project->record.id, "purpose", project->purpose, old, new);
  else if (g_strcmp0 (finding->field, "project_name") == 0)
    replace (fix, "project", project->record.id, "name", project->name, old, new);
  for (guint i = 0; g_strcmp0 (finding->field, "goal") == 0 && i < project->goals->len;
       i++)
    {
      const Goal *goal = project->goals->pdata[i];

      replace (fix, "goal", goal->record.id, "text", goal->text, old, new);
    }
}

/* Puts the year of a document's number into 〔〕, as GB/T 9704 has it. */
static void
set_brackets (Fix *fix, const char *table, gint64 row, const char *column,
              const char *text)
{
  static const char number[] =
      "(?<=[\\x{4e00}-\\x{9fff}])(\\s*)[﹝【\\[［(（]\\s*((?:19|20)[0-9]{2})"
      "\\s*[﹞】\\]］)）](?=\\s*第?\\s*[0-9]{1,5}\\s*号)";
  g_autofree char *changed = NULL;

  if (text == NULL)
    return;
  changed =
      g_regex_replace (pattern_regex (number), text, -1, 0, "\\1〔\\2〕", 0, NULL);
  fix_set (fix, table, row, column, text, changed);
}

static void
set_project_brackets (Fix *fix, const Project *project)
{
  const char *names[] = { "heading", "title_row_name", "name", "purpose" };
  const char *texts[] = { project->heading, project->title_row_name, project->name,
                          project->purpose };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    set_brackets (fix, "project", project->record.id, names[i], texts[i]);
  for (guint i = 0; i < project->goals->len; i++)
    {
      const Goal *goal = project->goals->pdata[i];

      set_brackets (fix, "goal", goal->record.id, "text", goal->text);
    }
  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator *row = project->indicators->pdata[i];
      gint64           id = row->record.id;

      set_brackets (fix, "indicator", id, "name", row->name);
      set_brackets (fix, "indicator", id, "description", row->description);
      set_brackets (fix, "indicator", id, "basis", row->basis);
    }
}

/* The lists that name the projects change with them. */
static void
set_list_brackets (Fix *fix, Db *db, gint64 document, GError **error)
{
  GPtrArray *entries = db_record_list (db, &catalogue_entry_table, document, error);
  GPtrArray *goals =
      entries != NULL ? db_record_list (db, &sub_goal_table, document, error) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CatalogueEntry *entry = entries->pdata[i];

      set_brackets (fix, "catalogue_entry", entry->record.id, "text", entry->text);
    }
  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      const SubGoal *goal = goals->pdata[i];

      set_brackets (fix, "sub_goal", goal->record.id, "title", goal->title);
    }
  db_record_array_free (&catalogue_entry_table, entries);
  db_record_array_free (&sub_goal_table, goals);
}

void
fix_doc_numbers (const FixCase *self)
{
  gint64 document = self->finding->document_id;
  g_autoptr (GPtrArray) projects = listing_projects (self->db, document, self->error);
  Fix *fix = fix_add (self, TRUE);

  for (guint i = 0; projects != NULL && i < projects->len && *self->error == NULL; i++)
    {
      Project *project =
          db_record_get (self->db, &project_table,
                         ((ListedProject *) projects->pdata[i])->id, self->error);

      if (project != NULL)
        set_project_brackets (fix, project);
      db_record_free (&project_table, project);
    }
  if (projects != NULL)
    set_list_brackets (fix, self->db, document, self->error);
}
