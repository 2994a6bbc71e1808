/* tests/test-form-page.c — several cells of the form at once, and text that is not
 * stored yet.
 */

#include "app/edit/undo.h"
#include "db/draft.h"
#include "tests/folder.h"
#include "tests/opening.h"
#include "tests/stage.h"
#include "tests/suite.h"
#include "ui/form-grid.h"
#include "ui/form-note.h"

#include <string.h>

static void
focus (const FormCell *cell)
{
  gtk_widget_grab_focus (GTK_WIDGET (stage_widget (cell)));
}

static void
act (const char *name)
{
  ck_assert_msg (gtk_widget_activate_action (GTK_WIDGET (sheet ()), name, NULL), "%s",
                 name);
  windowed_settle ();
}

/* The preview of a paste, or NULL. */
static GtkDialog *
preview (void)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) open =
          g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (GTK_IS_DIALOG (open) && !GTK_IS_MESSAGE_DIALOG (open))
        return GTK_DIALOG (open);
    }
  return NULL;
}

static void
answer (GtkResponseType response)
{
  ck_assert (preview () != NULL);
  gtk_dialog_response (preview (), response);
  windowed_settle ();
  stage_read_table ();
}

START_TEST (keys_select_a_rectangle_that_cuts_no_merged_cell)
{
  g_autofree char *text = NULL;
  FormRange        range;

  stage_open_sample ("nongye-2024.txt");
  focus (stage_cell ("target", "=1280.00"));
  press (GDK_KEY_Right, GDK_SHIFT_MASK);
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_eq (range.rows, 2);
  ck_assert_uint_eq (range.cols, 2);
  ck_assert (gtk_widget_has_css_class (GTK_WIDGET (stage_widget (
                                           stage_cell ("basis", "松财农【2024】5号"))),
                                       "selected"));
  press (GDK_KEY_Left, GDK_SHIFT_MASK);
  press (GDK_KEY_Up, GDK_SHIFT_MASK);
  text = copied ();
  ck_assert_str_eq (text, "=1280.00");
  press (GDK_KEY_Home, GDK_SHIFT_MASK);
  press (GDK_KEY_Left, GDK_SHIFT_MASK); /* the merged cell of level 1 */
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_gt (range.rows, 1);
  press (GDK_KEY_Escape, 0);
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_eq (range.rows, 1);
}
END_TEST

static const struct {
  const char     *what;
  guint           key;
  GdkModifierType state;
  const char     *field, *text; /* where the cursor is then */
} ends[] = {
  { "to the begin of the row", GDK_KEY_Home, 0, "indicator", NULL },
  { "to the end of the row", GDK_KEY_End, 0, "basis", "松财农【2024】5号" },
  { "to the begin of the form", GDK_KEY_Home, GDK_CONTROL_MASK, "heading", NULL },
  { "to the end of the form", GDK_KEY_End, GDK_CONTROL_MASK, "basis", NULL },
};

START_TEST (home_and_end_go_to_the_ends)
{
  const FormCell *cell;

  stage_open_sample ("nongye-2024.txt");
  focus (stage_cell ("target", "=1280.00"));
  press (ends[_i].key, ends[_i].state);
  cell = ui_form_sheet_get_cursor (sheet ());
  ck_assert_msg (g_strcmp0 (cell->field, ends[_i].field) == 0 ||
                     g_str_equal (cell->field, "level2"),
                 "%s: %s", ends[_i].what, cell->field);
  if (ends[_i].text != NULL)
    ck_assert_str_eq (cell->text, ends[_i].text);
}
END_TEST

START_TEST (a_paste_is_shown_and_lands_when_it_is_confirmed)
{
  stage_open_sample ("nongye-2024.txt");
  focus (stage_cell ("target", "=1280.00"));
  paste ("≥90%\t文件一\n≥80%\t文件二\n");
  ck_assert (preview () != NULL);
  answer (GTK_RESPONSE_CANCEL);
  ck_assert (preview () == NULL);
  ck_assert (stage_cell ("target", "=1280.00") != NULL);
  paste ("≥90%\t文件一\n≥80%\t文件二\n");
  answer (GTK_RESPONSE_OK);
  ck_assert_uint_eq (stage_cell ("basis", "文件二")->row,
                     stage_cell ("target", "≥90%")->row + 1);
  stage_act ("win.undo");
  ck_assert (stage_cell ("target", "=1280.00") != NULL);
}
END_TEST

