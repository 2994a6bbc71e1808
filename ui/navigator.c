/* ui/navigator.c — a tree of years, documents, units and projects.
 *
 * What is below a line is read when the line is opened, what it adds up to is counted
 * aside: see ui/branch.h and app/check/tally.h.
 */

#include "ui/navigator.h"
#include "ui/branch.h"
#include "ui/naming.h"
#include "ui/short-text.h"

#include <glib/gi18n.h>

struct _UiNavigator {
  GtkWidget           parent_instance;
  GtkWidget          *scroller;
  GtkWidget          *view;
  GtkSingleSelection *selection; /* lent by the view; NULL: no file */
  UiBranch           *root;
  GPtrArray          *branches; /* UiBranch *, not owned: those that are open */
  Db                 *db;       /* lent */
  Tally              *tally;
  UiItem             *selected; /* that was asked for last; NULL: none */
  gint64              changes;  /* of the file, when it was shown last */
};

enum { SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiNavigator, ui_navigator, GTK_TYPE_WIDGET)

static void
branch_gone_cb (gpointer self, GObject *branch)
{
  g_ptr_array_remove_fast (UI_NAVIGATOR (self)->branches, branch);
}

static UiBranch *
make_branch (UiNavigator *self, UiItem *item)
{
  UiBranch *branch = ui_branch_new (self->db, self->tally, item);

  g_ptr_array_add (self->branches, branch);
  g_object_weak_ref (G_OBJECT (branch), branch_gone_cb, self);
  return branch;
}

/* NULL for a project's line, which has nothing below it. */
static GListModel *
children_cb (gpointer item, gpointer self)
{
  return ui_item_get_project (item) == 0 ? G_LIST_MODEL (make_branch (self, item))
                                         : NULL;
}

static GtkWidget *
small_text (gboolean keeps_width)
{
  GtkWidget *text = ui_short_text_new (keeps_width);

  gtk_widget_add_css_class (text, "caption");
  return text;
}

/* The rows that are not looked at need no tooltip. */
static gboolean
tooltip_cb (GtkTreeExpander *expander, int x, int y, gboolean by_key,
            GtkTooltip *tooltip, gpointer data)
{
  UiItem *item = g_object_get_data (G_OBJECT (expander), "item");

  if (item == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (expander), "name"));
  return TRUE;
}

/* Above the title, below it what the line adds up to and its findings. */
static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = ui_short_text_new (FALSE);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *detail = small_text (FALSE);

  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_box_append (GTK_BOX (line), detail);
  gtk_box_append (GTK_BOX (line), small_text (TRUE));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), line);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_widget_set_has_tooltip (expander, TRUE);
  g_signal_connect (expander, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  gtk_list_item_set_child (list_item, expander);
}

static void
show_item (UiItem *item, GtkTreeExpander *expander)
{
  GtkWidget *title =
      gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget       *line = gtk_widget_get_next_sibling (title);
  GtkWidget       *detail = gtk_widget_get_first_child (line);
  GtkWidget       *findings = gtk_widget_get_last_child (line);
  const char      *worst;
  g_autofree char *text = ui_item_dup_findings (item, &worst);
  const char      *classes[] = { "caption", "severity", worst, NULL };
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", ui_item_get_title (item),
                                           ui_item_get_detail (item), text);

  ui_short_text_set (UI_SHORT_TEXT (title), ui_item_get_title (item));
  ui_short_text_set (UI_SHORT_TEXT (detail), ui_item_get_detail (item));
  ui_short_text_set (UI_SHORT_TEXT (findings), text);
  gtk_widget_set_css_classes (findings, classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  ui_name_row (GTK_WIDGET (expander), name);
  g_object_set_data_full (G_OBJECT (expander), "name", g_steal_pointer (&name), g_free);
  if (ui_item_get_project (item) == 0)
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
}

