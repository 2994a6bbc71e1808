/* tests/test-window.c — the window shows what the file holds, and edits it. */

#include "app/form-edit.h"
#include "app/import/import.h"
#include "db/cell.h"
#include "db/listing.h"
#include "tests/suite.h"
#include "ui/cell.h"
#include "ui/language.h"
#include "ui/window.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

static char      *folder;
static UiWindow  *window;
static FormTable *table; /* what the file says the form is */

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
import_sample (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = sample_path (name);
  g_autoptr (Import) import = import_read (sample, &error);
  g_autoptr (Db) db = db_open (path, DB_OPEN_CREATE, &error);

  ck_assert_msg (import != NULL && db != NULL, "%s", error ? error->message : "");
  ck_assert (import_store (import, db, FALSE, &error));
}

static void
read_table (void)
{
  const FormTable *shown = ui_form_page_get_table (ui_window_get_form (window));

  g_clear_pointer (&table, form_table_free);
  table = form_table_new (ui_window_get_db (window), shown->project, NULL, NULL);
  ck_assert (table != NULL);
}

static void
open_sample (const char *name)
{
  g_autofree char *path = in_folder ("sample.jixiao");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  import_sample (path, name);
  ck_assert (ui_window_open (window, file));
  settle ();
  read_table ();
}

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("jixiao-XXXXXX", &error);
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

  g_clear_pointer (&table, form_table_free);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = in_folder (name);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/* The widget below another that a test picks, depth first. */
static GtkWidget *
find (GtkWidget    *widget, gboolean (*is_it) (GtkWidget *, gconstpointer),
      gconstpointer data)
{
  if (is_it (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is_it, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_cell (GtkWidget *widget, gconstpointer data)
{
  const FormCell *cell = data;

  return UI_IS_CELL (widget) &&
         ui_cell_get_place (UI_CELL (widget))->row == cell->row &&
         ui_cell_get_place (UI_CELL (widget))->col == cell->col;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, (GType) type);
}

static UiCell *
widget_of (const FormCell *cell)
{
  GtkWidget *widget = find (GTK_WIDGET (window), shows_cell, cell);

  ck_assert_msg (widget != NULL, "no widget at row %u column %u", cell->row, cell->col);
  return UI_CELL (widget);
}

/* The cell with this text in its field. */
static const FormCell *
cell_with (const char *field, const char *text)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (g_strcmp0 (cell->field, field) == 0 && g_strcmp0 (cell->text, text) == 0)
        return cell;
    }
  ck_abort_msg ("no %s with %s", field, text ? text : "nothing");
  return NULL;
}

static const char *
label_text (UiCell *cell)
{
  return gtk_label_get_text (
      GTK_LABEL (find (GTK_WIDGET (cell), is_of_type, (gconstpointer) GTK_TYPE_LABEL)));
}

/* As a user does: begin, type, go away. */
static void
type_into (const FormCell *cell, const char *text)
{
  UiCell    *widget = widget_of (cell);
  GtkWidget *editor;

  gtk_widget_grab_focus (GTK_WIDGET (widget));
  g_signal_emit_by_name (widget, "begin");
  ck_assert (ui_cell_is_editing (widget));
  editor = find (GTK_WIDGET (widget), is_of_type, (gconstpointer) GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text,
                            -1);
  ck_assert (ui_form_page_commit (ui_window_get_form (window)));
  settle ();
  read_table ();
}

static char *
stored (const char *table_name, gint64 row, const char *column)
{
  char *text = NULL;

  ck_assert (cell_get (ui_window_get_db (window), table_find (table_name), row, column,
                       &text, NULL));
  return text;
}

static void
act (const char *name)
{
  ck_assert_msg (gtk_widget_activate_action (GTK_WIDGET (window), name, NULL), "%s",
                 name);
  settle ();
  read_table ();
}

static GtkWindow *
dialog (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) open =
          g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (GTK_IS_MESSAGE_DIALOG (open))
        return open;
    }
  return NULL;
}

static const char *const samples[] = {
  "nongye-2024.txt", "shijian-2023.txt", "shuiwu-2025.txt",
  "wenlv-2025.txt",  "zhujian-2025.txt",
};

