/* ui/navigator.c — a tree of documents and their projects.
 *
 * A document's projects are read when its line is opened.
 */

#include "ui/navigator.h"

struct _UiNavigator {
  GtkWidget           parent_instance;
  GtkWidget          *scroller;
  GtkWidget          *view;
  GtkSingleSelection *selection;
  Db                 *db; /* borrowed */
};

enum { SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiNavigator, ui_navigator, GTK_TYPE_WIDGET)

/* The projects of a document line; NULL for a project's line, which has none. */
static GListModel *
children_cb (gpointer item, gpointer data)
{
  UiNavigator *self = data;
  GListStore  *store;
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (GError) error = NULL;

  if (!ui_item_is_document (item))
    return NULL;
  projects = listing_projects (self->db, ui_item_get_document (item), &error);
  if (projects == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  store = g_list_store_new (UI_TYPE_ITEM);
  for (guint i = 0; i < projects->len; i++)
    {
      g_autoptr (UiItem) project =
          ui_item_new_project (projects->pdata[i], ui_item_get_document (item));

      g_list_store_append (store, project);
    }
  return G_LIST_MODEL (store);
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
ui_navigator_dispose (GObject *object)
{
  UiNavigator *self = UI_NAVIGATOR (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
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

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, "文本和项目", -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
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

gboolean
ui_navigator_select (UiNavigator *self, gint64 document, gint64 project)
{
  guint place;

  if (self->selection == NULL)
    return FALSE;
  open_document (self, document);
  place = find (self, document, project);
  if (place == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", place);
  return TRUE;
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

gboolean
ui_navigator_load (UiNavigator *self, Db *db, GError **error)
{
  UiItem *selected = ui_navigator_get_selected (self);
  gint64  document = selected ? ui_item_get_document (selected) : 0;
  gint64  project = selected ? ui_item_get_project (selected) : 0;
  g_autoptr (GPtrArray) documents =
      db ? listing_documents (db, NULL, 0, error) : g_ptr_array_new ();
  GListStore       *store;
  GtkTreeListModel *tree;

  if (documents == NULL)
    return FALSE;
  self->db = db;
  store = g_list_store_new (UI_TYPE_ITEM);
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (UiItem) item = ui_item_new_document (documents->pdata[i]);

      g_list_store_append (store, item);
    }
  /* Opening every document at once would read every project of a large file. */
  tree = gtk_tree_list_model_new (G_LIST_MODEL (store), FALSE, documents->len <= 8,
                                  children_cb, self, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view),
                           GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view keeps it */
  if (!ui_navigator_select (self, document, project) &&
      !ui_navigator_select (self, document, 0))
    select_first (self);
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                    self);
  return TRUE;
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
