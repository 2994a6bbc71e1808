/* app/fix/level.c — fixes of the names of 一级指标 and 二级指标. */

#include "app/reading/level.h"
#include "app/fix/case.h"
#include "app/fold.h"
#include "db/listing.h"

#include <string.h>

#define SATISFACTION "服务对象满意度指标"

static void
set_level (Fix *fix, const Indicator *indicator, const char *column, const char *old,
           const char *text)
{
  fix_set (fix, "indicator", indicator->record.id, column, old, text);
}

/* There is only one 二级指标 of satisfaction. */
void
fix_level2 (const FixCase *self)
{
  if (g_strcmp0 (self->row->level1, "satisfaction") == 0)
    set_level (fix_add (self, self->row->says_satisfaction != 0), self->indicator,
               "level2", self->indicator->level2, SATISFACTION);
}

/* The 一级指标 that a 二级指标 belongs under; static, NULL for none. */
static const char *
level1_name (const char *level2)
{
  static const struct {
    const char *level2, *level1;
  } homes[] = {
    { "quantity", "产出指标" },       { "quality", "产出指标" },
    { "time", "产出指标" },           { "cost", "产出指标" },
    { "economic", "效益指标" },       { "social", "效益指标" },
    { "ecological", "效益指标" },     { "sustainable", "效益指标" },
    { "satisfaction", "满意度指标" }, { "economic_cost", "成本指标" },
    { "social_cost", "成本指标" },    { "ecological_cost", "成本指标" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    if (g_strcmp0 (level2, homes[i].level2) == 0)
      return homes[i].level1;
  return NULL;
}

void
fix_level1_of_level2 (const FixCase *self)
{
  const char *level1 = level1_name (self->row->level2);

  if (level1 != NULL)
    set_level (fix_add (self, FALSE), self->indicator, "level1",
               self->indicator->level1, level1);
}

/* Where the office's list has names like this one.  The 一级指标 goes with it. */
void
fix_misfiled (const FixCase *self)
{
  const char *home = self->row->home;
  const char *level1 = home != NULL ? level1_name (level2_read (home)) : NULL;
  Fix        *fix;

  if (level1 == NULL)
    return;
  fix = fix_add (self, FALSE);
  set_level (fix, self->indicator, "level2", self->indicator->level2, home);
  if (self->indicator->level1 != NULL)
    set_level (fix, self->indicator, "level1", self->indicator->level1, level1);
}

static void
replace_aliases (Fix *fix, const Project *project)
{
  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator *indicator = project->indicators->pdata[i];
      g_autofree char *folded = fold (indicator->level1);
      gboolean         is_alias;

      level1_read (indicator->level1, &is_alias);
      if (is_alias)
        set_level (fix, indicator, "level1", indicator->level1,
                   g_str_has_suffix (folded, "指标") ? "效益指标" : "效益");
    }
}

/* The older spelling runs through the whole document, and so does the fix. */
void
fix_level1_alias (const FixCase *self)
{
  Fix *fix;
  g_autoptr (GPtrArray) projects = NULL;

  if (self->project != NULL)
    return;
  projects = listing_projects (self->db, self->finding->document_id, self->error);
  fix = fix_add (self, TRUE);
  for (guint i = 0; projects != NULL && i < projects->len && *self->error == NULL; i++)
    {
      Project *project =
          db_record_get (self->db, &project_table,
                         ((ListedProject *) projects->pdata[i])->id, self->error);

      if (project != NULL)
        replace_aliases (fix, project);
      db_record_free (&project_table, project);
    }
}
