/* tests/test-review-page.c — the review round in the window: said, marked, listed,
 * answered, settled, written as a sheet.
 */

#include "app/edit/edit.h"
#include "app/review/review.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/cell.h"
#include "ui/line.h"
#include "ui/review-page.h"

#include <string.h>

static gint64 project, indicator;

static gint64
number (const char *sql)
{
  g_autofree char *text = windowed_answer (sql);

  return g_ascii_strtoll (text, NULL, 10);
}

/* The form of a project, with the cursor in the target of its first row. */
static void
open_form (void)
{
  UiPlace place = { .table = "indicator", .column = "value_text" };

  windowed_open ("nongye-2024.txt");
  project = number ("SELECT max(id) FROM project WHERE kind = 'project'");
  indicator = number ("SELECT min(id) FROM indicator WHERE project_id ="
                      " (SELECT max(id) FROM project WHERE kind = 'project')");
  place.document = ui_window_get_document (window);
  place.project = project;
  place.row = indicator;
  ui_window_go_to (window, &place);
  windowed_settle ();
}

/* Says something by the action and the dialog, as a user does. */
static void
say (const char *what, const char *text)
{
  GtkWidget *view;

  windowed_act ("win.comment", g_variant_new_string (what));
  ck_assert_ptr_nonnull (windowed_dialog ());
  view = windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  windowed_respond (GTK_RESPONSE_OK);
}

static const struct {
  const char *what, *expected; /* project, indicator, field; 1: there is one */
} aims[] = {
  { "cell", "1 1 value_text" },
  { "row", "1 1 " },
  { "project", "1 0 " },
  { "text", "0 0 " },
};

START_TEST (what_has_the_cursor_is_commented_on)
{
  g_autofree char *said = NULL;

  open_form ();
  say (aims[_i].what, "请核实");
  said = windowed_answer ("SELECT (project_id IS NOT NULL) || ' ' ||"
                          " (indicator_id IS NOT NULL) || ' ' || coalesce(field, '')"
                          " FROM comment WHERE text = '请核实' AND state = 'open'");
  ck_assert_str_eq (said, aims[_i].expected);
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (number ("SELECT count(*) FROM comment"), 0);
}
END_TEST

/* The widget of the cell with the cursor. */
static GtkWidget *
cursor_cell (void)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return UI_IS_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, UI_TYPE_CELL);
}

START_TEST (a_cell_that_is_commented_on_is_marked_until_it_is_settled)
{
  GtkWidget *cell;

  open_form ();
  cell = cursor_cell ();
  ck_assert_ptr_nonnull (cell);
  ck_assert (!gtk_widget_has_css_class (cell, "comment"));
  say ("cell", "目标值偏低");
  cell = cursor_cell ();
  ck_assert (gtk_widget_has_css_class (cell, "comment"));
  ck_assert_ptr_nonnull (strstr (gtk_widget_get_tooltip_text (cell), "目标值偏低"));
  ck_assert (review_settle (ui_window_get_db (window), 1, TRUE, NULL));
  ui_window_show (window);
  windowed_settle ();
  ck_assert (!gtk_widget_has_css_class (cursor_cell (), "comment"));
}
END_TEST

static GListModel *
comments (GtkWidget *page)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 0);
}

static guint
count_in_state (GtkWidget *page, guint state)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (windowed_find (page, GTK_TYPE_DROP_DOWN)),
                              state);
  windowed_settle ();
  return g_list_model_get_n_items (comments (page));
}

START_TEST (comments_are_listed_by_state_and_go_on)
{
  GtkWidget *page, *view;

  open_form ();
  say ("cell", "目标值偏低");
  say ("project", "用途太笼统");
  page = windowed_page ("review");
  ck_assert_uint_eq (count_in_state (page, 0), 2);
  ck_assert_uint_eq (count_in_state (page, 1), 2);
  ck_assert_uint_eq (count_in_state (page, 2), 0);
  count_in_state (page, 0);
  windowed_act_on (page, "review.answer");
  view = windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "已改",
                            -1);
  windowed_respond (GTK_RESPONSE_OK);
  ck_assert_uint_eq (count_in_state (page, 2), 1);
  windowed_act_on (page, "review.settle");
  ck_assert_uint_eq (count_in_state (page, 3), 1);
  windowed_act_on (page, "review.reopen");
  ck_assert_uint_eq (count_in_state (page, 3), 0);
  ck_assert_uint_eq (count_in_state (page, 2), 1);
}
END_TEST

START_TEST (a_comment_leads_to_its_cell)
{
  GtkWidget      *page;
  const FormCell *cell;

  open_form ();
  say ("cell", "目标值偏低");
  ui_window_select (window, ui_window_get_document (window), 0);
  page = windowed_page ("review");
  windowed_act_on (page, "review.go-to");
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert_ptr_nonnull (cell);
  ck_assert_int_eq (cell->row_id, indicator);
  ck_assert_str_eq (cell->column_name, "value_text");
}
END_TEST

START_TEST (what_changed_since_a_look_is_listed_and_leads_there)
{
  GtkWidget  *page;
  GListModel *changes;

  open_form ();
  page = windowed_page ("review");
  changes = windowed_list (page, GTK_TYPE_COLUMN_VIEW, 1);
  ck_assert_uint_eq (g_list_model_get_n_items (changes), 0);
  windowed_act ("win.page", g_variant_new_string ("records"));
  ck_assert (edit_cell (ui_window_get_db (window), "indicator", indicator, "value_text",
                        "≥1", NULL));
  page = windowed_page ("review");
  /* Nobody has looked yet: then nothing is new. */
  ck_assert_uint_eq (g_list_model_get_n_items (changes), 0);
  {
    GtkWidget *button = NULL;

    for (guint i = 0; (button = windowed_find_nth (page, GTK_TYPE_BUTTON, i)) != NULL;
         i++)
      if (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) == NULL &&
          gtk_button_get_label (GTK_BUTTON (button)) != NULL)
        break;
    ck_assert_ptr_nonnull (button);
    g_signal_emit_by_name (button, "clicked");
  }
  ck_assert (edit_cell (ui_window_get_db (window), "indicator", indicator, "value_text",
                        "≥2", NULL));
  ui_window_show (window);
  windowed_settle ();
  ck_assert_uint_eq (g_list_model_get_n_items (changes), 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("review-page");
  TCase *tcase = tcase_create ("review-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_loop_test (tcase, what_has_the_cursor_is_commented_on, 0,
                       G_N_ELEMENTS (aims));
  tcase_add_test (tcase, a_cell_that_is_commented_on_is_marked_until_it_is_settled);
  tcase_add_test (tcase, comments_are_listed_by_state_and_go_on);
  tcase_add_test (tcase, a_comment_leads_to_its_cell);
  tcase_add_test (tcase, what_changed_since_a_look_is_listed_and_leads_there);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
