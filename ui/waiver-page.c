/* ui/waiver-page.c — the waivers of a text with their states; confirming and revoking.
 */

#include "ui/waiver-page.h"
#include "app/check/waive.h"
#include "app/export/export.h"
#include "app/fold.h"
#include "app/local-time.h"
#include "ui/dialog.h"
#include "ui/line.h"
#include "ui/page-bar.h"
#include "ui/text-table.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_STATES 4

struct _UiWaiverPage {
  UiPage             parent_instance;
  GtkWidget         *entry;
  GtkWidget         *state; /* the first: any */
  GtkWidget         *count;
  GtkWidget         *stack; /* list, nothing */
  GtkWidget         *nothing;
  GListStore        *lines; /* UiLine, each lends a Waived */
  GtkSelectionModel *selection;
  GPtrArray         *waived; /* Waived * */
};

G_DEFINE_FINAL_TYPE (UiWaiverPage, ui_waiver_page, UI_TYPE_PAGE)

/* Not everybody sees colours, and states are read at a glance. */
static const char *const signs[N_STATES] = {
  [WAIVED_HOLDS] = "✓",
  [WAIVED_CHANGED] = "✖",
  [WAIVED_SETTLED] = "○",
  [WAIVED_EARLIER] = "？",
};

static char *
state_text (gpointer line, gpointer page)
{
  const Waived *waived = ui_line_get (line);

  return g_strdup_printf ("%s %s", signs[waived->state],
                          waived_state_title (waived->state));
}

static char *
rule_text (gpointer line, gpointer page)
{
  return g_strdup (((Waived *) ui_line_get (line))->title);
}

static char *
place_text (gpointer line, gpointer page)
{
  return g_strdup (((Waived *) ui_line_get (line))->place);
}

static char *
reason_text (gpointer line, gpointer page)
{
  return g_strdup (((Waived *) ui_line_get (line))->reason);
}

static char *
seen_text (gpointer line, gpointer page)
{
  return g_strdup (((Waived *) ui_line_get (line))->seen);
}

static char *
who_text (gpointer line, gpointer page)
{
  return g_strdup (((Waived *) ui_line_get (line))->who);
}

static char *
time_text (gpointer line, gpointer page)
{
  return local_time_write (((Waived *) ui_line_get (line))->at);
}

static gboolean
has_text (const Waived *waived, const char *sought)
{
  const char *texts[] = { waived->title, waived->place, waived->seen, waived->reason,
                          waived->who };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = fold (texts[i]);
      g_autofree char *text = g_utf8_casefold (folded, -1);

      if (strstr (text, sought) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
show_count (UiWaiverPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autofree char *count =
      g_strdup_printf (_ ("%u of %u waivers"), n, self->waived->len);

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (
      GTK_LABEL (self->nothing),
      self->waived->len > 0
          ? _ ("No such waivers")
          : _ ("Nothing is waived. A finding that is right as it stands can be\n"
               "answered with a reason: “Waive with a reason…” beside the form."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n > 0 ? "list" : "nothing");
}

static void
fill (UiWaiverPage *self)
{
  guint            state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state));
  g_autofree char *folded = fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *sought = g_utf8_casefold (folded, -1);

  if (self->waived == NULL)
    return;
  g_list_store_remove_all (self->lines);
  for (guint i = 0; i < self->waived->len; i++)
    {
      Waived *waived = self->waived->pdata[i];
      g_autoptr (UiLine) line = NULL;

      if ((state > 0 && waived->state != (WaivedState) (state - 1)) ||
          !has_text (waived, sought))
        continue;
      line = ui_line_new (waived, NULL);
      g_list_store_append (self->lines, line);
    }
  show_count (self);
}

/* The selected waivers of a state, or of all but it; lent. */
static GPtrArray *
selected (UiWaiverPage *self, gboolean earlier)
{
  g_autoptr (GtkBitset) places = gtk_selection_model_get_selection (self->selection);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < gtk_bitset_get_size (places); i++)
    {
      g_autoptr (UiLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines),
                                                       gtk_bitset_get_nth (places, i));
      Waived *waived = ui_line_get (line);

      if ((waived->state == WAIVED_EARLIER) == earlier)
        g_ptr_array_add (chosen, waived);
    }
  return chosen;
}

