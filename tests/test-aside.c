/* tests/test-aside.c — what is worked out aside in the window: who leaves while it is,
 * edits, or stops it, harms nothing.
 */

#include "app/edit/draft.h"
#include "app/edit/edit.h"
#include "tests/folder.h"
#include "tests/opening.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/page.h"

#include <glib/gstdio.h>

/* The pages that read aside. */
static const char *const pages[] = { "ledger", "compare", "library", "preview",
                                     "overview" };

/* Two years, and a page that has only begun to read them. */
static UiPage *
begin (const char *name)
{
  GtkWidget *page;
  Draft      draft;

  windowed_open ("nongye-2024.txt");
  ck_assert (draft_next_year (ui_window_get_db (window), 1, 2025, NULL, &draft, NULL));
  ui_window_reload (window);
  windowed_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", name);
  page = windowed_find (gtk_stack_get_visible_child (ui_window_get_stack (window)),
                        UI_TYPE_PAGE);
  ck_assert_ptr_nonnull (page);
  return UI_PAGE (page);
}

START_TEST (a_window_may_be_closed)
{
  begin (pages[_i]);
  gtk_window_destroy (GTK_WINDOW (window));
  window = UI_WINDOW (ui_window_new (NULL));
  windowed_settle ();
}
END_TEST

START_TEST (another_file_may_be_opened)
{
  g_autofree char *path = folder_path ("other.jixiao");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  begin (pages[_i]);
  ck_assert (opening_done (window, file));
  windowed_settle ();
  ck_assert_str_eq (db_get_path (ui_window_get_db (window)), path);
}
END_TEST

START_TEST (another_page_may_be_shown)
{
  begin (pages[_i]);
  windowed_act ("win.page", g_variant_new_string ("records"));
}
END_TEST

/* And what is shown then is what was read after it. */
START_TEST (records_may_be_edited)
{
  g_autoptr (GError) error = NULL;

  begin (pages[_i]);
  ck_assert_msg (edit_cell (ui_window_get_db (window), "indicator", 1, "name",
                            "另一个指标", &error),
                 "%s", error != NULL ? error->message : "");
  ui_window_reload (window);
  windowed_settle ();
  windowed_assert_text ("SELECT name FROM indicator WHERE id = 1", "另一个指标");
}
END_TEST

START_TEST (it_may_be_stopped_and_read_again)
{
  UiPage *page = begin (pages[_i]);

  g_signal_emit_by_name (windowed_find (GTK_WIDGET (ui_page_get_waiting (page)),
                                        GTK_TYPE_BUTTON),
                         "clicked");
  windowed_settle ();
  ck_assert_ptr_null (windowed_dialog ()); /* stopping is no mistake */
  ui_page_load (page);
  windowed_settle ();
  ck_assert (!ui_page_is_reading (page));
}
END_TEST

int
main (void)
{
  Suite    *suite = suite_create ("aside");
  TCase    *tcase = tcase_create ("aside");
  const int n = G_N_ELEMENTS (pages);

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_loop_test (tcase, a_window_may_be_closed, 0, n);
  tcase_add_loop_test (tcase, another_file_may_be_opened, 0, n);
  tcase_add_loop_test (tcase, another_page_may_be_shown, 0, n);
  tcase_add_loop_test (tcase, records_may_be_edited, 0, n);
  tcase_add_loop_test (tcase, it_may_be_stopped_and_read_again, 0, n);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
