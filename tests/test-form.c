/* tests/test-form.c — a project is printed in every form, whole and without gaps. */

#include "app/form/form.h"
#include "db/indicator.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <string.h>

static const char *const forms[] = { "chengde", "nanpu", "tangshan-renshe",
                                     "tangshan-shehui", "zunhua" };

static FormTable *
print (gint64 project, const char *layout)
{
  g_autoptr (GError) error = NULL;
  FormTable *table = form_table_new (db, project, layout, &error);

  ck_assert_msg (table != NULL, "%s", error ? error->message : "");
  return table;
}

/* The texts of all cells, one a line. */
static char *
all_text (const FormTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->text != NULL)
        g_string_append_printf (text, "%s\n", cell->text);
    }
  return g_string_free (text, FALSE);
}

static const FormCell *
find (const FormTable *table, const char *column, const char *text)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (g_strcmp0 (cell->column_name, column) == 0 &&
          (text == NULL || g_strcmp0 (cell->text, text) == 0))
        return cell;
    }
  return NULL;
}

static const guint counts[][3] = { { 0, 0, 0 },  { 1, 1, 1 }, { 3, 9, 4 },
                                   { 2, 40, 4 }, { 1, 2, 5 }, { 3, 5, 12 } };

/* Each form × each number of goals, indicators and checkpoints × blank or not. */
#define TILINGS (G_N_ELEMENTS (forms) * G_N_ELEMENTS (counts) * 2)

START_TEST (the_cells_of_a_form_cover_its_grid_once)
{
  const guint *count = counts[_i / 2 % G_N_ELEMENTS (counts)];
  Printed      printed = { forms[_i / 2 / G_N_ELEMENTS (counts)], count[0], count[1],
                           count[2], _i % 2 == 1 };
  g_autoptr (FormTable) table = print (printed_store (db, &printed), NULL);
  guint area = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      area += cell->row_span * cell->col_span;
      for (guint row = cell->row; row < cell->row + cell->row_span; row++)
        for (guint col = cell->col; col < cell->col + cell->col_span; col++)
          ck_assert_ptr_eq (form_table_at (table, row, col), cell);
    }
  ck_assert_uint_eq (area, table->rows * table->cols);
}
END_TEST

static void
check_cell (const FormCell *cell, sqlite3_stmt *q)
{
  ck_assert_uint_eq (cell->row + 1, sqlite3_column_int (q, 0));
  ck_assert_uint_eq (cell->col + 1, sqlite3_column_int (q, 1));
  ck_assert_uint_eq (cell->row_span, sqlite3_column_int (q, 2));
  ck_assert_uint_eq (cell->col_span, sqlite3_column_int (q, 3));
  ck_assert_pstr_eq (cell->text, db_column_text (q, 4));
  ck_assert_pstr_eq (cell->table_name, db_column_text (q, 5));
  ck_assert_int_eq (cell->row_id, sqlite3_column_int64 (q, 6));
  ck_assert_pstr_eq (cell->column_name, db_column_text (q, 7));
  ck_assert_pstr_eq (cell->field, db_column_text (q, 8));
}

/* The program joins the parts of a cell itself: to what any SQLite tool is shown. */
static void
check_view (gint64 project, const char *form)
{
  g_autoptr (GPtrArray) cells = form_cells (db, project, form, NULL);
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT row, col, row_span, col_span, text, table_name, row_id,"
                  " column_name, field FROM form_cell_of"
                  " WHERE project_id = :project AND form_id = :form ORDER BY row, col",
                  NULL);

  db_bind_int (q, ":project", project);
  db_bind_text (q, ":form", form);
  for (guint i = 0; i < cells->len; i++)
    {
      ck_assert_int_eq (db_step (q, NULL), DB_ROW);
      check_cell (cells->pdata[i], q);
    }
  ck_assert_int_eq (db_step (q, NULL), DB_DONE);
}

START_TEST (the_view_shows_the_same_cells)
{
  const guint *count = counts[_i / 2 % G_N_ELEMENTS (counts)];
  Printed      printed = { forms[_i / 2 / G_N_ELEMENTS (counts)], count[0], count[1],
                           count[2], _i % 2 == 1 };
  gint64       project = printed_store (db, &printed);

  for (guint form = 0; form < G_N_ELEMENTS (forms); form++)
    check_view (project, forms[form]);
}
END_TEST

