/* tests/slips.c — the slips that people make in a text, and how well they are found. */

#include "tests/slips.h"
#include "app/check/check.h"
#include "app/reading/reading.h"
#include "tests/corpus.h"

#include <string.h>

#define ROWS_A_SLIP 12 /* about so many rows for each slip */

/* Of a row: where the number, its unit and the sign stand, in one cell or in three. */
#define NUMBER \
  "(SELECT number_e6 / 1000000 FROM indicator_reading WHERE indicator_id = id)"
#define TARGET(sign, value, unit)                                                   \
  "UPDATE indicator SET operator_text = iif(criterion IS NULL, NULL, '" sign "'), " \
  "value_text = iif(criterion IS NULL, '" sign "', '') || " value                   \
  " || iif(criterion IS NULL, '" unit "', ''),"                                     \
  " unit_text = iif(criterion IS NULL, NULL, '" unit "') WHERE id = :id"
#define WORDS(words)                                                                    \
  "UPDATE indicator SET operator_text = iif(criterion IS NULL, NULL, '文字描述'), " \
  "value_text = iif(criterion IS NULL, '" words "', NULL),"                             \
  " unit_text = iif(criterion IS NULL, NULL, '" words "') WHERE id = :id"

/* Rows and projects that a slip can happen in. */
#define ROWS(condition)                                                \
  "SELECT i.id FROM indicator i JOIN project p ON p.id = i.project_id" \
  " JOIN indicator_reading r ON r.indicator_id = i.id"                 \
  " WHERE p.kind = 'project' AND " condition
#define PROJECTS(condition)                                            \
  "SELECT p.id FROM project p JOIN document d ON d.id = p.document_id" \
  " WHERE p.kind = 'project' AND " condition
#define RATES ROWS ("r.unit = '%' AND r.name_is_rate AND r.level1 <> 'satisfaction'")
#define LASTING_RATES                                                    \
  ROWS ("r.unit = '%' AND r.name_is_rate AND r.level1 <> 'satisfaction'" \
        " AND r.level2 <> 'time'")
#define COUNTS ROWS ("r.level2 = 'quantity' AND r.name_is_count")

typedef struct {
  const char *rule;  /* that finds it */
  const char *also;  /* those that go with it, between blanks */
  const char *where; /* the ids that it can happen at: of indicators, or of projects */
  gboolean    in_row;
  const char *change; /* of :id */
} Slip;