START_TEST (the_form_shows_the_texts_that_are_printed)
{
  open_sample (samples[_i]);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];
      UiCell         *widget = widget_of (cell);

      ck_assert_str_eq (label_text (widget), cell->text ? cell->text : "");
      ck_assert_int_eq (gtk_widget_get_child_visible (GTK_WIDGET (widget)),
                        !form_table_row_is_blank (table, cell->row));
    }
}
END_TEST

START_TEST (an_edit_changes_the_record_and_the_findings)
{
  const FormCell  *cell;
  gint64           row;
  g_autofree char *text = NULL;

  open_sample ("nongye-2024.txt");
  cell = cell_with ("target", "=1280.00");
  row = cell->row_id;
  ck_assert (gtk_widget_has_css_class (GTK_WIDGET (widget_of (cell)), "error"));
  ck_assert (gtk_widget_get_tooltip_text (GTK_WIDGET (widget_of (cell))) != NULL);
  type_into (cell, "=100%");
  text = stored ("indicator", row, "value_text");
  ck_assert_str_eq (text, "=100%");
  cell = cell_with ("target", "=100%");
  ck_assert (!gtk_widget_has_css_class (GTK_WIDGET (widget_of (cell)), "error"));
  ck_assert (gtk_widget_get_tooltip_text (GTK_WIDGET (widget_of (cell))) == NULL);
}
END_TEST

START_TEST (undo_brings_the_text_back_and_redo_takes_it_again)
{
  open_sample ("nongye-2024.txt");
  type_into (cell_with ("target", "=1280.00"), "=100%");
  act ("win.undo");
  ck_assert (cell_with ("target", "=1280.00") != NULL);
  act ("win.redo");
  ck_assert (cell_with ("target", "=100%") != NULL);
}
END_TEST

START_TEST (what_was_not_changed_is_no_action)
{
  open_sample ("nongye-2024.txt");
  type_into (cell_with ("target", "=1280.00"), "=100%");
  type_into (cell_with ("target", "=100%"), "=100%");
  act ("win.undo");
  ck_assert (cell_with ("target", "=1280.00") != NULL);
}
END_TEST

static const struct {
  const char      *what;
  const char      *field, *text;
  GtkDirectionType direction;
  const char      *next_field;
} moves[] = {
  { "down a column", "target", "=1280.00", GTK_DIR_DOWN, "target" },
  { "up a column", "target", "=1280.00", GTK_DIR_UP, "target" },
  { "to the right", "target", "=1280.00", GTK_DIR_RIGHT, "basis" },
  { "to the left over two columns", "target", "=1280.00", GTK_DIR_LEFT, "description" },
  { "Tab to the next cell", "target", "=1280.00", GTK_DIR_TAB_FORWARD, "basis" },
  { "Tab from the row's end", "basis", "松财农【2024】5号", GTK_DIR_TAB_FORWARD,
    "level2" },
  { "back over a label", "name", "高标准农田管护补助", GTK_DIR_TAB_BACKWARD, "code" },
  { "from a level into its rows", "level1", "产出指标", GTK_DIR_RIGHT, "level2" },
  { "over the heads of the columns", "level1", "产出指标", GTK_DIR_UP, "plan_label" },
};

START_TEST (keys_go_to_the_neighbour)
{
  UiCell         *cell;
  const FormCell *next;

  open_sample ("nongye-2024.txt");
  cell = widget_of (cell_with (moves[_i].field, moves[_i].text));
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_signal_emit_by_name (cell, "leave", moves[_i].direction);
  next = ui_form_page_get_cursor (ui_window_get_form (window));
  ck_assert_msg (next != NULL && next != cell_with (moves[_i].field, moves[_i].text),
                 "%s", moves[_i].what);
  ck_assert_msg (g_strcmp0 (next->field, moves[_i].next_field) == 0, "%s: %s",
                 moves[_i].what, next->field);
}
END_TEST

START_TEST (a_finding_puts_the_cursor_in_its_cell)
{
  static const char *const fields[] = { "code", "target", "target", "target",
                                        "level2" };

  open_sample ("nongye-2024.txt");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const FormCell *cell;

      act ("win.next-finding");
      cell = ui_form_page_get_cursor (ui_window_get_form (window));
      ck_assert_msg (cell != NULL, "%zu", i);
      ck_assert_str_eq (cell->field, fields[i]);
    }
}
END_TEST

