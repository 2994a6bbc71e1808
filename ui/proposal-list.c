/* ui/proposal-list.c — a tree of two levels: items, and their fields when opened. */

#include "ui/proposal-list.h"
#include "ui/line.h"
#include "ui/naming.h"
#include "ui/proposal-line.h"

#include <glib/gi18n.h>

struct _UiProposalList {
  GtkWidget           parent_instance;
  GtkWidget          *scroller;
  GtkWidget          *view;
  GtkTreeListModel   *tree;
  GtkSingleSelection *selection; /* of the tree; NULL: nothing is shown */
  Preview            *preview;
  GHashTable         *owners;   /* DbRecord * → PreviewItem * */
  GHashTable         *opened;   /* PreviewItem * → GListStore of its lines */
  GHashTable         *bound;    /* GtkListItem *, that show something */
  gboolean            is_still; /* whether the user is not the one who selects */
};

enum { CHOSEN, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiProposalList, ui_proposal_list, GTK_TYPE_WIDGET)

static UiProposalLine *
line_of_row (GtkTreeListRow *row)
{
  g_autoptr (UiLine) line = gtk_tree_list_row_get_item (row);

  return ui_line_get (line);
}

/* The parts of a row, which are made once. */
typedef struct {
  GtkWidget      *expander, *title, *value, *state, *take;
  UiProposalLine *line; /* NULL: nothing is shown */
} Row;

/* 新增, 相同, 不同 3 处 */
static char *
state_text (const PreviewItem *item)
{
  switch (item->state)
    {
    case PREVIEW_NEW:
      return g_strdup (C_ ("a record", "New"));
    case PREVIEW_SAME:
      return g_strdup (C_ ("a record", "Same"));
    case PREVIEW_DIFFERS:
      break;
    }
  return g_strdup_printf (_ ("%u differ"), item->revisions->len);
}

static const char *
choice_text (const PreviewItem *item)
{
  return item->choice == PREVIEW_SKIP  ? _ ("Skip")
         : item->choice == PREVIEW_ADD ? _ ("Add")
                                       : _ ("Update");
}

static void
bind_item (const Row *row, const UiProposalLine *line)
{
  const PreviewItem *item = line->item;
  g_autofree char   *state = state_text (item);
  g_autofree char   *name = g_strdup_printf (_ ("Import %s"), line->title);
  g_autofree char   *words =
      g_strdup_printf ("%s, %s, %s", line->title, state, choice_text (item));

  gtk_label_set_text (GTK_LABEL (row->state), state);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (row->take), choice_text (item));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->take),
                               item->choice != PREVIEW_SKIP);
  gtk_widget_set_sensitive (row->take, item->state != PREVIEW_SAME);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->take),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  ui_name_row (row->expander, words);
}

/* What is the same is there already. */
static void
choose (PreviewItem *item, gboolean is_taken)
{
  item->choice = !is_taken || item->state == PREVIEW_SAME ? PREVIEW_SKIP
                 : item->state == PREVIEW_NEW             ? PREVIEW_ADD
                                                          : PREVIEW_UPDATE;
}

static void
toggled_cb (GtkCheckButton *take, GtkListItem *item)
{
  Row            *row = g_object_get_data (G_OBJECT (item), "row");
  UiProposalList *self =
      UI_PROPOSAL_LIST (gtk_widget_get_ancestor (row->expander, UI_TYPE_PROPOSAL_LIST));
  PreviewItem *of = row->line != NULL ? row->line->item : NULL;

  if (of == NULL || self == NULL)
    return;
  choose (of, gtk_check_button_get_active (take));
  bind_item (row, row->line);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_label (GtkWidget *box, gboolean expands)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expands);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiProposalList *self)
{
  Row       *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  row->expander = gtk_tree_expander_new ();
  row->title = new_label (box, FALSE);
  row->value = new_label (box, TRUE);
  row->state = new_label (box, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (row->state), PANGO_ELLIPSIZE_NONE);
  row->take = gtk_check_button_new ();
  gtk_box_append (GTK_BOX (box), row->take);
  g_signal_connect (row->take, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (row->expander), box);
  g_object_set_data_full (G_OBJECT (item), "row", row, g_free);
  gtk_list_item_set_child (item, row->expander);
}

