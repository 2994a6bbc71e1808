/* ui/ledger-page.c — the ledger by rule or by project: sums at the left, and what they
 * are made of at the right.
 */

#include "ui/ledger-page.h"
#include "app/check/check.h"
#include "app/check/ledger.h"
#include "app/fold.h"
#include "ui/bar.h"
#include "ui/line.h"
#include "ui/page-bar.h"
#include "ui/text-table.h"

#include <glib/gi18n.h>
#include <string.h>

enum { BY_RULE, BY_PROJECT };

/* Not everybody sees colours, and states are read at a glance. */
static const char *const signs[LEDGER_STATES] = {
  [LEDGER_FIRES] = "✖",
  [LEDGER_LACKS] = "？",
  [LEDGER_IDLE] = "–",
  [LEDGER_PASSES] = "✓",
};

/* A rule over the tables, or a table over the rules. */
typedef struct {
  char              *title;
  const char        *rule;  /* NULL: of a table */
  const LedgerTable *table; /* NULL: of a rule */
  guint              counts[LEDGER_STATES];
} Sum;

/* One rule in one table. */
typedef struct {
  const LedgerTable *table;
  const LedgerLine  *line;
} Entry;

struct _UiLedgerPage {
  UiPage             parent_instance;
  GtkWidget         *entry;
  GtkWidget         *grouping;
  GtkWidget         *state; /* the first: any */
  GtkWidget         *document;
  GtkWidget         *count;
  GListStore        *sums; /* UiLine with Sum */
  GtkSelectionModel *sum;
  GListStore        *entries; /* UiLine with Entry */
  GtkSelectionModel *selected;
  GPtrArray         *tables; /* LedgerTable * */
};

G_DEFINE_FINAL_TYPE (UiLedgerPage, ui_ledger_page, UI_TYPE_PAGE)

static void
free_sum (gpointer data)
{
  Sum *sum = data;

  g_free (sum->title);
  g_free (sum);
}

static char *
title_text (gpointer line, gpointer page)
{
  return g_strdup (((Sum *) ui_line_get (line))->title);
}

static char *
count_text (gpointer line, LedgerState state)
{
  guint n = ((Sum *) ui_line_get (line))->counts[state];

  return n > 0 ? g_strdup_printf ("%s %u", signs[state], n) : NULL;
}

static char *
fires_text (gpointer line, gpointer page)
{
  return count_text (line, LEDGER_FIRES);
}

static char *
lacks_text (gpointer line, gpointer page)
{
  return count_text (line, LEDGER_LACKS);
}

static char *
idle_text (gpointer line, gpointer page)
{
  return count_text (line, LEDGER_IDLE);
}

static char *
passes_text (gpointer line, gpointer page)
{
  return count_text (line, LEDGER_PASSES);
}

static char *
state_text (gpointer line, gpointer page)
{
  const Entry *entry = ui_line_get (line);

  return g_strdup_printf ("%s %s", signs[entry->line->state],
                          ledger_state_title (entry->line->state));
}

/* ✖ 错误　比率没有百分号 */
static char *
rule_title (const char *severity, const char *title)
{
  return g_strdup_printf ("%s %s　%s", check_severity_sign (severity),
                          check_severity_title (severity), title);
}

/* What the sum at the left does not say: the table, or the rule. */
static char *
other_text (gpointer line, gpointer page)
{
  const Entry *entry = ui_line_get (line);
  const Scope *scope = entry->line->scope;
  guint        grouping =
      gtk_drop_down_get_selected (GTK_DROP_DOWN (UI_LEDGER_PAGE (page)->grouping));

  return grouping == BY_RULE ? g_strdup (entry->table->title)
                             : rule_title (scope->severity, scope->title);
}

static char *
why_text (gpointer line, gpointer page)
{
  return g_strdup (((Entry *) ui_line_get (line))->line->why);
}

/* The state that is looked for; LEDGER_STATES: any. */
static guint
wanted_state (UiLedgerPage *self)
{
  guint state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state));

  return state == 0 ? LEDGER_STATES : state - 1;
}

static gboolean
is_wanted (UiLedgerPage *self, const LedgerLine *line)
{
  guint state = wanted_state (self);

  return state == LEDGER_STATES || line->state == state;
}

static void
add_entry (UiLedgerPage *self, const LedgerTable *table, const LedgerLine *line)
{
  Entry *entry = g_new (Entry, 1);
  g_autoptr (UiLine) added = ui_line_new (entry, g_free);

  *entry = (Entry){ table, line };
  g_list_store_append (self->entries, added);
}

