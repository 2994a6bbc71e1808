/* tests/test-form-file.c — layouts as files: every form is written and read the same, a
 * form of an office's own prints, and what is wrong is told by its line.
 */

#include "app/form/file.h"
#include "app/form/form.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <string.h>

static char *
written (Db *file, const char *id)
{
  g_autoptr (GError) error = NULL;
  char *text = form_file_write (file, id, &error);

  ck_assert_msg (text != NULL, "%s", error ? error->message : "");
  return text;
}

static FormFileResult
read_well (const char *text, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  FormFileResult result;

  ck_assert_msg (form_file_read (db, text, replace, &result, &error), "%s",
                 error ? error->message : "");
  return result;
}

/* A text of the file, of the form it was made for. */
static char *
county_form (void)
{
  g_autofree char *path = sample_path ("linxi.form");
  char            *text = NULL;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Takes the forms away, so that reading a file makes them anew. */
static void
remove_forms (void)
{
  ck_assert (
      db_exec (db,
               "DELETE FROM text_line WHERE form_id <> 'chengde';"
               "DELETE FROM form_box WHERE form_id <> 'chengde';"
               "DELETE FROM form_row WHERE form_id <> 'chengde';"
               "DELETE FROM form_column WHERE form_id <> 'chengde';"
               "UPDATE form SET overall_form_id = NULL, title = 'x', seal = NULL,"
               " county = NULL, orientation = 'portrait' WHERE id <> 'chengde'",
               NULL));
}

START_TEST (every_form_is_written_and_read_the_same)
{
  /* those that draw overall tables before those that name them */
  g_autofree char *all =
      text ("SELECT group_concat(id, ' ') FROM"
            " (SELECT id FROM form ORDER BY overall_form_id IS NOT NULL, id)");
  g_auto (GStrv) ids = g_strsplit (all, " ", 0);
  g_autoptr (Db) fresh = db_open (":memory:", DB_OPEN_CREATE, NULL);

  ck_assert_uint_gt (g_strv_length (ids), 8);
  remove_forms ();
  for (char **id = ids; *id != NULL; id++)
    {
      g_autofree char *text = written (fresh, *id);
      g_autofree char *again = NULL;
      FormFileResult   result = read_well (text, FALSE);

      again = written (db, *id);
      ck_assert_str_eq (text, again);
      g_ptr_array_unref (result.lost);
      result = read_well (text, FALSE);
      ck_assert_uint_eq (result.added + result.changed, 0);
      g_ptr_array_unref (result.lost);
    }
}
END_TEST

START_TEST (a_form_of_an_own_county_prints)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FormTable) table = NULL;
  g_autofree char *text = county_form ();
  FormFileResult   result = read_well (text, FALSE);
  gint64           project = printed_store (db, &(Printed){ .form = "zunhua",
                                                            .goals = 2,
                                                            .indicators = 5,
                                                            .checkpoints = 4 });

  ck_assert_uint_eq (result.added, 2);
  g_ptr_array_unref (result.lost);
  table = form_table_new (db, project, "linxi", &error);
  ck_assert_msg (table != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (table->cols, 6);
  ck_assert_uint_eq (table->rows, 8 + 2 + 1 + 5);
  ck_assert (table->form->landscape);
  ck_assert_uint_eq (table->head_rows, 1);
}
END_TEST

START_TEST (a_form_of_an_own_county_is_written_and_read_the_same)
{
  g_autofree char *text = county_form ();
  g_autofree char *once = NULL;
  g_autofree char *again = NULL;
  FormFileResult   result = read_well (text, FALSE);

  g_ptr_array_unref (result.lost);
  once = written (db, "linxi");
  result = read_well (once, FALSE);
  ck_assert_uint_eq (result.same, 2);
  g_ptr_array_unref (result.lost);
  again = written (db, "linxi");
  ck_assert_str_eq (once, again);
}
END_TEST

