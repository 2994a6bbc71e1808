/* tests/test-mend.c — rows that a blank line too many or too few broke or joined. */

#include "app/import/mend.h"
#include "app/read/reader.h"
#include "tests/suite.h"

#include <string.h>

#define HEAD                                                                                                \
  "\t项目编码\n\tA\n\t项目名称\n\t甲\n\n\t预算规模及资金用途\n\t预算数\n\t9\n\n\t\n\t" \
  "用\n\n"
#define PLAN \
  "\t资金支出计划\n\t3月底\n\t12月底\n\n\t\n\t0\n\t100\n\n\t绩效目标\n\t保障\n\n"
#define TARGETS                                                                                                 \
  "\t一级指标\n\t二级指标\n\t三级指标\n\t指标值\n\n\t产出指标\n\t数量指标\n\t人数\n\t" \
  "3\n\n"                                                                                                       \
  "\t\n\t质量指标\n\t合格率\n\t1\n\n"
#define ROWS                                                                            \
  "项目编码|A|项目名称|甲 / 预算规模及资金用途|预算数|9 / |用 / " \
  "资金支出计划|3月底|12月底 / "                                              \
  "|0|100 / 绩效目标|保障 / 一级指标|二级指标|三级指标|指标值 / "  \
  "产出指标|数量指标|人数|3 / |质量指标|合格率|1"

static const struct {
  const char *cut, *by, *rows; /* rows NULL: ROWS */
} changes[] = {
  { "", "", NULL },
  { "\t项目编码\n", "\t项目编码\n\n",
    "项目编码|A / 项目名称|甲 / 预算规模及资金用途|预算数|9 / |用 / "
    "资金支出计划|3月底|12月底 / |0|100 / 绩效目标|保障 / "
    "一级指标|二级指标|三级指标|指标值 / "
    "产出指标|数量指标|人数|3 / |质量指标|合格率|1" },
  { "\t二级指标\n", "\t二级指标\n\n", NULL },
  { "\t三级指标\n", "\t三级指标\n\n\n", NULL },
  { "\t人数\n", "\t人数\n\n", NULL },
  { "\t数量指标\n\t人数\n", "\t数量指标\n\n\t人数\n\n", NULL },
  { "\t质量指标\n", "\t质量指标\n\n", NULL },
  { "\t0\n", "\t0\n\n\n", NULL },
  { "\t12月底\n\n\t\n\t0\n", "\t6月底\n\t12月底\n\n\t\n\t0\n\n\t50\n",
    "项目编码|A|项目名称|甲 / 预算规模及资金用途|预算数|9 / |用 / "
    "资金支出计划|3月底|6月底|12月底 / |0|50|100 / 绩效目标|保障 / "
    "一级指标|二级指标|三级指标|指标值 / "
    "产出指标|数量指标|人数|3 / |质量指标|合格率|1" },
  /* the header of the indicators once more on a new page */
  { "3\n\n", "3\n\n\t一级指标\n\t二级指标\n\t三级指标\n\t指标值\n\n",
    "项目编码|A|项目名称|甲 / 预算规模及资金用途|预算数|9 / |用 / "
    "资金支出计划|3月底|12月底 / |0|100 / 绩效目标|保障 / "
    "一级指标|二级指标|三级指标|指标值 / 产出指标|数量指标|人数|3 / "
    "一级指标|二级指标|三级指标|指标值 / |质量指标|合格率|1" },
  { "甲\n\n", "甲\n", NULL },
  { "保障\n\n", "保障\n", NULL },
  { "\t指标值\n\n", "\t指标值\n", NULL },
  { "\t3\n\n", "\t3\n", NULL },
  { "100\n\n", "100\n", NULL },
  /* what cannot be told apart is joined, and can be read so */
  { "12月底\n\n", "12月底\n",
    "项目编码|A|项目名称|甲 / 预算规模及资金用途|预算数|9 / |用 / "
    "资金支出计划|3月底|12月底||0|100 / 绩效目标|保障 / "
    "一级指标|二级指标|三级指标|指标值 / "
    "产出指标|数量指标|人数|3 / |质量指标|合格率|1" },
  /* the heading of the next table in the last cell */
  { "\t1\n\n", "\t1\n2、乙绩效目标表\n\n\t项目编码\n\tB\n\n",
    ROWS " / 2、乙绩效目标表 / 项目编码|B" },
  /* a tab that was lost: a label, a value behind it, and cells of indicators */
  { "\t项目名称\n", "项目名称\n", NULL },
  { "\t甲\n", "甲\n", NULL },
  { "\t9\n", "9\n", NULL },
  { "\t3月底\n", "3月底\n", NULL },
  { "\t12月底\n", "12月底\n", NULL },
  { "\t0\n\t100\n", "\t0%\n100%\n",
    "项目编码|A|项目名称|甲 / 预算规模及资金用途|预算数|9 / |用 / "
    "资金支出计划|3月底|12月底 / |0%|100% / 绩效目标|保障 / "
    "一级指标|二级指标|三级指标|指标值 / "
    "产出指标|数量指标|人数|3 / |质量指标|合格率|1" },
  { "\t三级指标\n", "三级指标\n", NULL },
  { "\t指标值\n", "指标值\n", NULL },
  { "\t数量指标\n", "数量指标\n", NULL },
  { "\t人数\n", "人数\n", NULL },
  { "\t3\n", "3\n", NULL },
  { "\t质量指标\n", "质量指标\n", NULL },
  { "\t3\n", "\t3\n元\n",
    "项目编码|A|项目名称|甲 / 预算规模及资金用途|预算数|9 / |用 / "
    "资金支出计划|3月底|12月底 / |0|100 / 绩效目标|保障 / "
    "一级指标|二级指标|三级指标|指标值 / "
    "产出指标|数量指标|人数|3\n元 / |质量指标|合格率|1" },
  /* a row that is no indicator stays what it is */
  { "\t1\n\n", "\t1\n\n\t备注\n\t无\n\n", ROWS " / 备注|无" },
};

