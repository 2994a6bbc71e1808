/* ui/compare-page.c — two texts of a department side by side.
 *
 * The comparison is made aside; what it says stays on the screen until the next one is
 * there.
 */

#include "ui/compare-page.h"
#include "app/compare/remark.h"
#include "app/compare/write.h"
#include "app/fold.h"
#include "db/listing.h"
#include "ui/bar.h"
#include "ui/compare-lineage.h"
#include "ui/compare-row.h"
#include "ui/compare-state.h"
#include "ui/compare-texts.h"
#include "ui/line.h"
#include "ui/naming.h"
#include "ui/page-bar.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiComparePage {
  UiPage              parent_instance;
  GtkWidget          *before, *after; /* drop-downs of the texts */
  GtkWidget          *entry;
  GtkWidget          *kinds[COMPARISON_N_KINDS];
  GtkWidget          *remarked, *moved, *by_size, *loose;
  GtkWidget          *summary; /* the remarks counted */
  GtkWidget          *stack;   /* list, nothing */
  GtkWidget          *nothing;
  GtkWidget          *view;
  GListStore         *lines;
  GtkSingleSelection *selection;
  GPtrArray          *documents;  /* ListedDocument *, of the department */
  Comparison         *comparison; /* the lines lend from it; NULL: none */
  GHashTable         *unfolded;   /* ids of tables: gint64 * */
  gboolean            is_filling; /* the drop-downs */
  gint64              shown;      /* the document that the texts were chosen for */
};

G_DEFINE_FINAL_TYPE (UiComparePage, ui_compare_page, UI_TYPE_PAGE)

const Comparison *
ui_compare_page_get (UiComparePage *self)
{
  return self->comparison;
}

const CompareLine *
ui_compare_page_get_line (UiComparePage *self)
{
  UiLine *line = gtk_single_selection_get_selected_item (self->selection);

  return line != NULL ? ui_line_get (line) : NULL;
}

ComparisonSelection
ui_compare_page_get_selection (UiComparePage *self)
{
  ComparisonSelection selection = {
    .only_remarked = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->remarked)),
    .only_moved = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->moved)),
    .by_size = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->by_size)),
  };

  for (int kind = 0; kind < COMPARISON_N_KINDS; kind++)
    selection.kinds[kind] =
        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->kinds[kind]));
  return selection;
}

/* 增 新增 3: of rows, and of tables where those differ. */
static void
show_counts (UiComparePage *self)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (int kind = 0; kind < COMPARISON_N_KINDS; kind++)
    {
      const char      *sign = comparison_kind_sign (kind);
      g_autofree char *label =
          g_strdup_printf ("%s%s%s %u", sign, *sign != '\0' ? " " : "",
                           comparison_kind_title (kind),
                           self->comparison->n_rows[kind]);
      g_autofree char *tip = g_strdup_printf (_ ("%u indicators, %u projects"),
                                              self->comparison->n_rows[kind],
                                              self->comparison->n_tables[kind]);

      gtk_button_set_label (GTK_BUTTON (self->kinds[kind]), label);
      gtk_widget_set_tooltip_text (self->kinds[kind], tip);
    }
  for (int kind = 0; kind < REMARK_N_KINDS; kind++)
    if (self->comparison->n_remarks[kind] > 0)
      g_string_append_printf (said, "%s%s %u", said->len > 0 ? "　" : "！",
                              remark_kind_title (kind),
                              self->comparison->n_remarks[kind]);
  gtk_label_set_text (GTK_LABEL (self->summary), said->str);
  gtk_widget_set_visible (self->summary, said->len > 0);
}

/* What a line is about, to find it again in another comparison. */
typedef struct {
  CompareLineKind kind;
  gint64          table, row;
} Mark;

static Mark
mark_of (const CompareLine *line)
{
  Mark mark = { line->kind, 0, 0 };

  if (line->table != NULL)
    mark.table = ui_compare_table_id (line->table);
  if (line->row != NULL)
    mark.row = line->row->row->after ? line->row->row->after->record.id
                                     : line->row->row->before->record.id;
  return mark;
}

