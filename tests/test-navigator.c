/* tests/test-navigator.c — going about in a file: its tree, the menu of a line, the
 * search, files that were opened before; and documents on their way in.
 */

#include "app/edit/edit.h"
#include "tests/folder.h"
#include "tests/opening.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/application.h"
#include "ui/import-window.h"
#include "ui/recent.h"

#include <stdlib.h>
#include <string.h>

static const char *const samples[] = {
  "nongye-2024.txt", "shijian-2023.txt", "shuiwu-2025.txt",
  "wenlv-2025.txt",  "zhujian-2025.txt",
};

static GtkTreeListRow *
row (guint place)
{
  GListModel *rows = windowed_list (GTK_WIDGET (ui_window_get_navigator (window)),
                                    GTK_TYPE_LIST_VIEW, 0);

  return g_list_model_get_item (rows, place);
}

static UiItem *
item (guint place)
{
  g_autoptr (GtkTreeListRow) line = row (place);

  return gtk_tree_list_row_get_item (line);
}

/* What happens aside is waited for; the suite's time limit is what ends it. */
#define WAIT_UNTIL(condition)                \
  while (!(condition))                       \
    {                                        \
      g_main_context_iteration (NULL, TRUE); \
    }

static gboolean
has_findings (UiItem *line)
{
  const char      *worst;
  g_autofree char *text = ui_item_dup_findings (line, &worst);

  return *text != '\0';
}

START_TEST (a_file_opens_at_its_first_project)
{
  g_autoptr (UiItem) document = NULL;
  g_autoptr (UiItem) project = NULL;
  g_autoptr (GtkTreeListRow) above = NULL;

  windowed_open ("nongye-2024.txt");
  document = item (0);
  above = row (0);
  ck_assert (ui_item_is_document (document));
  ck_assert (strstr (ui_item_get_title (document), "2024") != NULL);
  ck_assert (gtk_tree_list_row_get_expanded (above));
  project = g_object_ref (ui_window_get_selected (window));
  ck_assert_int_eq (ui_item_get_project (project),
                    ui_form_page_get_table (ui_window_get_form (window))->project);
}
END_TEST

START_TEST (findings_and_money_are_counted_aside)
{
  g_autoptr (UiItem) document = NULL;

  windowed_open ("nongye-2024.txt");
  document = item (0);
  WAIT_UNTIL (has_findings (document));
  ck_assert (strpbrk (ui_item_get_detail (document), "0123456789") != NULL);
  WAIT_UNTIL (has_findings (ui_window_get_selected (window)));
}
END_TEST

START_TEST (an_edit_of_the_name_is_seen_in_the_tree)
{
  UiItem *selected;

  windowed_open ("nongye-2024.txt");
  selected = ui_window_get_selected (window);
  ck_assert (edit_cell (ui_window_get_db (window), "project",
                        ui_item_get_project (selected), "name", "别的名称", NULL));
  ui_window_show (window);
  ck_assert (strstr (ui_item_get_title (ui_window_get_selected (window)), "别的名称") !=
             NULL);
}
END_TEST

START_TEST (another_line_shows_its_form_and_stays_over_undo)
{
  gint64 first, other;

  windowed_open ("nongye-2024.txt");
  first = ui_item_get_project (ui_window_get_selected (window));
  other = first + 1;
  ui_window_select (window, ui_window_get_document (window), other);
  windowed_settle ();
  ck_assert_int_eq (ui_form_page_get_table (ui_window_get_form (window))->project,
                    other);
  ck_assert (
      edit_cell (ui_window_get_db (window), "project", other, "name", "新名称", NULL));
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (ui_item_get_project (ui_window_get_selected (window)), other);
}
END_TEST

static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
      gboolean was_used = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (one))
        g_signal_emit_by_name (one, "key-pressed", key, 0, 0, &was_used);
      if (was_used)
        return TRUE;
    }
  return FALSE;
}

