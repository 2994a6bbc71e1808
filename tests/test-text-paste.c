/* tests/test-text-paste.c — blocks of texts land in the tables of a whole text, which
 * no form draws.
 */

#include "app/edit/undo.h"
#include "app/form/paste.h"
#include "app/form/text-page.h"
#include "app/form/understanding.h"
#include "db/draft.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

static void
assert_case (const char *what, const char *sql, const char *expected)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  ck_assert_msg (g_strcmp0 (db_column_text (q, 0), expected) == 0, "%s: %s", what,
                 db_column_text (q, 0));
}

static GPtrArray *
read_page (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *tables = text_page_read (db, 1, &error);

  ck_assert_msg (tables != NULL, "%s", error ? error->message : "");
  return tables;
}

/* The cell of a column in the line of a record from 1, 0: in the blank line; named
 * “table.column line”.  */
static const FormCell *
cell_named (GPtrArray *tables, const char *name, const FormTable **table)
{
  g_auto (GStrv) words = g_strsplit_set (name, ". ", 3);
  guint line = (guint) atoi (words[2]);

  for (guint i = 0; i < tables->len; i++)
    {
      guint seen = 0;

      *table = ((TextTable *) tables->pdata[i])->table;
      for (guint k = 0; k < (*table)->cells->len; k++)
        {
          const FormCell *cell = (*table)->cells->pdata[k];

          if (g_strcmp0 (cell->table_name, words[0]) != 0 ||
              g_strcmp0 (cell->column_name, words[1]) != 0)
            continue;
          seen += cell->row_id != 0;
          if (cell->row_id != 0 ? seen == line : line == 0)
            return cell;
        }
    }
  ck_abort_msg ("no cell %s", name);
  return NULL;
}

static const struct {
  const char *what, *from, *copied, *sql, *stored;
  guint       misfits, new_rows;
} pastes[] = {
  { "one text", "overall_goal.text 1", "甲", "SELECT text FROM overall_goal", "甲", 0,
    0 },
  { "paragraphs beyond the last make new ones", "overall_goal.text 1", "甲\n乙\n丙\n",
    "SELECT group_concat(text) FROM (SELECT text FROM overall_goal ORDER BY ordinal)",
    "甲,乙,丙", 0, 2 },
  { "a block from the blank line on", "sub_goal.title 0", "甲\t乙\t丙\n丁\t戊\t己\n",
    "SELECT group_concat(title || goal || indicators_text) FROM"
    " (SELECT * FROM sub_goal WHERE ordinal > 1 ORDER BY ordinal)",
    "甲乙丙,丁戊己", 0, 2 },
  { "blank lines make none", "safeguard.text 0", "甲\n \n\n",
    "SELECT count(*) FROM safeguard", "2", 0, 1 },
  { "columns beyond the right are listed", "asset.quantity 1", "1\t2\t3\n",
    "SELECT quantity || value FROM asset", "12", 1, 0 },
  { "a choice by what people call it", "section.kind 1", "目录\t甲\n封面\t乙\n",
    "SELECT group_concat(kind || text) FROM (SELECT * FROM section ORDER BY ordinal)",
    "catalogue甲,cover乙", 0, 1 },
  { "a word that a choice does not have", "section.kind 1", "首页\t甲\n",
    "SELECT kind || text FROM section", "cover甲", 1, 0 },
  { "a number that a choice stores as one", "catalogue_entry.is_part 1",
    "条目\t一、甲\n部分\t第二部分\n",
    "SELECT group_concat(is_part || text) FROM"
    " (SELECT * FROM catalogue_entry ORDER BY ordinal)",
    "0一、甲,1第二部分", 0, 1 },
  { "a new heading is of the kind of the one above", "section.text 0", "甲\n乙\n",
    "SELECT group_concat(kind) FROM section", "cover,cover,cover", 0, 2 },
  { "a paragraph that must not be blank", "overall_goal.text 1", " \n乙\n",
    "SELECT group_concat(text) FROM overall_goal", "总体目标之1,乙", 1, 1 },
  { "an amount", "approval.project_fen 1", "123456元",
    "SELECT project_fen FROM approval", "12345600", 0, 0 },
};

static FormPaste *
plan (const FormTable *table, const FormCell *cell, const char *copied)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Clip) clip = clip_read (copied);
  FormRange  range = form_range_of (cell);
  FormPaste *paste = form_paste_plan (db, table, &range, clip, &error);

  ck_assert_msg (paste != NULL, "%s", error ? error->message : "");
  return paste;
}