/* A row does not keep its item: who shows it does. */
static void
hold (GtkTreeExpander *expander, UiItem *item)
{
  UiItem *held = g_object_get_data (G_OBJECT (expander), "item");

  if (held != NULL)
    g_signal_handlers_disconnect_by_func (held, show_item, expander);
  if (item != NULL)
    g_signal_connect (item, "changed", G_CALLBACK (show_item), expander);
  g_object_set_data_full (G_OBJECT (expander), "item",
                          item != NULL ? g_object_ref (item) : NULL, g_object_unref);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow  *row = gtk_list_item_get_item (list_item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  g_autoptr (UiItem) item = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  hold (expander, item);
  show_item (item, expander);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));

  hold (expander, NULL);
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

  ui_navigator_load (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_navigator_parent_class)->dispose (object);
}

static void
ui_navigator_finalize (GObject *object)
{
  UiNavigator *self = UI_NAVIGATOR (object);

  for (guint i = 0; i < self->branches->len; i++)
    g_object_weak_unref (self->branches->pdata[i], branch_gone_cb, self);
  g_ptr_array_unref (self->branches);
  G_OBJECT_CLASS (ui_navigator_parent_class)->finalize (object);
}

static void
ui_navigator_class_init (UiNavigatorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_navigator_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_navigator_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", UI_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_navigator_init (UiNavigator *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->branches = g_ptr_array_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Documents and projects"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

UiItem *
ui_navigator_get_selected (UiNavigator *self)
{
  GtkTreeListRow *row =
      self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  g_autoptr (UiItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  g_set_object (&self->selected, item);
  return item;
}

static GtkTreeListModel *
tree_of (UiNavigator *self)
{
  return GTK_TREE_LIST_MODEL (gtk_single_selection_get_model (self->selection));
}

/* The row of a line below another one, which is opened for it; above NULL: at the top.
 * NULL: there is none.  */
static GtkTreeListRow *
row_below (UiNavigator *self, GtkTreeListRow *above, TreeKind kind, gint64 id)
{
  TreeKey   key = { kind, id };
  UiBranch *branch = self->root;
  guint     place;

  if (above != NULL)
    {
      gtk_tree_list_row_set_expanded (above, TRUE);
      branch = UI_BRANCH (gtk_tree_list_row_get_children (above));
    }
  place = branch != NULL ? ui_branch_find (branch, &key) : G_MAXUINT;
  if (place == G_MAXUINT)
    return NULL;
  return above != NULL ? gtk_tree_list_row_get_child_row (above, place)
                       : gtk_tree_list_model_get_child_row (tree_of (self), place);
}

static GtkTreeListRow *
document_row (UiNavigator *self, gint64 document)
{
  TreeKey         key = { TREE_DOCUMENT, document };
  GtkTreeListRow *row = row_below (self, NULL, TREE_DOCUMENT, document);
  g_autoptr (TreeLine) line = row == NULL ? tree_line (self->db, &key, NULL) : NULL;
  g_autoptr (GtkTreeListRow) year = NULL;

  if (line == NULL)
    return row;
  year = row_below (self, NULL, TREE_YEAR, line->year != DB_NULL ? line->year : 0);
  return year != NULL ? row_below (self, year, TREE_DOCUMENT, document) : NULL;
}

static GtkTreeListRow *
project_row (UiNavigator *self, gint64 project)
{
  gint64 document, unit;
  g_autoptr (GtkTreeListRow) above = NULL;
  g_autoptr (GtkTreeListRow) below = NULL;
  GtkTreeListRow *row;

  if (!tree_find (self->db, project, &document, &unit, NULL))
    return NULL;
  above = document_row (self, document);
  row = above != NULL ? row_below (self, above, TREE_PROJECT, project) : NULL;
  if (row != NULL || above == NULL)
    return row;
  below = row_below (self, above, TREE_UNIT, unit);
  return below != NULL ? row_below (self, below, TREE_PROJECT, project) : NULL;
}

/* The scrolling waits until the rows that were just opened have a place. */
static gboolean
scroll_cb (gpointer data)
{
  UiNavigator *self = data;

  if (self->selection != NULL)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u",
                                gtk_single_selection_get_selected (self->selection));
  return G_SOURCE_REMOVE;
}

static gboolean
select_row (UiNavigator *self, GtkTreeListRow *row)
{
  if (row == NULL)
    return FALSE;
  gtk_single_selection_set_selected (self->selection,
                                     gtk_tree_list_row_get_position (row));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_cb, g_object_ref (self),
                   g_object_unref);
  return TRUE;
}