static void
show_value (const Row *row, const UiProposalLine *line)
{
  g_autofree char *text = ui_proposal_line_text (line);
  g_autofree char *flat =
      text != NULL ? g_strdelimit (g_strdup (text), "\n", ' ') : NULL;

  gtk_label_set_text (GTK_LABEL (row->value), flat != NULL ? flat : _ ("(blank)"));
  gtk_widget_set_tooltip_text (row->value, text);
  if (text == NULL)
    gtk_widget_add_css_class (row->value, "dim-label");
  else
    gtk_widget_remove_css_class (row->value, "dim-label");
}

static void
bind_row (GtkListItem *item)
{
  Row            *row = g_object_get_data (G_OBJECT (item), "row");
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  UiProposalLine *line = line_of_row (tree_row);
  gboolean is_item = line->kind == UI_LINE_ITEM, is_field = line->kind == UI_LINE_FIELD;

  row->line = NULL; /* it is not the user who ticks */
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (row->expander), tree_row);
  gtk_label_set_text (GTK_LABEL (row->title), line->title);
  gtk_label_set_width_chars (GTK_LABEL (row->title), is_field ? 16 : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (row->title), is_field ? 16 : -1);
  gtk_widget_set_hexpand (row->title, !is_field);
  gtk_widget_set_tooltip_text (row->title, is_field ? NULL : line->title);
  gtk_widget_set_visible (row->value, is_field);
  gtk_widget_set_visible (row->state, is_item);
  gtk_widget_set_visible (row->take, is_item);
  gtk_widget_remove_css_class (row->title, "proposal-title");
  gtk_widget_remove_css_class (row->title, "dim-label");
  if (is_item || line->kind == UI_LINE_HEADING)
    gtk_widget_add_css_class (row->title, "proposal-title");
  if (is_field)
    gtk_widget_add_css_class (row->title, "dim-label");
  if (is_field)
    show_value (row, line);
  if (is_item)
    bind_item (row, line);
  else
    ui_name_row (row->expander, line->title);
  row->line = line;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiProposalList *self)
{
  g_hash_table_add (self->bound, item);
  bind_row (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiProposalList *self)
{
  Row *row = g_object_get_data (G_OBJECT (item), "row");

  g_hash_table_remove (self->bound, item);
  row->line = NULL;
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (row->expander), NULL);
}

static void
rebind (UiProposalList *self)
{
  GHashTableIter each;
  gpointer       item;

  g_hash_table_iter_init (&each, self->bound);
  while (g_hash_table_iter_next (&each, &item, NULL))
    bind_row (item);
}

static GListStore *
lines_of (UiProposalList *self, PreviewItem *item)
{
  GListStore *lines = g_hash_table_lookup (self->opened, item);

  if (lines == NULL)
    {
      lines = g_list_store_new (UI_TYPE_LINE);
      ui_proposal_fill (lines, self->preview, item);
      g_hash_table_insert (self->opened, item, lines);
    }
  return lines;
}

static GListModel *
open_cb (gpointer item, gpointer data)
{
  const UiProposalLine *line = ui_line_get (item);

  return line->kind == UI_LINE_ITEM
             ? G_LIST_MODEL (g_object_ref (lines_of (data, line->item)))
             : NULL;
}

static UiProposalLine *
selected_line (UiProposalList *self)
{
  GtkTreeListRow *row = self->selection != NULL
                            ? gtk_single_selection_get_selected_item (self->selection)
                            : NULL;

  return row != NULL ? line_of_row (row) : NULL;
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *property, UiProposalList *self)
{
  if (!self->is_still)
    g_signal_emit (self, signals[CHOSEN], 0);
}

/* An item opens and closes like the others of a tree. */
static void
activate_cb (GtkListView *view, guint position, UiProposalList *self)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

