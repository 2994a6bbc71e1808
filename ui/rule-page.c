/* ui/rule-page.c — the rules in a list that can be searched, and one of them in full.
 */

#include "ui/rule-page.h"
#include "app/check/check.h"
#include "app/check/severity.h"
#include "app/fold.h"
#include "db/rule.h"
#include "ui/line.h"
#include "ui/naming.h"
#include "ui/word-lists.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiRulePage {
  UiPage              parent_instance;
  GtkWidget          *entry;
  GtkWidget          *count;
  GtkWidget          *view;
  GtkWidget          *scroller; /* of the text */
  GListStore         *lines;    /* UiLine, each lends a Rule */
  GtkSingleSelection *selection;
  GPtrArray          *rules;  /* Rule *, NULL: not read yet */
  char               *wanted; /* id of the rule to open; NULL: the one that is */
};

G_DEFINE_FINAL_TYPE (UiRulePage, ui_rule_page, UI_TYPE_PAGE)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

/* ✖ 错误　比率没有百分号 */
static char *
heading_of (const Rule *rule)
{
  return g_strdup_printf ("%s %s　%s", check_severity_sign (rule->severity),
                          check_severity_title (rule->severity), rule->title);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const Rule      *rule = ui_line_get (gtk_list_item_get_item (item));
  GtkWidget       *label = gtk_list_item_get_child (item);
  g_autofree char *heading = heading_of (rule);

  gtk_label_set_text (GTK_LABEL (label), heading);
  gtk_widget_set_tooltip_text (label, rule->title);
  ui_name_row (label, heading);
}

static GtkWidget *
add_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_part (GtkWidget *box, const char *heading, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  add_text (box, heading, "heading");
  add_text (box, text, NULL);
}

static const char *
title_of (UiRulePage *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->rules->len; i++)
    if (strcmp (((Rule *) self->rules->pdata[i])->id, id) == 0)
      return ((Rule *) self->rules->pdata[i])->title;
  return NULL;
}

static const char *const severities[] = { "error", "warning", "hint" };

/* What was chosen, until the choice itself may go away. */
typedef struct {
  UiRulePage *page;
  char       *rule;
  guint       severity;
} SeverityChoice;

static void
severity_choice_free (gpointer data)
{
  SeverityChoice *choice = data;

  g_object_unref (choice->page);
  g_free (choice->rule);
  g_free (choice);
}

static gboolean
set_severity_cb (gpointer data)
{
  const SeverityChoice *choice = data;
  UiPage               *page = UI_PAGE (choice->page);
  g_autoptr (GError) error = NULL;

  if (ui_page_get_db (page) == NULL)
    return G_SOURCE_REMOVE;
  if (!severity_set (ui_page_get_db (page), choice->rule, severities[choice->severity],
                     &error))
    ui_page_complain (page, _ ("The severity was not changed"),
                      g_steal_pointer (&error));
  ui_page_change (page);
  return G_SOURCE_REMOVE;
}

/* The page is filled anew when the records have changed, and the list that was chosen
 * from goes with what it showed: not while it speaks.  */
static void
severity_cb (GtkDropDown *list, GParamSpec *spec, UiRulePage *self)
{
  SeverityChoice *choice = g_new (SeverityChoice, 1);

  choice->page = g_object_ref (self);
  choice->rule = g_strdup (g_object_get_data (G_OBJECT (list), "rule"));
  choice->severity = gtk_drop_down_get_selected (list);
  g_idle_add_full (G_PRIORITY_DEFAULT, set_severity_cb, choice, severity_choice_free);
}

/* How severe the office sees the rule: its own to choose. */
static void
add_severity (UiRulePage *self, GtkWidget *box, const Rule *rule)
{
  const char *titles[G_N_ELEMENTS (severities) + 1] = { NULL };
  Db         *db = ui_page_get_db (UI_PAGE (self));
  GtkWidget  *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *choice;

  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    titles[i] = check_severity_title (severities[i]);
  choice = gtk_drop_down_new_from_strings (titles);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              check_severity_rank (rule->severity));
  g_object_set_data_full (G_OBJECT (choice), "rule", g_strdup (rule->id), g_free);
  gtk_widget_set_sensitive (choice, db != NULL && !db_is_read_only (db));
  ui_name (choice, _ ("Severity in this file"));
  g_signal_connect (choice, "notify::selected", G_CALLBACK (severity_cb), self);
  gtk_box_append (GTK_BOX (box), line);
  add_text (line, _ ("Severity in this file"), "heading");
  gtk_box_append (GTK_BOX (line), choice);
  if (strcmp (rule->severity, rule->usual) != 0)
    {
      g_autofree char *usual =
          g_strdup_printf (_ ("usually %s"), check_severity_title (rule->usual));

      add_text (line, usual, "dim-label");
    }
}

