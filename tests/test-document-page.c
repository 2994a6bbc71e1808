/* tests/test-document-page.c — the window shows the whole text of a document, and edits
 * it. */

#include "app/edit/undo.h"
#include "tests/folder.h"
#include "tests/opening.h"
#include "tests/suite.h"
#include "tests/typing.h"
#include "tests/windowed.h"
#include "ui/cell.h"
#include "ui/form-grid.h"
#include "ui/language.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set_up (void)
{
  ui_language_set ();
  windowed_set_up ();
}

/* Opens a file with a sample, at the line of its document. */
static void
open_document (const char *name)
{
  windowed_open (name);
  ui_window_select (window, 1, 0);
  windowed_settle ();
}

static void
run (const char *sql)
{
  ck_assert (db_exec (ui_window_get_db (window), sql, NULL));
}

typedef struct {
  const char *table, *column;
  guint       line; /* of the records of the table, from 1; 0: one to come */
  guint       seen;
} Wanted;

static gboolean
is_wanted (GtkWidget *widget, gconstpointer data)
{
  Wanted         *wanted = (Wanted *) data;
  const FormCell *place =
      UI_IS_CELL (widget) ? ui_cell_get_place (UI_CELL (widget)) : NULL;

  if (place == NULL || g_strcmp0 (place->table_name, wanted->table) != 0 ||
      g_strcmp0 (place->column_name, wanted->column) != 0)
    return FALSE;
  wanted->seen += place->row_id != 0;
  return place->row_id != 0 ? wanted->seen == wanted->line : wanted->line == 0;
}

static UiCell *
cell_of (const char *table, const char *column, guint line)
{
  Wanted     wanted = { table, column, line, 0 };
  GtkWidget *cell =
      windowed_pick (GTK_WIDGET (ui_window_get_pages (window)), is_wanted, &wanted);

  ck_assert_msg (cell != NULL, "no cell for %s.%s %u", table, column, line);
  return UI_CELL (cell);
}

/* The cell with the cursor. */
static const FormCell *
cursor (void)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *cell = focus ? gtk_widget_get_ancestor (focus, UI_TYPE_CELL) : NULL;

  ck_assert (cell != NULL);
  return ui_cell_get_place (UI_CELL (cell));
}

static void
type_into (UiCell *cell, const char *text)
{
  type_in (cell, text);
  ck_assert (ui_window_commit (window));
  windowed_settle ();
}

START_TEST (a_document_shows_its_whole_text)
{
  open_document ("wenlv-2025.txt");
  ck_assert_int_eq (ui_document_page_get_document (ui_window_get_pages (window)), 1);
  windowed_assert_text ("SELECT name FROM department",
                        ui_cell_get_text (cell_of ("department", "name", 1)));
  windowed_assert_text ("SELECT text FROM overall_goal WHERE ordinal = 1",
                        ui_cell_get_text (cell_of ("overall_goal", "text", 1)));
  windowed_assert_text (
      "SELECT indicator.name FROM indicator JOIN project ON project.id = project_id"
      " WHERE kind = 'overall' AND indicator.ordinal = 1",
      ui_cell_get_text (cell_of ("indicator", "name", 1)));
}
END_TEST

START_TEST (an_edit_is_stored_and_undone)
{
  open_document ("wenlv-2025.txt");
  type_into (cell_of ("overall_goal", "text", 1), "新的目标");
  windowed_assert_text ("SELECT text FROM overall_goal WHERE ordinal = 1", "新的目标");
  windowed_act ("win.undo", NULL);
  windowed_assert_text ("SELECT text FROM overall_goal WHERE ordinal = 1",
                        ui_cell_get_text (cell_of ("overall_goal", "text", 1)));
  ck_assert_str_ne (ui_cell_get_text (cell_of ("overall_goal", "text", 1)), "新的目标");
}
END_TEST

START_TEST (the_blank_line_becomes_a_row_and_the_next_one_is_blank)
{
  open_document ("wenlv-2025.txt");
  run ("DELETE FROM overall_goal");
  ui_window_show (window);
  type_into (cell_of ("overall_goal", "text", 0), "第一段");
  type_into (cell_of ("overall_goal", "text", 0), "第二段");
  windowed_assert_text ("SELECT group_concat(text) FROM overall_goal", "第一段,第二段");
  ck_assert_str_eq (ui_cell_get_text (cell_of ("overall_goal", "text", 2)), "第二段");
  ck_assert_str_eq (ui_cell_get_text (cell_of ("overall_goal", "text", 0)), "");
}
END_TEST

