/* ui/arranging.c — adding, duplicating, renaming, moving and deleting texts, units and
 * projects from the window.
 */

#include "ui/arranging.h"
#include "app/edit/arrangement.h"
#include "app/form/edit.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/project.h"
#include "ui/arranging-dialog.h"
#include "ui/context-menu.h"
#include "ui/dialog.h"
#include "ui/split-dialog.h"

#include <glib/gi18n.h>

/* What the selected line stands for; the ids are 0 where there is none. */
typedef struct {
  gboolean is_text, is_unit, is_project;
  gint64   document;
  gint64   unit; /* of a unit's line or a project */
  gint64   project;
} Selected;

static Selected
read_selected (UiWindow *window)
{
  Db            *db = ui_window_get_db (window);
  UiItem        *item = db != NULL ? ui_window_get_selected (window) : NULL;
  const TreeKey *key = item != NULL ? ui_item_get_key (item) : NULL;
  Selected       selected = { 0 };

  if (key == NULL)
    return selected;
  selected.document = ui_item_get_document (item);
  selected.is_text = key->kind == TREE_DOCUMENT;
  selected.is_unit = key->kind == TREE_UNIT;
  selected.is_project = key->kind == TREE_PROJECT;
  selected.project = ui_item_get_project (item);
  if (selected.is_unit)
    selected.unit = key->id;
  if (selected.is_project && (!cell_get_integer (db, &project_table, key->id, "unit_id",
                                                 &selected.unit, NULL) ||
                              selected.unit == DB_NULL))
    selected.unit = 0;
  return selected;
}

static void
begin_text (UiWindow *window, gboolean is_open)
{
  if (is_open)
    ui_ask_new_text (window, 0);
}

static void
begin_in_file (GListModel *files, gpointer window)
{
  g_autoptr (GFile) file = ui_named_file (files, ".jixiao");

  ui_window_open (window, file, DB_OPEN_CREATE, begin_text);
}

/* A text needs a record file to be in. */
static void
new_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);

  if (ui_window_get_db (window) == NULL)
    ui_choose_files (GTK_WINDOW (window), UI_CHOOSE_NEW_RECORDS, NULL, begin_in_file,
                     window);
  else if (ui_window_commit (window))
    ui_ask_new_text (window, 0);
}

static void
add_unit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);

  if (ui_window_commit (window))
    ui_ask_unit (window, ui_window_get_document (window), 0);
}

/* Of the unit that is selected, with the cursor where its name is typed. */
static void
add_project_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow        *window = UI_WINDOW (widget);
  const FormTable *table;
  const FormCell  *cell;
  Selected         selected = read_selected (window);
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!ui_window_commit (window))
    return;
  id = arrangement_add_project (ui_window_get_db (window), selected.document,
                                selected.unit, &error);
  if (id == 0)
    {
      ui_window_complain (window, _ ("No project was added"), g_steal_pointer (&error));
      return;
    }
  ui_window_reload (window);
  ui_window_select (window, selected.document, id);
  table = ui_form_page_get_table (ui_window_get_form (window));
  cell = table != NULL ? form_edit_find (table, "project_name", DB_NULL) : NULL;
  if (cell != NULL)
    ui_form_page_go_to (ui_window_get_form (window), cell);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  Selected  selected = read_selected (window);
  gint64    department;

  if (!ui_window_commit (window))
    return;
  if (selected.unit != 0)
    ui_ask_unit (window, selected.document, selected.unit);
  else if (cell_get_integer (ui_window_get_db (window), &document_table,
                             selected.document, document_table.parent, &department,
                             NULL))
    ui_ask_department_name (window, department);
}

static void
copy_project (UiWindow *window, const Selected *selected)
{
  g_autoptr (GError) error = NULL;
  gint64 id = arrangement_copy (ui_window_get_db (window), "project", selected->project,
                                &error);

  if (id == 0)
    ui_window_complain (window, _ ("Not changed"), g_steal_pointer (&error));
  ui_window_reload (window);
  if (id != 0)
    ui_window_select (window, selected->document, id);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  Selected  selected = read_selected (window);

  if (!ui_window_commit (window))
    return;
  if (selected.is_project)
    copy_project (window, &selected);
  else if (selected.is_unit)
    ui_ask_unit_copy (window, selected.document, selected.unit);
  else
    ui_ask_new_text (window, selected.document);
}

static void
split_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);

  if (ui_window_commit (window))
    ui_ask_split (window, read_selected (window).project);
}

static void
move_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);

  if (ui_window_commit (window))
    ui_ask_move (window, read_selected (window).project);
}