START_TEST (signs_with_a_meaning_can_be_words)
{
  static const char file[] = "\xef\xbb\xbf"
                             "form own 自用\\\\式\r\n"
                             "columns 50 50\r\n"
                             "row body\r\n"
                             "  1 head 甲\\{乙\\}\\|丙\\n丁\r\n"
                             "  2 head \\ 空格\\ \r\n"
                             "row indicator\r\n"
                             "  1-2 text {indicator}\r\n";

  g_autoptr (FormDefinition) form = NULL;
  g_autofree char *once = NULL;
  FormFileResult   result = read_well (file, FALSE);

  g_ptr_array_unref (result.lost);
  form = form_definition_read (db, "own", NULL);
  ck_assert_str_eq (form->title, "自用\\式");
  ck_assert_str_eq (((FormBox *) form->boxes->pdata[0])->label, "甲{乙}|丙\n丁");
  ck_assert_str_eq (((FormBox *) form->boxes->pdata[1])->label, " 空格 ");
  once = written (db, "own");
  result = read_well (once, FALSE);
  ck_assert_uint_eq (result.same, 1);
  g_ptr_array_unref (result.lost);
}
END_TEST

/* A form without these lines' mistakes is a good one. */
#define HEAD      "form own 自用式\ncolumns 60 60\n"
#define INDICATOR "row indicator\n  1 centre* {level1}\n  2 text {indicator}\n"

static const struct {
  const char *what, *text, *message;
} bad[] = {
  { "nothing", "# 只有说明\n", "里面没有表格格式" },
  { "no form", "columns 60\n", "第 1 行：要先写 form" },
  { "no id", "form 自用式\n", "第 1 行：form 后面要写编号" },
  { "no title", "form own\n", "第 1 行：格式 own 没有写叫法" },
  { "an id twice", HEAD INDICATOR HEAD INDICATOR, "第 6 行：格式 own 与第 1 行重复" },
  { "an unknown word", HEAD "colour red\n" INDICATOR, "第 3 行：看不懂“colour”" },
  { "no columns", "form own 自用式\n" INDICATOR, "第 1 行：格式 own 没有写列宽" },
  { "columns twice", HEAD "columns 10\n" INDICATOR, "第 3 行：这一项写了两次" },
  { "a width of nothing", "form own 自用式\ncolumns 60 0\n" INDICATOR,
    "第 2 行：列宽" },
  { "a width that is none", "form own 自用式\ncolumns 60 x\n", "第 2 行：列宽" },
  { "too wide", "form own 自用式\ncolumns 160 60\n" INDICATOR,
    "第 2 行：列宽合计 220 毫米，纵向 A4 只有 180 毫米" },
  { "too wide lying", "form own 自用式\npaper landscape\ncolumns 260 60\n" INDICATOR,
    "第 3 行：列宽合计 320 毫米，横向 A4 只有 267 毫米" },
  { "a paper that is none", HEAD "paper A3\n" INDICATOR, "第 3 行：paper" },
  { "no indicator row", HEAD "row body\n  1-2 label 表\n",
    "第 1 行：格式 own 没有指标行" },
  { "two indicator rows", HEAD INDICATOR INDICATOR, "第 6 行：indicator 行只能有一行" },
  { "a row of no kind", HEAD "row middle\n", "第 3 行：row 后面写" },
  { "a box without a row", HEAD "  1 label 表\n" INDICATOR,
    "第 3 行：格子前面要有 row" },
  { "a place that is none", HEAD "row body\n  1- label 表\n", "第 4 行：格子的位置" },
  { "a box backwards", HEAD "row body\n  2-1 label 表\n", "第 4 行：格子的位置" },
  { "overlapping", HEAD "row body\n  1-2 label 甲\n  2 label 乙\n" INDICATOR,
    "第 5 行：这一格与第 4 行的重叠（第 2 列）" },
  { "overlapping from above",
    HEAD "row body\n  1x2 label 甲\n  2 label 乙\nrow body\n  1-2 label 丙\n" INDICATOR,
    "第 7 行：这一格与第 4 行的重叠（第 1 列）" },
  { "a hole", HEAD "row body\n  1 label 甲\n" INDICATOR,
    "第 3 行：这一行第 2 列没有格子" },
  { "beyond the columns", HEAD "row body\n  1-3 label 甲\n" INDICATOR,
    "第 4 行：这一格到第 3 列，表只有 2 列" },
  { "beyond the rows", HEAD INDICATOR "row body\n  1-2x2 label 甲\n",
    "第 7 行：这一格高 2 行" },
  { "over a repeated row",
    HEAD "row body\n  1x2 label 甲\n  2 label 乙\nrow indicator\n"
         "  2 text {indicator}\n",
    "第 4 行：跨行的格子不能有 indicator 行" },
  { "merging where nothing repeats", HEAD "row body\n  1-2 label* 甲\n" INDICATOR,
    "第 4 行：只有重复的行里" },
  { "an unknown style", HEAD "row body\n  1-2 bold 甲\n" INDICATOR,
    "第 4 行：没有“bold”" },
  { "an unknown field", HEAD "row body\n  1-2 text {colour}\n" INDICATOR,
    "第 4 行：没有字段“colour”" },
  { "a field in another row", HEAD "row body\n  1-2 text {indicator}\n" INDICATOR,
    "第 4 行：字段“indicator”只能在 indicator 行里" },
  { "a field of another table", HEAD "row body\n  1-2 text {assets_title}\n" INDICATOR,
    "第 4 行：字段“assets_title”不是这种表的" },
  { "an open brace", HEAD "row body\n  1-2 text {name\n" INDICATOR,
    "第 4 行：字段要写在" },
  { "two fields", HEAD "row body\n  1-2 text {name}{code}\n" INDICATOR,
    "第 4 行：一段里只有一个字段" },
  { "a part of nothing", HEAD "row body\n  + 甲\n" INDICATOR,
    "第 4 行：+ 的前面要有格子" },
  { "an overall form that is not there", HEAD "overall none\n" INDICATOR,
    "第 3 行：没有印整体指标的格式“none”" },
  { "a text without tables", HEAD "overall overall\n" INDICATOR,
    "第 1 行：格式 own 的整份文本里没有项目表" },
  { "blocks backwards", HEAD INDICATOR "block 10 cover\n  cover 甲\nblock 9 cover\n",
    "第 8 行：block" },
  { "a row behind blocks", HEAD INDICATOR "block 10 cover\nrow body\n",
    "第 7 行：表的行" },
  { "an unknown section", HEAD INDICATOR "block 10 back\n  cover 甲\n",
    "第 7 行：没有“back”这个部分" },
  { "an unknown line", HEAD INDICATOR "block 10 cover\n  huge 甲\n",
    "第 7 行：没有“huge”" },
  { "a field of another section", HEAD INDICATOR "block 10 cover\n  text {safeguard}\n",
    "第 7 行：cover 部分没有字段“safeguard”" },
  { "a table as text", HEAD INDICATOR "block 10 projects\n  text {project_table}\n",
    "第 7 行：“project_table”是表" },
  { "text as a table", HEAD INDICATOR "block 10 safeguards\n  table {safeguard}\n",
    "第 7 行：“safeguard”不是表" },
};

