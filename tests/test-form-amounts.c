/* tests/test-form-amounts.c — amounts that stand in one cell with other words. */

#include "app/edit/undo.h"
#include "app/form/edit.h"
#include "db/funding.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

static gint64 project;

static char *
one (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  db_bind_int (q, ":project", project);
  ck_assert_msg (db_step (q, NULL) == DB_ROW, "nothing: %s", sql);
  return g_strdup (db_column_text (q, 0));
}

/* lead|purpose|budget (in 分)|fiscal|local|other */
static char *
stored (void)
{
  return one (
      "SELECT coalesce(purpose_lead, '') || '|' || coalesce(purpose, '') || '|'"
      " || coalesce(amount_text, '') || '(' || coalesce(amount_fen, '') || ')'"
      " || coalesce((SELECT group_concat('|' || coalesce(amount_text, ''), '')"
      "   FROM (SELECT * FROM funding WHERE project_id = project.id ORDER BY ordinal)),"
      "   '')"
      " FROM project WHERE id = :project");
}

static const FormCell *
cell_of (const FormTable *table, const char *field)
{
  for (guint i = 0; i < table->cells->len; i++)
    if (g_strcmp0 (((FormCell *) table->cells->pdata[i])->field, field) == 0)
      return table->cells->pdata[i];
  ck_abort_msg ("no %s", field);
  return NULL;
}

static void
set (const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FormTable) table = form_table_new (db, project, NULL, &error);

  ck_assert_msg (form_edit_set (db, table, cell_of (table, field), text, &error), "%s",
                 error ? error->message : "");
}

static const struct {
  const char *what, *form, *field, *typed, *stored;
} typings[] = {
  { "the words behind the sentence", "tangshan-shehui", "purpose",
    "预算数12.5万元。用于堤防。", "预算数12.5万元。|用于堤防。|12.50()|4.2|5.2|6.2" },
  { "the sentence sets what it names, and takes the rest", "tangshan-shehui", "purpose",
    "预算数30万元，其中：财政资金20万元，其他资金10万元。用于清淤和护坡。",
    "预算数30万元，其中：财政资金20万元，其他资金10万元。|用于清淤和护坡。|"
    "30万元(30000000)|20万元||10万元" },
  { "without the sentence the amounts stay", "tangshan-shehui", "purpose", "用于堤防。",
    "|用于堤防。|12.50()|4.2|5.2|6.2" },
  { "nothing", "tangshan-shehui", "purpose", "", "||12.50()|4.2|5.2|6.2" },
  { "a form with cells for the amounts keeps them", "zunhua", "purpose",
    "预算数30万元。用于堤防。", "预算数30万元。|用于堤防。|12.50()|4.2|5.2|6.2" },
  { "a form with a cell for the budget only", "chengde", "purpose",
    "预算数30万元，其中：财政资金20万元。用于堤防。",
    "预算数30万元，其中：财政资金20万元。|用于堤防。|12.50()|20万元||" },
  { "the local share above other funding", "zunhua", "other", "本级资金7\n8",
    "预算数12.5万元。|用于清淤和护坡。|12.50()|4.2|7|8" },
  { "other funding alone", "zunhua", "other", "8",
    "预算数12.5万元。|用于清淤和护坡。|12.50()|4.2||8" },
};

START_TEST (what_is_typed_is_taken_apart)
{
  Printed          printed = { typings[_i].form, 1, 1, 1, FALSE };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  project = printed_store (db, &printed);
  before = stored ();
  set (typings[_i].field, typings[_i].typed);
  text = stored ();
  ck_assert_msg (g_str_equal (text, typings[_i].stored), "%s: %s", typings[_i].what,
                 text);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  after = stored ();
  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (the_editor_begins_with_all_that_is_printed)
{
  Printed printed = { "tangshan-shehui", 1, 1, 1, FALSE };
  g_autoptr (FormTable) table = NULL;
  g_autofree char *text = NULL;

  project = printed_store (db, &printed);
  table = form_table_new (db, project, NULL, NULL);
  text = form_edit_text (db, table, cell_of (table, "purpose"), NULL);
  ck_assert_str_eq (text, "预算数12.5万元。用于清淤和护坡。");
}
END_TEST

START_TEST (a_sentence_made_of_the_figures_is_edited_too)
{
  Printed          printed = { "tangshan-shehui", 1, 1, 1, TRUE };
  g_autofree char *text = NULL;

  project = printed_store (db, &printed);
  set ("purpose", "预算数5万元。用于堤防。");
  set ("purpose", "用于堤防。");
  set ("purpose", "预算数5万元。用于护坡。"); /* 5万元 made it anew */
  text = stored ();
  ck_assert_str_eq (text, "|用于护坡。|5万元(5000000)");
}
END_TEST

static Suite *
form_amounts_suite (void)
{
  Suite *suite = suite_create ("form-amounts");
  TCase *tests = tcase_create ("form-amounts");

  tcase_add_checked_fixture (tests, open_empty, close_file);
  tcase_add_loop_test (tests, what_is_typed_is_taken_apart, 0, G_N_ELEMENTS (typings));
  tcase_add_test (tests, the_editor_begins_with_all_that_is_printed);
  tcase_add_test (tests, a_sentence_made_of_the_figures_is_edited_too);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return suite_run (form_amounts_suite ());
}