START_TEST (one_text_for_one_cell_lands_at_once)
{
  g_autofree char *label = NULL;

  stage_open_sample ("nongye-2024.txt");
  focus (stage_cell ("target", "=1280.00"));
  paste ("=100%\r\n");
  ck_assert (preview () == NULL);
  stage_read_table ();
  ck_assert (stage_cell ("target", "=100%") != NULL);
  label = undo_next (ui_window_get_db (window), ACTION_UNDO, NULL);
  ck_assert_str_eq (label, "指标值 =1280.00→=100%");
}
END_TEST

START_TEST (a_range_is_cut_filled_down_and_blanked)
{
  g_autofree char *text = NULL;

  stage_open_sample ("nongye-2024.txt");
  focus (stage_cell ("target", "=1280.00"));
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  act ("form.fill-down");
  stage_read_table ();
  focus (stage_cell ("target", "=1280.00"));
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  text = copied ();
  ck_assert_str_eq (text, "=1280.00\n=1280.00\n");
  press (GDK_KEY_Delete, 0);
  stage_read_table ();
  windowed_settle ();
  for (guint i = 0; i < stage_table->cells->len; i++)
    ck_assert_str_ne (((FormCell *) stage_table->cells->pdata[i])->text
                          ? ((FormCell *) stage_table->cells->pdata[i])->text
                          : "",
                      "=1280.00");
  stage_act ("win.undo");
  stage_act ("win.undo");
  focus (stage_cell ("target", "=1280.00"));
  act ("form.cut");
  stage_read_table ();
  stage_act ("win.undo");
  ck_assert (stage_cell ("target", "=1280.00") != NULL);
}
END_TEST

START_TEST (undo_goes_to_the_project_and_the_cell)
{
  const FormCell *cell;
  gint64          document = 0, first;

  stage_open_sample ("nongye-2024.txt");
  first = stage_table->project;
  document = ui_window_get_document (window);
  stage_type (stage_cell ("target", "=1280.00"), "=100%");
  ui_window_select (window, document, first + 1);
  windowed_settle ();
  ck_assert_int_ne (ui_form_page_get_table (ui_window_get_form (window))->project,
                    first);
  stage_act ("win.undo");
  ck_assert_int_eq (ui_form_page_get_table (ui_window_get_form (window))->project,
                    first);
  cell = ui_form_sheet_get_cursor (sheet ());
  ck_assert (cell != NULL);
  ck_assert_str_eq (cell->text, "=1280.00");
}
END_TEST

static const char *const samples[] = {
  "nongye-2024.txt", "shijian-2023.txt", "shuiwu-2025.txt",
  "wenlv-2025.txt",  "zhujian-2025.txt",
};

static const struct {
  const char *field, *sql; /* how many there are in the project */
} repeated[] = {
  { "indicator", "SELECT count(*) FROM indicator WHERE project_id = :project" },
  { "goal", "SELECT count(*) FROM goal WHERE project_id = :project" },
  { "percent", "SELECT count(*) FROM plan_point WHERE project_id = :project" },
};

static gint64
count (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (ui_window_get_db (window), sql, NULL);

  db_bind_int (q, ":project", stage_table->project);
  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return sqlite3_column_int64 (q, 0);
}

/* The first cell of a field; NULL: the form has it in another way. */
static const FormCell *
first (const char *field)
{
  for (guint i = 0; i < stage_table->cells->len; i++)
    if (g_strcmp0 (((FormCell *) stage_table->cells->pdata[i])->field, field) == 0)
      return stage_table->cells->pdata[i];
  return NULL;
}

/* Every kind of row in every form. */
START_TEST (rows_are_added_moved_duplicated_and_removed)
{
  const char      *sql = repeated[_i % 3].sql;
  const FormCell  *cell;
  g_autofree char *text = NULL;
  gint64           rows;

  stage_open_sample (samples[_i / 3]);
  ui_window_select (window, ui_window_get_document (window),
                    count ("SELECT max(id) FROM project WHERE :project > 0"));
  windowed_settle ();
  stage_read_table ();
  cell = first (repeated[_i % 3].field);
  if (cell == NULL || cell->row_id == 0)
    return;
  rows = count (sql);
  text = g_strdup (cell->text);
  focus (cell);
  stage_act ("win.add-row");
  ck_assert_int_eq (count (sql), rows + 1);
  stage_act ("win.remove-row");
  ck_assert_int_eq (count (sql), rows);
  focus (first (repeated[_i % 3].field));
  stage_act ("win.copy-row");
  ck_assert_int_eq (count (sql), rows + 1);
  stage_act ("win.remove-row");
  focus (first (repeated[_i % 3].field));
  stage_act ("win.lower-row");
  if (rows > 1)
    ck_assert_str_ne (first (repeated[_i % 3].field)->text, text);
  stage_act ("win.raise-row");
  ck_assert_pstr_eq (first (repeated[_i % 3].field)->text, text);
}
END_TEST

