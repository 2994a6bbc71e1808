/* ui/navigator.c — a tree of documents and their projects, and a search through it.
 *
 * A document's projects are read when its line is opened.
 */

#include "ui/navigator.h"
#include "app/fold.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiNavigator {
  GtkWidget           parent_instance;
  GtkWidget          *box;
  GtkWidget          *entry;
  GtkWidget          *view;
  GtkSingleSelection *selection;
  Db                 *db;        /* borrowed */
  char               *query;     /* searchable; NULL: everything is shown */
  guint               documents; /* in the file */
};

enum { SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiNavigator, ui_navigator, GTK_TYPE_WIDGET)

/* Neither width nor case of letters makes a difference. */
static char *
searchable (const char *text)
{
  g_autofree char *folded = fold (text);

  return g_utf8_casefold (folded, -1);
}

static gboolean
contains (const char *text, const char *query)
{
  g_autofree char *found = text != NULL ? searchable (text) : NULL;

  return found != NULL && strstr (found, query) != NULL;
}

static gboolean
is_found (UiNavigator *self, const ListedProject *project)
{
  return self->query == NULL || contains (project->name, self->query) ||
         contains (project->code, self->query) || contains (project->unit, self->query);
}

/* The projects of a document that are searched for: UiItem. */
static GListStore *
read_projects (UiNavigator *self, gint64 document)
{
  GListStore *store = g_list_store_new (UI_TYPE_ITEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects = listing_projects (self->db, document, &error);

  if (projects == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; projects != NULL && i < projects->len; i++)
    if (is_found (self, projects->pdata[i]))
      {
        g_autoptr (UiItem) project = ui_item_new_project (projects->pdata[i], document);

        g_list_store_append (store, project);
      }
  return store;
}

/* NULL for a project's line, which has nothing below it. */
static GListModel *
children_cb (gpointer item, gpointer self)
{
  return ui_item_is_document (item)
             ? G_LIST_MODEL (read_projects (self, ui_item_get_document (item)))
             : NULL;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
show_item (UiItem *item, GtkTreeExpander *expander)
{
  GtkWidget *title =
      gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);

  gtk_label_set_text (GTK_LABEL (title), ui_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (detail), ui_item_get_detail (item));
  gtk_widget_set_tooltip_text (title, ui_item_get_title (item));
  if (ui_item_is_document (item))
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow  *row = gtk_list_item_get_item (list_item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  g_autoptr (UiItem) item = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  g_signal_connect (item, "changed", G_CALLBACK (show_item), expander);
  show_item (item, expander);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow  *row = gtk_list_item_get_item (list_item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  g_autoptr (UiItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;

  if (item != NULL)
    g_signal_handlers_disconnect_by_func (item, show_item, expander);
  gtk_tree_expander_set_list_row (expander, NULL);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *spec, UiNavigator *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
search_cb (GtkSearchEntry *entry, UiNavigator *self)
{
  g_autofree char *query = searchable (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (strcmp (query, self->query ? self->query : "") == 0 || self->db == NULL)
    return;
  g_free (self->query);
  self->query = *query != '\0' ? g_steal_pointer (&query) : NULL;
  if (ui_navigator_load (self, self->db, NULL))
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
stop_cb (GtkSearchEntry *entry, UiNavigator *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (self->view);
}

static void
to_list_cb (GtkSearchEntry *entry, UiNavigator *self)
{
  gtk_widget_grab_focus (self->view);
}

static void
make_entry (UiNavigator *self)
{
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Find projects: name, code, unit"),
                NULL);
  gtk_widget_add_css_class (self->entry, "search");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find projects"),
                                  -1);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (to_list_cb), self);
}

static void
ui_navigator_dispose (GObject *object)
{
  UiNavigator *self = UI_NAVIGATOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (ui_navigator_parent_class)->dispose (object);
}

static void
ui_navigator_class_init (UiNavigatorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_navigator_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", UI_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_navigator_init (UiNavigator *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Documents and projects"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  make_entry (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* The row keeps its item: it is lent. */
static UiItem *
item_of (GtkTreeListRow *row)
{
  UiItem *item = gtk_tree_list_row_get_item (row);

  g_object_unref (item);
  return item;
}

UiItem *
ui_navigator_get_selected (UiNavigator *self)
{
  GtkTreeListRow *row =
      self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return row != NULL ? item_of (row) : NULL;
}

/* The place of a line in the tree as it is opened; GTK_INVALID_LIST_POSITION: none. */
static guint
find (UiNavigator *self, gint64 document, gint64 project)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      UiItem *item = item_of (row);

      if (ui_item_get_document (item) == document &&
          ui_item_get_project (item) == project)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

char *
ui_navigator_dup_document_title (UiNavigator *self)
{
  UiItem *selected = ui_navigator_get_selected (self);
  guint   place = selected ? find (self, ui_item_get_document (selected), 0)
                           : GTK_INVALID_LIST_POSITION;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (place == GTK_INVALID_LIST_POSITION)
    return NULL;
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), place);
  return g_strdup (ui_item_get_title (item_of (row)));
}

static void
open_document (UiNavigator *self, gint64 document)
{
  guint place = find (self, document, 0);

  if (place != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (GtkTreeListRow) row =
          g_list_model_get_item (G_LIST_MODEL (self->selection), place);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static gboolean
select_line (UiNavigator *self, gint64 document, gint64 project)
{
  guint place;

  open_document (self, document);
  place = find (self, document, project);
  if (place == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", place);
  return TRUE;
}

gboolean
ui_navigator_select (UiNavigator *self, gint64 document, gint64 project)
{
  if (self->selection == NULL)
    return FALSE;
  if (select_line (self, document, project))
    return TRUE;
  if (self->query == NULL)
    return FALSE;
  g_clear_pointer (&self->query, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return ui_navigator_load (self, self->db, NULL) &&
         select_line (self, document, project);
}

/* There is nothing to edit on a document's line: its first project is better. */
static void
select_first (UiNavigator *self)
{
  UiItem *item;

  gtk_single_selection_set_selected (self->selection, 0);
  item = ui_navigator_get_selected (self);
  if (item == NULL)
    return;
  open_document (self, ui_item_get_document (item));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 1)
    gtk_single_selection_set_selected (self->selection, 1);
}

/* What was selected, or what is left of it; who searches wants a project. */
static void
select_again (UiNavigator *self, gint64 document, gint64 project)
{
  if (project != 0 && select_line (self, document, project))
    return;
  if (self->query != NULL || !select_line (self, document, 0))
    select_first (self);
}

/* The lines of the documents in which something is found. */
static GListStore *
document_lines (UiNavigator *self, GPtrArray *documents)
{
  GListStore *store = g_list_store_new (UI_TYPE_ITEM);

  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (UiItem) item = ui_item_new_document (documents->pdata[i]);
      g_autoptr (GListStore) found =
          self->query ? read_projects (self, ui_item_get_document (item)) : NULL;

      if (found == NULL || g_list_model_get_n_items (G_LIST_MODEL (found)) > 0)
        g_list_store_append (store, item);
    }
  return store;
}

gboolean
ui_navigator_load (UiNavigator *self, Db *db, GError **error)
{
  UiItem *selected = ui_navigator_get_selected (self);
  gint64  document = selected ? ui_item_get_document (selected) : 0;
  gint64  project = selected ? ui_item_get_project (selected) : 0;
  g_autoptr (GPtrArray) documents =
      db ? listing_documents (db, NULL, 0, error) : g_ptr_array_new ();
  GtkTreeListModel *tree;

  if (documents == NULL)
    return FALSE;
  self->db = db;
  self->documents = documents->len;
  /* Opening every document at once would read every project of a large file. */
  tree = gtk_tree_list_model_new (G_LIST_MODEL (document_lines (self, documents)),
                                  FALSE, self->query != NULL || documents->len <= 8,
                                  children_cb, self, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view),
                           GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view keeps it */
  select_again (self, document, project);
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                    self);
  return TRUE;
}

gboolean
ui_navigator_has_documents (UiNavigator *self)
{
  return self->documents > 0;
}

void
ui_navigator_focus (UiNavigator *self)
{
  gtk_widget_grab_focus (self->view);
}

void
ui_navigator_search (UiNavigator *self)
{
  gtk_widget_grab_focus (self->entry);
}

gboolean
ui_navigator_update (UiNavigator *self, GError **error)
{
  UiItem *selected = ui_navigator_get_selected (self);
  gint64  document = selected ? ui_item_get_document (selected) : 0;
  g_autoptr (GPtrArray) projects = NULL;

  if (document == 0)
    return TRUE;
  projects = listing_projects (self->db, document, error);
  for (guint i = 0; projects != NULL && i < projects->len; i++)
    {
      const ListedProject *project = projects->pdata[i];
      guint                place = find (self, document, project->id);

      if (place != GTK_INVALID_LIST_POSITION)
        {
          g_autoptr (GtkTreeListRow) row =
              g_list_model_get_item (G_LIST_MODEL (self->selection), place);

          ui_item_update_project (item_of (row), project);
        }
    }
  return projects != NULL;
}
