/* ui/history-page.c — a list of the actions, and the cells that one of them changed. */

#include "ui/history-page.h"
#include "app/edit/restore.h"
#include "app/local-time.h"
#include "db/history.h"
#include "db/row.h"
#include "db/title.h"
#include "ui/history-model.h"
#include "ui/line.h"
#include "ui/page-bar.h"
#include "ui/text-table.h"

#include <glib/gi18n.h>

/* More cells of one action than anybody reads are a number. */
#define CHANGES_SHOWN 1000

enum { EVER, TODAY, WEEK, MONTH };

struct _UiHistoryPage {
  UiPage             parent_instance;
  GtkWidget         *entry;
  GtkWidget         *scope;
  GtkWidget         *time;
  GtkWidget         *count;
  GtkWidget         *more;
  UiHistoryModel    *actions;
  GtkSelectionModel *action;  /* one of them is selected */
  GListStore        *changes; /* UiLine with HistoryChange, of that action */
  GtkSelectionModel *change;
};

G_DEFINE_FINAL_TYPE (UiHistoryPage, ui_history_page, UI_TYPE_PAGE)

static char *
time_text (gpointer line, gpointer page)
{
  const HistoryEntry *entry = ui_line_get (line);

  return entry != NULL && entry->at != NULL ? local_time_write (entry->at) : NULL;
}

static char *
who_text (gpointer line, gpointer page)
{
  const HistoryEntry *entry = ui_line_get (line);

  return entry != NULL ? g_strdup (entry->who) : NULL;
}

static char *
what_text (gpointer line, gpointer page)
{
  const HistoryEntry *entry = ui_line_get (line);

  if (entry == NULL)
    return NULL;
  switch (entry->kind)
    {
    case HISTORY_FOREIGN:
      return g_strdup (_ ("Another program changed the file"));
    case HISTORY_UNDONE:
      return g_strdup_printf (_ ("Undo: %s"), entry->label);
    case HISTORY_REDONE:
      return g_strdup_printf (_ ("Redo: %s"), entry->label);
    default:
      return g_strdup (entry->label);
    }
}

static char *
place_text (gpointer line, gpointer page)
{
  const HistoryChange *change = ui_line_get (line);

  return title_of_place (ui_page_get_db (page), change->table, change->row, NULL);
}

static char *
cell_text (gpointer line, gpointer page)
{
  const HistoryChange *change = ui_line_get (line);

  switch (change->kind)
    {
    case HISTORY_INSERTED:
      return g_strdup (_ ("added"));
    case HISTORY_DELETED:
      return g_strdup (_ ("removed"));
    default:
      return g_strdup (title_of_cell (ui_page_get_db (page), change->table, change->row,
                                      change->column));
    }
}

static char *
value_text (const HistoryChange *change, const char *value)
{
  if (change->kind != HISTORY_UPDATED)
    return NULL;
  return g_strdup (value != NULL && *value != '\0' ? value : _ ("(blank)"));
}

static char *
old_text (gpointer line, gpointer page)
{
  const HistoryChange *change = ui_line_get (line);

  return value_text (change, change->old);
}

static char *
new_text (gpointer line, gpointer page)
{
  const HistoryChange *change = ui_line_get (line);

  return value_text (change, change->new);
}

/* The cells that the selected action changed. */
static void
show_changes (UiHistoryPage *self)
{
  HistoryEntry *entry = ui_line_get_selected (self->action);
  Db           *db = ui_page_get_db (UI_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  guint shown = 0;

  g_list_store_remove_all (self->changes);
  gtk_label_set_text (GTK_LABEL (self->more), "");
  if (entry == NULL || db == NULL)
    return;
  changes = history_changes (db, entry, &error);
  if (changes == NULL)
    {
      ui_page_complain (UI_PAGE (self), _ ("The changes cannot be shown"),
                        g_steal_pointer (&error));
      return;
    }
  shown = MIN (changes->len, CHANGES_SHOWN);
  if (changes->len > shown)
    {
      g_autofree char *more =
          g_strdup_printf (_ ("and %u more changes"), changes->len - shown);

      gtk_label_set_text (GTK_LABEL (self->more), more);
    }
  g_ptr_array_set_free_func (changes, NULL); /* each goes into its line */
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (UiLine) line = ui_line_new (changes->pdata[i], history_change_free);

      if (i < shown)
        g_list_store_append (self->changes, line);
    }
}

/* What is possible with the selected change. */
static void
update_actions (UiHistoryPage *self)
{
  const HistoryChange *change = ui_line_get_selected (self->change);
  Db                  *db = ui_page_get_db (UI_PAGE (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.restore",
                                 change != NULL && change->kind == HISTORY_UPDATED &&
                                     db != NULL && !db_is_read_only (db));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.go-to",
                                 change != NULL && change->kind != HISTORY_DELETED);
}

static void
action_cb (GtkSelectionModel *selection, GParamSpec *spec, UiHistoryPage *self)
{
  show_changes (self);
  update_actions (self);
}

static void
change_cb (GtkSelectionModel *selection, GParamSpec *spec, UiHistoryPage *self)
{
  update_actions (self);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiHistoryPage       *self = UI_HISTORY_PAGE (widget);
  const HistoryChange *change = ui_line_get_selected (self->change);
  UiPlace              place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *table = g_strdup (change->table);
  g_autofree char *column = g_strdup (change->column);

  place.table = table;
  place.row = change->row;
  place.column = column;
  if (!row_home (ui_page_get_db (UI_PAGE (self)), table_find (table), change->row,
                 &place.document, &place.project, &error))
    ui_page_complain (UI_PAGE (self), _ ("The place cannot be shown"),
                      g_steal_pointer (&error));
  else if (place.document != 0)
    ui_page_go_to (UI_PAGE (self), &place);
  else
    gtk_widget_error_bell (widget);
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiHistoryPage       *self = UI_HISTORY_PAGE (widget);
  const HistoryChange *change = ui_line_get_selected (self->change);
  g_autoptr (GError) error = NULL;

  if (!restore_cell (ui_page_get_db (UI_PAGE (self)), change, &error))
    ui_page_complain (UI_PAGE (self), _ ("The value was not restored"),
                      g_steal_pointer (&error));
  else
    ui_page_change (UI_PAGE (self));
}