static const Slip slips[] = {
  { "rate-without-percent", " unit-missing criterion-number-differs ", RATES, TRUE,
    TARGET ("=", NUMBER, "") },
  { "percent-over-100", " percent-without-rate-name ", RATES, TRUE,
    TARGET ("≥", "(" NUMBER " * 10)", "%") },
  { "percent-at-least-100", "", RATES, TRUE, TARGET ("≥", "100", "%") },
  { "rate-with-text", " count-as-text ",
    ROWS ("r.unit = '%' AND r.name_is_scored_rate AND r.level1 <> 'satisfaction'"),
    TRUE, WORDS ("及时到位") },
  { "unit-missing", "", COUNTS, TRUE, TARGET ("≥", NUMBER, "") },
  { "count-with-percent", "", COUNTS, TRUE, TARGET ("≥", "98", "%") },
  { "count-as-text", "", COUNTS, TRUE, WORDS ("按计划完成") },
  { "cost-as-text", "", ROWS ("r.level2 = 'cost'"), TRUE, WORDS ("按规定支付") },
  { "cost-as-percent", " percent-without-rate-name ", ROWS ("r.level2 = 'cost'"), TRUE,
    TARGET ("≤", "98", "%") },
  { "target-blank", "", ROWS ("r.level1 = 'output'"), TRUE, WORDS ("") },
  { "basis-blank", "", ROWS ("1"), TRUE,
    "UPDATE indicator SET basis = '' WHERE id = :id" },
  { "satisfaction-not-satisfaction", " percent-without-rate-name ",
    ROWS ("r.level1 = 'satisfaction'"), TRUE,
    "UPDATE indicator SET name = '长期发挥作用', description = '项目建成后的作用' "
    "WHERE id = :id" },
  { "satisfaction-as-text", " rate-with-text ", ROWS ("r.level1 = 'satisfaction'"),
    TRUE, WORDS ("满意") },
  { "level2-misfiled", " rate-without-percent ", ROWS ("r.level2 = 'cost'"), TRUE,
    "UPDATE indicator SET name = '资金支付及时率' WHERE id = :id" },
  { "name-repeats-level2", " percent-without-rate-name ", ROWS ("r.level2 = 'social'"),
    TRUE, "UPDATE indicator SET name = '社会效益指标' WHERE id = :id" },
  { "nonstandard-level2", "", ROWS ("r.level2 = 'sustainable'"), TRUE,
    "UPDATE indicator SET level2 = '可持续性影响' WHERE id = :id" },
  { "other-year-mentioned", "", ROWS ("1"), TRUE,
    "UPDATE indicator SET description = '2023年的' || description WHERE id = :id" },
  { "time-without-time", "", ROWS ("r.level2 = 'time' AND r.unit = '%'"), TRUE,
    "UPDATE indicator SET name = '服务规范率', description = '规范的服务占比' WHERE id "
    "= :id" },
  { "direction-contradicts-name", " percent-without-rate-name ",
    ROWS ("r.level2 = 'social' AND r.unit = '%'"), TRUE,
    "UPDATE indicator SET name = '有效投诉率' WHERE id = :id" },
  { "plan-not-cumulative", "", PROJECTS ("1"), FALSE,
    "UPDATE plan_point SET percent_text = '5%', percent_e6 = 5000000"
    " WHERE project_id = :id AND ordinal = 3" },
  { "plan-blank-cell", "", PROJECTS ("1"), FALSE,
    "UPDATE plan_point SET percent_text = '', percent_e6 = NULL"
    " WHERE project_id = :id AND ordinal = 1" },
  { "plan-not-100", "", PROJECTS ("1"), FALSE,
    "UPDATE plan_point SET percent_text = '95%', percent_e6 = 95000000"
    " WHERE project_id = :id AND ordinal = 4" },
  { "funding-parts-sum", "", PROJECTS ("d.form_id <> 'chengde'"), FALSE,
    "UPDATE funding SET amount_fen = amount_fen / 2 WHERE project_id = :id" },
  { "funding-source-missing", "", PROJECTS ("d.form_id <> 'chengde'"), FALSE,
    "UPDATE funding SET amount_fen = NULL, amount_text = NULL WHERE project_id = :id" },
  { "name-mismatch", "", PROJECTS ("1"), FALSE,
    "UPDATE project SET heading = '某某工作经费绩效目标表' WHERE id = :id" },
  { "goal-not-a-statement", "", PROJECTS ("1"), FALSE,
    "UPDATE goal SET text = '完成率' WHERE project_id = :id AND ordinal = 1" },
  { "missing-satisfaction", "", PROJECTS ("1"), FALSE,
    "DELETE FROM indicator WHERE project_id = :id AND level1 = '满意度指标'" },
  { "missing-required-level2", "", PROJECTS ("1"), FALSE,
    "DELETE FROM indicator WHERE project_id = :id AND level2 = '质量指标'" },
};

/* One cell, the way it is written in the texts of some county. */
#define CELL(value)                                                                   \
  "UPDATE indicator SET operator_text = NULL, unit_text = NULL, value_text = '" value \
  "' WHERE id = :id"
#define NAMED(name, value)                                                          \
  "UPDATE indicator SET name = '" name "', operator_text = NULL, unit_text = NULL," \
  " value_text = '" value "' WHERE id = :id"
#define SAID(column, text) "UPDATE indicator SET " column " = '" text "' WHERE id = :id"

/* Unusual, and right: no error and no warning is due. */
#define RIGHT(where, change)      \
  {                               \
    NULL, "", where, TRUE, change \
  }

