/* tests/stage.c — a window on a screen, with a sample document in it. */

#include "tests/stage.h"
#include "app/import/import.h"
#include "db/cell.h"
#include "tests/opening.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;
UiWindow    *stage_window;
FormTable   *stage_table;

void
stage_settle (void)
{
  opening_settle (stage_window);
}

char *
stage_path (const char *name)
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

void
stage_read_table (void)
{
  const FormTable *shown = ui_form_page_get_table (ui_window_get_form (stage_window));

  g_clear_pointer (&stage_table, form_table_free);
  stage_table =
      form_table_new (ui_window_get_db (stage_window), shown->project, NULL, NULL);
  ck_assert (stage_table != NULL);
}

void
stage_open_sample (const char *name)
{
  g_autofree char *path = stage_path ("sample.jixiao");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  import_sample (path, name);
  ck_assert (opening_done (stage_window, file));
  stage_settle ();
  stage_read_table ();
}

void
stage_set_up (void)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("jixiao-XXXXXX", &error);
  gtk_init ();
  stage_window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (stage_window));
  stage_settle ();
}

void
stage_tear_down (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_clear_pointer (&stage_table, form_table_free);
  gtk_window_destroy (GTK_WINDOW (stage_window));
  stage_window = NULL;
  stage_settle ();
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = stage_path (name);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

GtkWidget *
stage_find (GtkWidget    *widget, gboolean (*is_it) (GtkWidget *, gconstpointer),
            gconstpointer data)
{
  if (is_it (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = stage_find (child, is_it, data);

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

gboolean
stage_is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, (GType) type);
}

UiCell *
stage_widget (const FormCell *cell)
{
  GtkWidget *widget = stage_find (GTK_WIDGET (stage_window), shows_cell, cell);

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
  UiCell    *widget = stage_widget (cell);
  GtkWidget *editor;

  gtk_widget_grab_focus (GTK_WIDGET (widget));
  g_signal_emit_by_name (widget, "begin");
  ck_assert (ui_cell_is_editing (widget));
  editor = stage_find (GTK_WIDGET (widget), stage_is_of_type,
                       (gconstpointer) GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text,
                            -1);
  ck_assert (ui_form_sheet_commit (ui_window_get_sheet (stage_window)));
  stage_settle ();
  stage_read_table ();
}

char *
stage_stored (const char *table_name, gint64 row, const char *column)
{
  char *text = NULL;

  ck_assert (cell_get (ui_window_get_db (stage_window), table_find (table_name), row,
                       column, &text, NULL));
  return text;
}

void
stage_act (const char *name)
{
  ck_assert_msg (gtk_widget_activate_action (GTK_WIDGET (stage_window), name, NULL),
                 "%s", name);
  stage_settle ();
  stage_read_table ();
}

GtkWindow *
stage_dialog (void)
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