static void
show_rule (UiRulePage *self, const Rule *rule)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "rule-text");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  if (rule == NULL)
    return;
  add_text (box, rule->title, "title-2");
  {
    g_autofree char *kind =
        g_strdup_printf ("%s %s　%s", check_severity_sign (rule->severity),
                         check_severity_title (rule->severity), rule->id);
    GtkWidget *label = add_text (box, kind, "severity");

    gtk_widget_add_css_class (label, rule->severity);
  }
  add_text (box, rule->explanation, NULL);
  add_severity (self, box, rule);
  add_part (box, _ ("Before"), rule->example_before);
  add_part (box, _ ("After"), rule->example_after);
  add_part (box, _ ("Basis"), rule->basis);
  add_part (box, _ ("Says nothing new where this one fires"),
            title_of (self, rule->implied_by));
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *spec, UiRulePage *self)
{
  UiLine *line = gtk_single_selection_get_selected_item (selection);

  show_rule (self, line != NULL ? ui_line_get (line) : NULL);
}

static gboolean
has_text (const Rule *rule, const char *sought)
{
  const char *texts[] = { rule->title,
                          rule->id,
                          rule->explanation,
                          rule->basis,
                          rule->example_before,
                          rule->example_after,
                          check_severity_title (rule->severity) };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = fold (texts[i]);
      g_autofree char *text = g_utf8_casefold (folded, -1);

      if (strstr (text, sought) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
selected_id (UiRulePage *self)
{
  UiLine *line = gtk_single_selection_get_selected_item (self->selection);

  return line != NULL ? ((Rule *) ui_line_get (line))->id : NULL;
}

/* Lists what is searched for, with that rule selected. */
static void
fill (UiRulePage *self, const char *id)
{
  g_autofree char *folded = fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *sought = g_utf8_casefold (folded, -1);
  g_autofree char *count = NULL;
  guint            selected = 0, n = 0;

  g_list_store_remove_all (self->lines);
  for (guint i = 0; i < self->rules->len; i++)
    if (has_text (self->rules->pdata[i], sought))
      {
        const Rule *rule = self->rules->pdata[i];
        g_autoptr (UiLine) line = ui_line_new (self->rules->pdata[i], NULL);

        if (g_strcmp0 (rule->id, id) == 0)
          selected = n;
        g_list_store_append (self->lines, line);
        n++;
      }
  count = g_strdup_printf (_ ("%u rules"), n);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_single_selection_set_selected (self->selection, selected);
  selected_cb (self->selection, NULL, self);
  if (selected > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", selected);
}

static void
search_cb (GtkSearchEntry *entry, UiRulePage *self)
{
  g_autofree char *id = g_strdup (self->rules != NULL ? selected_id (self) : NULL);

  if (self->rules != NULL)
    fill (self, id);
}

static gboolean
ui_rule_page_load (UiPage *page, GError **error)
{
  UiRulePage      *self = UI_RULE_PAGE (page);
  g_autofree char *id = g_steal_pointer (&self->wanted);
  GPtrArray       *rules = rule_list (ui_page_get_db (page), error);

  if (rules == NULL)
    return FALSE;
  if (id == NULL)
    id = g_strdup (selected_id (self));
  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = rules;
  fill (self, id);
  return TRUE;
}

static void
ui_rule_page_clear (UiPage *page)
{
  UiRulePage *self = UI_RULE_PAGE (page);

  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
}

static void
ui_rule_page_dispose (GObject *object)
{
  UiRulePage *self = UI_RULE_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  G_OBJECT_CLASS (ui_rule_page_parent_class)->dispose (object);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
}

static void
ui_rule_page_class_init (UiRulePageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_rule_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_rule_page_load;
  UI_PAGE_CLASS (class)->clear = ui_rule_page_clear;
}

static GtkWidget *
make_list (UiRulePage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkWidget          *words = gtk_button_new_with_mnemonic (_ ("_Word lists…"));

  gtk_widget_set_tooltip_text (
      words, _ ("What names, vague words and typos the rules know; to be edited, saved "
                "as a file and loaded from one"));
  g_signal_connect_swapped (words, "clicked", G_CALLBACK (ui_word_lists_edit), self);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Find rules"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find rules"), -1);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (search_cb), self);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_add_css_class (self->count, "dim-label");
  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->lines));
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                    self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view =
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rules"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (box, "page-bar");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_size_request (box, 340, -1);
  return box;
}

static void
ui_rule_page_init (UiRulePage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_paned_set_start_child (GTK_PANED (paned), make_list (self));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_paned_set_end_child (GTK_PANED (paned), self->scroller);
  ui_page_set_child (UI_PAGE (self), paned);
}

void
ui_rule_page_open (UiRulePage *self, const char *rule)
{
  g_free (self->wanted);
  self->wanted = g_strdup (rule);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  ui_page_load (UI_PAGE (self));
}