static const Slip quirks[] = {
  RIGHT (RATES, CELL ("90%以上")),
  RIGHT (RATES, CELL ("大于等于92%")),
  RIGHT (RATES, CELL ("≧95％")),
  RIGHT (RATES, CELL ("96%")),
  RIGHT (RATES, CELL ("＞95%")),
  RIGHT (LASTING_RATES, NAMED ("担保贷款增长率", "≥120%")),
  RIGHT (LASTING_RATES, NAMED ("资金放大倍数", "≥2倍")),
  RIGHT (RATES, SAID ("description", "以2024年为基数推算2025年的占比")),
  RIGHT (COUNTS, CELL ("大于7000人")),
  RIGHT (COUNTS, CELL ("431人")),
  RIGHT (COUNTS, CELL ("≥1.5万人次")),
  RIGHT (COUNTS, CELL ("13590.2平方米")),
  RIGHT (COUNTS, NAMED ("65岁以上老年人数", "＞300人")),
  RIGHT (COUNTS, NAMED ("一次性补贴人数", "=86人")),
  RIGHT (COUNTS, NAMED ("贷款发放额度", "≥20000万元")),
  RIGHT (COUNTS, NAMED ("扶助独生子女伤残死亡家庭人数", "≥260人")),
  RIGHT (COUNTS, NAMED ("购置86寸智慧黑板数量", "=12块")),
  RIGHT (ROWS ("r.level2 = 'quality'"), NAMED ("设备质量", "符合")),
  RIGHT (ROWS ("r.level2 = 'quality'"), NAMED ("资料是否齐全", "是")),
  RIGHT (ROWS ("r.level2 = 'time'"), NAMED ("项目完成时间", "2025年12月底前")),
  RIGHT (ROWS ("r.level2 = 'time'"), NAMED ("资金支付时间", "2025年12月31日")),
  RIGHT (ROWS ("r.level2 = 'time'"), NAMED ("当年任务完成情况", "按时完成")),
  RIGHT (ROWS ("r.level2 = 'cost'"), NAMED ("人均补助标准", "≥116.00元/人")),
  RIGHT (ROWS ("r.level2 = 'cost'"), NAMED ("设备单价", "≤0.35万元/台")),
  RIGHT (ROWS ("r.level2 = 'cost'"), NAMED ("经费是否合理使用", "是")),
  RIGHT (ROWS ("r.level2 = 'cost'"), NAMED ("公用经费节约率", "≥5%")),
  RIGHT (ROWS ("r.level2 = 'cost'"),
         SAID ("level1", "成本指标', level2 = '经济成本指标")),
  RIGHT (ROWS ("r.level2 = 'social'"), NAMED ("安全事故发生次数", "≤2次")),
  RIGHT (ROWS ("r.level2 = 'social'"), NAMED ("居民幸福感", "提升")),
  RIGHT (ROWS ("r.level2 = 'social'"),
         SAID ("level2", "社会效益' || char(10) || '指标")),
  RIGHT (ROWS ("r.level2 = 'sustainable'"), SAID ("level2", "可持续影响 指标")),
  RIGHT (ROWS ("r.level1 = 'satisfaction'"), NAMED ("服务对象满意度", "大于90%")),
  RIGHT (ROWS ("1"), SAID ("basis", "2023年招投标经验")),
  RIGHT (ROWS ("1"), SAID ("basis", "冀财社〔2021〕19号")),
  RIGHT (ROWS ("1"), SAID ("basis", "依据《关于做好2022年工作的意见》")),
  RIGHT (ROWS ("1"), SAID ("basis", "合同约定")),
  RIGHT (ROWS ("1"), SAID ("description", "按〔2020〕2号文件执行的项目")),
};

/* A slip that was made. */
typedef struct {
  const Slip *slip;
  gint64      project, indicator; /* DB_NULL: the project */
  gboolean    found;
} Made;

static gint64
ask (Db *db, const char *sql, gint64 id)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  if (strstr (sql, ":id") != NULL)
    db_bind_int (q, ":id", id);
  return db_step (q, NULL) == DB_ROW ? sqlite3_column_int64 (q, 0) : 0;
}

/* One of the ids that sql lists, 0 when there is none. */
static gint64
draw_id (Db *db, GRand *draw, const char *sql)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM (%s)", sql);
  gint64           n = ask (db, count, 0);
  g_autofree char *one = n == 0
                             ? NULL
                             : g_strdup_printf ("%s LIMIT 1 OFFSET %d", sql,
                                                g_rand_int_range (draw, 0, (gint32) n));

  return one ? ask (db, one, 0) : 0;
}

