/* tests/test-form-paste.c — blocks of texts land in the cells they are meant for. */

#include "app/edit/undo.h"
#include "app/form/clip-html.h"
#include "app/form/paste.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <string.h>

static gint64     project;
static FormTable *table;

static void
close_db (void)
{
  g_clear_pointer (&table, form_table_free);
  close_file ();
}

static void
read_table (void)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&table, form_table_free);
  table = form_table_new (db, project, NULL, &error);
  ck_assert_msg (table != NULL, "%s", error ? error->message : "");
}

/* Of every three indicators the first two are of one level. */
static void
print (const char *form, guint goals, guint indicators)
{
  Printed printed = { form, goals, indicators, 4, FALSE };

  project = printed_store (db, &printed);
  read_table ();
}

/* The n-th cell of a field from the top, named “field” or “field 2”. */
static const FormCell *
cell_named (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 2);
  guint n = words[1] != NULL ? (guint) atoi (words[1]) : 1;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (g_strcmp0 (cell->field, words[0]) == 0 && --n == 0)
        return cell;
    }
  ck_abort_msg ("no %s", name);
  return NULL;
}

/* “field” or “field-field 3” */
static FormRange
range_named (const char *names)
{
  g_auto (GStrv) ends = g_strsplit (names, "-", 2);

  return form_range_between (table, cell_named (ends[0]),
                             cell_named (ends[1] ? ends[1] : ends[0]));
}

/* level1,level2,name,description,value,basis of each indicator; blanks are nothing. */
static char *
indicators (void)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT coalesce(level1, '') || ',' || coalesce(level2, '') || ','"
                  " || coalesce(name, '') || ',' || coalesce(description, '') || ','"
                  " || coalesce(operator_text, '') || coalesce(value_text, '')"
                  " || coalesce(unit_text, '') || ',' || coalesce(basis, '')"
                  " FROM indicator WHERE project_id = :project ORDER BY ordinal",
                  NULL);
  GString *text = g_string_new (NULL);

  db_bind_int (q, ":project", project);
  while (db_step (q, NULL) == DB_ROW)
    g_string_append_printf (text, "%s\n", db_column_text (q, 0));
  return g_string_free (text, FALSE);
}

static char *
all_text (void)
{
  GString *text = g_string_new (NULL);

  read_table ();
  for (guint i = 0; i < table->cells->len; i++)
    g_string_append_printf (text, "%s\n", ((FormCell *) table->cells->pdata[i])->text);
  return g_string_free (text, FALSE);
}

static gint64
actions (void)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, "SELECT count(*) FROM action", NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return sqlite3_column_int64 (q, 0);
}

