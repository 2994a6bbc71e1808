/* tests/test-cell.c — one cell of the form: what keys are its own, what is shown in it.
 */

#include "tests/suite.h"
#include "tests/typing.h"
#include "tests/windowed.h"
#include "ui/form-grid.h"

#include <string.h>

#define TARGET "SELECT value_text FROM indicator WHERE id = 1"

/* The cell of the first indicator's target. */
static UiCell *
open_target (void)
{
  windowed_open ("nongye-2024.txt");
  ui_window_select (window, 1, 1);
  windowed_settle ();
  ck_assert (ui_form_sheet_go_to_record (sheet (), "indicator", 1, "value_text"));
  return ui_form_sheet_get_cell (sheet ());
}

static GtkWidget *
editor_of (UiCell *cell)
{
  return windowed_find (GTK_WIDGET (cell), GTK_TYPE_TEXT_VIEW);
}

/* What an input method shows before a word is chosen. */
static void
compose (GtkWidget *text, const char *preedit)
{
  g_signal_emit_by_name (text, "preedit-changed", preedit);
}

static const guint keys[] = { GDK_KEY_Return, GDK_KEY_Escape, GDK_KEY_Tab };

START_TEST (keys_are_the_input_methods_while_it_composes)
{
  UiCell *cell = open_target ();

  type_in (cell, "≥9");
  compose (editor_of (cell), "zhong");
  ck_assert (!takes (editor_of (cell), keys[_i]));
  ck_assert (ui_cell_is_editing (cell));
  compose (editor_of (cell), "");
  ck_assert (takes (editor_of (cell), keys[_i]));
  ck_assert (!ui_cell_is_editing (cell));
}
END_TEST

START_TEST (what_nothing_came_of_changes_nothing)
{
  UiCell          *cell = open_target ();
  g_autofree char *before = windowed_answer (TARGET);

  ui_cell_begin_anew (cell);
  compose (editor_of (cell), "zhong");
  ui_form_sheet_go_to_record (sheet (), "indicator", 2, "value_text");
  windowed_settle ();
  ck_assert (!ui_cell_is_editing (cell));
  windowed_assert_text (TARGET, before);
}
END_TEST

START_TEST (what_was_typed_and_deleted_again_is_deleted)
{
  UiCell *cell = open_target ();

  ui_cell_begin_anew (cell);
  ui_cell_replace (cell, "9");
  ui_cell_replace (cell, "");
  ck_assert (ui_cell_commit (cell));
  windowed_assert_text ("SELECT ifnull(value_text, '') FROM indicator WHERE id = 1",
                        "");
}
END_TEST

START_TEST (what_is_composed_has_room)
{
  UiCell *cell = open_target ();
  int     before, composing;

  type_in (cell, "≥9");
  gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL, 80, &before, NULL,
                      NULL, NULL);
  compose (editor_of (cell), "quan shi nong ye ji shu pei xun");
  gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL, 80, &composing, NULL,
                      NULL, NULL);
  ck_assert_int_gt (composing, before);
  ui_cell_cancel (cell);
}
END_TEST

START_TEST (down_is_the_input_methods_while_it_composes_what_to_look_for)
{
  GtkWidget *pane = GTK_WIDGET (ui_window_get_search (window));
  GtkWidget *entry = windowed_find (pane, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *text = windowed_find (entry, GTK_TYPE_TEXT);
  gboolean   is_searching = FALSE;

  windowed_open ("nongye-2024.txt");
  gtk_editable_set_text (GTK_EDITABLE (entry), "农业");
  while (g_object_get (pane, "searching", &is_searching, NULL), !is_searching)
    g_main_context_iteration (NULL, TRUE);
  compose (text, "nong");
  ck_assert (!takes (entry, GDK_KEY_Down));
  compose (text, "");
  ck_assert (takes (entry, GDK_KEY_Down));
}
END_TEST

static gboolean
is_mark (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "mark");
}

/* A sign that stood lower would be written over by a text that fills the cell. */
START_TEST (a_mark_is_tucked_into_the_corner)
{
  UiCell         *cell = open_target ();
  PangoRectangle  ink;
  graphene_rect_t bounds;
  GtkWidget      *mark;
  int             height;

  ui_cell_add_mark (cell, "error", "too much");
  gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL, 80, &height, NULL,
                      NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (cell), 80, height, -1, NULL);
  mark = windowed_pick (GTK_WIDGET (cell), is_mark, NULL);
  ck_assert (gtk_widget_compute_bounds (mark, GTK_WIDGET (cell), &bounds));
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (mark)), &ink, NULL);
  ck_assert_int_eq ((int) bounds.origin.y + ink.y, 0);
  ck_assert_int_eq ((int) bounds.origin.x + ink.x + ink.width,
                    gtk_widget_get_width (GTK_WIDGET (cell)));
}
END_TEST

static int
least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* The findings quote it, and so does what Ctrl+Z would take back. */
START_TEST (a_text_without_end_leaves_the_form_its_room)
{
  UiCell          *cell = open_target ();
  GtkWidget       *findings = GTK_WIDGET (ui_window_get_findings (window));
  g_autofree char *text = g_strnfill (300000, 'a');
  int              before = least_width (findings), height;

  ck_assert (ui_form_sheet_set (sheet (), ui_form_sheet_get_grid (sheet ()),
                                ui_cell_get_place (cell), text));
  windowed_settle ();
  windowed_assert_text (TARGET, text);
  windowed_assert_text ("SELECT max(length(message)) > 300000 FROM finding", "1");
  windowed_assert_text ("SELECT max(length(label)) < 100 FROM action", "1");
  ck_assert_int_le (least_width (findings), before);
  cell = ui_form_sheet_get_cell (sheet ());
  gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL, 80, &height, NULL,
                      NULL, NULL);
  ck_assert_int_gt (height, 1000);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cell");
  TCase *tcase = tcase_create ("cell");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_loop_test (tcase, keys_are_the_input_methods_while_it_composes, 0,
                       G_N_ELEMENTS (keys));
  tcase_add_test (tcase, what_nothing_came_of_changes_nothing);
  tcase_add_test (tcase, what_was_typed_and_deleted_again_is_deleted);
  tcase_add_test (tcase, what_is_composed_has_room);
  tcase_add_test (tcase, down_is_the_input_methods_while_it_composes_what_to_look_for);
  tcase_add_test (tcase, a_mark_is_tucked_into_the_corner);
  tcase_add_test (tcase, a_text_without_end_leaves_the_form_its_room);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