static guint
find_mark (UiComparePage *self, const Mark *mark)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UiLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      Mark other = mark_of (ui_line_get (line));

      if (other.kind == mark->kind && other.table == mark->table &&
          other.row == mark->row)
        return i;
    }
  return 0;
}

/* The lines lend from the comparison. */
static void
let_go (UiComparePage *self)
{
  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->comparison, comparison_free);
}

static void
show_nothing (UiComparePage *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->nothing), words);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
}

/* Lays the comparison out as it is chosen; the line at mark is selected then. */
static void
fill_at (UiComparePage *self, const Mark *mark)
{
  g_autofree char *folded = fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *sought = g_utf8_casefold (folded, -1);
  ComparisonSelection selection = ui_compare_page_get_selection (self);
  g_autoptr (GPtrArray) lines = NULL;

  if (self->comparison == NULL)
    return;
  lines = ui_compare_lines (self->comparison, &selection, self->unfolded, sought);
  g_list_store_remove_all (self->lines);
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  if (lines->len == 0)
    show_nothing (self, _ ("Nothing of this kind"));
  else
    {
      guint place = mark != NULL ? find_mark (self, mark) : 0;

      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
      gtk_single_selection_set_selected (self->selection, place);
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", place);
    }
  ui_compare_lineage_update (GTK_WIDGET (self));
}

static void
fill (UiComparePage *self)
{
  const CompareLine *line = ui_compare_page_get_line (self);
  Mark               mark = { 0 };

  if (line != NULL)
    mark = mark_of (line);
  fill_at (self, line != NULL ? &mark : NULL);
}

/* What was compared before stays on the screen. */
static void
fail (UiComparePage *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ui_page_complain (UI_PAGE (self), _ ("The texts cannot be compared"), error);
      return;
    }
  g_error_free (error);
  if (self->comparison == NULL)
    show_nothing (self,
                  _ ("The comparison was stopped; choose a text to begin it anew"));
}

/* Two texts on their way to a comparison. */
typedef struct {
  gint64   before, after;
  gboolean is_loose;
} Request;

static gpointer
compare_texts (Db *db, gpointer what, Progress *progress, GError **error)
{
  const Request *request = what;

  return comparison_new (db, request->before, request->after, request->is_loose,
                         progress, error);
}

static void
compared (gpointer comparison, GError *error, gpointer data)
{
  UiComparePage     *self = data;
  const CompareLine *line = ui_compare_page_get_line (self);
  Mark mark = { .kind = COMPARE_TABLE, .table = ui_page_get_project (UI_PAGE (self)) };

  if (comparison == NULL)
    {
      fail (self, error);
      return;
    }
  if (line != NULL)
    mark = mark_of (line);
  let_go (self);
  self->comparison = comparison;
  show_counts (self);
  fill_at (self, &mark);
}

static const ListedDocument *
chosen (UiComparePage *self, GtkWidget *drop_down)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return self->documents != NULL && place < self->documents->len
             ? self->documents->pdata[place]
             : NULL;
}

static void
compare (UiComparePage *self)
{
  static const ErrandKind  kind = { compare_texts, g_free,
                                    (GDestroyNotify) comparison_free, 0 };
  static const char *const stages[] = { N_ ("Reading projects"), N_ ("Comparing"),
                                        NULL };

  const ListedDocument *before = chosen (self, self->before);
  const ListedDocument *after = chosen (self, self->after);
  Request              *request;

  if (self->is_filling || before == NULL || after == NULL)
    return;
  ui_page_stop (UI_PAGE (self));
  if (before == after)
    {
      let_go (self);
      show_nothing (self, _ ("Choose two different texts"));
      return;
    }
  request = g_new (Request, 1);
  *request = (Request){ before->id, after->id,
                        gtk_check_button_get_active (GTK_CHECK_BUTTON (self->loose)) };
  ui_page_read (UI_PAGE (self), &kind, request, stages, compared);
}

/* The selected text and the one before it; of the first text the one after it. */
static void
choose_texts (UiComparePage *self)
{
  guint after = 0, before;

  for (guint i = 0; i < self->documents->len; i++)
    if (((ListedDocument *) self->documents->pdata[i])->id ==
        ui_page_get_document (UI_PAGE (self)))
      after = i;
  before = ui_compare_find_earlier (self->documents, after);
  if (before == after && self->documents->len > 1)
    after++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->before), before);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->after), after);
}