START_TEST (the_overall_table_is_edited_like_a_form)
{
  open_document ("wenlv-2025.txt");
  type_into (cell_of ("indicator", "name", 1), "到馆人次");
  windowed_assert_text (
      "SELECT indicator.name FROM indicator JOIN project ON project.id = project_id"
      " WHERE kind = 'overall' AND indicator.ordinal = 1",
      "到馆人次");
}
END_TEST

static const struct {
  const char *sample, *table, *column;
} row_cases[] = {
  { "nongye-2024.txt", "sub_goal", "title" },
  { "nongye-2024.txt", "section", "text" },
  { "wenlv-2025.txt", "indicator", "name" },
};

START_TEST (rows_are_added_copied_moved_and_removed)
{
  const char      *table = row_cases[_i].table, *column = row_cases[_i].column;
  g_autofree char *first = NULL;
  gint64           id;

  open_document (row_cases[_i].sample);
  first = g_strdup (ui_cell_get_text (cell_of (table, column, 1)));
  gtk_widget_grab_focus (GTK_WIDGET (cell_of (table, column, 1)));
  windowed_act ("win.copy-row", NULL);
  ck_assert_str_eq (ui_cell_get_text (cell_of (table, column, 2)), first);
  windowed_act ("win.remove-row", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (cell_of (table, column, 1)));
  windowed_act ("win.add-row", NULL);
  id = cursor ()->row_id;
  ck_assert_int_eq (ui_cell_get_place (cell_of (table, column, 2))->row_id, id);
  windowed_act ("win.raise-row", NULL);
  ck_assert_int_eq (ui_cell_get_place (cell_of (table, column, 1))->row_id, id);
  ck_assert_int_eq (cursor ()->row_id, id);
  windowed_act ("win.remove-row", NULL);
  ck_assert_str_eq (ui_cell_get_text (cell_of (table, column, 1)), first);
}
END_TEST

/* GTK once searched without end for the width of a paper of some height. */
START_TEST (rows_are_added_at_every_width)
{
  GtkPaned *beside;

  open_document ("wenlv-2025.txt");
  beside = GTK_PANED (windowed_find_nth (GTK_WIDGET (window), GTK_TYPE_PANED, 1));
  for (int width = 600; width < 750; width += 2)
    {
      gtk_paned_set_position (beside, width);
      gtk_widget_grab_focus (GTK_WIDGET (cell_of ("indicator", "name", 1)));
      windowed_act ("win.copy-row", NULL);
      ck_assert_int_eq (gtk_paned_get_position (beside), width);
      windowed_act ("win.remove-row", NULL);
    }
}
END_TEST

START_TEST (a_choice_offers_its_words)
{
  GtkWidget *list;
  UiCell    *cell;

  open_document ("wenlv-2025.txt");
  cell = cell_of ("document", "stage", 1);
  g_signal_emit_by_name (cell, "begin");
  windowed_settle ();
  ck_assert (!ui_cell_is_editing (cell));
  list = windowed_find (gtk_widget_get_last_child (
                            GTK_WIDGET (ui_window_get_sheet (window))),
                        GTK_TYPE_LIST_BOX);
  ck_assert (list != NULL);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  windowed_settle ();
  windowed_assert_text ("SELECT stage FROM document", "draft2");
  ck_assert_str_eq (ui_cell_get_text (cell_of ("document", "stage", 1)), "二上");
}
END_TEST

START_TEST (what_is_refused_stays_in_the_editor)
{
  UiCell *cell;

  open_document ("wenlv-2025.txt");
  cell = cell_of ("document", "fiscal_year", 1);
  type_in (cell, "明年");
  ck_assert (!ui_window_commit (window));
  ck_assert (ui_cell_is_editing (cell));
  ck_assert (windowed_dialog () != NULL);
  gtk_window_destroy (windowed_dialog ());
}
END_TEST

START_TEST (going_to_a_project_stores_what_is_being_typed)
{
  open_document ("wenlv-2025.txt");
  type_in (cell_of ("safeguard", "text", 1), "抓好落实");
  ui_window_select (window, 1, 2);
  windowed_settle ();
  windowed_assert_text ("SELECT text FROM safeguard WHERE ordinal = 1", "抓好落实");
}
END_TEST

