/* tests/test-overview.c — 汇总: its numbers are those that one counts, its picture
 * holds them without cutting or covering any.
 */

#include "app/check/check.h"
#include "app/import/import.h"
#include "app/overview/layout.h"
#include "app/overview/number.h"
#include "app/overview/write.h"
#include "app/reading/reading.h"
#include "db/document.h"
#include "db/project.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text of 甲局 with so many projects of 1.5, 2.5, … 万元. */
static void
store (int year, const char *stage, guint projects)
{
  g_autoptr (Document) document = written_document (year, projects, 0);
  g_auto (DbTxn) txn = { NULL };

  g_free (document->stage);
  document->stage = g_strdup (stage);
  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, document, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
}

static Overview *
look (int year)
{
  g_autoptr (GPtrArray) departments = overview_departments (db, NULL);
  Overview *overview =
      overview_new (db, ((OverviewDepartment *) departments->pdata[0])->id, year, TRUE,
                    NULL);

  ck_assert_ptr_nonnull (overview);
  return overview;
}

static const ChartItem *
find_item (const Chart *chart, const char *label)
{
  for (guint i = 0; i < chart->items->len; i++)
    if (strcmp (((ChartItem *) chart->items->pdata[i])->label, label) == 0)
      return chart->items->pdata[i];
  ck_abort_msg ("%s has no %s", chart->title, label);
}

/* Counted by hand in data/samples/nongye-2024.txt. */
static const struct {
  ChartKind   chart;
  const char *label;
  guint       measure;
  double      value;
} counted[] = {
  { CHART_TOTALS, "预算", 0, 1948.4 },
  { CHART_TOTALS, "项目", 0, 4 },
  { CHART_TOTALS, "指标", 0, 36 },
  { CHART_TOTALS, "量化的指标", 0, 83.3 },
  { CHART_UNITS, "松岭市农业农村局", 0, 1850.4 },
  { CHART_UNITS, "松岭市农业农村局", 1, 3 },
  { CHART_UNITS, "松岭市农产品质量检测站", 0, 98 },
  { CHART_SIZES, "50～100 万元", 0, 1 },
  { CHART_SIZES, "100～500 万元", 0, 2 },
  { CHART_SIZES, "100～500 万元", 1, 570.4 },
  { CHART_SIZES, "1000～5000 万元", 1, 1280 },
  { CHART_LARGEST, "高标准农田管护补助", 0, 1280 },
  { CHART_LARGEST, "农产品质量安全监测", 0, 98 },
  { CHART_PLAN, "3月底", 1, 392.32 },
  { CHART_PLAN, "6月底", 1, 912.84 },
  { CHART_PLAN, "10月底", 1, 1440.2 },
  { CHART_PLAN, "10月底", 0, 73.9 },
  { CHART_PLAN, "12月底", 1, 1943.5 },
  { CHART_KINDS, "质量", 0, 4 },
  { CHART_KINDS, "生态效益", 0, 3 },
  { CHART_KINDS, "生态效益", 1, 1 },
  { CHART_KINDS, "可持续影响", 2, 0 },
  { CHART_KINDS, "服务对象满意度", 2, 75 },
};

START_TEST (numbers_are_those_one_counts)
{
  g_autoptr (Overview) overview = NULL;
  const ChartItem *item;

  import_sample ("nongye-2024.txt");
  overview = look (OVERVIEW_NEWEST);
  item = find_item (&overview->charts[counted[_i].chart], counted[_i].label);
  ck_assert_msg (llabs (chart_value (item, 0, counted[_i].measure) -
                        llround (counted[_i].value * 1e6)) <= 1,
                 "%s: %" G_GINT64_FORMAT, counted[_i].label,
                 chart_value (item, 0, counted[_i].measure));
}
END_TEST

START_TEST (problems_are_those_of_the_check)
{
  static const char *const severities[] = { "error", "warning", "hint" };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (Overview) overview = NULL;

  import_sample ("wenlv-2025.txt");
  findings = check_findings (db, NULL, NULL);
  overview = look (2025);
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    ck_assert_int_eq (chart_value (overview->charts[CHART_SEVERITIES].items->pdata[i],
                                   0, 0),
                      check_count (findings, severities[i]) *
                          G_GINT64_CONSTANT (1000000));
}
END_TEST

START_TEST (a_year_is_its_approved_text)
{
  g_autoptr (Overview) overview = NULL;

  store (2024, "draft1", 3);
  store (2024, "approved", 2);
  store (2025, "draft1", 1);
  store (2025, "draft2", 4);
  overview = look (OVERVIEW_NEWEST);
  ck_assert_uint_eq (overview->years->len, 2);
  ck_assert_int_eq (overview_year (overview), 2025);
  ck_assert_str_eq (overview->stage, "draft2");
  ck_assert_int_eq (chart_sum (&overview->charts[CHART_UNITS], 0, 1), 2000000);
  ck_assert_int_eq (chart_sum (&overview->charts[CHART_UNITS], 1, 1), 4000000);
  ck_assert_int_eq (chart_sum (&overview->charts[CHART_UNITS], 1, 0), 12000000);
}
END_TEST