START_TEST (a_block_lands_as_one_action)
{
  g_autoptr (GPtrArray) tables = read_page ();
  g_autoptr (FormPaste) paste = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = written_hash (db);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  const char      *what = pastes[_i].what;
  const FormTable *table;
  const FormCell  *cell = cell_named (tables, pastes[_i].from, &table);

  paste = plan (table, cell, pastes[_i].copied);
  ck_assert_msg (paste->misfits->len == pastes[_i].misfits, "%s: %u misfits, first %s",
                 what, paste->misfits->len,
                 paste->misfits->len > 0 ? (char *) paste->misfits->pdata[0] : "");
  ck_assert_msg (paste->new_rows == pastes[_i].new_rows, "%s: %u new rows", what,
                 paste->new_rows);
  ck_assert_msg (form_paste_apply (db, table, paste, &error), "%s: %s", what,
                 error ? error->message : "");
  assert_case (what, pastes[_i].sql, pastes[_i].stored);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert (g_str_has_prefix (label, "粘贴"));
  after = written_hash (db);
  ck_assert_str_eq (before, after);
}
END_TEST

/* The part's own record is made with the first of its lines. */
START_TEST (a_block_makes_the_part)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (FormPaste) paste = NULL;
  const FormTable *table;
  const FormCell  *cell;

  exec ("DELETE FROM asset_report");
  tables = read_page ();
  cell = cell_named (tables, "asset.item 0", &table);
  paste = plan (table, cell, "房屋\t2\t10\n车辆\t1\t5\n");
  ck_assert (form_paste_apply (db, table, paste, NULL));
  assert_case ("assets", "SELECT group_concat(item || quantity || value) FROM asset",
               "房屋210,车辆15");
  assert_case ("reports", "SELECT count(*) FROM asset_report", "1");
}
END_TEST

START_TEST (the_plan_counts_lines_as_the_page_does)
{
  g_autoptr (GPtrArray) tables = read_page ();
  g_autoptr (FormPaste) paste = NULL;
  const FormTable *table;
  const FormCell  *cell = cell_named (tables, "section.kind 1", &table);
  g_autofree char *first = NULL, *last = NULL;

  paste = plan (table, cell, "目录\t甲\n封面\t乙\n");
  first = form_paste_place (paste->cells->pdata[0]);
  last = form_paste_place (paste->cells->pdata[paste->cells->len - 1]);
  ck_assert_str_eq (first, "第 1 行 标题类别");
  ck_assert_str_eq (((PastedCell *) paste->cells->pdata[0])->old, "封面");
  ck_assert_str_eq (((PastedCell *) paste->cells->pdata[0])->new, "目录");
  ck_assert_str_eq (last, "第 2 行（新增） 标题文字");
}
END_TEST

START_TEST (a_copy_holds_what_is_shown_of_a_choice)
{
  g_autoptr (GPtrArray) tables = read_page ();
  const FormTable *table;
  const FormCell  *kind = cell_named (tables, "section.kind 1", &table);
  const FormCell  *text = cell_named (tables, "section.text 1", &table);
  FormRange        range = form_range_between (table, kind, text);
  g_autoptr (Clip) clip = form_paste_copy (db, table, &range, NULL);
  g_autofree char *copied = clip_write (clip);

  ck_assert_str_eq (copied, "封面\t封面之1");
}
END_TEST

static const struct {
  const char *what, *from, *to, *sql, *stored;
  gboolean    blanks; /* or fills down */
  guint       cells, misfits;
} fills[] = {
  { "down a list and into its blank line", "asset.item 1", "asset.value 0",
    "SELECT group_concat(item || quantity || value) FROM asset", "房屋210,房屋210",
    FALSE, 3, 0 },
  { "headings and their kinds", "section.kind 1", "section.text 0",
    "SELECT group_concat(kind || text) FROM section", "cover封面之1,cover封面之1",
    FALSE, 2, 0 },
  { "what may be blank", "asset.quantity 1", "asset.value 1",
    "SELECT item || (quantity IS NULL) || (value IS NULL) FROM asset", "房屋11", TRUE,
    2, 0 },
  { "fields", "approval.letterhead 1", "approval.addressee 1",
    "SELECT (letterhead IS NULL) || (addressee IS NULL) FROM approval", "11", TRUE, 4,
    0 },
  { "what must not", "section.kind 1", "section.text 1",
    "SELECT kind || text FROM section", "cover封面之1", TRUE, 0, 2 },
};