static void
update_actions (UiWaiverPage *self)
{
  Db *db = ui_page_get_db (UI_PAGE (self));
  g_autoptr (GPtrArray) own = selected (self, FALSE);
  g_autoptr (GPtrArray) earlier = selected (self, TRUE);
  gboolean   writable = db != NULL && !db_is_read_only (db);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "waiver.revoke", writable && own->len > 0);
  gtk_widget_action_set_enabled (widget, "waiver.confirm",
                                 writable && earlier->len > 0);
  gtk_widget_action_set_enabled (widget, "waiver.go-to", own->len + earlier->len == 1);
  gtk_widget_action_set_enabled (widget, "waiver.copy",
                                 self->waived != NULL && self->waived->len > 0);
  gtk_widget_action_set_enabled (widget, "waiver.print",
                                 self->waived != NULL && self->waived->len > 0);
}

static void
selection_cb (GtkSelectionModel *selection, guint place, guint n, UiWaiverPage *self)
{
  update_actions (self);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWaiverPage *self = UI_WAIVER_PAGE (widget);
  g_autoptr (GPtrArray) chosen = selected (self, FALSE);
  const Finding *finding;

  if (chosen->len == 0)
    {
      g_ptr_array_unref (chosen);
      chosen = selected (self, TRUE);
    }
  finding = chosen->len > 0 ? ((Waived *) chosen->pdata[0])->finding : NULL;
  if (finding == NULL)
    gtk_widget_error_bell (widget);
  else
    {
      gboolean is_whole = finding->project_id == DB_NULL;
      UiPlace  place = { .document = finding->document_id,
                         .project = is_whole ? 0 : finding->project_id,
                         .finding = finding };

      ui_page_go_to (UI_PAGE (self), &place);
    }
}

static void
activate_cb (GtkColumnView *view, guint place, UiWaiverPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "waiver.go-to", NULL);
}

static void
revoke_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWaiverPage *self = UI_WAIVER_PAGE (widget);
  g_autoptr (GPtrArray) chosen = selected (self, FALSE);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < chosen->len; i++)
    g_array_append_val (ids, ((Waived *) chosen->pdata[i])->id);
  if (!waive_revoke (ui_page_get_db (UI_PAGE (self)), ids, &error))
    ui_page_complain (UI_PAGE (self), _ ("The waiver was not revoked"),
                      g_steal_pointer (&error));
  ui_page_change (UI_PAGE (self));
}

static void
confirm_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWaiverPage *self = UI_WAIVER_PAGE (widget);
  g_autoptr (GPtrArray) chosen = selected (self, TRUE);
  g_autoptr (GError) error = NULL;

  if (!waive_confirm (ui_page_get_db (UI_PAGE (self)), chosen, &error))
    ui_page_complain (UI_PAGE (self), _ ("The waiver was not confirmed"),
                      g_steal_pointer (&error));
  ui_page_change (UI_PAGE (self));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWaiverPage    *self = UI_WAIVER_PAGE (widget);
  g_autofree char *statement = waive_statement (self->waived);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), statement);
}

static void
statement_chosen_cb (GListModel *files, gpointer page)
{
  UiWaiverPage *self = page;
  g_autoptr (GFile) file = ui_named_file (files, ".pdf");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (Outline) outline =
      self->waived != NULL ? waive_statement_outline (self->waived, &error) : NULL;

  if (outline == NULL || !export_outline (outline, "pdf", path, &error))
    ui_page_complain (UI_PAGE (self), _ ("The statement was not written"),
                      g_steal_pointer (&error));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ui_choose_files (GTK_WINDOW (gtk_widget_get_root (widget)), UI_CHOOSE_PDF,
                   _ ("Statement of differences"), statement_chosen_cb, widget);
}