/* What every form prints, and what only some have a place for. */
static const struct {
  const char *text;
  const char *missing; /* forms without a place for it */
} expected[] = {
  { "7、河道清淤绩效目标表", "" },
  { "00070", "" },
  { "河道清淤", "" },
  { "12.50", "tangshan-shehui" },
  { "用于清淤和护坡。", "" },
  { "预算数12.5万元。", "" },
  { "资金支出计划（累计%）", "" },
  { "3月底", "" },
  { "4%", "" },
  { "目标3", "" },
  { "第3段河道畅通", "" },
  { "401002甲县河道管理站", "chengde" },
  { "4.2", "chengde tangshan-shehui" },
  { "本级资金5.2", "chengde tangshan-shehui" },
  { "6.2", "chengde tangshan-shehui" },
  { "[P-0007]清淤（表头）", "nanpu tangshan-renshe tangshan-shehui zunhua" },
  { "水利模板", "nanpu tangshan-renshe tangshan-shehui zunhua" },
  { "标准8", "nanpu tangshan-renshe tangshan-shehui zunhua" },
  { "一级8", "" },
  { "二级8", "" },
  { "指标8", "" },
  { "描述8", "" },
  { "8.50", "" },
  { "≥7.50公里", "chengde" },
  { "依据8", "" },
};

START_TEST (nothing_is_lost_in_print)
{
  Printed printed = { forms[_i], 3, 9, 4, FALSE };
  g_autoptr (FormTable) table = print (printed_store (db, &printed), NULL);
  g_autofree char *text = all_text (table);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    ck_assert_msg ((strstr (text, expected[i].text) != NULL) ==
                       (strstr (expected[i].missing, forms[_i]) == NULL),
                   "%s: %s in\n%s", forms[_i], expected[i].text, text);
}
END_TEST

START_TEST (equal_level_cells_merge_inside_their_run)
{
  Printed  printed = { forms[_i], 1, 5, 4, FALSE };
  Project *project;
  g_autoptr (Document) document = printed_new (&printed, &project);
  g_autoptr (FormTable) table = NULL;
  static const char *const levels[][2] = { { "产出", "数量" },
                                           { "产出", "数量" },
                                           { "产出", "质量" },
                                           { "效益", "质量" },
                                           { NULL, NULL } };
  const FormCell          *cell;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      Indicator *indicator = project->indicators->pdata[i];

      db_record_take_text (&indicator->level1, g_strdup (levels[i][0]));
      db_record_take_text (&indicator->level2, g_strdup (levels[i][1]));
    }
  ck_assert (document_store (db, document, NULL));
  table = print (project->record.id, NULL);
  cell = find (table, "level1", "产出");
  ck_assert_uint_eq (cell->row_span, 3);
  ck_assert_uint_eq (find (table, "level1", "效益")->row_span, 1);
  ck_assert_uint_eq (find (table, "level2", "数量")->row_span, 2);
  cell = form_table_at (table, cell->row + 2, cell->col + 1);
  ck_assert_str_eq (cell->text, "质量");
  ck_assert_uint_eq (cell->row_span, 1);
}
END_TEST

START_TEST (a_cell_names_the_record_it_shows)
{
  Printed printed = { forms[_i], 1, 2, 4, FALSE };
  gint64  project = printed_store (db, &printed);
  g_autoptr (FormTable) table = print (project, NULL);
  const FormCell *name = find (table, "name", "河道清淤");
  const FormCell *basis = find (table, "basis", "依据1");
  const FormCell *purpose = find (table, "purpose", NULL);

  ck_assert_str_eq (name->table_name, "project");
  ck_assert_int_eq (name->row_id, project);
  ck_assert_str_eq (basis->table_name, "indicator");
  ck_assert_int_gt (basis->row_id, 0);
  ck_assert_int_ne (basis->row_id, find (table, "basis", "依据0")->row_id);
  ck_assert_str_eq (purpose->text, "预算数12.5万元。用于清淤和护坡。");
  ck_assert_ptr_null (form_table_at (table, table->title_rows, 0)->column_name);
}
END_TEST

START_TEST (the_rows_of_the_chengde_form_are_numbered)
{
  Printed printed = { "chengde", 3, 9, 4, FALSE };
  g_autoptr (FormTable) table = print (printed_store (db, &printed), NULL);

  ck_assert_str_eq (form_table_at (table, 4, 0)->text, "4");
  ck_assert_str_eq (form_table_at (table, 14, 0)->text, "14");
  ck_assert_str_eq (form_table_at (table, table->rows - 1, 0)->text, "22");
  ck_assert_str_eq (form_table_at (table, 2, 1)->text,
                    "项目编码及名称：[P-0007]清淤（表头）");
  ck_assert_str_eq (form_table_at (table, 2, 6)->text, "预算年度：2025");
  ck_assert_str_eq (form_table_at (table, 2, 8)->text, "金额：12.50万元");
  ck_assert_uint_eq (table->title_rows, 1);
  ck_assert_uint_eq (table->head_first, 12);
  ck_assert_uint_eq (table->head_rows, 2);
}
END_TEST