static void
show_sum (UiLedgerPage *self)
{
  const Sum *sum = ui_line_get_selected (self->sum);

  g_list_store_remove_all (self->entries);
  for (guint i = 0; sum != NULL && i < self->tables->len; i++)
    {
      const LedgerTable *table = self->tables->pdata[i];

      for (guint k = 0; k < table->lines->len; k++)
        {
          const LedgerLine *line = table->lines->pdata[k];

          if ((sum->table == table || g_strcmp0 (sum->rule, line->scope->rule) == 0) &&
              is_wanted (self, line))
            add_entry (self, table, line);
        }
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.go-to",
                                 ui_line_get_selected (self->selected) != NULL);
}

static void
sum_cb (GtkSelectionModel *selection, GParamSpec *spec, UiLedgerPage *self)
{
  show_sum (self);
}

static void
selected_cb (GtkSelectionModel *selection, GParamSpec *spec, UiLedgerPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.go-to",
                                 ui_line_get_selected (self->selected) != NULL);
}

/* A sum is listed when its title is looked for and it has the state. */
static void
add_sum (UiLedgerPage *self, Sum *sum, const char *sought)
{
  g_autoptr (UiLine) line = ui_line_new (sum, free_sum);
  g_autofree char *folded = fold (sum->title);
  g_autofree char *text = g_utf8_casefold (folded, -1);
  guint            state = wanted_state (self);

  if (strstr (text, sought) != NULL &&
      (state == LEDGER_STATES || sum->counts[state] > 0))
    g_list_store_append (self->sums, line);
}

static void
add_rules (UiLedgerPage *self, const char *sought)
{
  g_autoptr (GPtrArray) rules = ledger_rules (self->tables);

  for (guint i = 0; i < rules->len; i++)
    {
      const LedgerRule *rule = rules->pdata[i];
      Sum              *sum = g_new0 (Sum, 1);

      sum->title = rule_title (rule->severity, rule->title);
      sum->rule = g_intern_string (rule->rule);
      memcpy (sum->counts, rule->tables, sizeof sum->counts);
      add_sum (self, sum, sought);
    }
}

static void
add_tables (UiLedgerPage *self, const char *sought)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const LedgerTable *table = self->tables->pdata[i];
      Sum               *sum = g_new0 (Sum, 1);

      sum->title = g_strdup (table->title);
      sum->table = table;
      for (guint k = 0; k < table->lines->len; k++)
        sum->counts[((LedgerLine *) table->lines->pdata[k])->state]++;
      add_sum (self, sum, sought);
    }
}

/* 有问题 12　数据不足 3　… */
static void
show_count (UiLedgerPage *self)
{
  guint counts[LEDGER_STATES] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const LedgerTable *table = self->tables->pdata[i];

      for (guint k = 0; k < table->lines->len; k++)
        counts[((LedgerLine *) table->lines->pdata[k])->state]++;
    }
  for (guint i = 0; i < LEDGER_STATES; i++)
    g_string_append_printf (text, "%s%s %s %u", i > 0 ? "　" : "", signs[i],
                            ledger_state_title (i), counts[i]);
  gtk_label_set_text (GTK_LABEL (self->count), text->str);
}

static void
fill (UiLedgerPage *self)
{
  guint grouping = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grouping));
  g_autofree char *folded = fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *sought = g_utf8_casefold (folded, -1);
  guint place = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (self->sum));

  if (self->tables == NULL)
    return;
  g_list_store_remove_all (self->sums);
  if (grouping == BY_RULE)
    add_rules (self, sought);
  else
    add_tables (self, sought);
  if (place < g_list_model_get_n_items (G_LIST_MODEL (self->sums)))
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->sum), place);
  show_count (self);
  show_sum (self);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiLedgerPage *self = UI_LEDGER_PAGE (widget);
  const Entry  *entry = ui_line_get_selected (self->selected);
  UiPlace       place = { 0 };

  if (entry == NULL)
    return;
  place.document = entry->table->document_id;
  if (entry->table->project_id != DB_NULL)
    place.project = entry->table->project_id;
  if (entry->line->state == LEDGER_FIRES)
    place.rule = entry->line->scope->rule;
  ui_page_go_to (UI_PAGE (self), &place);
}

static void
activate_cb (GtkColumnView *view, guint place, UiLedgerPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "ledger.go-to", NULL);
}

static void
ui_ledger_page_clear (UiPage *page)
{
  UiLedgerPage *self = UI_LEDGER_PAGE (page);

  g_list_store_remove_all (self->entries);
  g_list_store_remove_all (self->sums);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
}

static gpointer
read_tables (Db *db, gpointer documents, Progress *progress, GError **error)
{
  return ledger_tables (db, documents, NULL, progress, error);
}

