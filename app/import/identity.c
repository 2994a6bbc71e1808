/* app/import/identity.c — what a text is: whose, of which year, in which layout.
 *
 * Where a text says so it is taken from there: the cover, the headings, the heads of
 * the tables.  Otherwise it is concluded from what the text is about.
 */

#include "app/import/identity.h"

#include "app/fold.h"
#include "app/read/pattern.h"
#include "db/indicator.h"
#include "db/overall-goal.h"
#include "db/section.h"
#include "db/sub-goal.h"

#include <string.h>

/* The member was read where another record's column was. */
static void
copy_place (Recognition *r, const DbRecord *from, const char *column, const char *to)
{
  for (guint i = 0; i < r->proposal->places->len; i++)
    {
      Place place = g_array_index (r->proposal->places, Place, i);

      if (place.record != from || !g_str_equal (place.column, column))
        continue;
      place.record = &r->document->record;
      place.table = &document_table;
      place.column = to;
      g_array_append_val (r->proposal->places, place);
      return;
    }
}

static gboolean
is_kind (const Section *section, SectionKind kind)
{
  return g_str_equal (section->kind, section_kind_name (kind));
}

/* The line of the cover that names the text, or else its first heading. */
static const Section *
title_section (const Document *document)
{
  for (guint i = 0; i < document->sections->len; i++)
    {
      const Section *section = document->sections->pdata[i];

      if (is_kind (section, SECTION_COVER) &&
          pattern_match ("绩效(?!.*编制$)|预算.*文本", section->text))
        return section;
    }
  for (guint i = 0; i < document->sections->len; i++)
    {
      const Section *section = document->sections->pdata[i];

      if (is_kind (section, SECTION_OVERALL) && !heading_is_part (section->text))
        return section;
    }
  return NULL;
}

static void
conclude_title (Recognition *r)
{
  const Section *section = title_section (r->document);
  gsize          length = 0;

  if (section == NULL)
    return;
  if (heading_numeral (section->text, &length) != NUMERAL_PART)
    length = 0;
  r->document->title = g_strdup (section->text + length);
  copy_place (r, &section->record, "text", "title");
}

/* 某局编制, 某局2024年…, or a cover line that is the name of an office. */
static const char *const department_patterns[] = {
  "^编制(?:单位|部门)\\s*[:：]\\s*(.+)$",
  "^(.{2,40}?)\\s*编制$",
  "^(.{2,40}?(?:" HEADING_OFFICE "))\\s*(?:19|20)[0-9]{2}\\s*年",
  "^([^0-9，。：:]{2,40}(?:" HEADING_OFFICE "))$",
};

/* Of budgets with targets; prose speaks of older ones. */

#define FISCAL_YEAR "(?:199|20[0-9])[0-9]"
#define YEAR        "(" FISCAL_YEAR ")\\s*年"

/* 某县残联2020年项目支出绩效目标表: what stands before the year and the form's words.
 */
#define DEPARTMENT_OF_FORM                                    \
  "^([\\x{4e00}-\\x{9fff}]{3,30}?)" FISCAL_YEAR "\\s*年度?" \
  "(?:部门|单位|预算|项目|支出|整体|[（()）])*绩效[^，。]{0,10}表"

static void
conclude_department_from_headings (Recognition *r)
{
  Document *document = r->document;

  for (guint i = 0; i < document->projects->len && document->department == NULL; i++)
    {
      const Project *p = document->projects->pdata[i];

      document->department = pattern_take (DEPARTMENT_OF_FORM, p->heading, 1);
      if (document->department != NULL)
        copy_place (r, &p->record, "heading", "department");
    }
}

static void
conclude_department (Recognition *r)
{
  Document *document = r->document;

  if (document->department != NULL) /* a table names it */
    return;
  for (gsize n = 0; n < G_N_ELEMENTS (department_patterns); n++)
    for (guint i = 0; i < document->sections->len; i++)
      {
        const Section *section = document->sections->pdata[i];

        if (!is_kind (section, SECTION_COVER) ||
            !pattern_match (department_patterns[n], section->text))
          continue;
        document->department = pattern_take (department_patterns[n], section->text, 1);
        copy_place (r, &section->record, "text", "department");
        return;
      }
}

/* Codes of units are given from the top down: 323001 is the bureau itself. */
static gboolean
is_above (const Project *a, const Project *b)
{
  gsize length_a = strlen (a->unit_code ? a->unit_code : "");
  gsize length_b = strlen (b->unit_code ? b->unit_code : "");

  if (length_a == 0 || length_b == 0)
    return length_a > length_b;
  return length_a != length_b ? length_a < length_b
                              : strcmp (a->unit_code, b->unit_code) < 0;
}

/* A text that does not name the department: its uppermost unit. */
static void
conclude_department_from_units (Recognition *r)
{
  const Project *top = NULL;

  for (guint i = 0; i < r->document->projects->len; i++)
    {
      const Project *p = r->document->projects->pdata[i];

      if (p->unit_name != NULL && (top == NULL || is_above (p, top)))
        top = p;
    }
  if (top == NULL)
    return;
  r->document->department = g_strdup (top->unit_name);
  copy_place (r, &top->record, "unit_name", "department");
}