gboolean
ui_navigator_select (UiNavigator *self, gint64 document, gint64 project)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (self->selection == NULL)
    return FALSE;
  row = project != 0 ? project_row (self, project) : document_row (self, document);
  return select_row (self, row);
}

/* Adds the tables below a line of a document in their order. */
static void
add_tables (UiNavigator *self, gint64 document, GArray *lines, GArray *tables)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const TreeKey *key = &g_array_index (lines, TreeKey, i);
      g_autoptr (GArray) below = NULL;

      if (key->kind == TREE_PROJECT)
        g_array_append_val (tables, key->id);
      else
        below = tree_of_unit (self->db, document, key->id, NULL);
      add_tables (self, document, below, tables);
    }
}

static gboolean
may_have_findings (UiNavigator *self, gint64 table)
{
  TreeKey  key = { TREE_PROJECT, table };
  TallySum sum;
  guint    n = 0;

  if (!tally_get (self->tally, &key, 0, &sum) || sum.open > 0)
    return TRUE;
  for (guint i = 0; i < CHECK_SEVERITIES; i++)
    n += sum.findings[i];
  return n > 0;
}

gint64
ui_navigator_find_findings (UiNavigator *self, gint64 table, int by)
{
  UiItem *selected = ui_navigator_get_selected (self);
  gint64  document = selected != NULL ? ui_item_get_document (selected) : 0;
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) lines =
      document != 0 ? tree_of_document (self->db, document, NULL) : NULL;
  guint place = 0;

  add_tables (self, document, lines, tables);
  while (place < tables->len && g_array_index (tables, gint64, place) != table)
    place++;
  for (guint i = 0; i < tables->len; i++)
    {
      gint64 other;

      if (by > 0)
        place = place + 1 < tables->len ? place + 1 : 0;
      else
        place = place > 0 ? MIN (place, tables->len) - 1 : tables->len - 1;
      other = g_array_index (tables, gint64, place);
      if (other != table && may_have_findings (self, other))
        return other;
    }
  return 0;
}

char *
ui_navigator_dup_document_title (UiNavigator *self)
{
  UiItem *selected = ui_navigator_get_selected (self);
  TreeKey key = { TREE_DOCUMENT, selected ? ui_item_get_document (selected) : 0 };
  g_autoptr (TreeLine) line = key.id != 0 ? tree_line (self->db, &key, NULL) : NULL;

  return line != NULL ? ui_item_document_title (line) : NULL;
}

/* The line of a unit, or of its document, which has no others.  */
static GtkTreeListRow *
unit_row (UiNavigator *self, gint64 document, gint64 unit)
{
  g_autoptr (GtkTreeListRow) above = document_row (self, document);
  GtkTreeListRow *row = above != NULL ? row_below (self, above, TREE_UNIT, unit) : NULL;

  return row != NULL ? row : g_steal_pointer (&above);
}

gboolean
ui_navigator_select_line (UiNavigator *self, gint64 document, const TreeKey *key)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (self->selection == NULL || key->kind != TREE_UNIT)
    return ui_navigator_select (self, document,
                                key->kind == TREE_PROJECT ? key->id : 0);
  row = unit_row (self, document, key->id);
  return select_row (self, row);
}