static const struct {
  const char *what, *form, *range, *copied;
  const char *result; /* lines of indicators() that are there now, parts of them */
  guint       misfits, new_rows;
} pastes[] = {
  { "one text into one cell", "zunhua", "indicator 2", "甲", ",甲,", 0, 0 },
  { "one text into a range", "zunhua", "basis-basis 3", "通知", "公里,通知\n", 0, 0 },
  { "one text into a merged level cell", "zunhua", "level1", "产出",
    "产出,二级0,指标0,", 0, 0 },
  { "a row over three columns", "zunhua", "indicator 2", "甲\t乙\t≥9个",
    "一级0,二级0,甲,乙,≥9个,依据1", 0, 0 },
  { "a row of a sheet that has the form's merged cells", "zunhua", "indicator 2",
    "甲\t乙\t\t≥9个\t文件", "一级0,二级0,甲,乙,≥9个,文件", 0, 0 },
  { "a blank column of the sheet's own is no merged cell", "zunhua", "description 2",
    "乙\t丙\t", "指标1,乙,丙,\n", 0, 0 },
  { "levels of merged cells go down", "zunhua", "level1",
    "产出\t数量\t甲\n\t\t乙\n\t质量\t丙\n",
    "产出,数量,甲,描述0,≥0.50公里,依据0\n产出,数量,乙,描述1,≥1.50公里,依据1\n"
    "产出,质量,丙,描述2,≥2.50公里,依据2\n",
    0, 0 },
  { "a merged cell takes different levels apart", "zunhua", "level1", "产出\n效益\n",
    "产出,二级0,指标0,描述0,≥0.50公里,依据0\n效益,二级0,指标1", 0, 0 },
  { "a level that is blank at the top stays", "zunhua", "level2", "\t甲\n\t乙\n",
    "一级0,二级0,甲,描述0,≥0.50公里,依据0\n一级0,二级0,乙,", 0, 0 },
  { "more rows than there are", "zunhua", "indicator 3", "甲\t乙\n丙\t丁\n戊\t己\n",
    "一级2,二级2,甲,乙,≥2.50公里,依据2\n一级2,二级2,丙,丁,,\n一级2,二级2,戊,己,,\n", 0,
    2 },
  { "new rows of levels of their own", "zunhua", "level1 2",
    "产出\t数量\t甲\n效益\t社会\t乙\n", "效益,社会,乙,,,\n", 0, 1 },
  { "a level of a new row goes down too", "zunhua", "level1 2",
    "产出\t数量\t甲\n效益\t社会\t乙\n\t\t丙\n", "效益,社会,乙,,,\n效益,社会,丙,,,\n", 0,
    2 },
  { "blank rows below make none", "zunhua", "indicator 3", "甲\n\n\n", ",甲,", 0, 0 },
  { "columns beyond the right are listed", "zunhua", "target 2", "≥1\t文\t多\t\n",
    ",≥1,文\n", 1, 0 },
  { "a target in three cells", "chengde", "operator 2", "≤\t9\t天\n", ",≤9天,", 0, 0 },
  { "the form's own words are no place", "zunhua", "code", "01\t名称\t乙\n", "", 1, 0 },
  { "… unless they are the same", "zunhua", "code", "01\t项目名称\t乙\n", "", 0, 0 },
  { "goals stay above the indicators", "tangshan-renshe", "goal 2", "甲\n乙\n丙\n", "",
    0, 2 },
  { "a blank over what must not be", "tangshan-renshe", "goal_label-goal",
    "1\t\n2\t乙\n", "", 1, 0 },
};

static FormPaste *
plan (const char *range_name, const char *copied)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Clip) clip = clip_read (copied);
  FormRange  range = range_named (range_name);
  FormPaste *paste = form_paste_plan (db, table, &range, clip, &error);

  ck_assert_msg (paste != NULL, "%s", error ? error->message : "");
  return paste;
}

static void
apply (FormPaste *paste)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (form_paste_apply (db, table, paste, &error), "%s",
                 error ? error->message : "");
}

START_TEST (a_block_lands_as_one_action)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *result = NULL;
  g_autofree char *label = NULL;
  g_autoptr (FormPaste) paste = NULL;

  print (pastes[_i].form, 2, 3);
  before = all_text ();
  paste = plan (pastes[_i].range, pastes[_i].copied);
  ck_assert_msg (paste->misfits->len == pastes[_i].misfits, "%s: %u misfits, first %s",
                 pastes[_i].what, paste->misfits->len,
                 paste->misfits->len > 0 ? (char *) paste->misfits->pdata[0] : "");
  ck_assert_msg (paste->new_rows == pastes[_i].new_rows, "%s: %u", pastes[_i].what,
                 paste->new_rows);
  ck_assert_int_eq (actions (), 0);
  apply (paste);
  result = indicators ();
  ck_assert_msg (strstr (result, pastes[_i].result) != NULL, "%s:\n%s", pastes[_i].what,
                 result);
  ck_assert_int_eq (actions (), 1);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  after = all_text ();
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (the_plan_says_what_each_cell_gets)
{
  g_autoptr (FormPaste) paste = NULL;
  const PastedCell *cell;
  g_autofree char  *place = NULL;

  print ("zunhua", 1, 3);
  paste = plan ("indicator 2", "甲\t描述1\t≥1.50公里\n乙\t\t\n丙\t\t\n");
  ck_assert_uint_eq (paste->same, 2);
  cell = paste->cells->pdata[0];
  ck_assert_str_eq (cell->old, "指标1");
  ck_assert_str_eq (cell->new, "甲");
  cell = paste->cells->pdata[paste->cells->len - 1];
  place = form_paste_place (cell);
  ck_assert_str_eq (place, "第 13 行（新增） 三级指标");
  ck_assert_str_eq (cell->new, "丙");
}
END_TEST

