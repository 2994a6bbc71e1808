/* tests/corpus.c — made-up texts of departments as they might be published. */

#include "tests/corpus.h"
#include "app/reading/code.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/plan-point.h"
#include "db/project.h"
#include "tests/corpus-themes.h"

#include <string.h>

#define YEAR 2025

const char *const corpus_forms[] = { "chengde",         "zunhua",          "nanpu",
                                     "tangshan-renshe", "tangshan-shehui", NULL };

const guint corpus_themes = THEME_COUNT;

static const char *const places[THEME_COUNT] = {
  "青石镇", "柳河乡", "新集镇", "石门乡", "大庄镇", "白塔乡",
  "双井镇", "杨树乡", "安平镇", "高桥乡", "南岭镇", "东湖乡",
};

/* A format with one %s, as themes have it. */
static char *
with_place (const char *text, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (text, "%s", 2);

  return g_strjoinv (place, parts);
}

static gboolean
is_form (const Document *document, const char *form)
{
  return strcmp (document->form_id, form) == 0;
}

static const char *
level1_of (const char *level2)
{
  static const char *const outputs[] = { "数量指标", "质量指标", "时效指标", "成本指标",
                                         NULL };

  return g_strv_contains (outputs, level2)   ? "产出指标"
         : g_str_has_prefix (level2, "服务") ? "满意度指标"
                                             : "效益指标";
}

/* A number as people set targets: 47, 320, 8400. */
static int
drawn (GRand *draw, int low, int high)
{
  int number = low == high ? low : g_rand_int_range (draw, low, high + 1);
  int step = number > 5000 ? 100 : number > 500 ? 10 : 1;

  return number / step * step;
}

/* In three cells where the county prints three, else in one. */
static void
set_target (Indicator *indicator, const ThemeRow *row, int number, gboolean in_cells)
{
  const char *unit = row->words ? row->words : row->unit;

  if (in_cells)
    {
      indicator->operator_text = g_strdup (row->sign ? row->sign : "文字描述");
      indicator->value_text = row->words ? NULL : g_strdup_printf ("%d", number);
      indicator->unit_text = g_strdup (unit);
    }
  else if (row->words != NULL)
    indicator->value_text = g_strdup (row->words);
  else
    indicator->value_text = g_strdup_printf ("%s%d%s", row->sign, number, unit);
}

static void
add_row (GRand *draw, Document *document, Project *project, const ThemeRow *row)
{
  Indicator *indicator = db_record_add (project->indicators, &indicator_table);
  gboolean   in_cells = is_form (document, "chengde");
  int        number = row->words ? 0 : drawn (draw, row->at_least, row->most);

  indicator->level1 = g_strdup (level1_of (row->level2));
  indicator->level2 = g_strdup (row->level2);
  indicator->name = g_strdup (row->name);
  indicator->description = g_strdup (row->description);
  indicator->criterion = in_cells ? g_strdup (row->criterion) : NULL;
  indicator->basis = g_strdup (row->basis);
  set_target (indicator, row, number, in_cells);
}

/* 230.45 万元, of which the treasury pays all, or all but a tenth. */
static void
set_amounts (GRand *draw, const Document *document, Project *project)
{
  gint64      fen = (gint64) g_rand_int_range (draw, 40, 9000) * 100000;
  gboolean    over_table = is_form (document, "nanpu");
  const char *unit = over_table ? "" : "万元";
  Funding    *funding;

  project->currency_line = over_table ? g_strdup ("单位：万元") : NULL;
  project->amount_unit = g_strdup ("万元");
  project->amount_fen = fen;
  project->amount_text = g_strdup_printf ("%d.%d%s", (int) (fen / 1000000),
                                          (int) (fen / 100000 % 10), unit);
  if (is_form (document, "chengde"))
    return;
  funding = db_record_add (project->fundings, &funding_table);
  funding->source =
      g_strdup (is_form (document, "tangshan-shehui") ? "local" : "fiscal");
  funding->amount_fen = fen;
  funding->amount_text = g_strdup (project->amount_text);
}