/* The first project: there is nothing to edit on the lines above. */
static void
select_first (UiNavigator *self)
{
  g_autoptr (GtkTreeListRow) row =
      gtk_tree_list_model_get_child_row (tree_of (self), 0);

  while (row != NULL && gtk_tree_list_row_is_expandable (row))
    {
      GtkTreeListRow *below;

      gtk_tree_list_row_set_expanded (row, TRUE);
      below = gtk_tree_list_row_get_child_row (row, 0);
      if (below == NULL)
        break;
      g_object_unref (row);
      row = below;
    }
  select_row (self, row);
}

static void
counted_cb (gpointer data)
{
  UiNavigator *self = data;

  for (guint i = 0; i < self->branches->len; i++)
    ui_branch_show_sums (self->branches->pdata[i]);
}

static void
leave_file (UiNavigator *self)
{
  /* First the selection goes: nobody is to hear of the lines that leave. */
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
  for (guint i = 0; i < self->branches->len; i++)
    ui_branch_leave (self->branches->pdata[i]);
  g_clear_object (&self->selected);
  self->selection = NULL;
  self->root = NULL;
  g_clear_pointer (&self->tally, tally_free);
  self->db = NULL;
}

static void
enter_file (UiNavigator *self, Db *db)
{
  GtkTreeListModel *tree;

  self->db = db;
  self->tally = tally_new (db_get_path (db), counted_cb, self);
  self->root = make_branch (self, NULL);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (self->root), FALSE, FALSE, children_cb,
                                  self, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view),
                           GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view keeps it */
  select_first (self);
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                    self);
}

/* Reads again what is open; the selection stays, or goes to what is left. */
static void
read_again (UiNavigator *self)
{
  UiItem *selected = ui_navigator_get_selected (self);
  TreeKey key = selected ? *ui_item_get_key (selected) : (TreeKey){ TREE_YEAR, 0 };
  gint64  document = selected ? ui_item_get_document (selected) : 0;
  gint64  project = selected ? ui_item_get_project (selected) : 0;
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  for (guint i = 0; i < self->branches->len; i++)
    g_ptr_array_add (open, g_object_ref (self->branches->pdata[i]));
  for (guint i = 0; i < open->len; i++)
    ui_branch_refresh (open->pdata[i]);
  selected = ui_navigator_get_selected (self);
  if (selected == NULL || ui_item_get_key (selected)->kind != key.kind ||
      ui_item_get_key (selected)->id != key.id)
    if (!ui_navigator_select (self, document, project) &&
        !ui_navigator_select (self, document, 0))
      select_first (self);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  tally_survey (self->tally);
  tally_recount (self->tally, document, project);
}

void
ui_navigator_load (UiNavigator *self, Db *db)
{
  if (self->db != NULL && self->db != db)
    leave_file (self);
  if (self->db != NULL)
    read_again (self);
  else if (db != NULL)
    enter_file (self, db);
  self->changes = db != NULL ? db_count_changes (db) : 0;
}

gboolean
ui_navigator_has_documents (UiNavigator *self)
{
  return self->root != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->root)) > 0;
}

/* The list of GTK 4.8 would begin at its first row, not at the one that is selected. */
void
ui_navigator_focus (UiNavigator *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->view);

  while (row != NULL &&
         (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);
  gtk_widget_grab_focus (row != NULL ? row : self->view);
}

void
ui_navigator_update (UiNavigator *self)
{
  UiItem *selected = ui_navigator_get_selected (self);
  gint64  changes = self->db != NULL ? db_count_changes (self->db) : 0;

  if (selected == NULL || changes == self->changes)
    return;
  self->changes = changes;
  for (guint i = 0; i < self->branches->len; i++)
    ui_branch_refresh_line (self->branches->pdata[i], ui_item_get_key (selected));
  ui_navigator_recount (self);
}

void
ui_navigator_recount (UiNavigator *self)
{
  UiItem *selected = ui_navigator_get_selected (self);

  if (selected != NULL)
    tally_recount (self->tally, ui_item_get_document (selected),
                   ui_item_get_project (selected));
}
