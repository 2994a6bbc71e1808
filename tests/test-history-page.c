/* tests/test-history-page.c — the history is listed, searched, and a value put back. */

#include "app/edit/edit.h"
#include "app/local-time.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/history-model.h"
#include "ui/line.h"

#include <string.h>

/* Page with an import and two edits of the first indicator's value. */
static GtkWidget *
open_page (void)
{
  windowed_open ("nongye-2024.txt");
  ck_assert (db_exec (ui_window_get_db (window),
                      "UPDATE indicator SET value_text = '甲' WHERE id = 1;"
                      "DELETE FROM history WHERE action_id IS NULL",
                      NULL));
  ck_assert (edit_cell (ui_window_get_db (window), "indicator", 1, "value_text", "≥5人",
                        NULL));
  ck_assert (edit_cell (ui_window_get_db (window), "indicator", 1, "value_text", "≥6人",
                        NULL));
  ui_window_reload (window);
  return windowed_page ("history");
}

static GListModel *
actions (GtkWidget *page)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 0);
}

static GListModel *
changes (GtkWidget *page)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 1);
}

static char *
value (void)
{
  return windowed_answer ("SELECT value_text FROM indicator WHERE id = 1");
}

static void
select_action (GtkWidget *page, guint place)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (actions (page)), place, TRUE);
  windowed_settle ();
}

START_TEST (the_newest_comes_first_with_what_it_changed)
{
  GtkWidget *page = open_page ();
  g_autoptr (UiLine) newest = NULL;
  g_autoptr (UiLine) line = NULL;
  const HistoryChange *change;

  ck_assert_uint_eq (g_list_model_get_n_items (actions (page)), 3);
  newest = g_list_model_get_item (actions (page), 0);
  ck_assert (strstr (((HistoryEntry *) ui_line_get (newest))->label, "≥5人→≥6人") !=
                 NULL ||
             strstr (((HistoryEntry *) ui_line_get (newest))->label, "6人") != NULL);
  line = g_list_model_get_item (changes (page), 0);
  change = ui_line_get (line);
  ck_assert_str_eq (change->old, "≥5人");
  ck_assert_str_eq (change->new, "≥6人");
}
END_TEST

START_TEST (one_value_is_put_back_as_an_action_of_its_own)
{
  GtkWidget       *page = open_page ();
  g_autofree char *restored = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;

  select_action (page, 1); /* 甲→≥5人 */
  windowed_act_on (page, "history.restore");
  restored = value ();
  label = windowed_answer ("SELECT label FROM action ORDER BY id DESC LIMIT 1");
  ck_assert_str_eq (restored, "甲");
  ck_assert_str_eq (label, "恢复指标值：甲");
  ck_assert_uint_eq (g_list_model_get_n_items (actions (page)), 4);
  windowed_act ("win.undo", NULL);
  undone = value ();
  ck_assert_str_eq (undone, "≥6人");
  ck_assert (gtk_widget_get_mapped (page));
}
END_TEST

START_TEST (a_change_is_looked_at_in_the_form)
{
  GtkWidget      *page = open_page ();
  const FormCell *cell;

  windowed_act_on (page, "history.go-to");
  ck_assert_str_eq (gtk_stack_get_visible_child_name (ui_window_get_stack (window)),
                    "records");
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert (cell != NULL);
  ck_assert_str_eq (cell->table_name, "indicator");
  ck_assert_int_eq (cell->row_id, 1);
}
END_TEST

START_TEST (what_is_gone_cannot_be_put_back_and_the_window_says_so)
{
  GtkWidget       *page = open_page ();
  g_autofree char *actions_before = NULL;
  g_autofree char *actions_after = NULL;

  ck_assert (
      db_exec (ui_window_get_db (window), "DELETE FROM indicator WHERE id = 1", NULL));
  actions_before = windowed_answer ("SELECT count(*) FROM action");
  windowed_act_on (page, "history.restore");
  ck_assert (windowed_dialog () != NULL);
  windowed_respond (GTK_RESPONSE_CLOSE);
  actions_after = windowed_answer ("SELECT count(*) FROM action");
  ck_assert_str_eq (actions_before, actions_after);
}
END_TEST

static const struct {
  const char *what;
  const char *text;  /* in the search entry */
  guint       scope; /* 1: this project */
  guint       time;  /* 1: today */
  guint       found;
} searches[] = {
  { "all", "", 0, 0, 3 },
  { "by a value", "≥5人", 0, 0, 2 },
  { "by what was done", "导入", 0, 0, 1 },
  { "by what is nowhere", "没有这个", 0, 0, 0 },
  { "of this project: with its arrival", "", 1, 0, 3 },
  { "of today", "", 0, 1, 3 },
};

START_TEST (the_list_is_searched)
{
  g_autofree char *day = local_time_day (0);
  g_autofree char *day_after = NULL;
  GtkWidget       *page = open_page ();

  gtk_drop_down_set_selected (GTK_DROP_DOWN (
                                  windowed_find_nth (page, GTK_TYPE_DROP_DOWN, 0)),
                              searches[_i].scope);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (
                                  windowed_find_nth (page, GTK_TYPE_DROP_DOWN, 1)),
                              searches[_i].time);
  windowed_search (page, searches[_i].text);
  day_after = local_time_day (0);
  if (strcmp (day, day_after) != 0) /* midnight: what was today is not */
    return;
  ck_assert_msg (g_list_model_get_n_items (actions (page)) == searches[_i].found,
                 "%s: %u", searches[_i].what,
                 g_list_model_get_n_items (actions (page)));
}
END_TEST

START_TEST (a_hundred_thousand_actions_are_a_list_that_reads_what_it_shows)
{
  GtkWidget *page = open_page ();
  g_autoptr (UiLine) oldest = NULL;
  guint n;

  ck_assert (db_exec (
      ui_window_get_db (window),
      "INSERT INTO action (who, label) WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
      " FROM n WHERE i < 100000) SELECT '某', '改' || i FROM n;"
      "INSERT INTO history (action_id, table_name, row_id, change, column_name, old, "
      "new)"
      " SELECT id, 'indicator', 1, 'update', 'value_text', '旧', '新' FROM action"
      " WHERE label LIKE '改%'",
      NULL));
  ui_window_show (window);
  windowed_settle ();
  n = g_list_model_get_n_items (actions (page));
  ck_assert_uint_eq (n, 100003);
  ck_assert_uint_lt (windowed_count (page), 5000);
  oldest = g_list_model_get_item (actions (page), n - 1);
  ck_assert (g_str_has_prefix (((HistoryEntry *) ui_line_get (oldest))->label, "导入"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history-page");
  TCase *tcase = tcase_create ("history-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, the_newest_comes_first_with_what_it_changed);
  tcase_add_test (tcase, one_value_is_put_back_as_an_action_of_its_own);
  tcase_add_test (tcase, a_change_is_looked_at_in_the_form);
  tcase_add_test (tcase, what_is_gone_cannot_be_put_back_and_the_window_says_so);
  tcase_add_loop_test (tcase, the_list_is_searched, 0, G_N_ELEMENTS (searches));
  tcase_add_test (tcase,
                  a_hundred_thousand_actions_are_a_list_that_reads_what_it_shows);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
