/* ui/library-page.c — the indicators of the file above, the places of one of them
 * below.
 *
 * What is shown is read in threads; it stays on the screen until the next is there.
 */

#include "ui/library-page.h"
#include "app/reading/level.h"
#include "ui/bar.h"
#include "ui/library-reading.h"
#include "ui/library-uses.h"
#include "ui/line.h"
#include "ui/page-bar.h"
#include "ui/text-table.h"
#include "ui/variant-list.h"

#include <glib/gi18n.h>

struct _UiLibraryPage {
  UiPage             parent_instance;
  GtkWidget         *entry;
  GtkWidget         *level;
  GtkWidget         *count;
  GtkWidget         *spinner;
  GtkWidget         *stack; /* list, nothing */
  GtkWidget         *nothing;
  GtkWidget         *variants;
  GtkWidget         *uses;  /* of the chosen entry */
  GListStore        *lines; /* UiLine, each lends a LibraryEntry */
  GtkSelectionModel *chosen;
  Library           *library;  /* NULL: not read yet */
  GHashTable        *findings; /* of library_findings(); NULL: not counted yet */
  char              *wanted;   /* the key of the entry to choose again */
  Errand            *reading[LIBRARY_READS_USES + 1]; /* NULL: it is not running */
};

G_DEFINE_FINAL_TYPE (UiLibraryPage, ui_library_page, UI_TYPE_PAGE)

gboolean
ui_library_page_is_busy (UiLibraryPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->reading); i++)
    if (self->reading[i] != NULL)
      return TRUE;
  return FALSE;
}

/* The entry that is chosen, NULL: none. */
static const LibraryEntry *
chosen_entry (UiLibraryPage *self)
{
  return ui_line_get_selected (self->chosen);
}

static const LibraryUse *
chosen_use (UiLibraryPage *self)
{
  return ui_library_uses_get (UI_LIBRARY_USES (self->uses));
}

static void
show_uses (UiLibraryPage *self, GPtrArray *uses)
{
  ui_library_uses_show (UI_LIBRARY_USES (self->uses), uses);
}

static char *
name_text (gpointer line, gpointer page)
{
  const LibraryEntry *entry = ui_line_get (line);

  return entry->spellings->len == 1
             ? g_strdup (entry->name->name)
             : g_strdup_printf (_ ("%s (%u spellings)"), entry->name->name,
                                entry->spellings->len);
}

static char *
level_text (gpointer line, gpointer page)
{
  return g_strdup (((LibraryEntry *) ui_line_get (line))->name->level2);
}

static char *
times_text (gpointer line, gpointer page)
{
  return g_strdup_printf ("%u", ((LibraryEntry *) ui_line_get (line))->times);
}

static char *
years_text (gpointer line, gpointer page)
{
  const LibraryEntry *entry = ui_line_get (line);

  if (entry->first_year == DB_NULL)
    return NULL;
  return entry->first_year == entry->last_year
             ? g_strdup_printf ("%d", (int) entry->first_year)
             : g_strdup_printf ("%d–%d", (int) entry->first_year,
                                (int) entry->last_year);
}

static char *
values_text (gpointer line, gpointer page)
{
  return library_entry_values (ui_line_get (line));
}

/* How many, and which. */
static char *
units_text (gpointer line, gpointer page)
{
  const LibraryEntry *entry = ui_line_get (line);
  g_autofree char    *names = library_entry_where (entry);

  return g_strdup_printf ("%u  %s", entry->places->len, names);
}

static char *
findings_text (gpointer line, gpointer data)
{
  UiLibraryPage *self = data;
  guint          n = self->findings != NULL
                         ? library_entry_findings (ui_line_get (line), self->findings)
                         : 0;

  return n > 0 ? g_strdup_printf ("▲ %u", n) : NULL;
}

/* What is possible with the selected place. */
static void
update_actions (UiLibraryPage *self)
{
  Db      *db = ui_page_get_db (UI_PAGE (self));
  gboolean has_use = db != NULL && chosen_use (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.go-to", has_use);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.insert",
                                 has_use && !db_is_read_only (db) &&
                                     ui_page_get_project (UI_PAGE (self)) != 0);
}

static void start (UiLibraryPage *self, LibraryReads what, const LibraryEntry *entry);

static void
chosen_cb (GtkSelectionModel *model, GParamSpec *spec, UiLibraryPage *self)
{
  const LibraryEntry *entry = chosen_entry (self);

  errand_drop (&self->reading[LIBRARY_READS_USES]);
  show_uses (self, NULL);
  update_actions (self);
  if (entry == NULL)
    return;
  g_free (self->wanted);
  self->wanted = library_key (entry->name->name, entry->name->level2);
  start (self, LIBRARY_READS_USES, entry);
}

