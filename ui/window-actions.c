/* ui/window-actions.c — what one can do in a window, by menu, button and key. */

#include "ui/window-actions.h"
#include "app/edit/arrangement.h"
#include "db/action.h"
#include "db/cell.h"
#include "ui/arranging.h"
#include "ui/dialog.h"
#include "ui/import-paste.h"
#include "ui/import-window.h"
#include "ui/merge-window.h"
#include "ui/provenance-dialog.h"
#include "ui/window-open.h"
#include "ui/window-review.h"
#include "ui/window-years.h"

#include <glib/gi18n.h>
#include <string.h>

static void
opened (GListModel *files, gpointer window)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  ui_window_open_beside (window, file, DB_OPEN_WRITE);
}

static void
open_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  ui_choose_files (GTK_WINDOW (window), UI_CHOOSE_RECORDS, NULL, opened, window);
}

/* Who opens none goes on where the focus was. */
static void
recent_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (
      gtk_widget_get_template_child (window, UI_TYPE_WINDOW, "recent_button"));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  gtk_menu_button_popup (button);
  if (focus != NULL)
    g_signal_connect_object (gtk_menu_button_get_popover (button), "closed",
                             G_CALLBACK (gtk_widget_grab_focus), focus,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
open_recent_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ui_window_open_beside (UI_WINDOW (window), file, DB_OPEN_WRITE);
}

static void
made (GListModel *files, gpointer window)
{
  g_autoptr (GFile) file = ui_named_file (files, ".jixiao");

  ui_window_open_beside (window, file, DB_OPEN_CREATE);
}

static void
new_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  ui_choose_files (GTK_WINDOW (window), UI_CHOOSE_NEW_RECORDS, NULL, made, window);
}

static void
documents_chosen (GListModel *files, gpointer window)
{
  ui_import_files (window, files);
}

static void
opened_for_import (UiWindow *window, gboolean is_open)
{
  if (is_open)
    ui_choose_files (GTK_WINDOW (window), UI_CHOOSE_DOCUMENTS, NULL, documents_chosen,
                     window);
}

static void
made_for_import (GListModel *files, gpointer window)
{
  g_autoptr (GFile) file = ui_named_file (files, ".jixiao");

  ui_window_open (window, file, DB_OPEN_CREATE, opened_for_import);
}

static void
import_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  if (ui_window_get_db (UI_WINDOW (window)) != NULL)
    ui_choose_files (GTK_WINDOW (window), UI_CHOOSE_DOCUMENTS, NULL, documents_chosen,
                     window);
  else
    ui_choose_files (GTK_WINDOW (window), UI_CHOOSE_NEW_RECORDS, NULL, made_for_import,
                     window);
}

/* Columns that a new row has from the one above it. */
static const struct {
  const char *table, *column;
} carried[] = {
  { "indicator", "level1" },
  { "indicator", "level2" },
  { "section", "kind" },
};

typedef struct {
  const DbTable *table;
  gint64         id;
  gint64         parent;
  gint64         place; /* among its siblings, from 1 */
} Row;

static gboolean
read_place (UiWindow *window, Row *row, GError **error)
{
  Db *db = ui_window_get_db (window);

  row->place = 0;
  return cell_get_integer (db, row->table, row->id, row->table->parent, &row->parent,
                           error) &&
         (!row->table->has_ordinal ||
          cell_get_integer (db, row->table, row->id, "ordinal", &row->place, error));
}

/* Tables of which a project may have any number of rows. */
static gboolean
is_row_of_form (const FormCell *cell)
{
  static const char *const tables[] = { "indicator", "goal", "plan_point" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (cell->row_id != 0 && g_strcmp0 (cell->table_name, tables[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The row with the cursor, of a form or of the whole text; FALSE when there is none. */
static gboolean
row_at_cursor (UiWindow *window, Row *row)
{
  gboolean is_form = ui_form_page_get_table (ui_window_get_form (window)) != NULL;
  const FormCell *cell = is_form
                             ? ui_form_sheet_get_cursor (ui_window_get_sheet (window))
                             : ui_document_page_get_row (ui_window_get_pages (window));

  if (cell == NULL || (is_form && !is_row_of_form (cell)))
    return FALSE;
  *row = (Row){ .table = table_find (cell->table_name), .id = cell->row_id };
  return row->table != NULL;
}

/* What the user has typed goes first: it is what the row is now. */
static gboolean
begin_row (UiWindow *window, Row *row)
{
  g_autoptr (GError) error = NULL;

  if (!ui_window_commit (window) || !row_at_cursor (window, row))
    return FALSE;
  if (read_place (window, row, &error))
    return TRUE;
  ui_window_complain (window, _ ("Nothing was changed"), g_steal_pointer (&error));
  return FALSE;
}

/* id: the row to go to; 0: it failed. */
static void
finish_row (UiWindow *window, const Row *row, gint64 id, GError *error)
{
  if (error != NULL)
    ui_window_complain (window, _ ("Nothing was changed"), error);
  ui_window_show (window);
  if (id != 0)
    ui_form_sheet_go_to_record (ui_window_get_sheet (window), row->table->name, id,
                                NULL);
}

/* The levels of the row above, so that the cells of the new one merge with its. */
static gint64
add_below (UiWindow *window, const Row *row, GError **error)
{
  Db      *db = ui_window_get_db (window);
  RowValue values[G_N_ELEMENTS (carried)];
  gsize    n = 0;
  g_auto (GStrv) texts = g_new0 (char *, G_N_ELEMENTS (carried) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (carried); i++)
    if (strcmp (carried[i].table, row->table->name) == 0)
      {
        if (!cell_get (db, row->table, row->id, carried[i].column, &texts[n], error))
          return 0;
        values[n] = (RowValue){ carried[i].column, texts[n] };
        n += texts[n] != NULL;
      }
  return arrangement_add (db, row->table->name, row->parent, row->place + 1, values, n,
                          error);
}

static void
add_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  GError   *error = NULL;
  Row       row;
  gint64    id;

  if (!begin_row (window, &row))
    return;
  id = add_below (window, &row, &error);
  finish_row (window, &row, id, error);
}

static void
copy_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  GError   *error = NULL;
  Row       row;
  gint64    id;

  if (!begin_row (window, &row))
    return;
  id = arrangement_copy (ui_window_get_db (window), row.table->name, row.id, &error);
  finish_row (window, &row, id, error);
}

static void
remove_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  GError   *error = NULL;
  Row       row;

  if (!begin_row (window, &row))
    return;
  arrangement_remove (ui_window_get_db (window), row.table->name, row.id, &error);
  finish_row (window, &row, 0, error);
}

static void
move_row (UiWindow *window, int by)
{
  GError *error = NULL;
  Row     row;

  if (!begin_row (window, &row) || row.place + by < 1)
    return;
  arrangement_move (ui_window_get_db (window), row.table->name, row.id, row.place + by,
                    &error);
  finish_row (window, &row, 0, error);
}

static void
raise_row_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  move_row (UI_WINDOW (window), -1);
}

static void
lower_row_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  move_row (UI_WINDOW (window), 1);
}