START_TEST (the_cursor_stays_where_an_edit_was)
{
  const FormCell *cell;

  open_sample ("nongye-2024.txt");
  type_into (cell_with ("level2", "可持续性影响"), "可持续影响指标");
  cell = ui_form_page_get_cursor (ui_window_get_form (window));
  ck_assert (cell != NULL);
  ck_assert_str_eq (cell->text, "可持续影响指标");
}
END_TEST

START_TEST (a_merged_cell_writes_all_its_rows)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  open_sample ("nongye-2024.txt");
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (g_strcmp0 (cell->field, "indicator") == 0)
        g_array_append_val (rows, cell->row_id);
    }
  ck_assert_uint_gt (rows->len, 4);
  type_into (cell_with ("level1", "产出指标"), "产出");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *level =
          stored ("indicator", g_array_index (rows, gint64, i), "level1");

      ck_assert_str_eq (level, i < 4 ? "产出" : "效益指标");
    }
  act ("win.undo");
  ck_assert_uint_eq (cell_with ("level1", "产出指标")->row_span, 4);
  g_array_unref (rows);
}
END_TEST

START_TEST (a_blank_amount_becomes_a_record)
{
  const FormCell  *cell;
  g_autofree char *text = NULL;
  g_autofree char *source = NULL;

  open_sample ("nongye-2024.txt");
  ck_assert_int_eq (cell_with ("other", NULL)->row_id, 0);
  type_into (cell_with ("other", NULL), "20");
  cell = cell_with ("other", "20");
  text = stored ("funding", cell->row_id, "amount_text");
  source = stored ("funding", cell->row_id, "source");
  ck_assert_str_eq (text, "20");
  ck_assert_str_eq (source, "other");
}
END_TEST

static const struct {
  const char *what, *typed;
  const char *goals; /* label|text/… */
} goal_texts[] = {
  { "one is changed", "目标1：甲；\n目标2：改善居民居住条件，提升小区环境。",
    "目标1：|甲；/目标2：|改善居民居住条件，提升小区环境。" },
  { "one is added", "目标1：甲\n目标2：乙\n目标3：丙",
    "目标1：|甲/目标2：|乙/目标3：|丙" },
  { "one is removed", "目标1：甲", "目标1：|甲" },
  { "a line without a mark", "甲\n乙\n丙", "|甲/|乙/|丙" },
  { "none is left", "", "" },
};

START_TEST (goals_in_one_cell_are_taken_apart)
{
  g_autoptr (GString) goals = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) q = NULL;

  open_sample ("zhujian-2025.txt");
  for (guint i = 0; i < table->cells->len; i++)
    if (g_strcmp0 (((FormCell *) table->cells->pdata[i])->field, "goals") == 0)
      {
        type_into (table->cells->pdata[i], goal_texts[_i].typed);
        break;
      }
  q = db_prepare (ui_window_get_db (window),
                  "SELECT coalesce(label, '') || '|' || text FROM goal"
                  " WHERE project_id = :project ORDER BY ordinal",
                  NULL);
  db_bind_int (q, ":project", table->project);
  while (db_step (q, NULL) == DB_ROW)
    g_string_append_printf (goals, "%s%s", goals->len > 0 ? "/" : "",
                            db_column_text (q, 0));
  ck_assert_msg (strcmp (goals->str, goal_texts[_i].goals) == 0, "%s: %s",
                 goal_texts[_i].what, goals->str);
}
END_TEST

START_TEST (a_row_is_added_below_with_its_levels_and_taken_away)
{
  const FormCell *cell;
  guint           rows;

  open_sample ("nongye-2024.txt");
  rows = table->rows;
  gtk_widget_grab_focus (GTK_WIDGET (widget_of (cell_with ("target", "=1280.00"))));
  act ("win.add-row");
  ck_assert_uint_eq (table->rows, rows + 1);
  ck_assert_uint_eq (cell_with ("level2", "质量指标")->row_span, 2);
  cell = ui_form_page_get_cursor (ui_window_get_form (window));
  ck_assert_uint_eq (cell->row, cell_with ("target", "=1280.00")->row + 1);
  act ("win.remove-row");
  ck_assert_uint_eq (table->rows, rows);
  act ("win.raise-row"); /* the cursor is in the row that came up */
  ck_assert_uint_eq (cell_with ("target", "=1280.00")->row,
                     cell_with ("target", "≥12.8万亩")->row + 2);
}
END_TEST