static void
activate_cb (GtkColumnView *view, guint place, UiHistoryPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "history.go-to", NULL);
}

/* When the searched time begins; NULL: ever. */
static char *
since (UiHistoryPage *self)
{
  static const int days[] = { [TODAY] = 0, [WEEK] = 6, [MONTH] = 29 };
  guint            time = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->time));

  return time != EVER && time < G_N_ELEMENTS (days) ? local_time_day (days[time])
                                                    : NULL;
}

static gboolean
ui_history_page_load (UiPage *page, GError **error)
{
  UiHistoryPage   *self = UI_HISTORY_PAGE (page);
  g_autofree char *from = since (self);
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint64           project = ui_page_get_project (page);
  guint            scope = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->scope));
  HistoryChoice    choice = { .project = scope == 1 ? project : 0,
                              .text = *text != '\0' ? text : NULL,
                              .since = from };
  g_autofree char *count = NULL;

  gtk_widget_set_sensitive (self->scope, project != 0);
  if (!ui_history_model_search (self->actions, ui_page_get_db (page), &choice, error))
    return FALSE;
  count = g_strdup_printf (_ ("%u actions"),
                           g_list_model_get_n_items (G_LIST_MODEL (self->actions)));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  show_changes (self);
  update_actions (self);
  return TRUE;
}

static void
ui_history_page_clear (UiPage *page)
{
  UiHistoryPage *self = UI_HISTORY_PAGE (page);

  g_list_store_remove_all (self->changes);
  ui_history_model_search (self->actions, NULL, NULL, NULL);
}

static GtkWidget *
new_bar (UiHistoryPage *self)
{
  const char *scopes[] = { _ ("Whole file"), _ ("This project"), NULL };
  const char *times[] = { [EVER] = _ ("Any time"),
                          [TODAY] = _ ("Today"),
                          [WEEK] = _ ("Last 7 days"),
                          [MONTH] = _ ("Last 30 days"),
                          NULL };
  GtkWidget  *bar = ui_page_bar_new ();

  self->entry = ui_page_bar_add_search (bar, _ ("Find changes: words, values, names"),
                                        _ ("Find changes"));
  self->scope = ui_page_bar_add_choice (bar, scopes, _ ("Changes of"));
  self->time = ui_page_bar_add_choice (bar, times, _ ("Changes since"));
  self->count = ui_page_bar_add_note (bar);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (ui_page_load),
                            self);
  g_signal_connect_swapped (self->scope, "notify::selected", G_CALLBACK (ui_page_load),
                            self);
  g_signal_connect_swapped (self->time, "notify::selected", G_CALLBACK (ui_page_load),
                            self);
  return bar;
}

static GtkWidget *
new_changes (UiHistoryPage *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("Where"), 340, place_text },
    { N_ ("Field"), 130, cell_text },
    { N_ ("Before"), 0, old_text },
    { N_ ("After"), 0, new_text },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = ui_page_bar_new ();

  ui_page_bar_add_button (bar, _ ("_Restore the old value"), "history.restore", NULL);
  ui_page_bar_add_button (bar, _ ("_Go to the place"), "history.go-to", NULL);
  self->more = ui_page_bar_add_note (bar);
  gtk_box_append (GTK_BOX (box), ui_text_table_new (self->change, _ ("Changed cells"),
                                                    columns, G_N_ELEMENTS (columns),
                                                    G_CALLBACK (activate_cb), self));
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
ui_history_page_dispose (GObject *object)
{
  UiHistoryPage *self = UI_HISTORY_PAGE (object);

  if (self->action != NULL)
    g_signal_handlers_disconnect_by_data (self->action, self);
  if (self->change != NULL)
    g_signal_handlers_disconnect_by_data (self->change, self);
  G_OBJECT_CLASS (ui_history_page_parent_class)->dispose (object);
  g_clear_object (&self->action);
  g_clear_object (&self->change);
}

static void
ui_history_page_class_init (UiHistoryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_history_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_history_page_load;
  UI_PAGE_CLASS (class)->clear = ui_history_page_clear;
  gtk_widget_class_install_action (widget_class, "history.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "history.go-to", NULL, go_to_cb);
}

static void
ui_history_page_init (UiHistoryPage *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("Time"), 150, time_text },
    { N_ ("Who"), 120, who_text },
    { N_ ("What was done"), 0, what_text },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *changes;

  self->actions = ui_history_model_new ();
  self->changes = g_list_store_new (UI_TYPE_LINE);
  self->action =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->actions)));
  self->change =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->changes)));
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_paned_set_start_child (GTK_PANED (paned),
                             ui_text_table_new (self->action, _ ("Actions"), columns,
                                                G_N_ELEMENTS (columns), NULL, self));
  changes = new_changes (self);
  gtk_widget_set_size_request (changes, -1, 220);
  gtk_paned_set_end_child (GTK_PANED (paned), changes);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_box_append (GTK_BOX (box), paned);
  ui_page_set_child (UI_PAGE (self), box);
  g_signal_connect (self->action, "notify::selected-item", G_CALLBACK (action_cb),
                    self);
  g_signal_connect (self->change, "notify::selected-item", G_CALLBACK (change_cb),
                    self);
  update_actions (self);
}
