/* app/overview/overview.c — 汇总: what the texts of a department come to. */

#include "app/overview/fill.h"

guint
overview_place (const Overview *self, int year)
{
  guint place = 0;

  while (place < self->years->len && g_array_index (self->years, int, place) != year)
    place++;
  return place;
}

/* The years of the texts, and which one is looked at. */
static gboolean
find_years (Overview *self, int year, GError **error)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];

      if (figure->topic != OVERVIEW_TEXT)
        continue;
      if (overview_place (self, figure->year) == self->years->len)
        g_array_append_val (self->years, figure->year);
    }
  if (self->years->len == 0 && year == OVERVIEW_NEWEST)
    return TRUE;
  self->year =
      year != OVERVIEW_NEWEST ? overview_place (self, year) : self->years->len - 1;
  if (self->year < self->years->len)
    return TRUE;
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
               "%s没有 %d 年的文本；jixiao list 列出有哪些", self->department, year);
  return FALSE;
}

static void
find_texts (Overview *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const OverviewFigure *figure = self->figures->pdata[i];

      if (figure->topic != OVERVIEW_TEXT || figure->year != overview_year (self))
        continue;
      if (self->texts++ == 0)
        self->stage = g_strdup (figure->key);
      else
        g_clear_pointer (&self->stage, g_free);
    }
}

static char *
department_name (Db *db, gint64 department, GError **error)
{
  g_autoptr (GPtrArray) departments = overview_departments (db, error);

  if (department == 0)
    return departments != NULL ? g_strdup ("全部部门") : NULL;
  for (guint i = 0; departments != NULL && i < departments->len; i++)
    {
      const OverviewDepartment *one = departments->pdata[i];

      if (one->id == department)
        return g_strdup (one->name);
    }
  if (departments != NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "这个部门已经没有文本了");
  return NULL;
}

Overview *
overview_new (Db *db, gint64 department, int year, gboolean with_findings,
              GError **error)
{
  g_autoptr (Overview) self = g_new0 (Overview, 1);

  self->is_all = department == 0;
  self->has_findings = with_findings;
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->department = department_name (db, department, error);
  if (self->department == NULL)
    return NULL;
  self->figures = overview_figures (db, department, with_findings, error);
  if (self->figures == NULL || !find_years (self, year, error))
    return NULL;
  if (self->years->len > 0)
    find_texts (self);
  overview_fill (self);
  return g_steal_pointer (&self);
}

/* The figure of a rule in a year; figures from first on are findings. */
static OverviewFigure *
finding_figure (Overview *self, guint first, int year, const OverviewFigure *like)
{
  OverviewFigure *figure;

  for (guint i = first; i < self->figures->len; i++)
    {
      figure = self->figures->pdata[i];
      if (figure->year == year && g_strcmp0 (figure->key, like->key) == 0 &&
          g_strcmp0 (figure->group, like->group) == 0)
        return figure;
    }
  figure = g_new0 (OverviewFigure, 1);
  figure->topic = OVERVIEW_FINDING;
  figure->year = year;
  figure->key = g_strdup (like->key);
  figure->group = g_strdup (like->group);
  figure->title = g_strdup (like->title);
  g_ptr_array_add (self->figures, figure);
  return figure;
}

static void
clear_charts (Overview *self)
{
  for (guint i = 0; i < CHARTS; i++)
    {
      g_clear_pointer (&self->charts[i].items, g_ptr_array_unref);
      g_clear_pointer (&self->charts[i].note, g_free);
    }
}

void
overview_set_findings (Overview *self, GHashTable *counted)
{
  guint first = 0;

  clear_charts (self);
  while (first < self->figures->len &&
         ((OverviewFigure *) self->figures->pdata[first])->topic != OVERVIEW_FINDING)
    first++;
  g_ptr_array_set_size (self->figures, first);
  self->has_findings = TRUE;
  self->open = 0;
  g_clear_pointer (&self->open_in, g_array_unref);
  self->open_in = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->open_in, self->years->len);
  for (guint i = 0; i < first; i++)
    {
      const OverviewFigure *text = self->figures->pdata[i];
      const GPtrArray      *found = text->topic == OVERVIEW_TEXT
                                        ? g_hash_table_lookup (counted, &text->id)
                                        : NULL;

      if (text->topic == OVERVIEW_TEXT && found == NULL)
        {
          self->open++;
          g_array_index (self->open_in, guint, overview_place (self, text->year))++;
        }
      for (guint k = 0; found != NULL && k < found->len; k++)
        {
          const OverviewFigure *one = found->pdata[k];

          finding_figure (self, first, text->year, one)->count += one->count;
        }
    }
  overview_fill (self);
}

void
overview_free (Overview *self)
{
  clear_charts (self);
  g_clear_pointer (&self->open_in, g_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_array_unref (self->years);
  g_free (self->department);
  g_free (self->stage);
  g_free (self);
}

int
overview_year (const Overview *self)
{
  return g_array_index (self->years, int, self->year);
}

char *
overview_year_title (int year)
{
  return year != 0 ? g_strdup_printf ("%d年", year) : g_strdup ("年度不明");
}

char *
overview_earlier_title (const Overview *self)
{
  return self->year > 0
             ? overview_year_title (g_array_index (self->years, int, self->year - 1))
             : NULL;
}

char *
overview_title (const Overview *self)
{
  g_autofree char *year =
      self->years->len > 0 ? overview_year_title (overview_year (self)) : g_strdup ("");

  return g_strdup_printf ("%s　%s绩效目标汇总", self->department, year);
}