START_TEST (the_menu_key_opens_the_menu_of_the_line)
{
  GtkWidget *navigator = GTK_WIDGET (ui_window_get_navigator (window));

  windowed_open ("nongye-2024.txt");
  ck_assert (windowed_find (navigator, GTK_TYPE_POPOVER_MENU) == NULL);
  gtk_widget_child_focus (navigator, GTK_DIR_TAB_FORWARD);
  windowed_settle ();
  for (guint i = 0; i < 2; i++) /* it is made once */
    {
      GtkWidget *menu;

      ck_assert (press (navigator, GDK_KEY_Menu));
      windowed_settle ();
      menu = windowed_find (navigator, GTK_TYPE_POPOVER_MENU);
      ck_assert (menu != NULL);
      ck_assert (gtk_widget_get_visible (menu));
      gtk_popover_popdown (GTK_POPOVER (menu));
      windowed_settle ();
    }
  ck_assert (windowed_find_nth (navigator, GTK_TYPE_POPOVER_MENU, 1) == NULL);
}
END_TEST

static GtkSelectionModel *
hits (void)
{
  return GTK_SELECTION_MODEL (windowed_list (GTK_WIDGET (ui_window_get_search (window)),
                                             GTK_TYPE_LIST_VIEW, 0));
}

START_TEST (what_is_typed_is_found_and_gone_to)
{
  GtkWidget      *pane = GTK_WIDGET (ui_window_get_search (window));
  GtkWidget      *entry = windowed_find (pane, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget      *navigator = GTK_WIDGET (ui_window_get_navigator (window));
  const FormCell *cell;
  gboolean        searching = FALSE;

  windowed_open ("nongye-2024.txt");
  gtk_editable_set_text (GTK_EDITABLE (entry), "管护");
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (hits ())) > 0);
  ck_assert (!gtk_widget_get_visible (navigator));
  windowed_act ("win.next-hit", NULL);
  WAIT_UNTIL (ui_form_sheet_get_cursor (ui_window_get_sheet (window)) != NULL);
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert (strstr (cell->text, "管护") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  WAIT_UNTIL ((g_object_get (pane, "searching", &searching, NULL), !searching));
  ck_assert (gtk_widget_get_visible (navigator));
}
END_TEST

/* Opens the menu of the files that were opened: the target of the first; NULL: none. */
static GVariant *
first_offered (void)
{
  GObject *button = gtk_widget_get_template_child (GTK_WIDGET (window), UI_TYPE_WINDOW,
                                                   "recent_button");

  windowed_act ("win.recent", NULL);
  return g_menu_model_get_item_attribute_value (gtk_menu_button_get_menu_model (
                                                    GTK_MENU_BUTTON (button)),
                                                0, "target", G_VARIANT_TYPE_STRING);
}

START_TEST (what_was_opened_is_offered_again)
{
  g_autofree char *uri = NULL;
  g_autoptr (GVariant) target = NULL;

  windowed_open ("nongye-2024.txt");
  g_set_application_name ("Jixiao");
  ui_recent_add (ui_window_get_file (window));
  uri = g_file_get_uri (ui_window_get_file (window));
  WAIT_UNTIL ((target = first_offered ()) != NULL);
  ck_assert_str_eq (g_variant_get_string (target, NULL), uri);
}
END_TEST

/* A second window of the application would be one too many. */
START_TEST (a_file_that_is_open_comes_to_the_front)
{
  g_autoptr (GApplication) application = G_APPLICATION (ui_application_new ());
  g_autoptr (GFile) file = NULL;
  GList *windows;

  windowed_open ("nongye-2024.txt");
  file = g_object_ref (ui_window_get_file (window));
  g_application_set_flags (application,
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  ck_assert (g_application_register (application, NULL, NULL));
  g_application_open (application, &file, 1, "");
  g_application_open (application, &file, 1, ""); /* while it is being opened */
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  ck_assert_uint_eq (g_list_length (windows), 1);
  WAIT_UNTIL (ui_window_get_file (windows->data) != NULL);
  g_application_open (application, &file, 1, "");
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  ck_assert_uint_eq (g_list_length (windows), 1);
  gtk_window_destroy (windows->data);
  windowed_settle ();
}
END_TEST

START_TEST (the_window_says_what_is_being_opened)
{
  GtkStack *stack = ui_window_get_stack (window);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  windowed_open ("nongye-2024.txt");
  file = g_file_dup (ui_window_get_file (window));
  name = g_file_get_basename (file);
  gtk_window_destroy (GTK_WINDOW (window));
  window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  stack = ui_window_get_stack (window);
  ck_assert_str_eq (gtk_stack_get_visible_child_name (stack), "empty");
  ui_window_open (window, file, DB_OPEN_WRITE, NULL);
  ck_assert_str_eq (gtk_stack_get_visible_child_name (stack), "opening");
  ck_assert_str_eq (gtk_window_get_title (GTK_WINDOW (window)), name);
  WAIT_UNTIL (ui_window_get_file (window) != NULL);
  ck_assert_str_eq (gtk_stack_get_visible_child_name (stack), "records");
}
END_TEST

static gboolean is_over, is_there;

static void
opened_cb (UiWindow *opened, gboolean is_open)
{
  is_over = TRUE;
  is_there = is_open;
}

START_TEST (a_missing_file_is_said_and_not_made)
{
  g_autofree char *path = folder_path ("missing.jixiao");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  is_over = FALSE;
  ui_window_open (window, file, DB_OPEN_WRITE, opened_cb);
  WAIT_UNTIL (is_over);
  ck_assert (!is_there);
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  ck_assert_ptr_nonnull (windowed_dialog ());
  windowed_respond (GTK_RESPONSE_CLOSE);
}
END_TEST

static GListModel *
sample_files (void)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = sample_path (samples[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_list_store_append (files, file);
    }
  return G_LIST_MODEL (files);
}

static GtkWidget *
progress_window (void)
{
  g_autoptr (GListModel) open = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (open, i);

      if (windowed_find (one, GTK_TYPE_PROGRESS_BAR) != NULL &&
          gtk_window_get_transient_for (GTK_WINDOW (one)) == GTK_WINDOW (window))
        return one;
    }
  return NULL;
}