START_TEST (a_finding_marks_its_cell_and_puts_the_cursor_there)
{
  UiCell *cell;

  open_document ("wenlv-2025.txt");
  type_into (cell_of ("approval", "project_fen", 1), "1");
  cell = cell_of ("approval", "project_fen", 1);
  ck_assert (gtk_widget_has_css_class (GTK_WIDGET (cell), "error"));
  ck_assert (gtk_widget_get_tooltip_text (GTK_WIDGET (cell)) != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (cell_of ("document", "title", 1)));
  for (guint i = 0; i < 300 && strcmp (cursor ()->column_name, "project_fen") != 0; i++)
    windowed_act ("win.next-finding", NULL);
  ck_assert_str_eq (cursor ()->column_name, "project_fen");
}
END_TEST

static const struct {
  const char      *what, *table, *column;
  guint            line;
  GtkDirectionType direction;
  const char      *next_table, *next_column;
} moves[] = {
  { "Tab over a label", "document", "title", 1, GTK_DIR_TAB_FORWARD, "department",
    "name" },
  { "down within a part", "document", "stage", 1, GTK_DIR_UP, "document",
    "fiscal_year" },
  { "down into the next part", "document", "stage", 1, GTK_DIR_DOWN, "unit", "code" },
  { "back into the part before", "unit", "code", 1, GTK_DIR_TAB_BACKWARD, "document",
    "form_id" },
};

START_TEST (keys_go_through_all_parts)
{
  UiCell *cell;

  open_document ("nongye-2024.txt");
  cell = cell_of (moves[_i].table, moves[_i].column, moves[_i].line);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_signal_emit_by_name (cell, "leave", moves[_i].direction, FALSE);
  ck_assert_msg (g_strcmp0 (cursor ()->table_name, moves[_i].next_table) == 0 &&
                     g_strcmp0 (cursor ()->column_name, moves[_i].next_column) == 0,
                 "%s: %s.%s", moves[_i].what, cursor ()->table_name,
                 cursor ()->column_name);
}
END_TEST

START_TEST (the_list_of_parts_puts_the_cursor_in_one)
{
  open_document ("wenlv-2025.txt");
  ui_document_page_go_to_part (ui_window_get_pages (window), "safeguards");
  ck_assert_str_eq (cursor ()->table_name, "safeguard");
}
END_TEST

START_TEST (a_file_that_cannot_be_written_is_not_edited)
{
  g_autofree char *path = NULL;
  UiCell          *cell;

  open_document ("wenlv-2025.txt");
  path = g_strdup (db_get_path (ui_window_get_db (window)));
  ck_assert_int_eq (g_chmod (path, 0444), 0);
  ck_assert_int_eq (g_chmod (folder, 0555), 0);
  ck_assert (opening_done (window, ui_window_get_file (window)));
  ui_window_select (window, 1, 0);
  windowed_settle ();
  cell = cell_of ("overall_goal", "text", 1);
  g_signal_emit_by_name (cell, "begin");
  g_chmod (folder, 0755);
  if (db_is_read_only (ui_window_get_db (window))) /* root writes everything */
    ck_assert (!ui_cell_is_editing (cell));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("document-page");
  TCase *tcase = tcase_create ("document-page");

  tcase_add_checked_fixture (tcase, set_up, windowed_tear_down);
  tcase_add_test (tcase, a_document_shows_its_whole_text);
  tcase_add_test (tcase, an_edit_is_stored_and_undone);
  tcase_add_test (tcase, the_blank_line_becomes_a_row_and_the_next_one_is_blank);
  tcase_add_test (tcase, the_overall_table_is_edited_like_a_form);
  tcase_add_loop_test (tcase, rows_are_added_copied_moved_and_removed, 0,
                       G_N_ELEMENTS (row_cases));
  tcase_add_test (tcase, rows_are_added_at_every_width);
  tcase_add_test (tcase, a_choice_offers_its_words);
  tcase_add_test (tcase, what_is_refused_stays_in_the_editor);
  tcase_add_test (tcase, going_to_a_project_stores_what_is_being_typed);
  tcase_add_test (tcase, a_finding_marks_its_cell_and_puts_the_cursor_there);
  tcase_add_loop_test (tcase, keys_go_through_all_parts, 0, G_N_ELEMENTS (moves));
  tcase_add_test (tcase, the_list_of_parts_puts_the_cursor_in_one);
  tcase_add_test (tcase, a_file_that_cannot_be_written_is_not_edited);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
