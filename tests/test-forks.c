/* tests/test-forks.c — one project becomes two and two become one, in the window: split
 * by hand, drafted so, said so of two years that are compared.
 */

#include "app/edit/draft.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/compare-page.h"
#include "ui/line.h"

static gint64
number (const char *sql)
{
  g_autofree char *answer = windowed_answer (sql);

  return g_ascii_strtoll (answer, NULL, 10);
}

static GtkWidget *
in_dialog (GType type, guint nth)
{
  return windowed_find_nth (GTK_WIDGET (windowed_dialog ()), type, nth);
}

static void
tick (guint nth, gboolean is_ticked)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                   in_dialog (GTK_TYPE_CHECK_BUTTON, nth)),
                               is_ticked);
  windowed_settle ();
}

static void
type_into (guint nth, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (in_dialog (GTK_TYPE_ENTRY, nth)), text);
  windowed_settle ();
}

/* The first row that is selected in the form. */
static void
go_to_row (gint64 row)
{
  UiPlace place = { .table = "indicator", .column = "name", .row = row };

  place.document = ui_window_get_document (window);
  place.project = number ("SELECT min(id) FROM project WHERE kind = 'project'");
  ui_window_go_to (window, &place);
  windowed_settle ();
}

START_TEST (a_project_is_split)
{
  gint64 row;

  windowed_open ("nongye-2024.txt");
  row = number ("SELECT id FROM indicator WHERE ordinal = 2 ORDER BY id");
  go_to_row (row);
  windowed_act ("win.split", NULL);
  /* What is selected in the form is ticked. */
  ck_assert (!gtk_check_button_get_active (
      GTK_CHECK_BUTTON (in_dialog (GTK_TYPE_CHECK_BUTTON, 0))));
  ck_assert (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (in_dialog (GTK_TYPE_CHECK_BUTTON, 1))));
  tick (0, TRUE);
  type_into (0, "新项目");
  type_into (1, "9999");
  windowed_respond (GTK_RESPONSE_ACCEPT); /* more than there is: it is said */
  ck_assert_ptr_nonnull (windowed_dialog ());
  ck_assert_int_eq (number ("SELECT count(*) FROM project"), 4);
  type_into (1, "280");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert_ptr_null (windowed_dialog ());
  ck_assert_int_eq (number ("SELECT count(*) FROM project"), 5);
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator i JOIN project p"
                            " ON p.id = i.project_id WHERE p.name = '新项目'"),
                    2);
  ck_assert_int_eq (number ("SELECT amount_fen / 1000000 FROM project"
                            " WHERE name = '新项目'"),
                    280);
  ck_assert_int_eq (ui_form_page_get_table (ui_window_get_form (window))->project,
                    number ("SELECT id FROM project WHERE name = '新项目'"));
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (number ("SELECT count(*) FROM project"), 4);
}
END_TEST

START_TEST (nothing_ticked_cannot_be_split)
{
  GtkWidget *button;

  windowed_open ("nongye-2024.txt");
  go_to_row (number ("SELECT min(id) FROM indicator"));
  windowed_act ("win.split", NULL);
  tick (0, FALSE);
  button = gtk_dialog_get_widget_for_response (GTK_DIALOG (windowed_dialog ()),
                                               GTK_RESPONSE_ACCEPT);
  ck_assert (!gtk_widget_get_sensitive (button));
  tick (0, TRUE);
  ck_assert (gtk_widget_get_sensitive (button));
  windowed_respond (GTK_RESPONSE_CANCEL);
}
END_TEST

/* The first check is for all projects; the choices stand behind their checks. */
START_TEST (fates_are_chosen_in_a_draft)
{
  windowed_open ("nongye-2024.txt");
  windowed_act ("win.draft-next-year", NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (in_dialog (GTK_TYPE_DROP_DOWN, 0)), 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (in_dialog (GTK_TYPE_DROP_DOWN, 3)), 3);
  tick (3, FALSE);
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert_ptr_null (windowed_dialog ());
  /* The first is two, the third has ended, the fourth is in the second. */
  ck_assert_int_eq (number ("SELECT count(*) FROM project p JOIN document d"
                            " ON d.id = p.document_id WHERE d.fiscal_year = 2025"),
                    3);
  ck_assert_int_eq (number ("SELECT count(*) FROM lineage WHERE indicator_id IS NULL"
                            " AND earlier_project_id IS NOT NULL"),
                    4);
}
END_TEST

