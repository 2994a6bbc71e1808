/* tests/test-form-sheet.c — the pages of a whole text are edited as in a spreadsheet:
 * many tables, one cursor.
 */

#include "db/draft.h"
#include "tests/opening.h"
#include "tests/suite.h"
#include "tests/typing.h"
#include "tests/windowed.h"
#include "ui/form-note.h"
#include "ui/form-sheet.h"

#include <string.h>

static void
open_text (void)
{
  windowed_open ("wenlv-2025.txt");
  ui_window_select (window, 1, 0);
  windowed_settle ();
}

/* The cell of a column in the line of a record from 1, 0: in the blank line; named
 * “table.column line”.  */
static const FormCell *
cell_named (const char *name, UiFormGrid **grid)
{
  g_auto (GStrv) words = g_strsplit_set (name, ". ", 3);
  guint      line = (guint) atoi (words[2]);
  GPtrArray *grids = ui_form_sheet_get_grids (sheet ());

  for (guint i = 0; i < grids->len; i++)
    {
      GPtrArray *cells = ui_form_grid_get_table (grids->pdata[i])->cells;
      guint      seen = 0;

      *grid = grids->pdata[i];
      for (guint k = 0; k < cells->len; k++)
        {
          const FormCell *cell = cells->pdata[k];

          if (g_strcmp0 (cell->table_name, words[0]) != 0 ||
              g_strcmp0 (cell->column_name, words[1]) != 0)
            continue;
          seen += cell->row_id != 0;
          if (cell->row_id != 0 ? seen == line : line == 0)
            return cell;
        }
    }
  ck_abort_msg ("no cell %s", name);
  return NULL;
}

static void
go_to (const char *name)
{
  UiFormGrid     *grid;
  const FormCell *cell = cell_named (name, &grid);

  ui_form_sheet_go_to (sheet (), grid, cell);
  windowed_settle ();
}

/* “table.column” of the cell with the cursor; newly allocated. */
static char *
cursor (void)
{
  const FormCell *cell = ui_form_sheet_get_cursor (sheet ());

  ck_assert (cell != NULL);
  return g_strconcat (cell->table_name, ".", cell->column_name, NULL);
}

#define PARAGRAPHS                                                               \
  "SELECT group_concat(text, '|') FROM (SELECT text FROM overall_goal ORDER BY " \
  "ordinal)"

