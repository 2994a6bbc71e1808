/* tests/test-arranging.c — texts, units and projects are begun, copied, renamed, moved
 * and deleted in the window.
 */

#include "app/import/import.h"
#include "tests/opening.h"
#include "tests/suite.h"
#include "ui/language.h"
#include "ui/window.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

static char     *folder;
static UiWindow *window;

static void
settle (void)
{
  opening_settle (window);
}

static void
set_up (void)
{
  folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  ui_language_set ();
  gtk_init ();
  window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  settle ();
}

static void
tear_down (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (window));
  window = NULL;
  settle ();
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* sample: NULL: an empty file. */
static void
open_file (const char *sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "sample.jixiao", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (sample != NULL)
    {
      g_autofree char *from = sample_path (sample);
      g_autoptr (Import) import = import_read (from, &error);
      Db *db = db_open (path, DB_OPEN_CREATE, &error);

      ck_assert_msg (import != NULL && db != NULL, "%s", error ? error->message : "");
      ck_assert (import_store (import, db, FALSE, &error));
      db_close (db);
    }
  ck_assert (opening_done (window, file));
  settle ();
}

static void
assert_text (const char *sql, const char *expected)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (ui_window_get_db (window), sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  ck_assert_msg (g_strcmp0 (db_column_text (q, 0), expected) == 0, "%s: %s", sql,
                 db_column_text (q, 0));
}

static void
act (const char *name)
{
  ck_assert_msg (gtk_widget_activate_action (GTK_WIDGET (window), name, NULL), "%s",
                 name);
  settle ();
}

/* The dialog that is open, or NULL. */
static GtkWidget *
dialog (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) open =
          g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (GTK_IS_DIALOG (open) && gtk_widget_get_visible (open))
        return open;
    }
  return NULL;
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
  GtkWidget *input = find_input (dialog (), &place);

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

static void
accept_dialog (void)
{
  gtk_dialog_response (GTK_DIALOG (dialog ()), GTK_RESPONSE_ACCEPT);
  settle ();
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

  open_file (NULL);
  act ("win.new-text");
  fill (0, "青槐县水务局");
  fill (1, "502001青槐县水务局本级");
  fill (2, "2026");
  fill (3, "draft1");
  fill (4, "chengde");
  accept_dialog ();
  ck_assert (dialog () == NULL);
  assert_text ("SELECT name || fiscal_year || stage || form_id FROM document"
               " JOIN department ON department.id = department_id",
               "青槐县水务局2026draft1chengde");
  assert_text ("SELECT code || name FROM unit", "502001青槐县水务局本级");
  ck_assert_int_eq (ui_document_page_get_document (ui_window_get_pages (window)), 1);
  act ("win.add-project");
  ck_assert (ui_form_page_get_table (ui_window_get_form (window)) != NULL);
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert (cell != NULL);
  ck_assert_str_eq (cell->table_name, "project");
  act ("win.undo");
  act ("win.undo");
  assert_text ("SELECT count(*) FROM document", "0");
}
END_TEST

START_TEST (a_refusal_is_said_in_the_dialog)
{
  open_file ("nongye-2024.txt");
  act ("win.new-text");
  fill (2, "2024");
  fill (3, "approved");
  accept_dialog ();
  ck_assert (dialog () != NULL);
  ck_assert (says (dialog (), "文件里已有松岭市农业农村局 2024 年这个阶段的文本"));
  fill (3, "adjusted");
  accept_dialog ();
  ck_assert (dialog () == NULL);
  assert_text ("SELECT count(*) FROM document", "2");
}
END_TEST

START_TEST (a_text_is_copied_for_the_next_year)
{
  open_file ("nongye-2024.txt");
  ui_window_select (window, 1, 0);
  settle ();
  act ("win.duplicate");
  accept_dialog ();
  assert_text ("SELECT group_concat(fiscal_year) FROM document", "2024,2025");
  assert_text ("SELECT count(*) FROM project WHERE document_id = 2", "4");
}
END_TEST

START_TEST (a_department_is_renamed)
{
  open_file ("nongye-2024.txt");
  ui_window_select (window, 1, 0);
  settle ();
  act ("win.rename");
  fill (0, "松岭市农业局");
  accept_dialog ();
  assert_text ("SELECT name FROM department", "松岭市农业局");
}
END_TEST

START_TEST (a_unit_is_added_and_shown_on_the_page)
{
  open_file ("nongye-2024.txt");
  act ("win.add-unit");
  fill (0, "415009");
  fill (1, "松岭市种子站");
  accept_dialog ();
  assert_text ("SELECT name FROM unit WHERE code = '415009'", "松岭市种子站");
  ck_assert_int_ne (ui_document_page_get_document (ui_window_get_pages (window)), 0);
  act ("win.add-unit");
  fill (0, "415009");
  fill (1, "松岭市种子站");
  accept_dialog ();
  ck_assert (says (dialog (), "这个部门已有预算单位“415009松岭市种子站”"));
  gtk_dialog_response (GTK_DIALOG (dialog ()), GTK_RESPONSE_CANCEL);
  settle ();
  ck_assert (dialog () == NULL);
}
END_TEST

START_TEST (a_project_is_copied_moved_and_deleted)
{
  open_file ("nongye-2024.txt");
  ui_window_select (window, 1, 1);
  settle ();
  act ("win.duplicate");
  assert_text ("SELECT count(*) FROM project", "5");
  assert_text ("SELECT ordinal FROM project WHERE id = 5", "2");
  act ("win.move-up");
  assert_text ("SELECT ordinal FROM project WHERE id = 5", "1");
  act ("win.move-to");
  fill (0, "1 0");
  accept_dialog ();
  assert_text ("SELECT unit_id IS NULL FROM project WHERE id = 5", "1");
  act ("win.delete");
  ck_assert (says (dialog (), "9 个指标"));
  gtk_dialog_response (GTK_DIALOG (dialog ()), GTK_RESPONSE_CANCEL);
  settle ();
  assert_text ("SELECT count(*) FROM project", "5");
  act ("win.delete");
  accept_dialog ();
  assert_text ("SELECT count(*) FROM project", "4");
  act ("win.undo");
  assert_text ("SELECT count(*) FROM project", "5");
}
END_TEST

START_TEST (the_last_text_leaves_the_empty_state)
{
  open_file ("nongye-2024.txt");
  ui_window_select (window, 1, 0);
  settle ();
  act ("win.delete");
  ck_assert (says (dialog (), "4 个项目"));
  accept_dialog ();
  assert_text ("SELECT count(*) FROM department", "0");
  ck_assert_str_eq (gtk_stack_get_visible_child_name (ui_window_get_stack (window)),
                    "empty");
  act ("win.undo");
  assert_text ("SELECT count(*) FROM project", "4");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("arranging");
  TCase *tcase = tcase_create ("arranging");

  tcase_set_timeout (tcase, 60);
  tcase_add_checked_fixture (tcase, set_up, tear_down);
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
