/* tests/test-compare-page.c — two years side by side: what is listed, and what the user
 * settles of it.
 */

#include "app/compare/list.h"
#include "app/edit/draft.h"
#include "app/edit/edit.h"
#include "tests/folder.h"
#include "tests/opening.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/compare-page.h"
#include "ui/line.h"

#include <string.h>

static UiComparePage *page;

static gint64
id_of (const char *sql)
{
  g_autofree char *answer = windowed_answer (sql);

  return g_ascii_strtoll (answer, NULL, 10);
}

/* A text and its draft with one target edited. */
static void
open_page (void)
{
  Draft draft;
  Db   *db;

  windowed_open ("nongye-2024.txt");
  db = ui_window_get_db (window);
  ck_assert (draft_next_year (db, id_of ("SELECT id FROM document"), 2025, NULL, &draft,
                              NULL));
  ck_assert (edit_cell (db, "indicator", id_of ("SELECT max(id) FROM indicator"),
                        "value_text", "1", NULL));
  ui_window_reload (window);
  ui_window_select (window, draft.document, 0);
  page = UI_COMPARE_PAGE (windowed_page ("compare"));
}

static guint
count_lines (CompareLineKind kind)
{
  GListModel *lines = windowed_list (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, 2);
  guint       n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (GObject) line = g_list_model_get_item (lines, i);

      n += ((CompareLine *) ui_line_get ((UiLine *) line))->kind == kind;
    }
  return n;
}

static void
select_first (CompareLineKind kind)
{
  GListModel *lines = windowed_list (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, 2);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (lines), i, TRUE);
      if (ui_compare_page_get_line (page)->kind == kind)
        return;
    }
  ck_abort_msg ("no such line");
}

START_TEST (one_text_says_what_to_do)
{
  windowed_open ("nongye-2024.txt");
  page = UI_COMPARE_PAGE (windowed_page ("compare"));
  ck_assert_ptr_null (ui_compare_page_get (page));
}
END_TEST

START_TEST (a_changed_target_is_listed_alone)
{
  open_page ();
  ck_assert_ptr_nonnull (ui_compare_page_get (page));
  ck_assert_uint_eq (ui_compare_page_get (page)->n_rows[COMPARISON_TARGET], 1);
  ck_assert_uint_eq (count_lines (COMPARE_ROW),
                     ui_compare_page_get (page)->n_rows[COMPARISON_TARGET] +
                         ui_compare_page_get (page)->n_rows[COMPARISON_CHANGED]);
}
END_TEST

START_TEST (a_row_opens_in_the_form)
{
  gint64 row;

  open_page ();
  select_first (COMPARE_ROW);
  row = ui_compare_page_get_line (page)->row->row->after->record.id;
  g_signal_emit_by_name (
      windowed_find_nth (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, 2), "activate",
      gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (
          windowed_list (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, 2))));
  windowed_settle ();
  ck_assert_str_eq (gtk_stack_get_visible_child_name (ui_window_get_stack (window)),
                    "records");
  ck_assert_int_eq (ui_form_sheet_get_cursor (ui_window_get_sheet (window))->row_id,
                    row);
}
END_TEST

START_TEST (a_row_that_is_new_is_said_so_and_taken_back)
{
  open_page ();
  select_first (COMPARE_ROW);
  windowed_act_on (GTK_WIDGET (page), "compare.is-new");
  ck_assert_uint_eq (ui_compare_page_get (page)->n_rows[COMPARISON_ADDED], 1);
  windowed_act ("win.undo", NULL);
  ck_assert_uint_eq (ui_compare_page_get (page)->n_rows[COMPARISON_ADDED], 0);
}
END_TEST

START_TEST (what_is_listed_is_exported)
{
  g_autofree char    *path = g_build_filename (g_get_tmp_dir (), "compare.xlsx", NULL);
  ComparisonSelection selection;

  open_page ();
  selection = ui_compare_page_get_selection (page);
  ck_assert (
      comparison_write (ui_compare_page_get (page), &selection, "xlsx", path, NULL));
  ck_assert (
      comparison_write (ui_compare_page_get (page), &selection, "pdf", path, NULL));
  ck_assert (remove (path) == 0);
}
END_TEST

/* The toggle or check that says so. */
static gboolean
says (GtkWidget *widget, gconstpointer words)
{
  const char *label = GTK_IS_TOGGLE_BUTTON (widget)
                          ? gtk_button_get_label (GTK_BUTTON (widget))
                      : GTK_IS_CHECK_BUTTON (widget)
                          ? gtk_check_button_get_label (GTK_CHECK_BUTTON (widget))
                          : NULL;

  return label != NULL && strstr (label, words) != NULL;
}

START_TEST (how_it_was_looked_at_comes_back_with_the_file)
{
  g_autofree char *path = folder_path ("other.jixiao");
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GFile) file = NULL;
  ComparisonSelection before, after;

  open_page ();
  file = g_object_ref (ui_window_get_file (window));
  g_object_set (windowed_pick (GTK_WIDGET (page), says, "未变"), "active", TRUE, NULL);
  g_object_set (windowed_pick (GTK_WIDGET (page), says, "新增"), "active", FALSE, NULL);
  g_object_set (windowed_pick (GTK_WIDGET (page), says, "Largest"), "active", TRUE,
                NULL);
  before = ui_compare_page_get_selection (page);
  ck_assert (opening_done (window, other));
  windowed_settle ();
  ck_assert (opening_done (window, file));
  page = UI_COMPARE_PAGE (windowed_page ("compare"));
  after = ui_compare_page_get_selection (page);
  ck_assert (before.kinds[COMPARISON_SAME] && !before.kinds[COMPARISON_ADDED]);
  ck_assert_mem_eq (&before, &after, sizeof before);
  ck_assert_int_eq (ui_compare_page_get (page)->after->fiscal_year, 2025);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compare-page");
  TCase *tcase = tcase_create ("compare-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, one_text_says_what_to_do);
  tcase_add_test (tcase, a_changed_target_is_listed_alone);
  tcase_add_test (tcase, a_row_opens_in_the_form);
  tcase_add_test (tcase, a_row_that_is_new_is_said_so_and_taken_back);
  tcase_add_test (tcase, what_is_listed_is_exported);
  tcase_add_test (tcase, how_it_was_looked_at_comes_back_with_the_file);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
