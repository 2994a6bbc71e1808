/* ui/finding-list.c — the findings in groups, the worst and dearest first. */

#include "ui/finding-list.h"
#include "app/fix/fix.h"
#include "db/rule.h"
#include "ui/finding-detail.h"
#include "ui/finding-filter.h"
#include "ui/finding-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiFindingList {
  GtkWidget            parent_instance;
  GtkWidget           *paned;
  GtkWidget           *filter;
  GtkWidget           *stack; /* list, nothing */
  GtkWidget           *nothing;
  GtkWidget           *view;
  GtkWidget           *detail;
  GListStore          *lines; /* UiFindingLine */
  GtkSelectionModel   *selection;
  Db                  *db; /* borrowed */
  GPtrArray           *findings;
  GPtrArray           *rules;    /* Rule *, read once a file */
  GPtrArray           *fixes;    /* Fix *, of selected */
  GPtrArray           *waivers;  /* Waived *, of its document; NULL: it is not waived */
  GHashTable          *closed;   /* titles of groups that show their heading only */
  const FoldedFinding *selected; /* lent by lines */
  guint                at; /* its line; GTK_INVALID_LIST_POSITION: before the first */
  guint                reveal; /* source; 0: none */
};

enum { ACTIVATED, SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFindingList, ui_finding_list, GTK_TYPE_WIDGET)

static UiFindingLine *
line_at (UiFindingList *self, guint place)
{
  UiFindingLine *line = g_list_model_get_item (G_LIST_MODEL (self->lines), place);

  if (line != NULL)
    g_object_unref (line); /* the store keeps it */
  return line;
}

static const FoldedFinding *
folded_at (UiFindingList *self, guint place)
{
  UiFindingLine *line = line_at (self, place);

  return line != NULL ? ui_finding_line_get_folded (line) : NULL;
}

static guint
n_lines (UiFindingList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

static CheckGrouping
grouping (UiFindingList *self)
{
  return ui_finding_filter_get_grouping (UI_FINDING_FILTER (self->filter));
}

static const Rule *
rule_of (UiFindingList *self, const Finding *finding)
{
  for (guint i = 0; self->rules != NULL && i < self->rules->len; i++)
    if (strcmp (((Rule *) self->rules->pdata[i])->id, finding->rule) == 0)
      return self->rules->pdata[i];
  return NULL;
}

/* What cannot be offered is left out: the finding says what is wrong all the same. */
static GPtrArray *
fixes_of (UiFindingList *self, const FoldedFinding *folded)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *fixes = NULL;

  if (folded != NULL && !folded->finding->waived && !db_is_read_only (self->db))
    fixes = fix_of_finding (self->db, folded->finding, &error);
  if (error != NULL)
    g_warning ("%s", error->message);
  return fixes != NULL ? fixes : g_ptr_array_new ();
}

static gboolean
same_finding (const Finding *a, const Finding *b)
{
  return check_same_table (a, b) && a->indicator_id == b->indicator_id &&
         strcmp (a->rule, b->rule) == 0 && g_strcmp0 (a->field, b->field) == 0;
}

/* The waivers of the document that a waived finding is in. */
static GPtrArray *
waivers_of (UiFindingList *self, const FoldedFinding *folded)
{
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  GPtrArray *waivers = NULL;

  if (folded == NULL || !folded->finding->waived)
    return NULL;
  g_array_append_val (documents, folded->finding->document_id);
  waivers = waive_list (self->db, documents, &error);
  if (error != NULL)
    g_warning ("%s", error->message);
  return waivers;
}

/* The line that is selected, when it is one alone. */
static guint
selected_line (UiFindingList *self)
{
  g_autoptr (GtkBitset) lines = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (lines) == 1 ? gtk_bitset_get_nth (lines, 0)
                                          : GTK_INVALID_LIST_POSITION;
}