START_TEST (a_blank_form_is_filled_from_nothing)
{
  Printed          printed = { "zunhua", 0, 0, 0, TRUE };
  g_autofree char *result = NULL;
  g_autoptr (FormPaste) paste = NULL;

  project = printed_store (db, &printed);
  read_table ();
  paste =
      plan ("level1",
            "产出\t数量\t甲\t乙\t≥1\t丙\n\t\t甲2\t乙2\t≥2\t\n效益\t社会\t甲3\t\t\t\n");
  apply (paste);
  result = indicators ();
  ck_assert_str_eq (result, "产出,数量,甲,乙,≥1,丙\n产出,数量,甲2,乙2,≥2,\n"
                            "效益,社会,甲3,,,\n");
}
END_TEST

static const struct {
  const char *what, *form, *range, *copied;
} copies[] = {
  { "one cell", "zunhua", "indicator 2", "指标1" },
  { "a merged cell", "zunhua", "level1", "一级0" },
  { "rows", "zunhua", "indicator 2-basis 3",
    "指标1\t描述1\t≥1.50公里\t依据1\n指标2\t描述2\t≥2.50公里\t依据2\n" },
  { "levels, blank where they are merged", "zunhua", "level1-indicator 2",
    "一级0\t二级0\t指标0\n\t\t指标1\n" },
  { "with the form's own words", "zunhua", "code-name", "00070\t项目名称\t河道清淤" },
};

START_TEST (a_range_is_copied_as_text)
{
  g_autoptr (Clip) clip = NULL;
  g_autofree char *text = NULL;
  FormRange        range;

  print (copies[_i].form, 1, 3);
  range = range_named (copies[_i].range);
  clip = form_paste_copy (db, table, &range, NULL);
  text = clip_write (clip);
  ck_assert_msg (g_str_equal (text, copies[_i].copied), "%s: %s", copies[_i].what,
                 text);
}
END_TEST

#define TEXT " style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\">"

START_TEST (merged_cells_are_copied_as_such)
{
  static const char expected[] =
      "<meta charset=\"utf-8\"><table border=\"1\"><tr><td rowspan=\"2\"" TEXT
      "一级0</td><td rowspan=\"2\"" TEXT "二级0</td><td" TEXT
      "指标0</td></tr><tr><td" TEXT "指标1</td></tr></table>";
  g_autoptr (Clip) clip = NULL;
  g_autofree char *html = NULL;
  FormRange        range;

  print ("zunhua", 1, 3);
  range = range_named ("level1-indicator 2");
  clip = form_paste_copy (db, table, &range, NULL);
  html = clip_write_html (clip, table, &range);
  ck_assert_str_eq (html, expected);
}
END_TEST

static const struct {
  const char *text, *html;
} texts[] = {
  { "7200", ">7200<" },
  { "800.00", ">800.00<" },
  { "007", TEXT "007<" },
  { "3.", TEXT "3.<" },
  { "13028121900001234567", TEXT "13028121900001234567<" },
  { "<5\n万元", TEXT "&lt;5<br style=\"mso-data-placement:same-cell\">万元<" },
};

START_TEST (a_code_is_copied_as_text_and_an_amount_as_a_number)
{
  FormRange range;
  g_autoptr (Clip) clip = clip_new (1, 1);
  g_autofree char *html = NULL;

  print ("zunhua", 1, 1);
  range = range_named ("indicator");
  clip_take (clip, 0, 0, g_strdup (texts[_i].text));
  html = clip_write_html (clip, table, &range);
  ck_assert_msg (strstr (html, texts[_i].html) != NULL, "%s: %s", texts[_i].text, html);
}
END_TEST

