/* ui/finding-filter.c — buttons for the severities, a search, rules and grouping. */

#include "ui/finding-filter.h"
#include "app/check/check.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

static const char *const severities[CHECK_SEVERITIES] = { "error", "warning", "hint" };

struct _UiFindingFilter {
  GtkWidget      parent_instance;
  GtkWidget     *box;
  GtkWidget     *buttons[CHECK_SEVERITIES];
  GtkWidget     *waived;
  GtkWidget     *entry;
  GtkWidget     *grouping;
  GtkWidget     *rule;
  GtkStringList *rule_titles; /* the first: all */
  GPtrArray     *rule_ids;    /* of the others */
  gboolean       is_setting;
};

enum { CHANGED, ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFindingFilter, ui_finding_filter, GTK_TYPE_WIDGET)

static void
changed_cb (UiFindingFilter *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
accepted_cb (UiFindingFilter *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static GtkWidget *
new_toggle (UiFindingFilter *self, gboolean is_active, const char *tip)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_active);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  return button;
}

static void
make_buttons (UiFindingFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      self->buttons[i] = new_toggle (self, TRUE, _ ("Show findings of this severity"));
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  self->waived =
      new_toggle (self, FALSE, _ ("Show the findings that are waived instead"));
  gtk_box_append (GTK_BOX (box), self->waived);
  gtk_box_append (GTK_BOX (self->box), box);
}

/* Titles of rules are longer than the pane is wide. */
static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (string));
  ui_name_row (gtk_list_item_get_child (item), gtk_string_object_get_string (string));
}

static GtkWidget *
new_drop_down (UiFindingFilter *self, GListModel *model, const char *name)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *drop_down = gtk_drop_down_new (model, NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_widget_set_tooltip_text (drop_down, name);
  ui_name (drop_down, name);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb),
                            self);
  return drop_down;
}

static void
make_drop_downs (UiFindingFilter *self)
{
  const char *groupings[] = { _ ("By project"), _ ("By rule"), NULL };
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->rule_titles = gtk_string_list_new (NULL);
  gtk_string_list_append (self->rule_titles, _ ("All rules"));
  self->rule_ids = g_ptr_array_new_with_free_func (g_free);
  self->grouping = new_drop_down (self, G_LIST_MODEL (gtk_string_list_new (groupings)),
                                  _ ("Group findings"));
  self->rule = new_drop_down (self, G_LIST_MODEL (g_object_ref (self->rule_titles)),
                              _ ("Findings of this rule"));
  gtk_widget_set_hexpand (self->grouping, FALSE);
  gtk_box_append (GTK_BOX (box), self->grouping);
  gtk_box_append (GTK_BOX (box), self->rule);
  gtk_box_append (GTK_BOX (self->box), box);
}

static void
make_entry (UiFindingFilter *self)
{
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Find findings"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find findings"),
                                  -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (changed_cb),
                            self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (accepted_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->entry);
}

static void
ui_finding_filter_dispose (GObject *object)
{
  UiFindingFilter *self = UI_FINDING_FILTER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rule_titles);
  g_clear_pointer (&self->rule_ids, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_finding_filter_parent_class)->dispose (object);
}

static void
ui_finding_filter_class_init (UiFindingFilterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_finding_filter_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_FINDING_FILTER, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACCEPTED] =
      g_signal_new ("accepted", UI_TYPE_FINDING_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_finding_filter_init (UiFindingFilter *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "finding-filter");
  make_buttons (self);
  make_entry (self);
  make_drop_downs (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* In a narrow pane the word is cut, not the number. */
static void
set_label (GtkWidget *button, const char *sign, const char *word, guint n)
{
  /* In two lines: the pane is narrow. */
  g_autofree char *text = g_strdup_printf ("%s %u\n%s", sign, n, word);
  g_autofree char *name = g_strdup_printf ("%s %u", word, n);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                         GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static int
compare_rules (gconstpointer one, gconstpointer other)
{
  const Finding *a = *(const Finding *const *) one;
  const Finding *b = *(const Finding *const *) other;

  return (a->rule_ordinal > b->rule_ordinal) - (a->rule_ordinal < b->rule_ordinal);
}

/* One finding of each rule that fires, in the order of the catalogue; counts gets how
 * many it has.  */
static GPtrArray *
firing_rules (GPtrArray *findings, GHashTable *counts)
{
  GPtrArray *firsts = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];
      guint          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, finding->rule));

      if (n == 0)
        g_ptr_array_add (firsts, findings->pdata[i]);
      g_hash_table_insert (counts, finding->rule, GUINT_TO_POINTER (n + 1));
    }
  g_ptr_array_sort (firsts, compare_rules);
  return firsts;
}

/* The rule that is chosen stays so as long as it fires. */
static void
set_rules (UiFindingFilter *self, GPtrArray *findings)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) firsts = firing_rules (findings, counts);
  g_autofree char *chosen = g_strdup (ui_finding_filter_get_choice (self).rule);
  guint            selected = 0;

  gtk_string_list_splice (self->rule_titles, 1, self->rule_ids->len, NULL);
  g_ptr_array_set_size (self->rule_ids, 0);
  for (guint i = 0; i < firsts->len; i++)
    {
      const Finding *first = firsts->pdata[i];
      char          *title = g_strdup_printf ("%s  %u", first->title,
                                              GPOINTER_TO_UINT (
                                                  g_hash_table_lookup (counts, first->rule)));

      gtk_string_list_take (self->rule_titles, title);
      g_ptr_array_add (self->rule_ids, g_strdup (first->rule));
      if (g_strcmp0 (chosen, first->rule) == 0)
        selected = self->rule_ids->len;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rule), selected);
}

void
ui_finding_filter_set (UiFindingFilter *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) folds = check_fold (findings);
  guint counts[G_N_ELEMENTS (severities)] = { 0 }, waived = 0;

  for (guint i = 0; i < findings->len; i++)
    waived += ((Finding *) findings->pdata[i])->waived != 0;
  /* What the list shows, and the tree counts: not what another one says better. */
  for (guint i = 0; i < folds->len; i++)
    {
      const FoldedFinding *folded = folds->pdata[i];

      counts[check_severity_rank (folded->finding->severity)] += folded->times;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    set_label (self->buttons[i], check_severity_sign (severities[i]),
               check_severity_title (severities[i]), counts[i]);
  set_label (self->waived, "✓", _ ("Waived"), waived);
  self->is_setting = TRUE;
  set_rules (self, findings);
  self->is_setting = FALSE;
}

CheckChoice
ui_finding_filter_get_choice (UiFindingFilter *self)
{
  CheckChoice choice = {
    .waived = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->waived)),
    .text = gtk_editable_get_text (GTK_EDITABLE (self->entry)),
  };
  guint rule = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rule));

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    choice.hidden[i] =
        !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i]));
  if (rule > 0 && rule <= self->rule_ids->len)
    choice.rule = self->rule_ids->pdata[rule - 1];
  return choice;
}

CheckGrouping
ui_finding_filter_get_grouping (UiFindingFilter *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grouping)) == 0
             ? CHECK_BY_PROJECT
             : CHECK_BY_RULE;
}

gboolean
ui_finding_filter_is_narrow (UiFindingFilter *self)
{
  CheckChoice choice = ui_finding_filter_get_choice (self);

  return choice.hidden[0] || choice.hidden[1] || choice.hidden[2] || choice.waived ||
         choice.rule != NULL || *choice.text != '\0';
}

void
ui_finding_filter_focus (UiFindingFilter *self)
{
  gtk_widget_grab_focus (self->entry);
}