static void
list_texts (UiComparePage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const guint places[] = { gtk_drop_down_get_selected (GTK_DROP_DOWN (self->before)),
                           gtk_drop_down_get_selected (GTK_DROP_DOWN (self->after)) };
  gboolean    same = self->shown == ui_page_get_document (UI_PAGE (self)) &&
                  MAX (places[0], places[1]) < self->documents->len;

  for (guint i = 0; i < self->documents->len; i++)
    {
      const ListedDocument *listed = self->documents->pdata[i];
      g_autofree char      *title = comparison_side_title (
               &(Document){ .fiscal_year = listed->fiscal_year, .stage = listed->stage });

      gtk_string_list_append (titles, title);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->before), G_LIST_MODEL (titles));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->after), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->before), places[0]);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->after), places[1]);
  if (!same)
    choose_texts (self);
  self->is_filling = FALSE;
  self->shown = ui_page_get_document (UI_PAGE (self));
}

/* How it was looked at comes back with the file. */
static void
keep_state (UiComparePage *self)
{
  const ListedDocument *before = chosen (self, self->before);
  const ListedDocument *after = chosen (self, self->after);
  CompareState state = { before != NULL ? before->id : 0, after != NULL ? after->id : 0,
                         ui_compare_page_get_selection (self),
                         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->loose)) };

  ui_compare_state_save (db_get_path (ui_page_get_db (UI_PAGE (self))), &state,
                         self->unfolded);
}

static void
choose_text (UiComparePage *self, GtkWidget *drop_down, gint64 document)
{
  for (guint i = 0; i < self->documents->len; i++)
    if (((ListedDocument *) self->documents->pdata[i])->id == document)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
}

static void
restore_state (UiComparePage *self)
{
  CompareState state = { .selection = comparison_changes };

  self->is_filling = TRUE;
  if (ui_compare_state_load (db_get_path (ui_page_get_db (UI_PAGE (self))), &state,
                             self->unfolded))
    {
      choose_text (self, self->before, state.before);
      choose_text (self, self->after, state.after);
    }
  for (int kind = 0; kind < COMPARISON_N_KINDS; kind++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[kind]),
                                  state.selection.kinds[kind]);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->remarked),
                               state.selection.only_remarked);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->moved),
                               state.selection.only_moved);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->by_size),
                               state.selection.by_size);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->loose), state.is_loose);
  self->is_filling = FALSE;
}

static void
ui_compare_page_clear (UiPage *page)
{
  UiComparePage *self = UI_COMPARE_PAGE (page);

  if (self->shown != 0)
    keep_state (self);
  ui_page_stop (UI_PAGE (self));
  let_go (self);
  g_hash_table_remove_all (self->unfolded);
  self->shown = 0;
}

static gboolean
ui_compare_page_load (UiPage *page, GError **error)
{
  UiComparePage *self = UI_COMPARE_PAGE (page);
  GPtrArray     *documents =
      ui_compare_texts (ui_page_get_db (page), ui_page_get_document (page), error);
  gboolean is_first;

  if (documents == NULL)
    return FALSE;
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  self->documents = documents;
  is_first = self->shown == 0;
  list_texts (self);
  if (is_first)
    restore_state (self);
  if (documents->len > 1)
    compare (self);
  else
    {
      ui_page_stop (UI_PAGE (self));
      let_go (self);
      show_nothing (self, _ ("There is only one text of this department.\nImport the "
                             "text of another year, or draft next year’s from the "
                             "menu: then they are compared here."));
    }
  return TRUE;
}