static GtkWidget *
note (void)
{
  return windowed_find (GTK_WIDGET (sheet ()), UI_TYPE_FORM_NOTE);
}

/* Opens the editor of a cell and types, but does not go away. */
static UiCell *
begin_typing (const FormCell *cell, const char *text)
{
  UiCell *widget = stage_widget (cell);

  focus (cell);
  g_signal_emit_by_name (widget, "begin");
  ui_cell_replace (widget, text);
  return widget;
}

START_TEST (what_is_typed_is_shown_as_it_is_understood)
{
  UiCell *cell;

  stage_open_sample ("nongye-2024.txt");
  cell = begin_typing (stage_cell ("target", "=1280.00"), "大于7000人");
  ck_assert_str_eq (gtk_label_get_text (
                        GTK_LABEL (windowed_find (note (), GTK_TYPE_LABEL))),
                    "> 7000 人");
  ui_cell_cancel (cell);
  windowed_settle ();
  ck_assert (!gtk_widget_get_visible (note ()));
}
END_TEST

START_TEST (a_blank_title_line_is_filled_in)
{
  const FormCell *cell = NULL;

  stage_open_sample ("nongye-2024.txt");
  cell = stage_cell ("currency_line", NULL);
  ck_assert_str_eq (ui_cell_get_text (stage_widget (cell)), "金额单位");
  stage_type (cell, "单位：万元");
  ck_assert (stage_cell ("currency_line", "单位：万元") != NULL);
}
END_TEST

/* The file as it is while something is typed, in another window. */
static void
open_again (void)
{
  g_autofree char *path = folder_path ("sample.jixiao");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_destroy (GTK_WINDOW (window));
  window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  ck_assert (opening_done (window, file));
  windowed_settle ();
}

static void
wait_for_draft (void)
{
  g_autoptr (Draft) draft = NULL;

  while ((draft = draft_newest (ui_window_get_db (window), NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

START_TEST (text_that_was_not_finished_is_offered_again)
{
  UiCell *cell;

  stage_open_sample ("nongye-2024.txt");
  begin_typing (stage_cell ("target", "=1280.00"), "=12");
  wait_for_draft ();
  open_again ();
  stage_read_table ();
  cell = stage_widget (stage_cell ("target", "=1280.00"));
  ck_assert (ui_cell_is_editing (cell));
  ck_assert (gtk_widget_get_visible (note ()));
  g_signal_emit_by_name (note (), "answered", _i == 0);
  windowed_settle ();
  stage_read_table ();
  ck_assert (stage_cell ("target", _i == 0 ? "=12" : "=1280.00") != NULL);
  ck_assert (draft_newest (ui_window_get_db (window), NULL) == NULL);
}
END_TEST

START_TEST (what_was_stored_or_given_up_is_not_offered)
{
  UiCell *cell;

  stage_open_sample ("nongye-2024.txt");
  cell = begin_typing (stage_cell ("target", "=1280.00"), "=12");
  wait_for_draft ();
  if (_i == 0)
    ck_assert (ui_cell_commit (cell));
  else
    ui_cell_cancel (cell);
  windowed_settle ();
  ck_assert (draft_newest (ui_window_get_db (window), NULL) == NULL);
}
END_TEST

static Suite *
form_page_suite (void)
{
  Suite *suite = suite_create ("form-page");
  TCase *tests = tcase_create ("form-page");

  tcase_add_checked_fixture (tests, windowed_set_up, stage_tear_down);
  tcase_add_test (tests, keys_select_a_rectangle_that_cuts_no_merged_cell);
  tcase_add_loop_test (tests, home_and_end_go_to_the_ends, 0, G_N_ELEMENTS (ends));
  tcase_add_test (tests, a_paste_is_shown_and_lands_when_it_is_confirmed);
  tcase_add_test (tests, one_text_for_one_cell_lands_at_once);
  tcase_add_test (tests, a_range_is_cut_filled_down_and_blanked);
  tcase_add_test (tests, undo_goes_to_the_project_and_the_cell);
  tcase_add_loop_test (tests, rows_are_added_moved_duplicated_and_removed, 0,
                       3 * G_N_ELEMENTS (samples));
  tcase_add_test (tests, what_is_typed_is_shown_as_it_is_understood);
  tcase_add_test (tests, a_blank_title_line_is_filled_in);
  tcase_add_loop_test (tests, text_that_was_not_finished_is_offered_again, 0, 2);
  tcase_add_loop_test (tests, what_was_stored_or_given_up_is_not_offered, 0, 2);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return suite_run (form_page_suite ());
}