static const char *const forms[] = { "chengde", "nanpu", "tangshan-renshe",
                                     "tangshan-shehui", "zunhua" };

START_TEST (a_whole_form_pastes_over_itself_without_a_change)
{
  FormRange range;
  g_autoptr (Clip) clip = NULL;
  g_autoptr (FormPaste) paste = NULL;

  print (forms[_i], 3, 5);
  range = (FormRange){ 0, 0, table->rows, table->cols };
  clip = form_paste_copy (db, table, &range, NULL);
  paste = form_paste_plan (db, table, &range, clip, NULL);
  for (guint i = 0; i < paste->cells->len; i++)
    {
      const PastedCell *cell = paste->cells->pdata[i];

      ck_abort_msg ("%s: %s → %s", forms[_i], cell->old, cell->new);
    }
  ck_assert_msg (paste->misfits->len == 0, "%s: %s", forms[_i],
                 (char *) paste->misfits->pdata[0]);
}
END_TEST

static const struct {
  const char *what, *range, *result;
} fills[] = {
  { "a range", "basis-basis 3",
    "≥1.50公里,依据0\n一级2,二级2,指标2,描述2,≥2.50公里,依据0" },
  { "the cell above", "basis 2", "≥1.50公里,依据0\n" },
  { "several columns", "target 1-basis 2", "指标1,描述1,≥0.50公里,依据0\n" },
  { "levels", "level2 2", "一级2,二级0,指标2" },
};

START_TEST (a_range_is_filled_down)
{
  g_autoptr (FormPaste) paste = NULL;
  g_autofree char *result = NULL;
  FormRange        range;

  print ("zunhua", 1, 3);
  range = range_named (fills[_i].range);
  paste = form_paste_plan_down (db, table, &range, NULL);
  apply (paste);
  result = indicators ();
  ck_assert_msg (strstr (result, fills[_i].result) != NULL, "%s:\n%s", fills[_i].what,
                 result);
  ck_assert_int_eq (actions (), 1);
}
END_TEST

START_TEST (a_range_is_blanked)
{
  g_autoptr (FormPaste) paste = NULL;
  g_autofree char *result = NULL;
  FormRange        range;

  print ("zunhua", 1, 3);
  range = range_named ("description 1-basis 2");
  paste = form_paste_plan_blank (db, table, &range, NULL);
  apply (paste);
  result = indicators ();
  ck_assert_str_eq (result, "一级0,二级0,指标0,,,\n一级0,二级0,指标1,,,\n"
                            "一级2,二级2,指标2,描述2,≥2.50公里,依据2\n");
  ck_assert_int_eq (actions (), 1);
}
END_TEST

static Suite *
form_paste_suite (void)
{
  Suite *suite = suite_create ("form-paste");
  TCase *tests = tcase_create ("form-paste");

  tcase_add_checked_fixture (tests, open_empty, close_db);
  tcase_add_loop_test (tests, a_block_lands_as_one_action, 0, G_N_ELEMENTS (pastes));
  tcase_add_test (tests, the_plan_says_what_each_cell_gets);
  tcase_add_test (tests, a_blank_form_is_filled_from_nothing);
  tcase_add_loop_test (tests, a_range_is_copied_as_text, 0, G_N_ELEMENTS (copies));
  tcase_add_test (tests, merged_cells_are_copied_as_such);
  tcase_add_loop_test (tests, a_code_is_copied_as_text_and_an_amount_as_a_number, 0,
                       G_N_ELEMENTS (texts));
  tcase_add_loop_test (tests, a_whole_form_pastes_over_itself_without_a_change, 0,
                       G_N_ELEMENTS (forms));
  tcase_add_loop_test (tests, a_range_is_filled_down, 0, G_N_ELEMENTS (fills));
  tcase_add_test (tests, a_range_is_blanked);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return suite_run (form_paste_suite ());
}