static int
count_documents (void)
{
  g_autofree char *documents = windowed_answer ("SELECT count(*) FROM document");

  return atoi (documents);
}

START_TEST (an_import_says_how_far_it_is_and_can_be_stopped)
{
  gboolean stops = _i == 1;
  g_autoptr (GListModel) files = sample_files ();
  GtkWidget *opened, *progress;

  windowed_open ("nongye-2024.txt"); /* the first of them is the same then */
  ui_import_files (window, files);
  opened = progress_window ();
  ck_assert (opened != NULL);
  progress = windowed_find (opened, GTK_TYPE_PROGRESS_BAR);
  if (stops)
    g_signal_emit_by_name (gtk_widget_get_next_sibling (progress), "clicked");
  WAIT_UNTIL (!gtk_widget_get_visible (progress));
  ck_assert_int_eq (count_documents (), 1); /* it was only read */
  if (stops)
    {
      gtk_window_destroy (GTK_WINDOW (opened));
      return;
    }
  gtk_widget_activate_action (opened, "import.write", NULL);
  WAIT_UNTIL (count_documents () == (int) G_N_ELEMENTS (samples));
  WAIT_UNTIL (progress_window () == NULL);
}
END_TEST

/* Down goes on from there. */
START_TEST (the_focus_is_on_the_line_that_is_selected)
{
  GtkWidget *focus;

  windowed_open (samples[0]);
  gtk_widget_grab_focus (GTK_WIDGET (ui_window_get_form (window)));
  ui_window_select (window, ui_window_get_document (window), 3);
  windowed_settle ();
  ui_navigator_focus (ui_window_get_navigator (window));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  ck_assert_ptr_nonnull (focus);
  if (GTK_IS_TREE_EXPANDER (focus))
    focus = gtk_widget_get_parent (focus);
  ck_assert (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("navigator");
  TCase *tcase = tcase_create ("navigator");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, a_file_opens_at_its_first_project);
  tcase_add_test (tcase, the_focus_is_on_the_line_that_is_selected);
  tcase_add_test (tcase, findings_and_money_are_counted_aside);
  tcase_add_test (tcase, an_edit_of_the_name_is_seen_in_the_tree);
  tcase_add_test (tcase, another_line_shows_its_form_and_stays_over_undo);
  tcase_add_test (tcase, the_menu_key_opens_the_menu_of_the_line);
  tcase_add_test (tcase, what_is_typed_is_found_and_gone_to);
  tcase_add_test (tcase, what_was_opened_is_offered_again);
  tcase_add_test (tcase, a_file_that_is_open_comes_to_the_front);
  tcase_add_test (tcase, the_window_says_what_is_being_opened);
  tcase_add_test (tcase, a_missing_file_is_said_and_not_made);
  tcase_add_loop_test (tcase, an_import_says_how_far_it_is_and_can_be_stopped, 0, 2);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