START_TEST (a_range_is_filled_down_and_blanked)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (FormPaste) paste = NULL;
  g_autoptr (GError) error = NULL;
  const FormTable *table;
  const FormCell  *from, *to;
  FormRange        range;

  exec ("UPDATE asset SET item = '房屋', quantity = '2', value = '10';"
        "UPDATE approval SET letterhead = '局', issuer = '局', doc_no = '1',"
        " addressee = '局'");
  tables = read_page ();
  from = cell_named (tables, fills[_i].from, &table);
  to = cell_named (tables, fills[_i].to, &table);
  range = form_range_between (table, from, to);
  paste = fills[_i].blanks ? form_paste_plan_blank (db, table, &range, &error)
                           : form_paste_plan_down (db, table, &range, &error);
  ck_assert_msg (paste != NULL, "%s", error ? error->message : "");
  ck_assert_msg (paste->cells->len == fills[_i].cells, "%s: %u", fills[_i].what,
                 paste->cells->len);
  ck_assert_msg (paste->misfits->len == fills[_i].misfits, "%s: %u", fills[_i].what,
                 paste->misfits->len);
  ck_assert_msg (form_paste_apply (db, table, paste, &error), "%s: %s", fills[_i].what,
                 error ? error->message : "");
  assert_case (fills[_i].what, fills[_i].sql, fills[_i].stored);
}
END_TEST

/* cell, what is typed, what is said of it; NULL: nothing */
static const char *const understood[][3] = {
  { "approval.project_fen 1", "1234567元", "123.4567 万元" },
  { "approval.project_fen 1", "12.5", "12.5 万元" },
  { "approval.project_fen 1", "不少", "不是金额" },
  { "asset.value 1", "95%", NULL },
  { "indicator.value_text 1", "大于7000人", "> 7000 人" },
};

START_TEST (what_is_typed_says_how_it_is_understood)
{
  g_autoptr (GPtrArray) tables = read_page ();
  const FormTable *table;
  const FormCell  *cell = cell_named (tables, understood[_i][0], &table);
  g_autofree char *words = form_understanding (db, table, cell, understood[_i][1]);

  ck_assert_pstr_eq (words, understood[_i][2]);
}
END_TEST

START_TEST (a_draft_is_of_a_project_or_of_a_text)
{
  g_autoptr (Draft) first = draft_new (0, 1, "overall_goal", 0, "text", "一");
  g_autoptr (Draft) again = draft_new (0, 1, "overall_goal", 0, "text", "一段");
  g_autoptr (Draft) form = draft_new (2, 0, "indicator", 0, "indicator", "甲");
  g_autoptr (Draft) newest = NULL;

  ck_assert (draft_keep (db, form, NULL));
  ck_assert (draft_keep (db, first, NULL));
  ck_assert (draft_keep (db, again, NULL));
  assert_case ("drafts", "SELECT group_concat(text) FROM draft", "甲,一段");
  ck_assert (draft_drop (db, form, NULL));
  newest = draft_newest (db, NULL);
  ck_assert_int_eq (newest->document, 1);
  ck_assert_int_eq (newest->project, 0);
  ck_assert_str_eq (newest->text, "一段");
  exec ("DELETE FROM document");
  ck_assert (draft_newest (db, NULL) == NULL);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("text-paste");
  TCase *tcase = tcase_create ("text-paste");

  tcase_add_checked_fixture (tcase, open_written, close_file);
  tcase_add_loop_test (tcase, a_block_lands_as_one_action, 0, G_N_ELEMENTS (pastes));
  tcase_add_test (tcase, a_block_makes_the_part);
  tcase_add_test (tcase, the_plan_counts_lines_as_the_page_does);
  tcase_add_test (tcase, a_copy_holds_what_is_shown_of_a_choice);
  tcase_add_loop_test (tcase, a_range_is_filled_down_and_blanked, 0,
                       G_N_ELEMENTS (fills));
  tcase_add_loop_test (tcase, what_is_typed_says_how_it_is_understood, 0,
                       G_N_ELEMENTS (understood));
  tcase_add_test (tcase, a_draft_is_of_a_project_or_of_a_text);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