static void
show_count (UiLibraryPage *self, guint n)
{
  guint            all = library_entries (self->library)->len;
  g_autofree char *count = g_strdup_printf (_ ("%u of %u indicators"), n, all);

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->nothing),
                      all > 0 ? _ ("No such indicators")
                              : _ ("There are no indicators in this file yet."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n > 0 ? "list" : "nothing");
}

/* Lists what is looked for; what was chosen stays so, if it is among it. */
static void
fill (UiLibraryPage *self)
{
  guint       level = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *wanted = g_strdup (self->wanted);
  guint            again = 0;

  if (self->library == NULL)
    return;
  found = library_find (self->library, words,
                        level > 0 ? level2_names ()[level - 1] : NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const LibraryEntry *entry = found->pdata[i];
      g_autofree char    *key = library_key (entry->name->name, entry->name->level2);

      g_ptr_array_add (lines, ui_line_new (found->pdata[i], NULL));
      if (g_strcmp0 (key, wanted) == 0)
        again = i;
    }
  g_signal_handlers_block_by_func (self->chosen, chosen_cb, self);
  g_list_store_remove_all (self->lines);
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->chosen), again);
  g_signal_handlers_unblock_by_func (self->chosen, chosen_cb, self);
  show_count (self, found->len);
  chosen_cb (self->chosen, NULL, self);
}

static void
take (UiLibraryPage *self, LibraryReads what, gpointer found)
{
  switch (what)
    {
    case LIBRARY_READS_ALL:
      show_uses (self, NULL);
      g_list_store_remove_all (self->lines);
      g_clear_pointer (&self->library, library_unref);
      self->library = found;
      fill (self);
      start (self, LIBRARY_READS_FINDINGS, NULL);
      break;
    case LIBRARY_READS_FINDINGS:
      g_clear_pointer (&self->findings, g_hash_table_unref);
      self->findings = found;
      fill (self);
      break;
    default:
      show_uses (self, found);
    }
}

static void
come (UiLibraryPage *self, LibraryReads what, gpointer found, GError *error)
{
  if (!ui_library_page_is_busy (self))
    gtk_spinner_stop (GTK_SPINNER (self->spinner));
  if (found == NULL)
    ui_page_complain (UI_PAGE (self), _ ("The indicators cannot be listed"), error);
  else
    take (self, what, found);
}

static void
all_come (gpointer found, GError *error, gpointer self)
{
  come (self, LIBRARY_READS_ALL, found, error);
}

static void
findings_come (gpointer found, GError *error, gpointer self)
{
  come (self, LIBRARY_READS_FINDINGS, found, error);
}

static void
uses_come (gpointer found, GError *error, gpointer self)
{
  come (self, LIBRARY_READS_USES, found, error);
}

static void
start (UiLibraryPage *self, LibraryReads what, const LibraryEntry *entry)
{
  static const ErrandDone done[] = { [LIBRARY_READS_ALL] = all_come,
                                     [LIBRARY_READS_FINDINGS] = findings_come,
                                     [LIBRARY_READS_USES] = uses_come };

  gtk_spinner_start (GTK_SPINNER (self->spinner));
  ui_library_read (&self->reading[what], ui_page_get_desk (UI_PAGE (self)), what,
                   self->library, entry, done[what], self);
}

static gboolean
ui_library_page_load (UiPage *page, GError **error)
{
  UiLibraryPage *self = UI_LIBRARY_PAGE (page);

  start (self, LIBRARY_READS_ALL, NULL);
  update_actions (self);
  return ui_variant_list_load (UI_VARIANT_LIST (self->variants), ui_page_get_db (page),
                               error);
}

static void
ui_library_page_clear (UiPage *page)
{
  UiLibraryPage *self = UI_LIBRARY_PAGE (page);

  for (LibraryReads what = LIBRARY_READS_ALL; what <= LIBRARY_READS_USES; what++)
    errand_drop (&self->reading[what]);
  show_uses (self, NULL);
  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->library, library_unref);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  ui_variant_list_load (UI_VARIANT_LIST (self->variants), NULL, NULL);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const LibraryUse *use = chosen_use (UI_LIBRARY_PAGE (widget));
  UiPlace           place = { .document = use->document,
                              .project = use->project,
                              .table = "indicator",
                              .row = use->indicator,
                              .column = "name" };

  ui_page_go_to (UI_PAGE (widget), &place);
}