START_TEST (all_departments_are_summed)
{
  g_autoptr (Overview) overview = NULL;

  import_sample ("shuiwu-2025.txt");
  import_sample ("zhujian-2025.txt");
  import_sample ("nongye-2024.txt");
  overview = overview_new (db, 0, 2025, TRUE, NULL);
  ck_assert_str_eq (overview->department, "全部部门");
  ck_assert_uint_eq (overview->texts, 2);
  ck_assert_uint_eq (overview->charts[CHART_UNITS].items->len, 2);
  ck_assert_int_eq (chart_sum (&overview->charts[CHART_UNITS], 1, 0), 1581680000);
}
END_TEST

START_TEST (an_unknown_year_is_an_error)
{
  g_autoptr (GError) error = NULL;

  store (2024, "approved", 1);
  ck_assert_ptr_null (overview_new (db, 0, 2020, FALSE, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
  g_clear_error (&error);
  ck_assert_ptr_null (overview_new (db, 4711, OVERVIEW_NEWEST, FALSE, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
}
END_TEST

/* The rows behind every number of every chart are as many as it counts. */
START_TEST (a_number_leads_to_its_rows)
{
  g_autoptr (Overview) overview = NULL;

  import_sample ("nongye-2024.txt");
  overview = look (OVERVIEW_NEWEST);
  for (guint i = CHART_UNITS; i < CHARTS; i++)
    for (guint k = 0; k < overview->charts[i].items->len; k++)
      {
        const ChartItem *item = overview->charts[i].items->pdata[k];
        const ChartCell *cell = chart_cell (item, 0);
        g_autoptr (GPtrArray) rows = overview_rows (db, 0, &cell->link, G_MAXINT, NULL);

        ck_assert (cell->is_link);
        ck_assert_msg (rows->len == (cell->link.topic == OVERVIEW_PLAN
                                         ? 4
                                         : (guint) cell->link.count),
                       "%s %s: %u", overview->charts[i].title, item->label, rows->len);
      }
}
END_TEST

/* Years and projects of a file, and how wide its picture is; 0: paper. */
static const struct {
  int    years;
  guint  projects;
  double width;
} states[] = {
  { 0, 0, 0 },    { 1, 0, 0 },     { 1, 1, 0 },    { 1, 1, 900 },
  { 1, 40, 500 }, { 5, 12, 0 },    { 5, 12, 420 }, { 5, 12, 940 },
  { 9, 12, 0 },   { 9, 12, 1400 }, { 2, 400, 0 },
};

static void
check_piece (Picture *picture, const PicturePanel *panel, const PicturePiece *piece)
{
  double right = piece->x + MAX (piece->width, 0);

  if (piece->kind != PIECE_TEXT)
    {
      ck_assert_double_ge (piece->x, -3);
      ck_assert_double_le (right, panel->width + 3);
      return;
    }
  ck_assert_msg (right <= panel->width + 13, "%s", piece->text);
  ck_assert_msg (piece->y + piece->height <= panel->height + 4, "%s", piece->text);
  /* A number is never cut. */
  if (piece->type.align == PICTURE_RIGHT)
    ck_assert_msg (picture_measure (picture, &piece->type, piece->text) <=
                       piece->width + 0.5,
                   "%s is cut", piece->text);
}

/* No text stands twice at one place. */
static void
check_once (const PicturePanel *panel, guint i)
{
  const PicturePiece *piece = &g_array_index (panel->pieces, PicturePiece, i);

  for (guint k = 0; piece->kind == PIECE_TEXT && k < i; k++)
    {
      const PicturePiece *other = &g_array_index (panel->pieces, PicturePiece, k);

      ck_assert_msg (other->kind != PIECE_TEXT || other->x != piece->x ||
                         other->y != piece->y,
                     "%s on %s", piece->text, other->text);
    }
}

static void
check_panel (Picture *picture, const PicturePanel *panel)
{
  for (guint i = 0; i < panel->pieces->len; i++)
    {
      check_piece (picture, panel, &g_array_index (panel->pieces, PicturePiece, i));
      check_once (panel, i);
    }
  for (guint i = 0; i < panel->marks->len; i++)
    {
      const PictureMark *mark = &g_array_index (panel->marks, PictureMark, i);

      ck_assert_double_gt (mark->width, 5);
      ck_assert_double_gt (mark->height, 5);
      ck_assert_str_ne (mark->name, "");
    }
  ck_assert_double_ge (panel->x, 0);
  ck_assert_double_le (panel->x + panel->width, picture->width);
  ck_assert_double_le (panel->y + panel->height, picture->height);
}

static gboolean
overlap (const PicturePanel *a, const PicturePanel *b)
{
  return a->page == b->page && a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

START_TEST (a_picture_holds_all_and_covers_nothing)
{
  g_autoptr (Overview) overview = NULL;
  g_autoptr (Picture) picture = NULL;

  for (int year = 0; year < states[_i].years; year++)
    store (2020 + year, "approved", states[_i].projects);
  overview = overview_new (db, 0, OVERVIEW_NEWEST, TRUE, NULL);
  picture = states[_i].width > 0 ? layout_for_width (overview, states[_i].width)
                                 : layout_for_paper (overview);
  for (guint i = 0; i < picture->panels->len; i++)
    {
      check_panel (picture, picture->panels->pdata[i]);
      for (guint k = 0; k < i; k++)
        ck_assert (!overlap (picture->panels->pdata[i], picture->panels->pdata[k]));
    }
}
END_TEST

/* The bars of a panel by the numbers that they stand for. */
START_TEST (bars_are_as_long_as_their_numbers)
{
  g_autoptr (Overview) overview = NULL;
  g_autoptr (Picture) picture = NULL;
  double lengths[4];
  guint  n = 0;

  import_sample ("nongye-2024.txt");
  overview = look (OVERVIEW_NEWEST);
  picture = layout_for_width (overview, 700);
  for (guint i = 0; i < picture->panels->len; i++)
    {
      const PicturePanel *panel = picture->panels->pdata[i];

      if (strcmp (panel->title, "最大的项目") != 0)
        continue;
      for (guint k = 0; k < panel->pieces->len; k++)
        {
          const PicturePiece *piece = &g_array_index (panel->pieces, PicturePiece, k);

          if (piece->kind == PIECE_BAR)
            lengths[n++] = piece->width;
        }
    }
  ck_assert_uint_eq (n, 4);
  ck_assert_double_eq_tol (lengths[1] / lengths[0], 356.4 / 1280, 1e-6);
  ck_assert_double_eq_tol (lengths[2] / lengths[0], 214.0 / 1280, 1e-6);
  ck_assert_double_eq_tol (lengths[3] / lengths[0], 98.0 / 1280, 1e-6);
}
END_TEST

static const struct {
  double      most; /* 万元 */
  double      value;
  const char *text, *unit;
} amounts[] = {
  { 36058.08, 18692, "18,692", "万元" },
  { 36058.08, 0.3, "＜1", "万元" },
  { 1948.4, 1280, "1,280.0", "万元" },
  { 98, 5.76, "5.76", "万元" },
  { 250000, 250000, "25.00", "亿元" },
  { 250000, 12, "＜0.01", "亿元" },
  { 98, 0, "0.00", "万元" },
  { 999.9, -12.5, "-12.5", "万元" },
};

START_TEST (amounts_have_the_digits_one_reads)
{
  NumberScale      scale = number_scale_money (llround (amounts[_i].most * 1e6));
  g_autofree char *text = number_write (llround (amounts[_i].value * 1e6), &scale);

  ck_assert_str_eq (text, amounts[_i].text);
  ck_assert_str_eq (scale.unit, amounts[_i].unit);
}
END_TEST

START_TEST (every_format_is_written)
{
  g_autofree char *folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autoptr (Overview) overview = NULL;

  import_sample ("nongye-2024.txt");
  overview = look (OVERVIEW_NEWEST);
  for (guint i = 0; overview_formats[i] != NULL; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("%s/overview.%s", folder, overview_formats[i]);
      g_autofree char *bytes = NULL;
      gsize            length = 0;

      ck_assert (overview_write (overview, overview_formats[i], path, NULL));
      ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
      ck_assert_uint_gt (length, 1000);
      ck_assert (remove (path) == 0);
    }
  ck_assert (!overview_write (overview, "pdf", "/nowhere/overview.pdf", NULL));
  ck_assert (remove (folder) == 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("overview");
  TCase *tcase = tcase_create ("overview");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_loop_test (tcase, numbers_are_those_one_counts, 0, G_N_ELEMENTS (counted));
  tcase_add_test (tcase, problems_are_those_of_the_check);
  tcase_add_test (tcase, a_year_is_its_approved_text);
  tcase_add_test (tcase, all_departments_are_summed);
  tcase_add_test (tcase, an_unknown_year_is_an_error);
  tcase_add_test (tcase, a_number_leads_to_its_rows);
  tcase_add_loop_test (tcase, a_picture_holds_all_and_covers_nothing, 0,
                       G_N_ELEMENTS (states));
  tcase_add_test (tcase, bars_are_as_long_as_their_numbers);
  tcase_add_loop_test (tcase, amounts_have_the_digits_one_reads, 0,
                       G_N_ELEMENTS (amounts));
  tcase_add_test (tcase, every_format_is_written);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