static void
about_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  gtk_show_about_dialog (
      GTK_WINDOW (window), "program-name", _ ("Jixiao"), "version", JIXIAO_VERSION,
      "comments", _ ("Records of budget performance targets: read, check, edit, print"),
      "logo-icon-name", "cn.jixiao.Jixiao", NULL);
}

static void
shortcuts_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/jixiao/ui/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (window));
  gtk_window_present (shortcuts);
}

/* What an action needs to be possible. */
typedef enum {
  NEEDS_NOTHING,
  NEEDS_DOCUMENT, /* one is selected */
  NEEDS_WRITING,  /* the file can be written, or there is none yet */
  NEEDS_ROW,
} Need;

static const struct {
  const char *name;
  Need        need;
  void (*activate) (GtkWidget *window, const char *name, GVariant *parameter);
  guint           key; /* 0: the application has its key, or there is none */
  GdkModifierType modifiers;
} actions[] = {
  { "win.open", NEEDS_NOTHING, open_cb, 0, 0 },
  { "win.recent", NEEDS_NOTHING, recent_cb, 0, 0 },
  { "win.new", NEEDS_NOTHING, new_cb, 0, 0 },
  { "win.import", NEEDS_WRITING, import_cb, 0, 0 },
  { "win.add-row", NEEDS_ROW, add_row_cb, GDK_KEY_Return,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  /* Ctrl+Shift+D is GTK's own, for its inspector. */
  { "win.copy-row", NEEDS_ROW, copy_row_cb, GDK_KEY_r,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.remove-row", NEEDS_ROW, remove_row_cb, GDK_KEY_Delete,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.raise-row", NEEDS_ROW, raise_row_cb, GDK_KEY_Up, GDK_ALT_MASK },
  { "win.lower-row", NEEDS_ROW, lower_row_cb, GDK_KEY_Down, GDK_ALT_MASK },
  { "win.about", NEEDS_NOTHING, about_cb, 0, 0 },
  { "win.shortcuts", NEEDS_NOTHING, shortcuts_cb, 0, 0 },
};

void
ui_window_actions_install (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                       actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key,
                                             actions[i].modifiers, actions[i].name,
                                             NULL);
    }
  ui_import_paste_install (widget_class);
  ui_provenance_install (widget_class);
  ui_window_review_install (widget_class);
  ui_merge_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s",
                                   open_recent_cb);
  /* After the focused widget: a text that is being edited has its own undo. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK,
                                       "win.redo", NULL);
}

static gboolean
has_step (Db *db, ActionStep direction)
{
  return db != NULL && !db_is_read_only (db) &&
         action_next (db, direction, NULL, NULL) > 0;
}

void
ui_window_actions_update (GtkWidget *widget)
{
  UiWindow *window = UI_WINDOW (widget);
  Db       *db = ui_window_get_db (window);
  gboolean  writable = db != NULL && !db_is_read_only (db);
  gboolean  selected = db != NULL && ui_window_get_document (window) != 0;
  Row       row;
  gboolean  met[] = {
     [NEEDS_NOTHING] = TRUE,
     [NEEDS_DOCUMENT] = selected,
     [NEEDS_WRITING] = db == NULL || writable,
     [NEEDS_ROW] = writable && row_at_cursor (window, &row),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, met[actions[i].need]);
  gtk_widget_action_set_enabled (widget, "win.export", selected);
  gtk_widget_action_set_enabled (widget, "win.print", selected);
  ui_arranging_update (widget);
  ui_window_years_update (window);
  ui_import_paste_update (widget);
  ui_provenance_update (widget);
  ui_window_review_update (widget);
  ui_merge_update (widget);
  gtk_widget_action_set_enabled (widget, "win.undo", has_step (db, ACTION_UNDO));
  gtk_widget_action_set_enabled (widget, "win.redo", has_step (db, ACTION_REDO));
  gtk_widget_action_set_enabled (widget, "win.next-finding", selected);
  gtk_widget_action_set_enabled (widget, "win.previous-finding", selected);
}
