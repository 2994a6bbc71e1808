/* ui/history-model.c — a list of the actions in a file that holds their places only. */

#include "ui/history-model.h"
#include "ui/line.h"

struct _UiHistoryModel {
  GObject parent_instance;
  Db     *db;    /* borrowed */
  GArray *lines; /* gint64: a line of each entry */
};

static GType
get_item_type (GListModel *model)
{
  return UI_TYPE_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return UI_HISTORY_MODEL (model)->lines->len;
}

/* What cannot be read is shown as nothing: the list goes on. */
static gpointer
get_item (GListModel *model, guint place)
{
  UiHistoryModel *self = UI_HISTORY_MODEL (model);
  g_autoptr (GError) error = NULL;
  HistoryEntry *entry;

  if (place >= self->lines->len)
    return NULL;
  entry = history_entry (self->db, g_array_index (self->lines, gint64, place), &error);
  if (entry == NULL)
    {
      g_warning ("%s", error->message);
      return ui_line_new (NULL, NULL);
    }
  return ui_line_new (entry, history_entry_free);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (UiHistoryModel, ui_history_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_init))

static void
ui_history_model_finalize (GObject *object)
{
  g_array_unref (UI_HISTORY_MODEL (object)->lines);
  G_OBJECT_CLASS (ui_history_model_parent_class)->finalize (object);
}

static void
ui_history_model_class_init (UiHistoryModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ui_history_model_finalize;
}

static void
ui_history_model_init (UiHistoryModel *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (gint64));
}

UiHistoryModel *
ui_history_model_new (void)
{
  return g_object_new (UI_TYPE_HISTORY_MODEL, NULL);
}

gboolean
ui_history_model_search (UiHistoryModel *self, Db *db, const HistoryChoice *choice,
                         GError **error)
{
  g_autoptr (GArray) found = db != NULL ? history_search (db, choice, error)
                                        : g_array_new (FALSE, FALSE, sizeof (gint64));
  guint removed = self->lines->len;

  if (found == NULL)
    return FALSE;
  /* In two steps: told of all lines at once, GTK 4.8 reads every one of them. */
  g_array_set_size (self->lines, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
  self->db = db;
  g_array_append_vals (self->lines, found->data, found->len);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, found->len);
  return TRUE;
}