static gboolean
is_taken (const GArray *all, gint64 project, gint64 indicator)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Made *made = &g_array_index (all, Made, i);

      if (made->project == project &&
          (indicator == DB_NULL || made->indicator == DB_NULL ||
           made->indicator == indicator))
        return TRUE;
    }
  return FALSE;
}

/* At most one slip a row, and a project that has one as a whole has no other. */
static void
make (Db *db, GRand *draw, const Slip *list, gsize n, GArray *all)
{
  const Slip *slip = &list[g_rand_int_range (draw, 0, (gint32) n)];
  gint64      id = draw_id (db, draw, slip->where);
  Made        made = { slip, id, DB_NULL, FALSE };

  if (slip->in_row)
    {
      made.project = ask (db, "SELECT project_id FROM indicator WHERE id = :id", id);
      made.indicator = id;
    }
  if (id == 0 || is_taken (all, made.project, made.indicator))
    return;
  ask (db, slip->change, id);
  g_array_append_val (all, made);
}

static gboolean
explains (Made *made, const Finding *finding)
{
  g_autofree char *rule = g_strdup_printf (" %s ", finding->rule);

  if (finding->project_id != made->project || finding->indicator_id != made->indicator)
    return FALSE;
  if (g_strcmp0 (finding->rule, made->slip->rule) == 0)
    {
      made->found = TRUE;
      return TRUE;
    }
  return strstr (made->slip->also, rule) != NULL;
}

static void
judge (Precision *self, const Finding *finding, GArray *all)
{
  gboolean is_true = FALSE;

  for (guint i = 0; i < all->len; i++)
    is_true |= explains (&g_array_index (all, Made, i), finding);
  if (strcmp (finding->severity, "hint") == 0)
    return;
  self->said++;
  if (is_true)
    return;
  self->false_ones++;
  g_ptr_array_add (self->lines, g_strdup_printf ("误报 %s %s：%s", finding->rule,
                                                 finding->place, finding->message));
}

static void
count_slips (Precision *self, const GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Made *made = &g_array_index (all, Made, i);

      if (made->slip->rule == NULL)
        continue;
      self->slips++;
      self->found += made->found;
      if (!made->found)
        g_ptr_array_add (self->lines, g_strdup_printf ("漏报 %s", made->slip->rule));
    }
}

static Db *
store (GRand *draw, const char *form, guint projects)
{
  g_autoptr (Document) document = corpus_document (draw, form, "某县某局", projects);
  Db *db = db_open (":memory:", DB_OPEN_CREATE, NULL);

  g_assert_true (document_store (db, document, NULL));
  g_assert_true (reading_refresh (db, NULL));
  return db;
}

static void
measure_one (Precision *self, GRand *draw, const char *form, gboolean is_sound)
{
  guint projects = g_rand_int_range (draw, 5, corpus_themes + 1);
  g_autoptr (Db) db = store (draw, form, projects);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Made));
  g_autoptr (GPtrArray) findings = NULL;
  guint rows = ask (db, "SELECT count(*) FROM indicator", 0);

  for (guint i = 0; i < rows / ROWS_A_SLIP; i++)
    {
      make (db, draw, quirks, G_N_ELEMENTS (quirks), all);
      if (!is_sound)
        make (db, draw, slips, G_N_ELEMENTS (slips), all);
    }
  g_assert_true (reading_refresh (db, NULL));
  findings = check_findings (db, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    judge (self, findings->pdata[i], all);
  count_slips (self, all);
  self->documents++;
  self->indicators += rows;
}

Precision *
slips_measure (guint32 seed, guint documents)
{
  GRand     *draw = g_rand_new_with_seed (seed);
  Precision *self = g_new0 (Precision, 1);
  guint      forms = g_strv_length ((char **) corpus_forms);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < documents; i++)
    measure_one (self, draw, corpus_forms[i % forms], i / forms % 2 == 0);
  g_rand_free (draw);
  return self;
}

void
slips_free (Precision *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}

double
slips_false_rate (const Precision *self)
{
  return 100.0 * self->false_ones / MAX (self->indicators, 1);
}
