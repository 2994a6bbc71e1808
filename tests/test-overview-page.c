/* tests/test-overview-page.c — 汇总 in the window: what is shown, and where it leads.
 */

#include "app/edit/draft.h"
#include "app/edit/edit.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/overview-numbers.h"
#include "ui/overview-page.h"
#include "ui/overview-picture.h"
#include "ui/overview-print.h"
#include "ui/overview-rows.h"

#include <string.h>

static UiOverviewPage *page;

static void
open_page (void)
{
  windowed_open ("nongye-2024.txt");
  page = UI_OVERVIEW_PAGE (windowed_page ("overview"));
}

static GtkWidget *
picture (void)
{
  return windowed_find (GTK_WIDGET (page), UI_TYPE_OVERVIEW_PICTURE);
}

/* The first button whose words begin so. */
static GtkWidget *
find_mark (const char *words)
{
  for (GtkWidget *button = gtk_widget_get_first_child (picture ()); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_str_has_prefix (gtk_widget_get_tooltip_text (button), words))
      return button;
  ck_abort_msg ("no mark says %s", words);
}

static void
activate (const char *words)
{
  g_signal_emit_by_name (find_mark (words), "clicked");
  windowed_settle ();
}

static GtkWidget *
rows (void)
{
  return windowed_find (GTK_WIDGET (page), UI_TYPE_OVERVIEW_ROWS);
}

static void
activate_row (guint place)
{
  g_signal_emit_by_name (windowed_find (rows (), GTK_TYPE_LIST_VIEW), "activate",
                         place);
  windowed_settle ();
}

static const char *
visible_page (void)
{
  return gtk_stack_get_visible_child_name (ui_window_get_stack (window));
}

START_TEST (a_department_is_summed_with_its_findings)
{
  open_page ();
  ck_assert_ptr_nonnull (ui_overview_page_get (page));
  ck_assert (ui_overview_page_get (page)->has_findings);
  ck_assert_str_eq (ui_overview_page_get (page)->department, "松岭市农业农村局");
  ck_assert_str_eq (gtk_widget_get_tooltip_text (find_mark ("松岭市农产品质量检测站")),
                    "松岭市农产品质量检测站，2024年，金额 98 万元，项目 1 个");
}
END_TEST

/* Findings of a text that are not counted yet are not none; kept ones are there again.
 */
START_TEST (what_is_not_counted_is_not_nothing)
{
  g_autoptr (GHashTable) counted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (Overview) overview = NULL;
  const Chart *errors;

  open_page ();
  overview = overview_new (ui_window_get_db (window), 0, OVERVIEW_NEWEST, FALSE, NULL);
  overview_set_findings (overview, counted);
  errors = &overview->charts[CHART_SEVERITIES];
  ck_assert_uint_eq (overview->open, 1);
  ck_assert_ptr_nonnull (errors->note);
  ck_assert_int_eq (chart_value (errors->items->pdata[0], 0, 0), DB_NULL);
  ck_assert_uint_eq (ui_overview_page_get (page)->open, 0);
}
END_TEST

START_TEST (a_bar_of_one_project_opens_it)
{
  open_page ();
  activate ("农产品质量安全监测");
  ck_assert_str_eq (visible_page (), "records");
  ck_assert_int_eq (ui_item_get_project (ui_window_get_selected (window)),
                    ui_form_page_get_table (ui_window_get_form (window))->project);
}
END_TEST

START_TEST (a_bar_of_several_lists_them)
{
  open_page ();
  ck_assert (!gtk_widget_get_visible (rows ()));
  activate ("松岭市农业农村局");
  ck_assert (gtk_widget_get_visible (rows ()));
  ck_assert_uint_eq (g_list_model_get_n_items (
                         windowed_list (rows (), GTK_TYPE_LIST_VIEW, 0)),
                     3);
  activate_row (1);
  ck_assert_str_eq (visible_page (), "records");
}
END_TEST