/* A row opens in the form, a folded line unfolds. */
static void
activate_cb (GtkListView *view, guint place, UiComparePage *self)
{
  g_autoptr (UiLine) held = g_list_model_get_item (G_LIST_MODEL (self->lines), place);
  const CompareLine *line = ui_line_get (held);
  UiPlace            go;
  gint64             id;

  if (line->table == NULL)
    return;
  if (line->kind != COMPARE_FOLDED)
    {
      go = ui_compare_place (self->comparison, line);
      ui_page_go_to (UI_PAGE (self), &go);
      return;
    }
  id = ui_compare_table_id (line->table);
  if (!g_hash_table_remove (self->unfolded, &id))
    g_hash_table_add (self->unfolded, g_memdup2 (&id, sizeof id));
  fill (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, ui_compare_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  ui_compare_row_show (UI_COMPARE_ROW (gtk_list_item_get_child (item)),
                       ui_line_get (gtk_list_item_get_item (item)));
}

static void
ui_compare_page_dispose (GObject *object)
{
  UiComparePage *self = UI_COMPARE_PAGE (object);

  ui_page_stop (UI_PAGE (self));
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  G_OBJECT_CLASS (ui_compare_page_parent_class)->dispose (object);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->comparison, comparison_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);
}

static void
ui_compare_page_class_init (UiComparePageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_compare_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_compare_page_load;
  UI_PAGE_CLASS (class)->clear = ui_compare_page_clear;
  ui_compare_lineage_install (GTK_WIDGET_CLASS (class));
}

static GtkWidget *
new_drop_down (UiComparePage *self, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_tooltip_text (drop_down, name);
  ui_name (drop_down, name);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (compare), self);
  return drop_down;
}

static GtkWidget *
add_check (UiComparePage *self, GtkWidget *bar, const char *label,
           void (*changed) (UiComparePage *))
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed), self);
  ui_bar_append (UI_BAR (bar), check);
  return check;
}

static GtkWidget *
make_texts (UiComparePage *self)
{
  GtkWidget *bar = ui_page_bar_new ();

  self->before = new_drop_down (self, _ ("The earlier text"));
  self->after = new_drop_down (self, _ ("The later text"));
  ui_bar_append (UI_BAR (bar), self->before);
  ui_bar_append (UI_BAR (bar), gtk_label_new ("→"));
  ui_bar_append (UI_BAR (bar), self->after);
  self->entry = ui_page_bar_add_search (bar, _ ("Find projects or codes"),
                                        _ ("Find projects or codes"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  return bar;
}

static GtkWidget *
make_filters (UiComparePage *self)
{
  static const ComparisonKind order[] = { COMPARISON_ADDED, COMPARISON_REMOVED,
                                          COMPARISON_CHANGED, COMPARISON_TARGET,
                                          COMPARISON_SAME };
  GtkWidget                  *bar = ui_bar_new (12);
  GtkWidget                  *kinds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (kinds, "linked");
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *toggle =
          gtk_toggle_button_new_with_label (comparison_kind_title (order[i]));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle),
                                    order[i] != COMPARISON_SAME);
      g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (fill), self);
      gtk_box_append (GTK_BOX (kinds), toggle);
      self->kinds[order[i]] = toggle;
    }
  ui_bar_append (UI_BAR (bar), kinds);
  self->remarked = add_check (self, bar, _ ("Only with remarks"), fill);
  self->moved = add_check (self, bar, _ ("Only moved"), fill);
  self->by_size = add_check (self, bar, _ ("Largest change first"), fill);
  self->loose = add_check (self, bar, _ ("Ignore punctuation and width"), compare);
  gtk_widget_add_css_class (bar, "page-bar");
  return bar;
}

static GtkWidget *
make_list (UiComparePage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->lines));
  g_signal_connect_swapped (self->selection, "notify::selected-item",
                            G_CALLBACK (ui_compare_lineage_update), self);
  self->view =
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_css_class (self->view, "comparison");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What changed"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
ui_compare_page_init (UiComparePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->unfolded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_add_css_class (self->summary, "remark-counts");
  self->nothing = gtk_label_new (NULL);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nothing, "title-4");
  self->stack = gtk_stack_new ();
  gtk_box_append (GTK_BOX (box), make_texts (self));
  gtk_box_append (GTK_BOX (box), make_filters (self));
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (list), ui_compare_row_new_head ());
  gtk_box_append (GTK_BOX (list), make_list (self));
  gtk_box_append (GTK_BOX (list), ui_compare_lineage_new_bar ());
  gtk_stack_add_named (GTK_STACK (self->stack), list, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_box_append (GTK_BOX (box), self->stack);
  ui_page_set_child (UI_PAGE (self), box);
}
