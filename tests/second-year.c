/* tests/second-year.c — a made-up text, and the text of the next year. */

#include "tests/second-year.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/project.h"

static const char *const places[] = { "城关镇",   "东坪乡",   "河口街道", "柳林村",
                                      "新城区",   "老城片区", "北山林场", "南湖社区",
                                      "西苑小区", "石桥镇",   "白水乡",   "青川村" };
static const char *const works[] = {
  "道路养护",     "垃圾清运",     "污水管网改造", "危房改造",      "义务教育营养餐",
  "困难职工救助", "就业技能培训", "退役军人安置", "森林防火巡护",  "农田灌溉渠维修",
  "公共图书采购", "疫苗接种补助", "老年食堂运营", "数字档案扫描",  "食品抽样检验",
  "地质灾害监测", "公交线路补贴", "村级会计委派", "执法记录仪更新"
};
static const char *const new_works[] = { "停车场智能化建设", "非遗传承人补贴",
                                         "冷链物流园贴息",   "公租房维护",
                                         "水稻新品种示范",   "慢性病筛查" };
static const char *const measures[][4] = {
  { "产出指标", "数量指标", "数量", "处" },
  { "产出指标", "数量指标", "受益人数", "人" },
  { "产出指标", "质量指标", "验收合格率", "%" },
  { "产出指标", "质量指标", "发放准确率", "%" },
  { "产出指标", "时效指标", "按期完成率", "%" },
  { "产出指标", "成本指标", "单位成本", "元" },
  { "效益指标", "社会效益指标", "覆盖率", "%" },
  { "效益指标", "可持续影响指标", "长效机制健全率", "%" },
  { "满意度指标", "服务对象满意度指标", "群众满意度", "%" },
};
static const char *const bases[] = { "历史标准", "工作计划", "合同约定", "行业标准" };

static const char *
pick (GRand *random, const char *const *words, gsize n)
{
  return words[g_rand_int_range (random, 0, (gint32) n)];
}

#define PICK(random, words) pick (random, words, G_N_ELEMENTS (words))

static void
fill_row (Indicator *row, GRand *random, const char *work)
{
  const char *const *measure =
      measures[g_rand_int_range (random, 0, G_N_ELEMENTS (measures))];
  const char *place = PICK (random, places);

  row->level1 = g_strdup (measure[0]);
  row->level2 = g_strdup (measure[1]);
  row->name = g_strdup_printf ("%s%s%s", place, work, measure[2]);
  row->description = g_strdup_printf ("反映%s%s的%s情况", place, work, measure[2]);
  row->operator_text = g_strdup ("≥");
  row->value_text = g_strdup_printf ("%d", g_rand_int_range (random, 1, 100));
  row->unit_text = g_strdup (measure[3]);
  row->basis = g_strdup (PICK (random, bases));
}

static Project *
add_project (Document *document, GRand *random, guint no, const char *work, guint rows)
{
  Project *project = db_record_add (document->projects, &project_table);
  Goal    *goal = db_record_add (project->goals, &goal_table);
  guint    n = rows / 2 + (guint) g_rand_int_range (random, 0, (gint32) rows + 1);

  project->kind = g_strdup ("project");
  project->name = g_strdup_printf ("%s%s%s经费（%u号）", PICK (random, places), work,
                                   g_rand_boolean (random) ? "项目" : "专项", no);
  project->code =
      g_strdup_printf ("13081122P%06u%05dX", no, g_rand_int_range (random, 0, 99999));
  project->amount_fen = g_rand_int_range (random, 1, 500) * G_GINT64_CONSTANT (1000000);
  project->amount_text = g_strdup_printf ("%d", (int) (project->amount_fen / 1000000));
  goal->text = g_strdup_printf ("完成%s", project->name);
  for (guint i = 0; i < n; i++)
    fill_row (db_record_add (project->indicators, &indicator_table), random, work);
  return project;
}

static char *
misread (const char *text, GRand *random, guint noise)
{
  GString *read = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (noise > 0 && g_rand_int_range (random, 0, (gint32) noise) == 0)
      g_string_append_unichar (read,
                               (gunichar) g_rand_int_range (random, 0x4E00, 0x9000));
    else
      g_string_append_unichar (read, g_utf8_get_char (p));
  return g_string_free (read, FALSE);
}

static Indicator *
copy_row (GPtrArray *rows, const Indicator *row, GRand *random, guint noise)
{
  Indicator *copy = db_record_add (rows, &indicator_table);

  copy->level1 = g_strdup (row->level1);
  copy->level2 = g_strdup (row->level2);
  copy->name = misread (row->name, random, noise);
  copy->description = misread (row->description, random, noise);
  copy->operator_text = g_strdup (row->operator_text);
  copy->value_text = g_strdup (row->value_text);
  copy->unit_text = g_strdup (row->unit_text);
  copy->basis = g_strdup (row->basis);
  return copy;
}

static gboolean
one_in (GRand *random, guint n)
{
  return g_rand_int_range (random, 0, (gint32) n) == 0;
}

/* Replaces the front half of a name: another place, the same thing measured. */
static void
rename_row (Indicator *row, GRand *random)
{
  const char *end =
      g_utf8_offset_to_pointer (row->name, g_utf8_strlen (row->name, -1) / 2);
  char *name = g_strconcat (PICK (random, places), "重点", end, NULL);

  db_record_take_text (&row->name, name);
}