START_TEST (keys_select_within_a_table)
{
  UiFormGrid      *grid;
  FormRange        range;
  g_autofree char *text = NULL;

  open_text ();
  go_to ("asset.item 1");
  press (GDK_KEY_Right, GDK_SHIFT_MASK);
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_eq (range.rows, 2);
  ck_assert_uint_eq (range.cols, 2);
  cell_named ("asset.quantity 2", &grid);
  ck_assert (gtk_widget_has_css_class (
      GTK_WIDGET (ui_form_grid_at (grid, cell_named ("asset.quantity 2", &grid))),
      "selected"));
  text = copied ();
  ck_assert_str_eq (text, "资产总额\t—\n1、房屋（平方米）\t1860\n");
  press (GDK_KEY_Down, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_eq (range.row + range.rows, ui_form_grid_get_table (grid)->rows);
  press (GDK_KEY_Escape, 0);
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_eq (range.rows * range.cols, 1);
  press (GDK_KEY_a, GDK_CONTROL_MASK);
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_eq (range.cols, 3);
}
END_TEST

START_TEST (a_selection_ends_where_the_cursor_goes_to_another_table)
{
  UiFormGrid      *grid;
  g_autofree char *text = NULL;

  open_text ();
  go_to ("overall_goal.text 1");
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  go_to ("document.title 1");
  text = copied ();
  ck_assert (strchr (text, '\n') == NULL);
  ck_assert (!gtk_widget_has_css_class (
      GTK_WIDGET (ui_form_grid_at (grid, cell_named ("overall_goal.text 2", &grid))),
      "selected"));
}
END_TEST

static const struct {
  const char     *what, *from;
  guint           key;
  GdkModifierType state;
  const char     *to;
} moves[] = {
  { "to the end of the line", "asset.item 2", GDK_KEY_End, 0, "asset.value" },
  { "to its begin", "asset.value 2", GDK_KEY_Home, 0, "asset.item" },
  { "to the last cell of all", "asset.item 2", GDK_KEY_End, GDK_CONTROL_MASK,
    "approval_paragraph.text" },
  { "to the first", "asset.item 2", GDK_KEY_Home, GDK_CONTROL_MASK, "document.title" },
  { "to the edge of the table", "asset.item 2", GDK_KEY_Right, GDK_CONTROL_MASK,
    "asset.value" },
  { "up over a heading", "overall_goal.text 1", GDK_KEY_Return, GDK_SHIFT_MASK,
    "catalogue_entry.text" },
};

START_TEST (keys_go_to_the_ends)
{
  g_autofree char *to = NULL;

  open_text ();
  go_to (moves[_i].from);
  press (moves[_i].key, moves[_i].state);
  to = cursor ();
  ck_assert_msg (g_strcmp0 (to, moves[_i].to) == 0, "%s: %s", moves[_i].what, to);
}
END_TEST

/* Where the cursor's cell stands on the paper. */
static double
top_of_cursor (void)
{
  graphene_rect_t bounds;

  ck_assert (gtk_widget_compute_bounds (GTK_WIDGET (ui_form_sheet_get_cell (sheet ())),
                                        ui_form_sheet_get_paper (sheet ()), &bounds));
  return bounds.origin.y;
}

START_TEST (page_keys_go_by_a_screenful)
{
  FormRange  range;
  GtkWidget *scroller;
  double     page, from, to;

  open_text ();
  windowed_draw (GTK_WINDOW (window));
  scroller = windowed_find (GTK_WIDGET (sheet ()), GTK_TYPE_SCROLLED_WINDOW);
  page = gtk_adjustment_get_page_size (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  go_to ("overall_goal.text 1");
  from = top_of_cursor ();
  press (GDK_KEY_Page_Down, 0);
  to = top_of_cursor ();
  ck_assert_double_gt (to, from);
  ck_assert_double_le (to, from + page);
  press (GDK_KEY_Page_Up, 0);
  ck_assert_double_lt (top_of_cursor (), to);
  go_to ("asset.item 1");
  press (GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  ck_assert (ui_form_sheet_get_range (sheet (), &range));
  ck_assert_uint_gt (range.rows, 2);
  ck_assert_uint_eq (range.cols, 1);
}
END_TEST

START_TEST (a_paste_is_shown_and_lands_when_it_is_confirmed)
{
  g_autofree char *before = NULL;

  open_text ();
  before = windowed_answer (PARAGRAPHS);
  go_to ("overall_goal.text 6");
  paste ("甲\n乙\n丙\n");
  windowed_respond (GTK_RESPONSE_CANCEL);
  windowed_assert_text (PARAGRAPHS, before);
  paste ("甲\n乙\n丙\n");
  windowed_respond (GTK_RESPONSE_OK);
  windowed_assert_text (
      "SELECT group_concat(text) FROM (SELECT text FROM overall_goal WHERE"
      " ordinal > 5 ORDER BY ordinal)",
      "甲,乙,丙");
  windowed_act ("win.undo", NULL);
  windowed_assert_text (PARAGRAPHS, before);
}
END_TEST

START_TEST (one_text_for_one_cell_lands_at_once)
{
  open_text ();
  go_to ("document.stage 1");
  paste ("二上");
  ck_assert (windowed_dialog () == NULL);
  windowed_assert_text ("SELECT stage FROM document", "draft2");
  go_to ("overall_goal.text 0");
  paste ("最后一段");
  ck_assert (windowed_dialog () == NULL);
  windowed_assert_text ("SELECT text FROM overall_goal ORDER BY ordinal DESC LIMIT 1",
                        "最后一段");
}
END_TEST

START_TEST (a_range_is_filled_down_and_blanked)
{
  open_text ();
  go_to ("asset.quantity 2");
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  windowed_act_on (GTK_WIDGET (sheet ()), "form.fill-down");
  windowed_assert_text ("SELECT quantity FROM asset WHERE ordinal = 3", "1860");
  go_to ("asset.quantity 2");
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  press (GDK_KEY_Delete, 0);
  windowed_assert_text (
      "SELECT count(*) FROM asset WHERE ordinal IN (2, 3) AND quantity IS NULL", "2");
  windowed_act ("win.undo", NULL);
  windowed_act ("win.undo", NULL);
  windowed_assert_text ("SELECT quantity FROM asset WHERE ordinal = 3", "640");
  go_to ("asset.quantity 3");
  windowed_act_on (GTK_WIDGET (sheet ()), "form.cut");
  windowed_assert_text ("SELECT quantity IS NULL FROM asset WHERE ordinal = 3", "1");
}
END_TEST

/* Opens the editor of the cell with the cursor and types. */
static UiCell *
begin_typing (const char *name, const char *text)
{
  UiCell *cell;

  go_to (name);
  cell = ui_form_sheet_get_cell (sheet ());
  g_signal_emit_by_name (cell, "begin");
  ck_assert (ui_cell_is_editing (cell));
  ui_cell_replace (cell, text);
  return cell;
}

START_TEST (what_is_typed_says_how_it_is_understood)
{
  GtkWidget *note;
  UiCell    *cell;

  open_text ();
  cell = begin_typing ("approval.project_fen 1", "1234567元");
  note = windowed_find (GTK_WIDGET (sheet ()), UI_TYPE_FORM_NOTE);
  ck_assert_str_eq (gtk_label_get_text (
                        GTK_LABEL (windowed_find (note, GTK_TYPE_LABEL))),
                    "123.4567 万元");
  ui_cell_cancel (cell);
}
END_TEST

/* The file as it is while something is typed, in another window. */
static void
open_again (void)
{
  g_autofree char *path = g_strdup (db_get_path (ui_window_get_db (window)));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (Draft) draft = NULL;

  while ((draft = draft_newest (ui_window_get_db (window), NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  ck_assert (opening_done (window, file));
  windowed_settle ();
}

/* A paragraph, one to come, and a cell of the overall table. */
static const char *const drafts[] = {
  "safeguard.text 1",
  "safeguard.text 0",
  "indicator.name 1",
};

START_TEST (text_that_was_not_finished_is_offered_again)
{
  gboolean    keep = _i % 2 == 0;
  const char *name = drafts[_i / 2];
  UiCell     *cell;

  open_text ();
  begin_typing (name, "写了一半");
  open_again ();
  cell = ui_form_sheet_get_cell (sheet ());
  ck_assert_msg (cell != NULL && ui_cell_is_editing (cell), "%s", name);
  g_signal_emit_by_name (windowed_find (GTK_WIDGET (sheet ()), UI_TYPE_FORM_NOTE),
                         "answered", keep);
  windowed_settle ();
  windowed_assert_text ("SELECT count(*) > 0 FROM history WHERE new = '写了一半'",
                        keep ? "1" : "0");
  ck_assert (draft_newest (ui_window_get_db (window), NULL) == NULL);
}
END_TEST

START_TEST (a_cell_tells_its_source)
{
  open_text ();
  go_to ("safeguard.text 1");
  windowed_act ("win.show-source", NULL);
  ck_assert (windowed_dialog () != NULL);
  ck_assert (strstr (gtk_window_get_title (windowed_dialog ()), "保障措施") != NULL);
  windowed_respond (GTK_RESPONSE_CLOSE);
}
END_TEST

/* Several goals in one cell: it shows where the first of them stands. */
START_TEST (a_cell_of_several_goals_tells_its_source)
{
  const FormTable *table;

  windowed_open ("nongye-2024.txt");
  table = ui_form_page_get_table (ui_window_get_form (window));
  for (guint i = 0; i < table->cells->len; i++)
    if (g_strcmp0 (((FormCell *) table->cells->pdata[i])->field, "goals") == 0)
      ui_form_page_go_to (ui_window_get_form (window), table->cells->pdata[i]);
  windowed_act ("win.show-source", NULL);
  ck_assert (windowed_dialog () != NULL);
  ck_assert (!GTK_IS_MESSAGE_DIALOG (windowed_dialog ()));
  windowed_respond (GTK_RESPONSE_CLOSE);
}
END_TEST

START_TEST (undo_goes_to_the_cell)
{
  g_autofree char *to = NULL;

  open_text ();
  begin_typing ("document.title 1", "甲");
  ck_assert (ui_form_sheet_commit (sheet ()));
  go_to ("approval.doc_no 1");
  windowed_act ("win.undo", NULL);
  to = cursor ();
  ck_assert_str_eq (to, "document.title");
}
END_TEST

/* Who fills a form in does not write over “3月底”; the arrows go there. */
START_TEST (tab_passes_over_the_words_of_the_layout)
{
  UiFormGrid     *grid;
  const FormCell *label, *percent;

  windowed_open ("nongye-2024.txt");
  label = cell_named ("plan_point.label 2", &grid);
  percent = cell_named ("plan_point.percent_text 1", &grid);
  ck_assert_ptr_eq (ui_form_grid_neighbour (grid,
                                            cell_named ("project.purpose 1", &grid),
                                            GTK_DIR_TAB_FORWARD),
                    ui_form_grid_at (grid, percent));
  ck_assert_ptr_eq (ui_form_grid_neighbour (grid,
                                            cell_named ("plan_point.label 1", &grid),
                                            GTK_DIR_RIGHT),
                    ui_form_grid_at (grid, label));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("form-sheet");
  TCase *tcase = tcase_create ("form-sheet");

  tcase_add_test (tcase, tab_passes_over_the_words_of_the_layout);
  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, keys_select_within_a_table);
  tcase_add_test (tcase, a_selection_ends_where_the_cursor_goes_to_another_table);
  tcase_add_loop_test (tcase, keys_go_to_the_ends, 0, G_N_ELEMENTS (moves));
  tcase_add_test (tcase, page_keys_go_by_a_screenful);
  tcase_add_test (tcase, a_paste_is_shown_and_lands_when_it_is_confirmed);
  tcase_add_test (tcase, one_text_for_one_cell_lands_at_once);
  tcase_add_test (tcase, a_range_is_filled_down_and_blanked);
  tcase_add_test (tcase, what_is_typed_says_how_it_is_understood);
  tcase_add_loop_test (tcase, text_that_was_not_finished_is_offered_again, 0,
                       2 * G_N_ELEMENTS (drafts));
  tcase_add_test (tcase, a_cell_tells_its_source);
  tcase_add_test (tcase, a_cell_of_several_goals_tells_its_source);
  tcase_add_test (tcase, undo_goes_to_the_cell);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
