/* tests/test-library-page.c — the indicator library in the window: found, seen side by
 * side, put into a project, spelled in one way.
 */

#include "app/edit/edit.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/library-page.h"
#include "ui/line.h"
#include "ui/variant-list.h"

#include <string.h>

static GtkWidget *page;

static void
open_page (void)
{
  windowed_open ("nongye-2024.txt");
  page = windowed_page ("library");
}

static GListModel *
entries (void)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 0);
}

static GListModel *
uses (void)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 1);
}

static guint
count_of (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

static void
search (const char *words)
{
  windowed_search (page, words);
}

static gint64
number (const char *sql)
{
  g_autofree char *text = windowed_answer (sql);

  return g_ascii_strtoll (text, NULL, 10);
}

START_TEST (every_indicator_is_listed_with_its_places)
{
  open_page ();
  ck_assert_int_eq (number ("SELECT count(DISTINCT name) FROM indicator"),
                    count_of (entries ()));
  ck_assert_uint_gt (count_of (uses ()), 0);
}
END_TEST

START_TEST (words_and_first_letters_find)
{
  g_autofree char *name = NULL;

  open_page ();
  search ("亩均补助");
  ck_assert_uint_eq (count_of (entries ()), 1);
  ck_assert_int_eq (number (
                        "SELECT count(*) FROM indicator WHERE name = '亩均补助标准'"),
                    count_of (uses ()));
  search ("mjbz");
  ck_assert_uint_eq (count_of (entries ()), 1);
  search ("没有这个指标");
  ck_assert_uint_eq (count_of (entries ()), 0);
  ck_assert_uint_eq (count_of (uses ()), 0);
}
END_TEST

START_TEST (one_goes_into_the_project_and_out_again)
{
  gint64 before, project;

  open_page ();
  project = number ("SELECT max(id) FROM project WHERE kind = 'project'");
  ui_window_select (window, ui_window_get_document (window), project);
  windowed_settle ();
  search ("亩均补助");
  before = number ("SELECT count(*) FROM indicator");
  windowed_act_on (page, "library.insert");
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator"), before + 1);
  ck_assert_str_eq (gtk_stack_get_visible_child_name (ui_window_get_stack (window)),
                    "records");
  ck_assert_ptr_nonnull (ui_form_sheet_get_cursor (ui_window_get_sheet (window)));
  ck_assert_int_eq (ui_form_sheet_get_cursor (ui_window_get_sheet (window))->row_id,
                    number ("SELECT max(id) FROM indicator"));
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator"), before);
}
END_TEST

START_TEST (a_use_leads_to_its_row)
{
  const FormCell *cell;

  open_page ();
  search ("亩均补助");
  windowed_act_on (page, "library.go-to");
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert_ptr_nonnull (cell);
  ck_assert_str_eq (cell->table_name, "indicator");
}
END_TEST

/* The button of the first group of spellings. */
static GtkWidget *
merge_button (void)
{
  GtkWidget *list = windowed_find (page, GTK_TYPE_LIST_BOX);
  GtkWidget *button = gtk_widget_get_last_child (
      gtk_widget_get_first_child (gtk_widget_get_first_child (list)));

  ck_assert (GTK_IS_BUTTON (button));
  return button;
}

START_TEST (spellings_are_made_one_and_back)
{
  static const char odd[] = "SELECT count(*) FROM indicator WHERE unit_text = '万 元'";
  gint64            row;

  windowed_open ("nongye-2024.txt");
  row = number ("SELECT min(id) FROM indicator");
  ck_assert (edit_cell (ui_window_get_db (window), "indicator", row, "unit_text",
                        "万 元", NULL));
  for (gint64 i = 1; i <= 2; i++)
    ck_assert (edit_cell (ui_window_get_db (window), "indicator", row + i, "unit_text",
                          "万元", NULL));
  page = windowed_page ("library");
  ck_assert_int_eq (number (odd), 1);
  /* It is shown before it happens. */
  g_signal_emit_by_name (merge_button (), "clicked");
  windowed_settle ();
  ck_assert_int_eq (number (odd), 1);
  windowed_respond (GTK_RESPONSE_CANCEL);
  ck_assert_int_eq (number (odd), 1);
  g_signal_emit_by_name (merge_button (), "clicked");
  windowed_respond (GTK_RESPONSE_OK);
  ck_assert_int_eq (number (odd), 0);
  ck_assert_ptr_null (
      gtk_widget_get_first_child (windowed_find (page, GTK_TYPE_LIST_BOX)));
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (number (odd), 1);
}
END_TEST

START_TEST (numbers_in_texts_are_made_one_where_they_are_ticked)
{
  static const char odd[] = "SELECT count(*) FROM goal WHERE text LIKE '%(2020)10 号%'";
  Db               *db;
  GtkWidget        *check;

  windowed_open ("nongye-2024.txt");
  db = ui_window_get_db (window);
  for (gint64 row = 1; row <= 2; row++)
    ck_assert (edit_cell (db, "goal", row, "text", "根据财预(2020)10 号实施", NULL));
  ck_assert (edit_cell (db, "indicator", 1, "basis", "财预〔2020〕10号", NULL));
  page = windowed_page ("library");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (windowed_find (windowed_find (page, UI_TYPE_VARIANT_LIST),
                                    GTK_TYPE_DROP_DOWN)),
      LIBRARY_NUMBERS);
  windowed_settle ();
  g_signal_emit_by_name (merge_button (), "clicked");
  windowed_settle ();
  check = windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  windowed_respond (GTK_RESPONSE_OK);
  ck_assert_int_eq (number (odd), 1);
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (number (odd), 2);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("library-page");
  TCase *tcase = tcase_create ("library-page");

  tcase_set_timeout (tcase, 120);
  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, every_indicator_is_listed_with_its_places);
  tcase_add_test (tcase, words_and_first_letters_find);
  tcase_add_test (tcase, one_goes_into_the_project_and_out_again);
  tcase_add_test (tcase, a_use_leads_to_its_row);
  tcase_add_test (tcase, spellings_are_made_one_and_back);
  tcase_add_test (tcase, numbers_in_texts_are_made_one_where_they_are_ticked);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