static void
add_plan (GRand *draw, const Document *document, Project *project)
{
  static const char *const labels[][4] = {
    { "3月底", "6月底", "9月底", "12月底" },
    { "第一季度", "第二季度", "第三季度", "第四季度" },
  };
  gboolean quarters = g_str_has_prefix (document->form_id, "tangshan");
  int      spent = 0;

  for (int i = 0; i < 4; i++)
    {
      PlanPoint *point = db_record_add (project->plan, &plan_point_table);

      spent = i == 3 ? 100 : spent + g_rand_int_range (draw, 8, 28);
      point->label = g_strdup (labels[quarters][i]);
      point->percent_text = g_strdup_printf ("%d%%", spent);
      point->percent_e6 = (gint64) spent * 1000000;
    }
}

/* 13081125P00123410012X, or with random characters as older systems gave them. */
static char *
new_code (GRand *draw, const Document *document)
{
  static const char characters[] = "0123456789ABCDEFGHJKLMNPQRSTUWXY";
  char             *code = g_strdup ("130811252000000000000");

  if (is_form (document, "chengde"))
    {
      g_free (code);
      code = g_strdup_printf ("13081125P%06d%05d0", g_rand_int_range (draw, 0, 1000000),
                              g_rand_int_range (draw, 10001, 20000));
      code[20] = code_check_character (code);
      return code;
    }
  for (int i = 8; i < 21; i++)
    code[i] = characters[g_rand_int_range (draw, 0, (int) sizeof characters - 1)];
  code[8] = 'N'; /* no P: that would be of the other kind */
  return code;
}

static void
add_project (GRand *draw, Document *document, const Theme *theme, const char *place)
{
  Project *project = db_record_add (document->projects, &project_table);

  project->kind = g_strdup ("project");
  project->name = with_place (theme->name, place);
  project->heading =
      g_strdup_printf ("%u、%s绩效目标表", document->projects->len, project->name);
  project->code = new_code (draw, document);
  project->fiscal_year = is_form (document, "chengde") ? YEAR : DB_NULL;
  project->purpose = with_place (theme->purpose, place);
  set_amounts (draw, document, project);
  add_plan (draw, document, project);
  for (guint i = 0; i < THEME_GOALS; i++)
    {
      Goal *goal = db_record_add (project->goals, &goal_table);

      goal->text = with_place (theme->goals[i], place);
    }
  for (guint i = 0; i < THEME_ROWS && theme->rows[i].level2 != NULL; i++)
    add_row (draw, document, project, &theme->rows[i]);
}

/* A row of each theme that no project is about. */
static void
add_overall (GRand *draw, Document *document, const guint *order, guint from)
{
  Project *overall;

  if (from >= THEME_COUNT)
    return;
  overall = db_record_add (document->projects, &project_table);
  overall->kind = g_strdup ("overall");
  overall->fiscal_year = overall->amount_fen = DB_NULL;
  for (guint i = from; i < THEME_COUNT; i++)
    {
      const Theme *theme = &themes[order[i]];
      ThemeRow     row = theme->rows[i % 3];

      add_row (draw, document, overall, &row);
    }
}

static void
shuffle (GRand *draw, guint *order)
{
  for (guint i = 0; i < THEME_COUNT; i++)
    order[i] = i;
  for (guint i = THEME_COUNT; i-- > 1;)
    {
      guint other = g_rand_int_range (draw, 0, i + 1);
      guint kept = order[i];

      order[i] = order[other];
      order[other] = kept;
    }
}

Document *
corpus_document (GRand *draw, const char *form, const char *department, guint projects)
{
  Document *document = db_record_new (&document_table);
  guint     order[THEME_COUNT];

  document->department = g_strdup (department);
  document->fiscal_year = YEAR;
  document->year_is_printed = 1;
  document->stage = g_strdup ("approved");
  document->form_id = g_strdup (form);
  document->title = g_strdup_printf ("%s%d年部门预算绩效文本", department, YEAR);
  shuffle (draw, order);
  for (guint i = 0; i < projects && i < THEME_COUNT; i++)
    add_project (draw, document, &themes[order[i]], places[i]);
  add_overall (draw, document, order, projects);
  return document;
}