START_TEST (a_project_can_be_printed_in_another_form)
{
  Printed printed = { "chengde", 2, 3, 4, FALSE };
  gint64  project = printed_store (db, &printed);
  g_autoptr (FormTable) own = print (project, NULL);
  g_autoptr (FormTable) same = print (project, "chengde");
  g_autoptr (FormTable) other = print (project, "zunhua");

  ck_assert_str_eq (own->form->id, "chengde");
  ck_assert_uint_eq (own->cells->len, same->cells->len);
  ck_assert_str_eq (other->form->id, "zunhua");
  ck_assert_str_eq (find (other, "value_text", NULL)->text, "≥0.50公里");
  ck_assert_str_eq (find (other, "text", NULL)->text,
                    "目标1第1段河道畅通\n目标2第2段河道畅通");
}
END_TEST

START_TEST (the_overall_table_prints_its_indicators)
{
  Printed  printed = { forms[_i], 0, 3, 0, TRUE };
  Project *project;
  g_autoptr (Document) document = printed_new (&printed, &project);
  g_autoptr (FormTable) table = NULL;

  db_record_take_text (&project->kind, g_strdup ("overall"));
  ck_assert (document_store (db, document, NULL));
  table = print (project->record.id, NULL);
  ck_assert_ptr_null (find (table, "code", NULL));
  ck_assert_ptr_nonnull (find (table, "basis", "依据2"));
  ck_assert_uint_eq (find (table, "level1", "一级0")->row_span, 2);
}
END_TEST

START_TEST (an_unknown_form_is_named_with_the_known_ones)
{
  Printed printed = { "zunhua", 1, 1, 4, FALSE };
  gint64  project = printed_store (db, &printed);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (form_table_new (db, project, "beijing", &error));
  ck_assert_ptr_nonnull (strstr (error->message, "beijing"));
  ck_assert_ptr_nonnull (strstr (error->message, "tangshan-shehui"));
  g_clear_error (&error);
  ck_assert_ptr_null (form_table_new (db, project + 1, NULL, &error));
  ck_assert_ptr_null (strchr (error->message, '\n'));
}
END_TEST

/* A sixth county needs rows, no program. */
START_TEST (a_new_form_is_a_few_rows)
{
  Printed printed = { "zunhua", 2, 3, 4, FALSE };
  gint64  project = printed_store (db, &printed);
  g_autoptr (FormTable) table = NULL;

  ck_assert (db_exec (
      db,
      "INSERT INTO form (id, title) VALUES ('b', 'B');"
      "INSERT INTO form_column VALUES ('b', 1, 60), ('b', 2, 120);"
      "INSERT INTO form_row VALUES ('b', 1, 'body'), ('b', 2, 'goal'),"
      " ('b', 3, 'indicator');"
      "INSERT INTO form_box (form_id, row, col, label, field, after) VALUES"
      " ('b', 1, 1, '《', 'name', '》'), ('b', 1, 2, '码：', 'code', NULL),"
      " ('b', 2, 1, NULL, 'goal_label', NULL), ('b', 2, 2, NULL, 'goal', NULL),"
      " ('b', 3, 1, NULL, 'level1', NULL), ('b', 3, 2, NULL, 'target', NULL);",
      NULL));
  table = print (project, "b");
  ck_assert_uint_eq (table->rows, 6);
  ck_assert_str_eq (form_table_at (table, 0, 0)->text, "《河道清淤》");
  ck_assert_str_eq (form_table_at (table, 2, 1)->text, "第2段河道畅通");
  ck_assert_str_eq (form_table_at (table, 5, 1)->text, "≥2.50公里");
}
END_TEST

/* 一级指标 with the indicator's number behind it merges as it would alone; each point
 * of a plan has its share of the columns, with all it shows.  */
START_TEST (the_parts_of_a_box_are_one_cell_in_the_first_ones_place)
{
  Printed printed = { "zunhua", 2, 4, 3, FALSE };
  gint64  project = printed_store (db, &printed);
  g_autoptr (FormTable) table = NULL;

  ck_assert (db_exec (
      db,
      "INSERT INTO form (id, title) VALUES ('b', 'B');"
      "INSERT INTO form_column VALUES ('b', 1, 60), ('b', 2, 40), ('b', 3, 40),"
      " ('b', 4, 40);"
      "INSERT INTO form_row VALUES ('b', 1, 'body'), ('b', 2, 'indicator');"
      "INSERT INTO form_box (form_id, row, col, part, col_span, label, field, merges)"
      " VALUES ('b', 1, 1, 1, 1, '计划', NULL, 0),"
      " ('b', 1, 2, 1, 3, NULL, 'checkpoint', 0), ('b', 1, 2, 2, 3, NULL, 'percent', "
      "0),"
      " ('b', 2, 1, 1, 1, NULL, 'level1', 1), ('b', 2, 1, 2, 1, ' ', 'row_number', 0),"
      " ('b', 2, 2, 1, 3, NULL, 'target', 0);"
      "UPDATE indicator SET level1 = iif(ordinal < 3, '产出指标', '效益指标')",
      NULL));
  check_view (project, "b");
  table = print (project, "b");
  ck_assert_uint_eq (table->rows, 5);
  ck_assert_str_eq (form_table_at (table, 0, 1)->text, "1月底\n1%");
  ck_assert_ptr_ne (form_table_at (table, 0, 1), form_table_at (table, 0, 2));
  ck_assert_str_eq (form_table_at (table, 1, 0)->text, "产出指标 2");
  ck_assert_ptr_eq (form_table_at (table, 1, 0), form_table_at (table, 2, 0));
}
END_TEST

