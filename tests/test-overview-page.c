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
wait_for_page (void)
{
  windowed_settle ();
  while (ui_overview_page_is_busy (page))
    g_main_context_iteration (NULL, TRUE);
  windowed_settle ();
}

static void
open_page (void)
{
  windowed_open ("nongye-2024.txt");
  page = UI_OVERVIEW_PAGE (windowed_page ("overview"));
  wait_for_page ();
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
  wait_for_page ();
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