static void
insert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiLibraryPage    *self = UI_LIBRARY_PAGE (widget);
  UiPage           *page = UI_PAGE (widget);
  const LibraryUse *use = chosen_use (self);
  UiPlace           place = { .document = ui_page_get_document (page),
                              .project = ui_page_get_project (page),
                              .table = "indicator",
                              .column = "name" };
  g_autoptr (GError) error = NULL;

  place.row =
      library_insert (ui_page_get_db (page), use->indicator, place.project, &error);
  if (place.row == 0)
    {
      ui_page_complain (page, _ ("Nothing was changed"), g_steal_pointer (&error));
      return;
    }
  ui_page_change (page);
  ui_page_go_to (page, &place);
}

static void
variants_changed_cb (UiVariantList *list, UiLibraryPage *self)
{
  ui_page_change (UI_PAGE (self));
}

static void
ui_library_page_dispose (GObject *object)
{
  UiLibraryPage *self = UI_LIBRARY_PAGE (object);

  for (LibraryReads what = LIBRARY_READS_ALL; what <= LIBRARY_READS_USES; what++)
    errand_drop (&self->reading[what]);
  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_data (self->chosen, self);
  G_OBJECT_CLASS (ui_library_page_parent_class)->dispose (object);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->library, library_unref);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);
}

static void
ui_library_page_class_init (UiLibraryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_library_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_library_page_load;
  UI_PAGE_CLASS (class)->clear = ui_library_page_clear;
  gtk_widget_class_install_action (widget_class, "library.insert", NULL, insert_cb);
  gtk_widget_class_install_action (widget_class, "library.go-to", NULL, go_to_cb);
}

static GtkWidget *
make_bar (UiLibraryPage *self)
{
  const char *const *names = level2_names ();
  g_autoptr (GPtrArray) levels = g_ptr_array_new ();
  GtkWidget *bar = ui_page_bar_new ();

  g_ptr_array_add (levels, (gpointer) _ ("Any level"));
  for (gsize i = 0; names[i] != NULL; i++)
    g_ptr_array_add (levels, (gpointer) names[i]);
  g_ptr_array_add (levels, NULL);
  self->entry = ui_page_bar_add_search (
      bar, _ ("Find indicators: words, or the first letters of their pinyin"),
      _ ("Find indicators"));
  self->level = ui_page_bar_add_choice (bar, (const char *const *) levels->pdata,
                                        _ ("Level of the indicators"));
  self->count = ui_page_bar_add_note (bar);
  self->spinner = gtk_spinner_new ();
  ui_bar_append (UI_BAR (bar), self->spinner);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->level, "notify::selected", G_CALLBACK (fill), self);
  return bar;
}

static GtkWidget *
make_entries (UiLibraryPage *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("Indicator"), 0, name_text },         { N_ ("Level 2"), 130, level_text },
    { N_ ("Times"), 60, times_text },           { N_ ("Years"), 100, years_text },
    { N_ ("Target values"), 150, values_text }, { N_ ("Units"), 220, units_text },
    { N_ ("Findings"), 80, findings_text },
  };

  return ui_text_table_new (self->chosen, _ ("Indicators"), columns,
                            G_N_ELEMENTS (columns), NULL, self);
}

static GtkWidget *
make_indicators (UiLibraryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->uses = ui_library_uses_new ();
  g_signal_connect_swapped (self->uses, "selected", G_CALLBACK (update_actions), self);
  gtk_widget_set_size_request (self->uses, -1, 260);
  gtk_paned_set_start_child (GTK_PANED (paned), make_entries (self));
  gtk_paned_set_end_child (GTK_PANED (paned), self->uses);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  self->nothing = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), paned, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  return box;
}

static void
ui_library_page_init (UiLibraryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *halves = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->chosen =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->lines)));
  self->variants = ui_variant_list_new ();
  g_signal_connect (self->variants, "changed", G_CALLBACK (variants_changed_cb), self);
  gtk_stack_add_titled (GTK_STACK (halves), make_indicators (self), "indicators",
                        _ ("Indicators"));
  gtk_stack_add_titled (GTK_STACK (halves), self->variants, "spellings",
                        _ ("Spellings"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (halves));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "page-bar");
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), halves);
  ui_page_set_child (UI_PAGE (self), box);
  g_signal_connect (self->chosen, "notify::selected-item", G_CALLBACK (chosen_cb),
                    self);
  update_actions (self);
}