static gboolean
ui_waiver_page_load (UiPage *page, GError **error)
{
  UiWaiverPage *self = UI_WAIVER_PAGE (page);
  gint64        document = ui_page_get_document (page);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *waived;

  g_array_append_val (documents, document);
  waived = waive_list (ui_page_get_db (page), documents, error);
  if (waived == NULL)
    return FALSE;
  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->waived, g_ptr_array_unref);
  self->waived = waived;
  fill (self);
  update_actions (self);
  return TRUE;
}

static void
ui_waiver_page_clear (UiPage *page)
{
  UiWaiverPage *self = UI_WAIVER_PAGE (page);

  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->waived, g_ptr_array_unref);
}

static void
ui_waiver_page_dispose (GObject *object)
{
  UiWaiverPage *self = UI_WAIVER_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  G_OBJECT_CLASS (ui_waiver_page_parent_class)->dispose (object);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->waived, g_ptr_array_unref);
}

static void
ui_waiver_page_class_init (UiWaiverPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_waiver_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_waiver_page_load;
  UI_PAGE_CLASS (class)->clear = ui_waiver_page_clear;
  gtk_widget_class_install_action (widget_class, "waiver.revoke", NULL, revoke_cb);
  gtk_widget_class_install_action (widget_class, "waiver.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "waiver.go-to", NULL, go_to_cb);
  gtk_widget_class_install_action (widget_class, "waiver.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "waiver.print", NULL, print_cb);
}

static GtkWidget *
make_bar (UiWaiverPage *self)
{
  const char *states[N_STATES + 2] = { _ ("Any state") };
  GtkWidget  *bar = ui_page_bar_new ();

  for (guint i = 0; i < N_STATES; i++)
    states[i + 1] = waived_state_title (i);
  self->entry = ui_page_bar_add_search (bar, _ ("Find waivers"), _ ("Find waivers"));
  self->state = ui_page_bar_add_choice (bar, states, _ ("State of waivers"));
  self->count = ui_page_bar_add_note (bar);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->state, "notify::selected", G_CALLBACK (fill), self);
  return bar;
}

static GtkWidget *
make_list (UiWaiverPage *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("State"), 150, state_text }, { N_ ("Rule"), 150, rule_text },
    { N_ ("Where"), 230, place_text }, { N_ ("What is excused"), 150, seen_text },
    { N_ ("Reason"), 0, reason_text }, { N_ ("Who"), 90, who_text },
    { N_ ("Time"), 140, time_text },
  };

  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (self->lines)));
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_cb),
                    self);
  return ui_text_table_new (self->selection, _ ("Waivers"), columns,
                            G_N_ELEMENTS (columns), G_CALLBACK (activate_cb), self);
}

static void
ui_waiver_page_init (UiWaiverPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = ui_page_bar_new ();

  gtk_box_append (GTK_BOX (box), make_bar (self));
  self->nothing = gtk_label_new (NULL);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_box_append (GTK_BOX (box), self->stack);
  ui_page_bar_add_button (buttons, _ ("_Confirm last year's reason"), "waiver.confirm",
                          NULL);
  ui_page_bar_add_button (buttons, _ ("Re_voke the waiver"), "waiver.revoke", NULL);
  ui_page_bar_add_button (buttons, _ ("_Go to the place"), "waiver.go-to", NULL);
  ui_page_bar_add_button (buttons, _ ("Copy the _statement of differences"),
                          "waiver.copy", NULL);
  ui_page_bar_add_button (buttons, _ ("Statement as _PDF…"), "waiver.print", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  ui_page_set_child (UI_PAGE (self), box);
  update_actions (self);
}
