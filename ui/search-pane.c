/* ui/search-pane.c — typing what to look for, and where it stands.
 *
 * The file is searched in another thread; the hits of the last one asked for stay until
 * new ones come, so that nothing flickers while somebody types.
 */

#include "ui/search-pane.h"
#include "db/title.h"
#include "ui/naming.h"
#include "ui/preedit.h"

#include <glib/gi18n.h>

/* So long after the last key the search begins, in milliseconds. */
#define DELAY 40

/* A hit as an item of a list model. */
#define UI_TYPE_HIT (ui_hit_get_type ())
G_DECLARE_FINAL_TYPE (UiHit, ui_hit, UI, HIT, GObject)

struct _UiHit {
  GObject    parent_instance;
  GPtrArray *hits; /* that it is one of */
  SearchHit *hit;
};

G_DEFINE_FINAL_TYPE (UiHit, ui_hit, G_TYPE_OBJECT)

static void
ui_hit_finalize (GObject *object)
{
  g_ptr_array_unref (UI_HIT (object)->hits);
  G_OBJECT_CLASS (ui_hit_parent_class)->finalize (object);
}

static void
ui_hit_class_init (UiHitClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ui_hit_finalize;
}

static void
ui_hit_init (UiHit *self)
{
}

struct _UiSearchPane {
  GtkWidget           parent_instance;
  GtkWidget          *box;
  GtkWidget          *entry;
  GtkWidget          *results; /* the count and the list */
  GtkWidget          *count;
  GtkWidget          *list;
  GListStore         *store;     /* UiHit */
  GtkSingleSelection *selection; /* lent by the list */
  Searcher           *searcher;  /* NULL: no file */
  char               *asked;     /* what was looked for last; NULL: nothing */
  Errand             *running;   /* NULL: nothing is being looked for */
  int                 awaited;   /* a step to take when the hits come: 1, −1 or 0 */
  gboolean            visited;   /* the selected hit was gone to */
};

enum { PROP_SEARCHING = 1, N_PROPERTIES };
static GParamSpec *properties[N_PROPERTIES];

enum { FOUND, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiSearchPane, ui_search_pane, GTK_TYPE_WIDGET)

static gboolean
is_searching (UiSearchPane *self)
{
  return self->results != NULL && gtk_widget_get_visible (self->results);
}