START_TEST (a_target_opens_in_its_cell)
{
  open_page ();
  activate ("生态效益");
  ck_assert_uint_eq (g_list_model_get_n_items (
                         windowed_list (rows (), GTK_TYPE_LIST_VIEW, 0)),
                     3);
  activate_row (0);
  ck_assert_str_eq (visible_page (), "records");
  ck_assert_str_eq (ui_form_sheet_get_cursor (ui_window_get_sheet (window))->table_name,
                    "indicator");
}
END_TEST

START_TEST (arrow_keys_go_from_mark_to_mark)
{
  GtkWidget *first, *second;

  open_page ();
  gtk_root_set_focus (GTK_ROOT (window), NULL);
  ck_assert (gtk_widget_child_focus (picture (), GTK_DIR_TAB_FORWARD));
  first = gtk_root_get_focus (GTK_ROOT (window));
  ck_assert_ptr_eq (gtk_widget_get_parent (first), picture ());
  ck_assert (gtk_widget_child_focus (picture (), GTK_DIR_DOWN));
  second = gtk_root_get_focus (GTK_ROOT (window));
  ck_assert_ptr_ne (first, second);
  ck_assert (gtk_widget_child_focus (picture (), GTK_DIR_UP));
  ck_assert_ptr_eq (gtk_root_get_focus (GTK_ROOT (window)), first);
  ck_assert (!gtk_widget_child_focus (picture (), GTK_DIR_TAB_FORWARD));
}
END_TEST

START_TEST (two_years_stand_beside_each_other)
{
  Draft draft;

  windowed_open ("nongye-2024.txt");
  ck_assert (draft_next_year (ui_window_get_db (window),
                              ui_window_get_document (window), 2025, NULL, &draft,
                              NULL));
  ui_window_reload (window);
  page = UI_OVERVIEW_PAGE (windowed_page ("overview"));
  ck_assert_uint_eq (ui_overview_page_get (page)->years->len, 2);
  ck_assert_int_eq (overview_year (ui_overview_page_get (page)), 2024);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (windowed_find_nth (GTK_WIDGET (page),
                                                                GTK_TYPE_DROP_DOWN, 1)),
                              0);
  windowed_settle ();
  ck_assert_int_eq (overview_year (ui_overview_page_get (page)), 2025);
}
END_TEST

START_TEST (what_changed_is_counted_again)
{
  g_autofree char *id = NULL;

  open_page ();
  id = windowed_answer ("SELECT id FROM project WHERE name = '农产品质量安全监测'");
  ck_assert (edit_cell (ui_window_get_db (window), "project",
                        g_ascii_strtoll (id, NULL, 10), "amount_text", "99", NULL));
  ui_window_reload (window);
  windowed_settle ();
  ck_assert (strstr (gtk_widget_get_tooltip_text (find_mark ("松岭市农产品质量检测站")),
                     "金额 99 万元") != NULL);
}
END_TEST

START_TEST (the_numbers_stand_in_a_table_too)
{
  GListModel *numbers;

  open_page ();
  numbers = windowed_list (windowed_find (GTK_WIDGET (page), UI_TYPE_OVERVIEW_NUMBERS),
                           GTK_TYPE_COLUMN_VIEW, 0);
  ck_assert_uint_gt (g_list_model_get_n_items (numbers), 30);
}
END_TEST

START_TEST (it_is_printed)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "overview.pdf", NULL);

  open_page ();
  ck_assert (ui_overview_print (page, path, NULL));
  ck_assert (g_file_test (path, G_FILE_TEST_EXISTS));
  ck_assert (remove (path) == 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("overview-page");
  TCase *tcase = tcase_create ("overview-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, a_department_is_summed_with_its_findings);
  tcase_add_test (tcase, what_is_not_counted_is_not_nothing);
  tcase_add_test (tcase, a_bar_of_one_project_opens_it);
  tcase_add_test (tcase, a_bar_of_several_lists_them);
  tcase_add_test (tcase, a_target_opens_in_its_cell);
  tcase_add_test (tcase, arrow_keys_go_from_mark_to_mark);
  tcase_add_test (tcase, two_years_stand_beside_each_other);
  tcase_add_test (tcase, what_changed_is_counted_again);
  tcase_add_test (tcase, the_numbers_stand_in_a_table_too);
  tcase_add_test (tcase, it_is_printed);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
