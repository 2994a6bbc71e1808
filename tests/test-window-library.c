/* tests/test-window-library.c — the library beside the form while a name is typed. */

#include "app/edit/arrangement.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/library-side.h"

#include <string.h>

static gint64 row; /* new, blank but for its levels */

static gint64
number (const char *sql)
{
  g_autofree char *text = windowed_answer (sql);

  return g_ascii_strtoll (text, NULL, 10);
}

/* A new row, with the editor of its name open. */
static void
open_row (const char *typed)
{
  static const RowValue values[] = { { "level1", "成本指标" } };
  UiPlace               place = { .table = "indicator", .column = "name" };
  UiFormSheet          *sheet;

  windowed_open ("nongye-2024.txt");
  place.document = ui_window_get_document (window);
  place.project = number ("SELECT max(id) FROM project WHERE kind = 'project'");
  row = arrangement_add (ui_window_get_db (window), "indicator", place.project, 0,
                         values, 1, NULL);
  place.row = row;
  ui_window_reload (window);
  ui_window_go_to (window, &place);
  windowed_settle ();
  sheet = ui_window_get_sheet (window);
  ui_cell_edit (ui_form_sheet_get_cell (sheet), "");
  ui_cell_replace (ui_form_sheet_get_cell (sheet), typed);
}

static UiLibrarySide *
await_side (void)
{
  GtkWidget *side = NULL;

  do
    {
      windowed_settle ();
      side = windowed_find (GTK_WIDGET (window), UI_TYPE_LIBRARY_SIDE);
    }
  while ((side == NULL || !gtk_widget_get_visible (side)) &&
         (g_main_context_iteration (NULL, TRUE) || TRUE));
  return UI_LIBRARY_SIDE (side);
}

START_TEST (what_is_typed_is_found_and_fills_the_row)
{
  UiLibrarySide *side;

  open_row ("mjbz");
  side = await_side ();
  ck_assert_ptr_nonnull (ui_library_side_get (side));
  ck_assert_str_eq (ui_library_side_get (side)->name->name, "亩均补助标准");
  windowed_act ("win.take-from-library", NULL);
  ck_assert (!gtk_widget_get_visible (GTK_WIDGET (side)));
  {
    g_autofree char *sql = g_strdup_printf (
        "SELECT name || ' ' || level1 || ' ' || (value_text <> '') FROM indicator"
        " WHERE id = %" G_GINT64_FORMAT,
        row);
    g_autofree char *text = windowed_answer (sql);

    ck_assert_str_eq (text, "亩均补助标准 成本指标 1");
  }
  ck_assert_str_eq (
      ui_form_sheet_get_cursor (ui_window_get_sheet (window))->column_name,
      "value_text");
  windowed_act ("win.undo", NULL);
  {
    g_autofree char *sql = g_strdup_printf (
        "SELECT coalesce(name, '') FROM indicator WHERE id = %" G_GINT64_FORMAT, row);
    g_autofree char *text = windowed_answer (sql);

    ck_assert_str_eq (text, "");
  }
}
END_TEST

START_TEST (the_list_goes_with_the_editor)
{
  UiLibrarySide *side;

  open_row ("率");
  side = await_side ();
  ck_assert_ptr_nonnull (ui_library_side_get (side));
  ui_library_side_step (side, 1);
  ck_assert_ptr_nonnull (ui_library_side_get (side));
  ui_cell_replace (ui_form_sheet_get_cell (ui_window_get_sheet (window)),
                   "没有这样的指标名称");
  windowed_settle ();
  ck_assert (!gtk_widget_get_visible (GTK_WIDGET (side)));
  ui_cell_replace (ui_form_sheet_get_cell (ui_window_get_sheet (window)), "率");
  windowed_settle ();
  ck_assert (gtk_widget_get_visible (GTK_WIDGET (side)));
  ui_cell_cancel (ui_form_sheet_get_cell (ui_window_get_sheet (window)));
  windowed_settle ();
  ck_assert (!gtk_widget_get_visible (GTK_WIDGET (side)));
}
END_TEST

/* In the table of the whole text's own targets, on its page. */
START_TEST (it_stands_beside_the_whole_text_too)
{
  UiPlace        place = { .table = "indicator", .column = "name" };
  UiFormSheet   *sheet;
  UiLibrarySide *side;

  windowed_open ("wenlv-2025.txt");
  place.document = ui_window_get_document (window);
  place.project = number ("SELECT id FROM project WHERE kind = 'overall'");
  place.row = number ("SELECT min(i.id) FROM indicator i JOIN project p"
                      " ON p.id = i.project_id WHERE p.kind = 'overall'");
  ui_window_select (window, place.document, 0);
  ui_document_page_go_to_part (ui_window_get_pages (window), "overall_indicators");
  windowed_settle ();
  sheet = ui_window_get_sheet (window);
  ck_assert (sheet == ui_document_page_get_sheet (ui_window_get_pages (window)));
  ck_assert (ui_form_sheet_go_to_record (sheet, "indicator", place.row, "name"));
  windowed_settle ();
  ck_assert_int_eq (ui_form_sheet_get_cursor (sheet)->row_id, place.row);
  ui_cell_edit (ui_form_sheet_get_cell (sheet), "");
  ui_cell_replace (ui_form_sheet_get_cell (sheet), "率");
  side = await_side ();
  ck_assert_ptr_nonnull (ui_library_side_get (side));
  windowed_act ("win.take-from-library", NULL);
  ck_assert (ui_window_get_sheet (window) == sheet);
  ck_assert_int_eq (ui_form_sheet_get_cursor (sheet)->row_id, place.row);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("window-library");
  TCase *tcase = tcase_create ("window-library");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, what_is_typed_is_found_and_fills_the_row);
  tcase_add_test (tcase, the_list_goes_with_the_editor);
  tcase_add_test (tcase, it_stands_beside_the_whole_text_too);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