static void
edit_row (SecondYear *self, Indicator *row, GRand *random)
{
  if (one_in (random, 100))
    {
      rename_row (row, random);
      g_hash_table_add (self->renamed, row);
    }
  else if (one_in (random, 33) && one_in (random, 2))
    {
      db_record_take_text (&row->value_text, g_strdup_printf ("%s1", row->value_text));
      g_hash_table_add (self->targets, row);
    }
  else if (one_in (random, 66))
    {
      db_record_take_text (&row->basis,
                           g_strconcat (row->basis, "、上年完成情况", NULL));
      g_hash_table_add (self->changed, row);
    }
}

/* Takes a row to another place of its table. */
static void
move_row (SecondYear *self, GPtrArray *rows, guint from, GRand *random)
{
  gpointer row = g_ptr_array_steal_index (rows, from);
  guint    to = (guint) g_rand_int_range (random, 0, (gint32) rows->len + 1);

  g_ptr_array_insert (rows, (int) to, row);
  if (to != from)
    g_hash_table_add (self->moved, row);
}

static void
carry_rows (SecondYear *self, const Project *before, Project *after, GRand *random,
            guint noise)
{
  for (guint i = 0; i < before->indicators->len; i++)
    {
      Indicator *row = before->indicators->pdata[i], *copy;

      if (one_in (random, 100))
        {
          fill_row (db_record_add (after->indicators, &indicator_table), random,
                    PICK (random, works));
          self->added++;
        }
      if (one_in (random, 100))
        {
          self->removed++;
          continue;
        }
      copy = copy_row (after->indicators, row, random, noise);
      g_hash_table_insert (self->rows, copy, row);
      edit_row (self, copy, random);
    }
  for (guint i = 0; i < after->indicators->len; i++)
    if (one_in (random, 20))
      move_row (self, after->indicators, i, random);
}

/* How many rows of a table stand among other neighbours, counted as few as explain its
 * order: one taken past another is that one taken past it.  */
static guint
count_displaced (const SecondYear *self, const Project *before, const Project *after)
{
  guint             n = 0, best = 0;
  g_autofree int   *earlier = g_new (int, after->indicators->len + 1);
  g_autofree guint *length = g_new (guint, after->indicators->len + 1);

  for (guint i = 0; i < after->indicators->len; i++)
    {
      gpointer row = g_hash_table_lookup (self->rows, after->indicators->pdata[i]);
      guint    place;

      if (row != NULL && g_ptr_array_find (before->indicators, row, &place))
        earlier[n++] = (int) place;
    }
  for (guint i = 0; i < n; i++)
    {
      length[i] = 1;
      for (guint k = 0; k < i; k++)
        if (earlier[k] < earlier[i])
          length[i] = MAX (length[i], length[k] + 1);
      best = MAX (best, length[i]);
    }
  return n - best;
}

static void
carry_project (SecondYear *self, const Project *before, GRand *random, guint noise)
{
  Project *after = db_record_add (self->after->projects, &project_table);
  Goal    *goal = db_record_add (after->goals, &goal_table);

  after->kind = g_strdup (before->kind);
  after->name = one_in (random, 50) ? g_strdup_printf ("2025年%s（续建）", before->name)
                                    : misread (before->name, random, noise);
  after->code = g_strdup (before->code);
  after->amount_text = g_strdup (before->amount_text);
  after->amount_fen = before->amount_fen;
  goal->text = g_strdup (((Goal *) before->goals->pdata[0])->text);
  carry_rows (self, before, after, random, noise);
  g_hash_table_insert (self->tables, after, (gpointer) before);
  self->displaced += count_displaced (self, before, after);
}

static Document *
document_new (int year)
{
  Document *document = db_record_new (&document_table);

  document->department = g_strdup ("甲局");
  document->fiscal_year = year;
  document->year_is_printed = 1;
  document->stage = g_strdup ("approved");
  document->form_id = g_strdup ("zunhua");
  return document;
}

SecondYear *
second_year_new (guint projects, guint rows, guint noise, guint seed)
{
  SecondYear *self = g_new0 (SecondYear, 1);
  GRand      *random = g_rand_new_with_seed (seed);

  self->before = document_new (2024);
  self->after = document_new (2025);
  self->tables = g_hash_table_new (NULL, NULL);
  self->rows = g_hash_table_new (NULL, NULL);
  self->renamed = g_hash_table_new (NULL, NULL);
  self->changed = g_hash_table_new (NULL, NULL);
  self->targets = g_hash_table_new (NULL, NULL);
  self->moved = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < projects; i++)
    {
      Project *project =
          add_project (self->before, random, i, PICK (random, works), rows);

      if (one_in (random, 50))
        self->added += add_project (self->after, random, projects + i,
                                    PICK (random, new_works), rows)
                           ->indicators->len;
      if (one_in (random, 50))
        self->removed += project->indicators->len;
      else
        carry_project (self, project, random, noise);
    }
  g_rand_free (random);
  return self;
}

void
second_year_free (SecondYear *self)
{
  document_free (self->before);
  document_free (self->after);
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->renamed);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->moved);
  g_free (self);
}