/* What was listed before stays until then. */
static void
come (gpointer result, GError *error, gpointer data)
{
  UiLedgerPage *self = data;
  guint place = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (self->sum));
  GPtrArray *tables = result;

  if (tables == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_error_free (error);
      else
        ui_page_complain (UI_PAGE (self), _ ("The ledger cannot be shown"), error);
      return;
    }
  ui_ledger_page_clear (UI_PAGE (self));
  self->tables = tables;
  if (tables->len > 0)
    gtk_label_set_text (GTK_LABEL (self->document),
                        ((LedgerTable *) tables->pdata[0])->document);
  fill (self);
  if (place < g_list_model_get_n_items (G_LIST_MODEL (self->sums)))
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->sum), place);
}

static gboolean
ui_ledger_page_load (UiPage *page, GError **error)
{
  static const ErrandKind  kind = { read_tables, (GDestroyNotify) g_array_unref,
                                    (GDestroyNotify) g_ptr_array_unref, 0 };
  static const char *const stages[] = { N_ ("Checking tables"), NULL };
  GArray                  *documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64                   document = ui_page_get_document (page);

  g_array_append_val (documents, document);
  ui_page_read (page, &kind, documents, stages, come);
  return TRUE;
}

static void
ui_ledger_page_dispose (GObject *object)
{
  UiLedgerPage *self = UI_LEDGER_PAGE (object);

  if (self->sum != NULL)
    g_signal_handlers_disconnect_by_data (self->sum, self);
  if (self->selected != NULL)
    g_signal_handlers_disconnect_by_data (self->selected, self);
  G_OBJECT_CLASS (ui_ledger_page_parent_class)->dispose (object);
  g_clear_object (&self->sum);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
}

static void
ui_ledger_page_class_init (UiLedgerPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_ledger_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_ledger_page_load;
  UI_PAGE_CLASS (class)->clear = ui_ledger_page_clear;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "ledger.go-to", NULL,
                                   go_to_cb);
}

static GtkWidget *
make_bar (UiLedgerPage *self)
{
  const char *groupings[] = {
    [BY_RULE] = _ ("By rule"), [BY_PROJECT] = _ ("By project"), NULL
  };
  const char *states[LEDGER_STATES + 2] = { _ ("Any state") };
  GtkWidget  *bar = ui_page_bar_new ();

  for (guint i = 0; i < LEDGER_STATES; i++)
    states[i + 1] = ledger_state_title (i);
  self->document = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->document), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->document), 24);
  gtk_widget_add_css_class (self->document, "heading");
  ui_bar_append (UI_BAR (bar), self->document);
  self->entry = ui_page_bar_add_search (bar, _ ("Find rules or projects"),
                                        _ ("Find rules or projects"));
  self->grouping = ui_page_bar_add_choice (bar, groupings, _ ("Group the ledger"));
  self->state = ui_page_bar_add_choice (bar, states, _ ("State of rules"));
  self->count = ui_page_bar_add_note (bar);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->grouping, "notify::selected", G_CALLBACK (fill),
                            self);
  g_signal_connect_swapped (self->state, "notify::selected", G_CALLBACK (fill), self);
  return bar;
}

static GtkWidget *
make_entries (UiLedgerPage *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("State"), 110, state_text },
    { N_ ("Where or which"), 0, other_text },
    { N_ ("Why"), 0, why_text },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = ui_page_bar_new ();

  ui_page_bar_add_button (bar, _ ("_Go to the place"), "ledger.go-to", NULL);
  gtk_box_append (GTK_BOX (box),
                  ui_text_table_new (self->selected, _ ("Entries of the ledger"),
                                     columns, G_N_ELEMENTS (columns),
                                     G_CALLBACK (activate_cb), self));
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
ui_ledger_page_init (UiLedgerPage *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("Rule or project"), 0, title_text }, { N_ ("Found"), 65, fires_text },
    { N_ ("Lacking"), 65, lacks_text },        { N_ ("Idle"), 65, idle_text },
    { N_ ("Passed"), 65, passes_text },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->sums = g_list_store_new (UI_TYPE_LINE);
  self->entries = g_list_store_new (UI_TYPE_LINE);
  self->sum =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->sums)));
  self->selected =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->entries)));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_paned_set_start_child (GTK_PANED (paned),
                             ui_text_table_new (self->sum, _ ("Ledger"), columns,
                                                G_N_ELEMENTS (columns), NULL, self));
  gtk_paned_set_end_child (GTK_PANED (paned), make_entries (self));
  gtk_paned_set_position (GTK_PANED (paned), 600);
  gtk_box_append (GTK_BOX (box), paned);
  ui_page_set_child (UI_PAGE (self), box);
  g_signal_connect (self->sum, "notify::selected-item", G_CALLBACK (sum_cb), self);
  g_signal_connect (self->selected, "notify::selected-item", G_CALLBACK (selected_cb),
                    self);
}