START_TEST (boxes_that_overlap_or_leave_gaps_are_refused)
{
  static const char *const damage[] = {
    "UPDATE form_box SET col_span = 2 WHERE form_id = 'zunhua' AND row = 3 AND col = 1",
    "UPDATE form_box SET col_span = 90 WHERE form_id = 'zunhua' AND row = 3 AND col = "
    "5",
    "UPDATE form_box SET row_span = 2000000000 WHERE form_id = 'zunhua' AND row = 3",
    "UPDATE form_box SET row = 2000000000 WHERE form_id = 'zunhua' AND row = 3;"
    "UPDATE form_row SET row = 2000000000 WHERE form_id = 'zunhua' AND row = 3",
    "UPDATE form_box SET col = -5 WHERE form_id = 'zunhua' AND row = 3 AND col = 1",
    "DELETE FROM form_box WHERE form_id = 'zunhua' AND row = 9 AND col = 4",
    "DELETE FROM form_column WHERE form_id = 'zunhua'",
  };
  Printed printed = { "zunhua", 1, 1, 4, FALSE };
  gint64  project = printed_store (db, &printed);
  g_autoptr (GError) error = NULL;

  ck_assert (db_exec (db, damage[_i], NULL));
  ck_assert_ptr_null (form_table_new (db, project, NULL, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "zunhua"));
}
END_TEST

/* SCAN of what the query itself has made is fine; SCAN of a table is not. */
START_TEST (one_project_is_found_without_scanning)
{
  static const char *const queries[] = {
    "EXPLAIN QUERY PLAN SELECT * FROM form_cell WHERE project_id = 1",
    "EXPLAIN QUERY PLAN SELECT * FROM form_cell WHERE project_id = 1 ORDER BY row, col",
    "EXPLAIN QUERY PLAN SELECT * FROM form_cell_of"
    " WHERE project_id = 1 AND form_id = 'zunhua' ORDER BY row, col",
    "EXPLAIN QUERY PLAN SELECT * FROM form_part"
    " WHERE project_id = 1 AND own",
  };
  static const char *const tables[] = { "g", "i", "p", "d", "u", "t",
                                        "m", "f", "r", "x", "y", "c" };
  g_autoptr (sqlite3_stmt) q = db_prepare (db, queries[_i], NULL);

  while (db_step (q, NULL) == DB_ROW)
    {
      const char *step = db_column_text (q, 3);

      for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          g_autofree char *scan = g_strdup_printf ("SCAN %s", tables[i]);

          ck_assert_msg (!g_str_equal (step, scan) && !(g_str_has_prefix (step, scan) &&
                                                        step[strlen (scan)] == ' '),
                         "%s", step);
        }
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("form");
  TCase *tcase = tcase_create ("form");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_loop_test (tcase, the_cells_of_a_form_cover_its_grid_once, 0, TILINGS);
  tcase_add_loop_test (tcase, the_view_shows_the_same_cells, 0, TILINGS);
  tcase_add_loop_test (tcase, nothing_is_lost_in_print, 0, G_N_ELEMENTS (forms));
  tcase_add_loop_test (tcase, equal_level_cells_merge_inside_their_run, 0,
                       G_N_ELEMENTS (forms));
  tcase_add_loop_test (tcase, a_cell_names_the_record_it_shows, 0,
                       G_N_ELEMENTS (forms));
  tcase_add_test (tcase, the_rows_of_the_chengde_form_are_numbered);
  tcase_add_test (tcase, a_project_can_be_printed_in_another_form);
  tcase_add_loop_test (tcase, the_overall_table_prints_its_indicators, 0,
                       G_N_ELEMENTS (forms));
  tcase_add_test (tcase, an_unknown_form_is_named_with_the_known_ones);
  tcase_add_test (tcase, a_new_form_is_a_few_rows);
  tcase_add_test (tcase, the_parts_of_a_box_are_one_cell_in_the_first_ones_place);
  tcase_add_loop_test (tcase, boxes_that_overlap_or_leave_gaps_are_refused, 0, 7);
  tcase_add_loop_test (tcase, one_project_is_found_without_scanning, 0, 4);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