/* Past the next project of the same unit: the others stand under other lines. */
static void
move_by (UiWindow *window, int by)
{
  Db      *db = ui_window_get_db (window);
  Selected selected = read_selected (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 place;
  guint  i = 0;

  if (!ui_window_commit (window))
    return;
  ids = project_ids_of_unit (db, selected.document, selected.unit, &error);
  while (ids != NULL && i < ids->len &&
         g_array_index (ids, gint64, i) != selected.project)
    i++;
  if (ids == NULL || i >= ids->len || i + by >= ids->len)
    return; /* it is the last, or an overall table */
  if (!cell_get_integer (db, &project_table, g_array_index (ids, gint64, i + by),
                         "ordinal", &place, &error) ||
      !arrangement_move (db, "project", selected.project, place, &error))
    ui_window_complain (window, _ ("Not moved"), g_steal_pointer (&error));
  ui_window_reload (window);
  ui_window_select (window, selected.document, selected.project);
}

static void
move_up_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  move_by (UI_WINDOW (window), -1);
}

static void
move_down_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  move_by (UI_WINDOW (window), 1);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  Selected  selected = read_selected (window);
  Removal   removal = { .document = selected.document };

  if (!ui_window_commit (window))
    return;
  removal.kind = selected.is_project ? REMOVAL_PROJECT
                 : selected.is_unit  ? REMOVAL_UNIT
                                     : REMOVAL_DOCUMENT;
  removal.id = selected.is_project ? selected.project
               : selected.is_unit  ? selected.unit
                                   : selected.document;
  ui_ask_removal (window, &removal);
}

static void
delete_department_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  Removal   removal = { .kind = REMOVAL_DEPARTMENT };

  if (ui_window_commit (window) &&
      cell_get_integer (ui_window_get_db (window), &document_table,
                        ui_window_get_document (window), document_table.parent,
                        &removal.id, NULL))
    ui_ask_removal (window, &removal);
}

/* The lines that an action is for. */
typedef enum {
  FOR_ANY,     /* also for none */
  FOR_TEXT,    /* a text, or anything in one */
  FOR_NAMED,   /* a text or a unit */
  FOR_PROJECT, /* a table of targets */
} Line;

static const struct {
  const char *name;
  Line        line;
  void (*activate) (GtkWidget *window, const char *name, GVariant *parameter);
  guint           key;
  GdkModifierType modifiers;
} actions[] = {
  { "win.new-text", FOR_ANY, new_text_cb, GDK_KEY_n,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.add-unit", FOR_TEXT, add_unit_cb, GDK_KEY_u, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "win.add-project", FOR_TEXT, add_project_cb, GDK_KEY_p,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.rename", FOR_NAMED, rename_cb, GDK_KEY_F2, 0 },
  { "win.duplicate", FOR_TEXT, duplicate_cb, GDK_KEY_c, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "win.split", FOR_PROJECT, split_cb, GDK_KEY_s, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "win.move-to", FOR_PROJECT, move_to_cb, GDK_KEY_m, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "win.move-up", FOR_PROJECT, move_up_cb, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "win.move-down", FOR_PROJECT, move_down_cb, GDK_KEY_Down,
    GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "win.delete", FOR_TEXT, delete_cb, GDK_KEY_Delete, GDK_ALT_MASK | GDK_SHIFT_MASK },
  { "win.delete-department", FOR_TEXT, delete_department_cb, GDK_KEY_d,
    GDK_ALT_MASK | GDK_SHIFT_MASK },
};

void
ui_arranging_install (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                       actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key,
                                           actions[i].modifiers, actions[i].name, NULL);
    }
}

void
ui_arranging_update (GtkWidget *widget)
{
  UiWindow *window = UI_WINDOW (widget);
  Db       *db = ui_window_get_db (window);
  gboolean  writable = db != NULL && !db_is_read_only (db);
  Selected  selected = read_selected (window);
  gboolean  met[] = {
     [FOR_ANY] = db == NULL || writable,
     [FOR_TEXT] = writable && selected.document != 0,
     [FOR_NAMED] = writable && selected.document != 0 && !selected.is_project &&
                   (selected.is_text || selected.unit != 0),
     [FOR_PROJECT] = writable && selected.is_project,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, met[actions[i].line]);
}

static GtkWidget *
choose_line (GtkWidget *line)
{
  return gtk_widget_activate_action (line, "listitem.select", "(bb)", FALSE, FALSE)
             ? gtk_widget_get_ancestor (line, UI_TYPE_NAVIGATOR)
             : NULL;
}

void
ui_arranging_add_menu (GtkWidget *navigator, GMenuModel *model)
{
  ui_context_menu_add (navigator, model, choose_line);
}
