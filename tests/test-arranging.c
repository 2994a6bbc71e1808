/* tests/test-arranging.c — texts, units and projects are begun, copied, renamed, moved
 * and deleted in the window.
 */

#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/language.h"

#include <string.h>

static void
set_up (void)
{
  ui_language_set ();
  windowed_set_up ();
}

static GtkWidget *
find_input (GtkWidget *widget, guint *place)
{
  if ((GTK_IS_ENTRY (widget) || GTK_IS_COMBO_BOX (widget)) && (*place)-- == 0)
    return widget;
  if (GTK_IS_ENTRY (widget) || GTK_IS_COMBO_BOX (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_input (child, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Fills in the field at a place of the dialog, counted from 0. */
static void
fill (guint place, const char *text)
{
  GtkWidget *input = find_input (GTK_WIDGET (windowed_dialog ()), &place);

  ck_assert (input != NULL);
  if (GTK_IS_COMBO_BOX (input) && !gtk_combo_box_get_has_entry (GTK_COMBO_BOX (input)))
    ck_assert (gtk_combo_box_set_active_id (GTK_COMBO_BOX (input), text));
  else
    gtk_editable_set_text (GTK_EDITABLE (
                               GTK_IS_ENTRY (input)
                                   ? input
                                   : gtk_combo_box_get_child (GTK_COMBO_BOX (input))),
                           text);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

START_TEST (a_text_is_begun_in_an_empty_file_and_a_project_typed)
{
  const FormCell *cell;

  windowed_open (NULL);
  windowed_act ("win.new-text", NULL);
  fill (0, "青槐县水务局");
  fill (1, "502001青槐县水务局本级");
  fill (2, "2026");
  fill (3, "draft1");
  fill (4, "chengde");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert (windowed_dialog () == NULL);
  windowed_assert_text ("SELECT name || fiscal_year || stage || form_id FROM document"
                        " JOIN department ON department.id = department_id",
                        "青槐县水务局2026draft1chengde");
  windowed_assert_text ("SELECT code || name FROM unit", "502001青槐县水务局本级");
  ck_assert_int_eq (ui_document_page_get_document (ui_window_get_pages (window)), 1);
  windowed_act ("win.add-project", NULL);
  ck_assert (ui_form_page_get_table (ui_window_get_form (window)) != NULL);
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert (cell != NULL);
  ck_assert_str_eq (cell->table_name, "project");
  windowed_act ("win.undo", NULL);
  windowed_act ("win.undo", NULL);
  windowed_assert_text ("SELECT count(*) FROM document", "0");
}
END_TEST

START_TEST (a_refusal_is_said_in_the_dialog)
{
  windowed_open ("nongye-2024.txt");
  windowed_act ("win.new-text", NULL);
  fill (2, "2024");
  fill (3, "approved");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert (windowed_dialog () != NULL);
  ck_assert (says (GTK_WIDGET (windowed_dialog ()),
                   "文件里已有松岭市农业农村局 2024 年这个阶段的文本"));
  fill (3, "adjusted");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert (windowed_dialog () == NULL);
  windowed_assert_text ("SELECT count(*) FROM document", "2");
}
END_TEST

START_TEST (a_text_is_copied_for_the_next_year)
{
  windowed_open ("nongye-2024.txt");
  ui_window_select (window, 1, 0);
  windowed_settle ();
  windowed_act ("win.duplicate", NULL);
  windowed_respond (GTK_RESPONSE_ACCEPT);
  windowed_assert_text ("SELECT group_concat(fiscal_year) FROM document", "2024,2025");
  windowed_assert_text ("SELECT count(*) FROM project WHERE document_id = 2", "4");
}
END_TEST

START_TEST (a_department_is_renamed)
{
  windowed_open ("nongye-2024.txt");
  ui_window_select (window, 1, 0);
  windowed_settle ();
  windowed_act ("win.rename", NULL);
  fill (0, "松岭市农业局");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  windowed_assert_text ("SELECT name FROM department", "松岭市农业局");
}
END_TEST

START_TEST (a_unit_is_added_and_shown_on_the_page)
{
  windowed_open ("nongye-2024.txt");
  windowed_act ("win.add-unit", NULL);
  fill (0, "415009");
  fill (1, "松岭市种子站");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  windowed_assert_text ("SELECT name FROM unit WHERE code = '415009'", "松岭市种子站");
  ck_assert_int_ne (ui_document_page_get_document (ui_window_get_pages (window)), 0);
  windowed_act ("win.add-unit", NULL);
  fill (0, "415009");
  fill (1, "松岭市种子站");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert (says (GTK_WIDGET (windowed_dialog ()),
                   "这个部门已有预算单位“415009松岭市种子站”"));
  windowed_respond (GTK_RESPONSE_CANCEL);
  ck_assert (windowed_dialog () == NULL);
}
END_TEST

START_TEST (a_project_is_copied_moved_and_deleted)
{
  windowed_open ("nongye-2024.txt");
  ui_window_select (window, 1, 1);
  windowed_settle ();
  windowed_act ("win.duplicate", NULL);
  windowed_assert_text ("SELECT count(*) FROM project", "5");
  windowed_assert_text ("SELECT ordinal FROM project WHERE id = 5", "2");
  windowed_act ("win.move-up", NULL);
  windowed_assert_text ("SELECT ordinal FROM project WHERE id = 5", "1");
  windowed_act ("win.move-to", NULL);
  fill (0, "1 0");
  windowed_respond (GTK_RESPONSE_ACCEPT);
  windowed_assert_text ("SELECT unit_id IS NULL FROM project WHERE id = 5", "1");
  windowed_act ("win.delete", NULL);
  ck_assert (says (GTK_WIDGET (windowed_dialog ()), "9 个指标"));
  windowed_respond (GTK_RESPONSE_CANCEL);
  windowed_assert_text ("SELECT count(*) FROM project", "5");
  windowed_act ("win.delete", NULL);
  windowed_respond (GTK_RESPONSE_ACCEPT);
  windowed_assert_text ("SELECT count(*) FROM project", "4");
  windowed_act ("win.undo", NULL);
  windowed_assert_text ("SELECT count(*) FROM project", "5");
}
END_TEST

START_TEST (the_last_text_leaves_the_empty_state)
{
  windowed_open ("nongye-2024.txt");
  ui_window_select (window, 1, 0);
  windowed_settle ();
  windowed_act ("win.delete", NULL);
  ck_assert (says (GTK_WIDGET (windowed_dialog ()), "4 个项目"));
  windowed_respond (GTK_RESPONSE_ACCEPT);
  windowed_assert_text ("SELECT count(*) FROM department", "0");
  ck_assert_str_eq (gtk_stack_get_visible_child_name (ui_window_get_stack (window)),
                    "empty");
  windowed_act ("win.undo", NULL);
  windowed_assert_text ("SELECT count(*) FROM project", "4");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("arranging");
  TCase *tcase = tcase_create ("arranging");

  tcase_add_checked_fixture (tcase, set_up, windowed_tear_down);
  tcase_add_test (tcase, a_text_is_begun_in_an_empty_file_and_a_project_typed);
  tcase_add_test (tcase, a_refusal_is_said_in_the_dialog);
  tcase_add_test (tcase, a_text_is_copied_for_the_next_year);
  tcase_add_test (tcase, a_department_is_renamed);
  tcase_add_test (tcase, a_unit_is_added_and_shown_on_the_page);
  tcase_add_test (tcase, a_project_is_copied_moved_and_deleted);
  tcase_add_test (tcase, the_last_text_leaves_the_empty_state);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
