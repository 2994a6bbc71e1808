/* tests/stage.c — the form of a window. */

#include "tests/stage.h"
#include "db/cell.h"

#include <check.h>

FormTable *stage_table;

void
stage_read_table (void)
{
  const FormTable *shown = ui_form_page_get_table (ui_window_get_form (window));

  g_clear_pointer (&stage_table, form_table_free);
  stage_table = form_table_new (ui_window_get_db (window), shown->project, NULL, NULL);
  ck_assert (stage_table != NULL);
}

void
stage_open_sample (const char *name)
{
  windowed_open (name);
  stage_read_table ();
}

void
stage_tear_down (void)
{
  g_clear_pointer (&stage_table, form_table_free);
  windowed_tear_down ();
}

static gboolean
shows_cell (GtkWidget *widget, gconstpointer data)
{
  const FormCell *cell = data;

  return UI_IS_CELL (widget) &&
         ui_cell_get_place (UI_CELL (widget))->row == cell->row &&
         ui_cell_get_place (UI_CELL (widget))->col == cell->col;
}

UiCell *
stage_widget (const FormCell *cell)
{
  GtkWidget *widget = windowed_pick (GTK_WIDGET (window), shows_cell, cell);

  ck_assert_msg (widget != NULL, "no widget at row %u column %u", cell->row, cell->col);
  return UI_CELL (widget);
}

const FormCell *
stage_cell (const char *field, const char *text)
{
  for (guint i = 0; i < stage_table->cells->len; i++)
    {
      const FormCell *cell = stage_table->cells->pdata[i];

      if (g_strcmp0 (cell->field, field) == 0 && g_strcmp0 (cell->text, text) == 0)
        return cell;
    }
  ck_abort_msg ("no %s with %s", field, text ? text : "nothing");
  return NULL;
}

void
stage_type (const FormCell *cell, const char *text)
{
  type_in (stage_widget (cell), text);
  ck_assert (ui_form_sheet_commit (sheet ()));
  windowed_settle ();
  stage_read_table ();
}

char *
stage_stored (const char *table_name, gint64 row, const char *column)
{
  char *text = NULL;

  ck_assert (cell_get (ui_window_get_db (window), table_find (table_name), row, column,
                       &text, NULL));
  return text;
}

void
stage_act (const char *name)
{
  windowed_act (name, NULL);
  stage_read_table ();
}