static void
show_selected (UiFindingList *self)
{
  guint line = selected_line (self);

  self->selected = folded_at (self, line);
  if (self->selected != NULL)
    self->at = line;
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  self->fixes = fixes_of (self, self->selected);
  g_clear_pointer (&self->waivers, g_ptr_array_unref);
  self->waivers = waivers_of (self, self->selected);
  ui_finding_detail_set (UI_FINDING_DETAIL (self->detail), self->selected,
                         self->selected ? rule_of (self, self->selected->finding)
                                        : NULL,
                         self->fixes, ui_finding_list_get_waived (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
selection_cb (GtkSelectionModel *selection, guint place, guint n, UiFindingList *self)
{
  show_selected (self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ui_finding_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, UiFindingList *self)
{
  UiFindingLine *line = gtk_list_item_get_item (item);

  ui_finding_row_show (
      gtk_list_item_get_child (item), line, grouping (self),
      !g_hash_table_contains (self->closed, ui_finding_line_get_group (line)->title));
}

static void
add_findings (GPtrArray *lines, GPtrArray *findings, GPtrArray *groups,
              const CheckGroup *group)
{
  for (guint i = 0; i < group->folds->len; i++)
    g_ptr_array_add (lines, ui_finding_line_new (findings, groups, group,
                                                 group->folds->pdata[i]));
}

/* A single group needs no heading: the window says what is shown. */
static GPtrArray *
new_lines (UiFindingList *self)
{
  UiFindingFilter *filter = UI_FINDING_FILTER (self->filter);
  CheckChoice      choice = ui_finding_filter_get_choice (filter);
  g_autoptr (GPtrArray) groups =
      check_groups (self->findings, grouping (self), &choice);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      const CheckGroup *group = groups->pdata[i];

      if (groups->len > 1)
        g_ptr_array_add (lines,
                         ui_finding_line_new (self->findings, groups, group, NULL));
      if (groups->len == 1 || !g_hash_table_contains (self->closed, group->title))
        add_findings (lines, self->findings, groups, group);
    }
  return lines;
}

/* Where a finding is listed now. */
static guint
find (GPtrArray *lines, const Finding *finding)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const FoldedFinding *folded = ui_finding_line_get_folded (lines->pdata[i]);

      if (folded != NULL && same_finding (folded->finding, finding))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
has_table (GPtrArray *lines, const Finding *finding)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const FoldedFinding *folded = ui_finding_line_get_folded (lines->pdata[i]);

      if (folded != NULL && check_same_table (folded->finding, finding))
        return TRUE;
    }
  return FALSE;
}

/* The focus may be in the form: the list does not follow by itself.  Right after a
 * change GTK 4.8 forgets what it is told.  */
static gboolean
reveal_cb (gpointer data)
{
  UiFindingList *self = data;

  self->reveal = 0;
  if (self->at < n_lines (self))
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", self->at);
  return G_SOURCE_REMOVE;
}

static void
reveal (UiFindingList *self)
{
  if (self->reveal == 0)
    self->reveal = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

/* Told of all lines at once GTK 4.8 would look at each. */
static void
replace_lines (UiFindingList *self, GPtrArray *lines)
{
  g_signal_handlers_block_by_func (self->selection, selection_cb, self);
  g_list_store_remove_all (self->lines);
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  g_signal_handlers_unblock_by_func (self->selection, selection_cb, self);
}

/* Lists anew.  What was selected stays so; when it was mended, the step before what has
 * come to its place is where to go on.  */
static void
fill (UiFindingList *self, const Finding *last)
{
  g_autoptr (GPtrArray) lines = new_lines (self);
  guint    old = self->at;
  gboolean was_selected = self->selected != NULL;
  guint    place = last != NULL ? find (lines, last) : GTK_INVALID_LIST_POSITION;

  self->selected = NULL;
  replace_lines (self, lines);
  ui_finding_list_say (self, ui_finding_list_is_narrow (self) ? _ ("No such findings")
                                                              : _ ("No findings"));
  if (lines->len > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  if (place != GTK_INVALID_LIST_POSITION)
    self->at = place;
  else if (last != NULL && old != GTK_INVALID_LIST_POSITION && lines->len > 0 &&
           has_table (lines, last))
    self->at = MIN (old, lines->len) - 1; /* old 0: before the first */
  else
    self->at = GTK_INVALID_LIST_POSITION;
  if (was_selected && place != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (self->selection, place, TRUE);
  show_selected (self);
  if (self->at != GTK_INVALID_LIST_POSITION)
    reveal (self);
}

static void
filter_cb (UiFindingFilter *filter, UiFindingList *self)
{
  const Finding *last = self->selected != NULL ? self->selected->finding : NULL;

  if (self->findings != NULL)
    fill (self, last);
}

static void
accepted_cb (UiFindingFilter *filter, UiFindingList *self)
{
  if (self->selected == NULL)
    ui_finding_list_advance (self);
  gtk_widget_grab_focus (self->view);
}

static void
activate_finding (UiFindingList *self, gpointer finding)
{
  g_signal_emit (self, signals[ACTIVATED], 0, finding);
}

/* A heading shows or hides its findings. */
static void
turn_group (UiFindingList *self, guint place)
{
  UiFindingLine    *line = line_at (self, place);
  const CheckGroup *group = ui_finding_line_get_group (line);
  gboolean          is_open = !g_hash_table_contains (self->closed, group->title);
  g_autofree char  *title = g_strdup (group->title);

  if (is_open)
    g_hash_table_add (self->closed, g_steal_pointer (&title));
  else
    g_hash_table_remove (self->closed, title);
  fill (self, NULL);
  gtk_selection_model_select_item (self->selection, place, TRUE);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", place);
}

static void
activate_cb (GtkListView *view, guint place, UiFindingList *self)
{
  const FoldedFinding *folded = folded_at (self, place);

  if (folded != NULL)
    {
      self->at = place;
      activate_finding (self, (gpointer) folded->finding);
    }
  else
    turn_group (self, place);
}

static void
place_cb (UiFindingDetail *detail, gpointer finding, UiFindingList *self)
{
  activate_finding (self, finding);
}

static GtkWidget *
make_view (UiFindingList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  self->lines = g_list_store_new (UI_TYPE_FINDING_LINE);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (self->lines)));
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_cb),
                    self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->view = gtk_list_view_new (g_object_ref (self->selection), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "findings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Findings"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
ui_finding_list_dispose (GObject *object)
{
  UiFindingList *self = UI_FINDING_LIST (object);

  g_clear_handle_id (&self->reveal, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  g_clear_pointer (&self->waivers, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  G_OBJECT_CLASS (ui_finding_list_parent_class)->dispose (object);
}

static void
ui_finding_list_class_init (UiFindingListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_finding_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATED] =
      g_signal_new ("activated", UI_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /* After a text that is selected there. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "win.copy-findings", NULL);
  signals[SELECTED] = g_signal_new ("selected", UI_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_finding_list_init (UiFindingList *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->at = GTK_INVALID_LIST_POSITION;
  self->fixes = g_ptr_array_new ();
  self->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filter = g_object_new (UI_TYPE_FINDING_FILTER, NULL);
  self->detail = g_object_new (UI_TYPE_FINDING_DETAIL, NULL);
  self->nothing = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_view (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  g_signal_connect (self->filter, "changed", G_CALLBACK (filter_cb), self);
  g_signal_connect (self->filter, "accepted", G_CALLBACK (accepted_cb), self);
  g_signal_connect (self->detail, "activated", G_CALLBACK (place_cb), self);
  gtk_box_append (GTK_BOX (top), self->filter);
  gtk_box_append (GTK_BOX (top), self->stack);
  self->paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_start_child (GTK_PANED (self->paned), top);
  gtk_paned_set_end_child (GTK_PANED (self->paned), self->detail);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_widget_set_size_request (self->detail, -1, 300);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (self->paned), FALSE);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
  ui_finding_detail_set (UI_FINDING_DETAIL (self->detail), NULL, NULL, NULL, NULL);
}

static void
read_rules (UiFindingList *self, Db *db)
{
  g_autoptr (GError) error = NULL;

  if (db == self->db && self->rules != NULL)
    return;
  self->db = db;
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = db != NULL ? rule_list (db, &error) : NULL;
  if (error != NULL)
    g_warning ("%s", error->message);
}

void
ui_finding_list_set (UiFindingList *self, Db *db, GPtrArray *findings)
{
  g_autoptr (GPtrArray) old = self->findings; /* the lines that go lend them */
  const FoldedFinding *last =
      self->selected != NULL ? self->selected : folded_at (self, self->at);
  const Finding *finding = last != NULL ? last->finding : NULL;

  read_rules (self, db);
  self->findings = findings != NULL ? g_ptr_array_ref (findings) : g_ptr_array_new ();
  ui_finding_filter_set (UI_FINDING_FILTER (self->filter), self->findings);
  fill (self, finding);
}

void
ui_finding_list_say (UiFindingList *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->nothing), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
}

static void
select_line (UiFindingList *self, guint place)
{
  gtk_selection_model_select_item (self->selection, place, TRUE);
  self->at = place;
  reveal (self);
}

/* Selects the finding on a line and shows it. */
static void
go_to (UiFindingList *self, guint place)
{
  select_line (self, place);
  activate_finding (self, (gpointer) folded_at (self, place)->finding);
}

/* The line of the next finding, around at the ends; GTK_INVALID_LIST_POSITION: none. */
static guint
next_line (UiFindingList *self, int by)
{
  guint n = n_lines (self);
  guint place = self->at;

  for (guint i = 0; i < n; i++)
    {
      if (by > 0)
        place = place + 1 < n ? place + 1 : 0; /* the invalid place is one before 0 */
      else
        place = place > 0 && place < n ? place - 1 : n - 1;
      if (folded_at (self, place) != NULL)
        return place;
    }
  return GTK_INVALID_LIST_POSITION;
}

gboolean
ui_finding_list_step (UiFindingList *self, int by)
{
  guint place = next_line (self, by);

  if (place != GTK_INVALID_LIST_POSITION)
    go_to (self, place);
  return place != GTK_INVALID_LIST_POSITION;
}

void
ui_finding_list_advance (UiFindingList *self)
{
  guint place = next_line (self, 1);

  if (place != GTK_INVALID_LIST_POSITION)
    select_line (self, place);
}

void
ui_finding_list_show_rule (UiFindingList *self, const char *rule)
{
  for (guint i = 0; i < n_lines (self); i++)
    {
      const FoldedFinding *folded = folded_at (self, i);

      if (folded != NULL && strcmp (folded->finding->rule, rule) == 0)
        {
          go_to (self, i);
          return;
        }
    }
}

const FoldedFinding *
ui_finding_list_get_selected (UiFindingList *self)
{
  return self->selected;
}

GPtrArray *
ui_finding_list_get_fixes (UiFindingList *self)
{
  return self->fixes;
}

const Waived *
ui_finding_list_get_waived (UiFindingList *self)
{
  for (guint i = 0; self->waivers != NULL && i < self->waivers->len; i++)
    {
      const Waived *waived = self->waivers->pdata[i];

      if (waived->state == WAIVED_HOLDS && waived->finding != NULL &&
          same_finding (waived->finding, self->selected->finding))
        return waived;
    }
  return NULL;
}

GPtrArray *
ui_finding_list_get_findings (UiFindingList *self, gboolean selected_only)
{
  g_autoptr (GHashTable) each = g_hash_table_new (NULL, NULL);
  GPtrArray     *findings = g_ptr_array_new ();
  GHashTableIter iterator;
  gpointer       finding;

  for (guint i = 0; i < n_lines (self); i++)
    if (!selected_only || gtk_selection_model_is_selected (self->selection, i))
      ui_finding_line_add (line_at (self, i), each);
  g_hash_table_iter_init (&iterator, each);
  while (g_hash_table_iter_next (&iterator, &finding, NULL))
    g_ptr_array_add (findings, finding);
  check_sort (findings);
  return findings;
}

gboolean
ui_finding_list_is_narrow (UiFindingList *self)
{
  return ui_finding_filter_is_narrow (UI_FINDING_FILTER (self->filter));
}

void
ui_finding_list_search (UiFindingList *self)
{
  ui_finding_filter_focus (UI_FINDING_FILTER (self->filter));
}