static gint64
year_in (const char *text)
{
  g_autofree char *folded = fold (text);
  g_autofree char *year = pattern_take (YEAR, folded, 1);

  return year != NULL ? g_ascii_strtoll (year, NULL, 10) : DB_NULL;
}

/* 2023年部门预算项目绩效目标批复表: the year is the form's, not of what a project is.
 */
#define YEAR_OF_FORM                                                                             \
  FISCAL_YEAR "\\s*年度?\\s*(?=[\\x{4e00}-\\x{9fff}（）()]{0,10}绩效(?:目标$|[^，。]{" \
              "0,10}表))"

static gint64
year_of_form (const char *heading)
{
  g_autofree char *folded = fold (heading);

  return pattern_match (YEAR_OF_FORM, folded) ? year_in (folded) : DB_NULL;
}

/* The year that a heading or the head of a table states. */
static gint64
printed_year (const Document *document)
{
  gint64 year = year_in (document->title);

  for (guint i = 0; i < document->sections->len && year == DB_NULL; i++)
    {
      const Section *section = document->sections->pdata[i];

      if (!is_kind (section, SECTION_APPROVAL))
        year = year_in (section->text);
    }
  for (guint i = 0; i < document->projects->len && year == DB_NULL; i++)
    {
      const Project *project = document->projects->pdata[i];

      if (project->fiscal_year >= 1990 && project->fiscal_year <= 2100)
        year = project->fiscal_year;
    }
  for (guint i = 0; i < document->projects->len && year == DB_NULL; i++)
    year = year_of_form (((const Project *) document->projects->pdata[i])->heading);
  return year;
}

/* The first year that the goals speak of. */
static gint64
year_in_prose (const Document *document)
{
  gint64 year = DB_NULL;

  for (guint i = 0; i < document->overall_goals->len && year == DB_NULL; i++)
    year = year_in (((const OverallGoal *) document->overall_goals->pdata[i])->text);
  for (guint i = 0; i < document->sub_goals->len && year == DB_NULL; i++)
    {
      const SubGoal *sub_goal = document->sub_goals->pdata[i];

      year = year_in (sub_goal->goal);
      if (year == DB_NULL)
        year = year_in (sub_goal->indicators_text);
    }
  return year;
}

static gint64
year_in_name (const char *name)
{
  g_autofree char *year = pattern_take ("(?<![0-9])" FISCAL_YEAR "(?![0-9])", name, 0);

  return year != NULL ? g_ascii_strtoll (year, NULL, 10) : DB_NULL;
}

static void
conclude_year (Recognition *r, const char *name)
{
  Document *document = r->document;

  document->fiscal_year = printed_year (document);
  document->year_is_printed = document->fiscal_year != DB_NULL;
  if (document->fiscal_year == DB_NULL)
    document->fiscal_year = year_in_prose (document);
  if (document->fiscal_year == DB_NULL)
    document->fiscal_year = year_in_name (name);
  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *p = document->projects->pdata[i];

      if (p->fiscal_year == DB_NULL)
        p->fiscal_year = document->fiscal_year;
    }
}

static gboolean
has_three_cells (const Project *p)
{
  for (guint i = 0; i < p->indicators->len; i++)
    if (((const Indicator *) p->indicators->pdata[i])->operator_text != NULL)
      return TRUE;
  return p->title_row_name != NULL;
}

static gboolean
has_lead (const Project *p)
{
  return p->purpose_lead != NULL;
}

static gboolean
has_currency_line (const Project *p)
{
  return p->currency_line != NULL;
}

/* Layouts by a feature of their own, most telling first. */
static const struct {
  const char *form_id;
  gboolean (*has) (const Project *p); /* NULL: goals in rows of their own */
} forms[] = {
  { "chengde", has_three_cells },
  { "tangshan-shehui", has_lead },
  { "tangshan-renshe", NULL },
  { "nanpu", has_currency_line },
};

/* The layout that most tables have the feature of; they are of one layout, but for
 * some that were filled in carelessly.  */
static const char *
form_of (const Recognition *r)
{
  const GPtrArray *projects = r->document->projects;

  for (gsize n = 0; n < G_N_ELEMENTS (forms); n++)
    {
      guint having = forms[n].has == NULL ? r->goal_rows : 0;

      for (guint i = 0; i < projects->len && forms[n].has != NULL; i++)
        having += forms[n].has (projects->pdata[i]);
      if (having > 0 && having * 2 >= projects->len)
        return forms[n].form_id;
    }
  return "zunhua";
}

void
identity_conclude (Recognition *r, const char *name)
{
  conclude_title (r);
  conclude_department (r);
  if (r->document->department == NULL)
    conclude_department_from_headings (r);
  if (r->document->department == NULL)
    conclude_department_from_units (r);
  conclude_year (r, name);
  r->document->form_id = g_strdup (form_of (r));
  r->document->stage = g_strdup ("approved");
}