START_TEST (a_foreign_file_is_refused_and_the_window_stays)
{
  g_autofree char *path = in_folder ("foreign.jixiao");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = NULL;

  open_sample ("nongye-2024.txt");
  ck_assert (
      g_file_set_contents (path, "not a record file, but long enough", -1, NULL));
  ck_assert (!ui_window_open (window, file));
  settle ();
  ck_assert (dialog () != NULL);
  name = g_file_get_basename (ui_window_get_file (window));
  ck_assert_str_eq (name, "sample.jixiao");
  read_table ();
  ck_assert (cell_with ("target", "=1280.00") != NULL);
  gtk_window_destroy (dialog ());
}
END_TEST

/* By its place in the list of its document. */
static void
select_project (guint place)
{
  gint64 document = ui_window_get_document (window);
  g_autoptr (GPtrArray) projects =
      listing_projects (ui_window_get_db (window), document, NULL);

  ui_window_select (window, document, ((ListedProject *) projects->pdata[place])->id);
  settle ();
  read_table ();
}

START_TEST (what_cannot_be_stored_stays_in_the_editor)
{
  const FormCell *cell;
  UiCell         *widget;
  GtkWidget      *editor;

  open_sample ("wenlv-2025.txt");
  select_project (1);
  cell = form_edit_find (table, "fiscal_year", DB_NULL);
  ck_assert (cell != NULL);
  widget = widget_of (cell);
  g_signal_emit_by_name (widget, "begin");
  editor = find (GTK_WIDGET (widget), is_of_type, (gconstpointer) GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "今年",
                            -1);
  ck_assert (!ui_form_page_commit (ui_window_get_form (window)));
  ck_assert (ui_cell_is_editing (widget));
  ck_assert (dialog () != NULL);
  gtk_window_destroy (dialog ());
}
END_TEST

/* Says how long storing, reading, checking and marking take: 50 ms is the aim. */
START_TEST (edits_one_after_another_are_all_kept)
{
  gint64 start, best = G_MAXINT64;

  open_sample ("wenlv-2025.txt");
  select_project (1);
  for (guint i = 0; i < 5; i++)
    {
      UiCell    *widget = widget_of (form_edit_find (table, "name", DB_NULL));
      GtkWidget *editor;
      char       text[] = { 'a' + i, '\0' };

      g_signal_emit_by_name (widget, "begin");
      editor =
          find (GTK_WIDGET (widget), is_of_type, (gconstpointer) GTK_TYPE_TEXT_VIEW);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text,
                                -1);
      start = g_get_monotonic_time ();
      ck_assert (ui_form_page_commit (ui_window_get_form (window)));
      best = MIN (best, g_get_monotonic_time () - start);
      read_table ();
    }
  g_printerr ("# an edit takes %.1f ms\n", best / 1000.);
  ck_assert_str_eq (form_edit_find (table, "name", DB_NULL)->text, "e");
}
END_TEST

static Suite *
window_suite (void)
{
  Suite *suite = suite_create ("window");
  TCase *tests = tcase_create ("window");

  tcase_set_timeout (tests, 60);
  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_loop_test (tests, the_form_shows_the_texts_that_are_printed, 0,
                       G_N_ELEMENTS (samples));
  tcase_add_test (tests, an_edit_changes_the_record_and_the_findings);
  tcase_add_test (tests, undo_brings_the_text_back_and_redo_takes_it_again);
  tcase_add_test (tests, what_was_not_changed_is_no_action);
  tcase_add_loop_test (tests, keys_go_to_the_neighbour, 0, G_N_ELEMENTS (moves));
  tcase_add_test (tests, a_finding_puts_the_cursor_in_its_cell);
  tcase_add_test (tests, the_cursor_stays_where_an_edit_was);
  tcase_add_test (tests, a_merged_cell_writes_all_its_rows);
  tcase_add_test (tests, a_blank_amount_becomes_a_record);
  tcase_add_loop_test (tests, goals_in_one_cell_are_taken_apart, 0,
                       G_N_ELEMENTS (goal_texts));
  tcase_add_test (tests, a_row_is_added_below_with_its_levels_and_taken_away);
  tcase_add_test (tests, a_foreign_file_is_refused_and_the_window_stays);
  tcase_add_test (tests, what_cannot_be_stored_stays_in_the_editor);
  tcase_add_test (tests, edits_one_after_another_are_all_kept);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  ui_language_set ();
  return suite_run (window_suite ());
}