static void
set_searching (UiSearchPane *self, gboolean searching)
{
  if (searching == is_searching (self))
    return;
  gtk_widget_set_visible (self->results, searching);
  gtk_widget_set_vexpand (GTK_WIDGET (self), searching);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *labels[] = { gtk_label_new (NULL), gtk_label_new (NULL) };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_ellipsize (GTK_LABEL (labels[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "dim-label");
  gtk_list_item_set_child (list_item, box);
}

/* 指标依据　水库大坝安全监测, or what kind of line it is. */
static char *
place_text (const SearchHit *hit)
{
  if (hit->table == NULL)
    return g_strdup (hit->line.kind == TREE_UNIT ? _ ("Unit") : _ ("Document"));
  return g_strdup_printf ("%s　%s", title_of_column (hit->table, hit->column),
                          hit->title);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  const SearchHit *hit = UI_HIT (gtk_list_item_get_item (list_item))->hit;
  GtkWidget       *box = gtk_list_item_get_child (list_item);
  GtkLabel        *text = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel        *place = GTK_LABEL (gtk_widget_get_last_child (box));
  g_autofree char *words = place_text (hit);
  g_autofree char *name = g_strdup_printf ("%s: %s", words, hit->text);
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  PangoAttribute *attributes[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = hit->start;
      attributes[i]->end_index = hit->end;
      pango_attr_list_insert (marks, attributes[i]);
    }
  gtk_label_set_text (text, hit->text);
  gtk_label_set_attributes (text, marks);
  gtk_label_set_text (place, words);
  gtk_widget_set_tooltip_text (box, hit->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  ui_name_row (box, name);
}

static void
go_to_selected (UiSearchPane *self)
{
  UiHit *hit = gtk_single_selection_get_selected_item (self->selection);

  if (hit == NULL)
    return;
  self->visited = TRUE;
  g_object_ref (hit);
  g_signal_emit (self, signals[FOUND], 0, hit->hit);
  g_object_unref (hit);
}

static void
take_step (UiSearchPane *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  if (self->visited)
    at = (at + n + (guint) by) % n;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", at);
  go_to_selected (self);
}

static void
show_hits (UiSearchPane *self, GPtrArray *hits)
{
  g_autofree char *count = hits->len == 0 ? g_strdup (_ ("Nothing found"))
                           : hits->len < SEARCH_LIMIT
                               ? g_strdup_printf (_ ("%u places"), hits->len)
                               : g_strdup_printf (_ ("The first %u places"), hits->len);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < hits->len; i++)
    {
      UiHit *item = g_object_new (UI_TYPE_HIT, NULL);

      item->hits = g_ptr_array_ref (hits);
      item->hit = hits->pdata[i];
      g_ptr_array_add (items, item);
    }
  g_list_store_remove_all (self->store);
  g_list_store_splice (self->store, 0, 0, items->pdata, items->len);
  self->visited = FALSE;
  gtk_label_set_text (GTK_LABEL (self->count), count);
  set_searching (self, TRUE);
}

static void
found (gpointer result, GError *error, gpointer data)
{
  UiSearchPane *self = data;
  g_autoptr (GPtrArray) hits = result;
  int step = self->awaited;

  self->awaited = 0;
  if (hits != NULL)
    show_hits (self, hits);
  else
    {
      g_list_store_remove_all (self->store);
      gtk_label_set_text (GTK_LABEL (self->count), error->message);
      set_searching (self, TRUE);
      g_error_free (error);
    }
  if (step != 0)
    take_step (self, step);
}

static void
cancel (UiSearchPane *self)
{
  errand_drop (&self->running);
  self->awaited = 0;
}

static void
search_cb (GtkSearchEntry *entry, UiSearchPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  /* The entry says so a while after the last key: Enter may have been quicker. */
  if (g_strcmp0 (text, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_strdup (text);
  cancel (self);
  if (*text == '\0' || self->searcher == NULL)
    {
      g_list_store_remove_all (self->store);
      set_searching (self, FALSE);
      return;
    }
  searcher_find (self->searcher, &self->running, text, found, self);
}

/* What was typed just now may not be looked for yet, or not found yet. */
static void
step_when_found (UiSearchPane *self, int by)
{
  if (self->running != NULL)
    self->awaited = by;
  else
    take_step (self, by);
}

static void
activate_cb (GtkSearchEntry *entry, UiSearchPane *self)
{
  search_cb (entry, self);
  step_when_found (self, 1);
}

static void
stop_cb (GtkSearchEntry *entry, UiSearchPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  search_cb (entry, self);
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        UiSearchPane *self)
{
  if (key != GDK_KEY_Down || ui_preedit_get (self->entry) != NULL ||
      !is_searching (self))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->list);
  return GDK_EVENT_STOP;
}

static void
row_activated_cb (GtkListView *list, guint place, UiSearchPane *self)
{
  gtk_single_selection_set_selected (self->selection, place);
  go_to_selected (self);
}

static void
ui_search_pane_dispose (GObject *object)
{
  UiSearchPane *self = UI_SEARCH_PANE (object);

  cancel (self);
  g_clear_pointer (&self->searcher, searcher_unref);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  self->results = NULL;
  G_OBJECT_CLASS (ui_search_pane_parent_class)->dispose (object);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, is_searching (UI_SEARCH_PANE (object)));
}

static void
ui_search_pane_class_init (UiSearchPaneClass *class)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = ui_search_pane_dispose;
  object_class->get_property = get_property;
  properties[PROP_SEARCHING] =
      g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[FOUND] = g_signal_new ("found", UI_TYPE_SEARCH_PANE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", UI_TYPE_SEARCH_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_entry (UiSearchPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  ui_preedit_watch (self->entry);
  g_object_set (self->entry, "placeholder-text", _ ("Search: names, codes, texts, mzj"),
                "search-delay", DELAY, NULL);
  gtk_widget_add_css_class (self->entry, "search");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
}

static void
make_results (UiSearchPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->store = g_list_store_new (UI_TYPE_HIT);
  self->selection =
      gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Places found"),
                                  -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "search-count");
  self->results = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->results), self->count);
  gtk_box_append (GTK_BOX (self->results), scroller);
  gtk_widget_set_visible (self->results, FALSE);
}

static void
ui_search_pane_init (UiSearchPane *self)
{
  make_entry (self);
  make_results (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->results);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
ui_search_pane_set_file (UiSearchPane *self, const char *path)
{
  cancel (self);
  g_clear_pointer (&self->searcher, searcher_unref);
  if (path != NULL)
    self->searcher = searcher_new (path);
  g_clear_pointer (&self->asked, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_cb (GTK_SEARCH_ENTRY (self->entry), self);
}

void
ui_search_pane_begin (UiSearchPane *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
ui_search_pane_step (UiSearchPane *self, int by)
{
  if (is_searching (self) || self->running != NULL)
    step_when_found (self, by);
  else
    ui_search_pane_begin (self);
}