static char *
replace_once (const char *text, const char *cut, const char *by)
{
  const char *at = strstr (text, cut);

  ck_assert_ptr_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, by, at + strlen (cut));
}

static char *
rows_of (const Block *table)
{
  GString *to = g_string_new (NULL);
  guint    row = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const BlockCell *cell = table->cells->pdata[i];

      g_string_append (to, cell->row > row ? " / " : cell->col > 0 ? "|" : "");
      g_string_append (to, cell->text);
      row = cell->row;
    }
  return g_string_free (to, FALSE);
}

START_TEST (rows_come_out_as_they_were_meant)
{
  g_autofree char *text =
      replace_once (HEAD PLAN TARGETS, changes[_i].cut, changes[_i].by);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = text_read (bytes, "某局.txt", NULL);
  g_autofree char *got = NULL;

  ck_assert_uint_eq (blocks->len, 1);
  mend_rows (blocks->pdata[0]);
  got = rows_of (blocks->pdata[0]);
  ck_assert_str_eq (got, changes[_i].rows != NULL ? changes[_i].rows : ROWS);
}
END_TEST

START_TEST (a_table_with_a_row_a_line_is_left_alone)
{
  static const char text[] = "项目名称\n甲\t资金用途\t一级指标\t二级指标\n\t用\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = text_read (bytes, "某局.txt", NULL);
  Block           *table = blocks->pdata[1];
  g_autofree char *before = rows_of (table), *after = NULL;

  mend_rows (table);
  after = rows_of (table);
  ck_assert_str_eq (before, after);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("mend");
  TCase *tcase = tcase_create ("mend");

  tcase_add_loop_test (tcase, rows_come_out_as_they_were_meant, 0,
                       G_N_ELEMENTS (changes));
  tcase_add_test (tcase, a_table_with_a_row_a_line_is_left_alone);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