/* It is nobody's to end or to split. */
START_TEST (the_overall_table_is_not_asked_about)
{
  guint      projects;
  GtkWidget *dialog;

  windowed_open ("wenlv-2025.txt");
  ck_assert_int_eq (number ("SELECT count(*) FROM project WHERE kind = 'overall'"), 1);
  projects = (guint) number ("SELECT count(*) FROM project WHERE kind = 'project'");
  windowed_act ("win.draft-next-year", NULL);
  dialog = GTK_WIDGET (windowed_dialog ());
  ck_assert_ptr_nonnull (windowed_find_nth (dialog, GTK_TYPE_DROP_DOWN, projects - 1));
  ck_assert_ptr_null (windowed_find_nth (dialog, GTK_TYPE_DROP_DOWN, projects));
  windowed_respond (GTK_RESPONSE_CANCEL);
}
END_TEST

static UiComparePage *page;

/* This year's text and its draft, in which two projects are new and one has ended, as
 * far as anybody has said.  */
static void
open_page (void)
{
  static const char *const said[] = {
    "DELETE FROM lineage",
    "UPDATE project SET name = '甲', code = NULL WHERE id = 7",
    "UPDATE project SET name = '乙', code = NULL WHERE id = 8",
    "DELETE FROM indicator WHERE project_id IN (7, 8)",
  };
  Draft draft;
  Db   *db;

  windowed_open ("nongye-2024.txt");
  db = ui_window_get_db (window);
  ck_assert (draft_next_year (db, 1, 2025, NULL, &draft, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    ck_assert (db_exec (db, said[i], NULL));
  ui_window_reload (window);
  ui_window_select (window, draft.document, 0);
  page = UI_COMPARE_PAGE (windowed_page ("compare"));
}

static const LineageTable *
table_of (gint64 project, gboolean is_earlier)
{
  const GPtrArray *tables = ui_compare_page_get (page)->lineage;

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];
      const Project      *one = is_earlier ? table->before : table->after;

      if (one != NULL && one->record.id == project)
        return table;
    }
  return NULL;
}

/* Selects the line of a table that has no partner. */
static void
select_table (gint64 project)
{
  GListModel *lines = windowed_list (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, 2);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      const CompareLine *line;
      const Project     *one;

      gtk_selection_model_select_item (GTK_SELECTION_MODEL (lines), i, TRUE);
      line = ui_compare_page_get_line (page);
      if (line->table == NULL || line->row != NULL)
        continue;
      one = line->table->table->after ? line->table->table->after
                                      : line->table->table->before;
      if (one->record.id == project)
        return;
    }
  ck_abort_msg ("no such line");
}

/* Chooses the nth of the other text. */
static void
choose (int nth)
{
  GtkListBox *list;

  windowed_act_on (GTK_WIDGET (page), "compare.choose");
  list = GTK_LIST_BOX (in_dialog (GTK_TYPE_LIST_BOX, 0));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, nth));
}

START_TEST (a_split_is_said_of_two_years)
{
  open_page ();
  ck_assert_ptr_null (table_of (7, FALSE)->before);
  select_table (7);
  choose (0); /* the first project, which the fifth continues */
  tick (0, TRUE);
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert_int_eq (table_of (5, FALSE)->before->record.id, 1);
  ck_assert (table_of (5, FALSE)->is_confirmed);
  ck_assert_int_eq (table_of (7, FALSE)->origin->record.id, 1);
  ck_assert (table_of (7, FALSE)->is_confirmed);
  select_table (7);
  windowed_act_on (GTK_WIDGET (page), "compare.forget");
  ck_assert_ptr_null (table_of (7, FALSE)->origin);
  ck_assert (table_of (5, FALSE)->is_confirmed);
}
END_TEST

START_TEST (a_merger_is_said_of_two_years)
{
  open_page ();
  ck_assert_ptr_null (table_of (3, TRUE)->after);
  select_table (3);
  choose (1); /* the second, which continues the second */
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert_int_eq (table_of (6, FALSE)->before->record.id, 2);
  ck_assert_int_eq (table_of (3, TRUE)->heir->record.id, 6);
  ck_assert (table_of (3, TRUE)->is_confirmed);
  windowed_act ("win.undo", NULL);
  ck_assert (!table_of (3, TRUE)->is_confirmed);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("forks");
  TCase *tcase = tcase_create ("forks");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, a_project_is_split);
  tcase_add_test (tcase, nothing_ticked_cannot_be_split);
  tcase_add_test (tcase, fates_are_chosen_in_a_draft);
  tcase_add_test (tcase, the_overall_table_is_not_asked_about);
  tcase_add_test (tcase, a_split_is_said_of_two_years);
  tcase_add_test (tcase, a_merger_is_said_of_two_years);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