START_TEST (what_is_wrong_is_told_by_its_line)
{
  g_autoptr (GError) error = NULL;
  FormFileResult result;

  ck_assert_msg (!form_file_read (db, bad[_i].text, TRUE, &result, &error), "%s",
                 bad[_i].what);
  ck_assert_msg (strstr (error->message, bad[_i].message) != NULL, "%s: %s",
                 bad[_i].what, error->message);
  ck_assert_msg (strchr (error->message, '\n') == NULL, "%s", bad[_i].what);
  ck_assert_ptr_null (form_definition_read (db, "own", NULL));
}
END_TEST

START_TEST (a_form_in_use_is_not_replaced_silently)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = written (db, "nanpu");
  g_autofree char *own = NULL;
  g_autofree char *kept = NULL;
  g_auto (GStrv) pieces = g_strsplit (text, "{purpose}", -1);
  FormFileResult result;

  own = g_strjoinv ("——", pieces);
  printed_store (db, &(Printed){ .form = "nanpu", .goals = 1, .indicators = 1 });
  ck_assert (!form_file_read (db, own, FALSE, &result, &error));
  ck_assert (strstr (error->message, "1 份文本在用") != NULL);
  kept = written (db, "nanpu");
  ck_assert_str_eq (text, kept);
  result = read_well (own, TRUE);
  ck_assert_uint_eq (result.changed, 1);
  ck_assert_uint_eq (result.lost->len, 1);
  ck_assert_str_eq (result.lost->pdata[0], "purpose");
  g_ptr_array_unref (result.lost);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("form-file");
  TCase *tcase = tcase_create ("form-file");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_test (tcase, every_form_is_written_and_read_the_same);
  tcase_add_test (tcase, a_form_of_an_own_county_prints);
  tcase_add_test (tcase, a_form_of_an_own_county_is_written_and_read_the_same);
  tcase_add_test (tcase, signs_with_a_meaning_can_be_words);
  tcase_add_loop_test (tcase, what_is_wrong_is_told_by_its_line, 0, G_N_ELEMENTS (bad));
  tcase_add_test (tcase, a_form_in_use_is_not_replaced_silently);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
