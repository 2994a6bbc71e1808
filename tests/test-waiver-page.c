/* tests/test-waiver-page.c — waivers are listed with their states, and taken back. */

#include "app/check/check.h"
#include "app/check/waive.h"
#include "app/edit/edit.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/line.h"

#include <string.h>

static gint64 indicator; /* whose value is excused */

/* Page with a waiver of the first finding about a value. */
static GtkWidget *
open_page (void)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  windowed_open ("nongye-2024.txt");
  findings = check_findings (ui_window_get_db (window), NULL, NULL);
  for (guint i = 0; i < findings->len && chosen->len == 0; i++)
    if (g_strcmp0 (((Finding *) findings->pdata[i])->field, "value") == 0)
      g_ptr_array_add (chosen, findings->pdata[i]);
  ck_assert_uint_eq (chosen->len, 1);
  indicator = ((Finding *) chosen->pdata[0])->indicator_id;
  ck_assert (waive (ui_window_get_db (window), chosen, "按批复执行", NULL));
  ui_window_reload (window);
  return windowed_page ("waivers");
}

static GListModel *
waivers (GtkWidget *page)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 0);
}

static WaivedState
state (GtkWidget *page)
{
  g_autoptr (UiLine) line = g_list_model_get_item (waivers (page), 0);

  return ((Waived *) ui_line_get (line))->state;
}

static void
select_first (GtkWidget *page)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (waivers (page)), 0, TRUE);
  windowed_settle ();
}

START_TEST (a_waiver_is_listed_and_lapses_with_its_value)
{
  GtkWidget *page = open_page ();

  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 1);
  ck_assert_int_eq (state (page), WAIVED_HOLDS);
  ck_assert (edit_cell (ui_window_get_db (window), "indicator", indicator, "value_text",
                        "完全不同的值", NULL));
  ui_window_show (window);
  windowed_settle ();
  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 1);
  ck_assert_int_ne (state (page), WAIVED_HOLDS);
}
END_TEST

START_TEST (a_waiver_is_revoked_and_that_is_undone)
{
  GtkWidget *page = open_page ();

  select_first (page);
  windowed_act_on (page, "waiver.revoke");
  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 0);
  windowed_act ("win.undo", NULL);
  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 1);
}
END_TEST

START_TEST (a_waiver_leads_to_its_cell)
{
  GtkWidget      *page = open_page ();
  const FormCell *cell;

  select_first (page);
  windowed_act_on (page, "waiver.go-to");
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert (cell != NULL);
  ck_assert_int_eq (cell->row_id, indicator);
}
END_TEST

START_TEST (a_search_and_a_state_choose_what_is_listed)
{
  GtkWidget *page = open_page ();
  GtkWidget *states = windowed_find (page, GTK_TYPE_DROP_DOWN);

  windowed_search (page, "没有这个理由");
  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 0);
  windowed_search (page, "批复");
  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (states), WAIVED_EARLIER + 1);
  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (states), WAIVED_HOLDS + 1);
  ck_assert_uint_eq (g_list_model_get_n_items (waivers (page)), 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("waiver-page");
  TCase *tcase = tcase_create ("waiver-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, a_waiver_is_listed_and_lapses_with_its_value);
  tcase_add_test (tcase, a_waiver_is_revoked_and_that_is_undone);
  tcase_add_test (tcase, a_waiver_leads_to_its_cell);
  tcase_add_test (tcase, a_search_and_a_state_choose_what_is_listed);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