/* Space takes or leaves the item of the line. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        UiProposalList *self)
{
  const UiProposalLine *line = selected_line (self);

  if (key != GDK_KEY_space || line == NULL || line->kind != UI_LINE_ITEM ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  choose (line->item, line->item->choice == PREVIEW_SKIP);
  rebind (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return GDK_EVENT_STOP;
}

static void
own_cb (DbRecord *record, PreviewItem *item, gpointer owners)
{
  g_hash_table_insert (owners, record, item);
}

static void
ui_proposal_list_dispose (GObject *object)
{
  UiProposalList *self = UI_PROPOSAL_LIST (object);

  if (self->scroller != NULL)
    ui_proposal_list_show (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_proposal_list_parent_class)->dispose (object);
}

static void
ui_proposal_list_finalize (GObject *object)
{
  UiProposalList *self = UI_PROPOSAL_LIST (object);

  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->bound);
  G_OBJECT_CLASS (ui_proposal_list_parent_class)->finalize (object);
}

static void
ui_proposal_list_class_init (UiProposalListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_proposal_list_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_proposal_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", UI_TYPE_PROPOSAL_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_PROPOSAL_LIST, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_proposal_list_init (UiProposalList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->owners = g_hash_table_new (NULL, NULL);
  self->opened = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->bound = g_hash_table_new (NULL, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = gtk_list_view_new (NULL, factory);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Records to be imported"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->view, keys);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
ui_proposal_list_show (UiProposalList *self, Preview *preview)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
  g_clear_object (&self->selection);
  self->tree = NULL;
  g_hash_table_remove_all (self->opened);
  g_hash_table_remove_all (self->owners);
  self->preview = preview;
  if (preview == NULL)
    return;
  for (guint i = 0; i < preview->items->len; i++)
    ui_proposal_visit (preview, preview->items->pdata[i], own_cb, self->owners);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (ui_proposal_items (preview)),
                                        FALSE, FALSE, open_cb, self, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  g_object_unref (self->tree); /* the selection's now */
  g_signal_connect_object (self->selection, "notify::selected",
                           G_CALLBACK (selected_cb), self, 0);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view),
                           GTK_SELECTION_MODEL (self->selection));
}

void
ui_proposal_list_update (UiProposalList *self)
{
  UiField        field;
  gboolean       has_field = ui_proposal_list_get_field (self, &field);
  GHashTableIter each;
  gpointer       item, lines;

  self->is_still = TRUE;
  g_hash_table_iter_init (&each, self->opened);
  while (g_hash_table_iter_next (&each, &item, &lines))
    ui_proposal_fill (lines, self->preview, item);
  rebind (self);
  self->is_still = FALSE;
  if (has_field)
    ui_proposal_list_select (self, &field);
}

/* The row of an item, open. */
static GtkTreeListRow *
open_item (UiProposalList *self, const PreviewItem *item)
{
  guint at = 0;

  while (self->preview->items->pdata[at] != item)
    at++;
  return gtk_tree_list_model_get_child_row (self->tree, at);
}

void
ui_proposal_list_select (UiProposalList *self, const UiField *field)
{
  PreviewItem *item = g_hash_table_lookup (self->owners, field->record);
  g_autoptr (GtkTreeListRow) row = item != NULL ? open_item (self, item) : NULL;
  GListModel *lines;

  if (row == NULL)
    return;
  gtk_tree_list_row_set_expanded (row, TRUE);
  lines = G_LIST_MODEL (lines_of (self, item));
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (UiLine) object = g_list_model_get_item (lines, i);
      const UiProposalLine *line = ui_line_get (object);
      guint                 place = gtk_tree_list_row_get_position (row) + 1 + i;

      if (line->kind != UI_LINE_FIELD || line->record != field->record ||
          g_strcmp0 (line->column, field->column) != 0)
        continue;
      self->is_still = TRUE;
      gtk_single_selection_set_selected (self->selection, place);
      self->is_still = FALSE;
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", place);
      return;
    }
}

gboolean
ui_proposal_list_get_field (UiProposalList *self, UiField *field)
{
  const UiProposalLine *line = selected_line (self);

  if (line == NULL || line->table == NULL)
    return FALSE;
  *field = (UiField){ line->table, line->record, line->column };
  return TRUE;
}

char *
ui_proposal_list_dup_title (UiProposalList *self)
{
  const UiProposalLine *line = selected_line (self);

  if (line == NULL || line->kind != UI_LINE_FIELD)
    return NULL;
  return line->of != NULL ? g_strdup_printf ("%s %s", line->of, line->title)
                          : g_strdup (line->title);
}

void
ui_proposal_list_take (UiProposalList *self, gboolean all)
{
  for (guint i = 0; self->preview != NULL && i < self->preview->items->len; i++)
    choose (self->preview->items->pdata[i], all);
  rebind (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
