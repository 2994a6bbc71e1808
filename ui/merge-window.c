/* ui/merge-window.c — the differences as a list; nothing is taken before all that both
 * changed is decided.
 */

#include "ui/merge-window.h"
#include "ui/dialog.h"
#include "ui/line.h"
#include "ui/merge-row.h"
#include "ui/naming.h"
#include "ui/waiting.h"

#include <glib/gi18n.h>

struct _UiMergeWindow {
  GtkWindow   parent_instance;
  UiWindow   *window; /* which this one goes with */
  char       *name;
  Merge      *merge;
  GPtrArray  *choices; /* MergeChoice *, as the items */
  GListStore *lines;   /* UiLine, each lends a MergeChoice */
  GtkWidget  *list;
  GtkWidget  *only; /* a check: only what both changed */
  GtkWidget  *count;
  GtkWidget  *accept;
  GtkWidget  *content; /* not to be changed while it is taken over */
  GtkWidget  *waiting;
  Errand     *running; /* NULL: nothing is taken over */
};

G_DEFINE_FINAL_TYPE (UiMergeWindow, ui_merge_window, GTK_TYPE_WINDOW)

guint
ui_merge_window_get_open (UiMergeWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    n += !((MergeChoice *) self->choices->pdata[i])->is_decided;
  return n;
}

static guint
count_taken (UiMergeWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const MergeChoice *choice = self->choices->pdata[i];

      n += choice->is_decided && choice->item->is_taken;
    }
  return n;
}

static void
show_count (UiMergeWindow *self)
{
  guint            open = ui_merge_window_get_open (self);
  guint            taken = count_taken (self);
  g_autofree char *count =
      g_strdup_printf (_ ("%u differences, both changed %u; %u to be decided"),
                       self->choices->len, self->merge->conflicts, open);
  g_autofree char *accept = g_strdup_printf (_ ("Ta_ke %u over"), taken);

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  gtk_widget_set_sensitive (self->accept, open == 0 && taken > 0);
  gtk_widget_set_tooltip_text (self->accept,
                               open > 0 ? _ ("Decide first what both changed") : NULL);
}

static void
fill (UiMergeWindow *self)
{
  gboolean only = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->choices->len; i++)
    {
      MergeChoice *choice = self->choices->pdata[i];

      if (!only || choice->item->is_conflict)
        g_ptr_array_add (lines, ui_line_new (choice, NULL));
    }
  g_list_store_remove_all (self->lines);
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  show_count (self);
}

/* All that both changed, one way. */
static void
decide_all (UiMergeWindow *self, gboolean is_theirs)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      MergeChoice *choice = self->choices->pdata[i];

      if (!choice->item->is_conflict)
        continue;
      choice->item->is_taken = is_theirs;
      choice->is_decided = TRUE;
    }
  fill (self);
}

static void
ours_cb (GtkButton *button, UiMergeWindow *self)
{
  decide_all (self, FALSE);
}

static void
theirs_cb (GtkButton *button, UiMergeWindow *self)
{
  decide_all (self, TRUE);
}

/* The errand keeps the window, and what it lends. */
static gpointer
take_over (Db *db, gpointer window, Progress *progress, GError **error)
{
  const UiMergeWindow *self = window;
  guint                n;

  return merge_apply (self->merge, db, self->name, &n, error) ? ERRAND_DONE : NULL;
}

static void
taken (gpointer result, GError *error, gpointer data)
{
  UiMergeWindow *self = data;

  gtk_widget_set_sensitive (self->content, TRUE);
  if (result == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ui_show_error (GTK_WINDOW (self), _ ("Nothing was taken over"), error);
      g_error_free (error);
      return;
    }
  ui_window_reload (self->window);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept_cb (GtkButton *button, UiMergeWindow *self)
{
  static const ErrandKind  kind = { take_over, g_object_unref, NULL, 0 };
  static const char *const stages[] = { N_ ("Taking over"), NULL };
  g_autoptr (Desk) desk =
      desk_new (db_get_path (ui_window_get_db (self->window)), DB_OPEN_WRITE);

  gtk_widget_set_sensitive (self->content, FALSE);
  errand_begin (&self->running, desk, &kind, g_object_ref (self), taken, self);
  ui_waiting_follow (UI_WAITING (self->waiting), &self->running, stages);
}

/* Closing it while something is taken over stops that. */
static gboolean
ui_merge_window_close_request (GtkWindow *window)
{
  UiMergeWindow *self = UI_MERGE_WINDOW (window);

  if (self->running == NULL)
    return GTK_WINDOW_CLASS (ui_merge_window_parent_class)->close_request (window);
  errand_stop (self->running);
  return TRUE;
}

static void
ui_merge_window_dispose (GObject *object)
{
  errand_drop (&UI_MERGE_WINDOW (object)->running);
  G_OBJECT_CLASS (ui_merge_window_parent_class)->dispose (object);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiMergeWindow *self)
{
  GtkWidget *row = ui_merge_row_new ();

  g_signal_connect_swapped (row, "chosen", G_CALLBACK (show_count), self);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiMergeWindow *self)
{
  MergeChoice *choice = ui_line_get (gtk_list_item_get_item (item));

  ui_merge_row_show (UI_MERGE_ROW (gtk_list_item_get_child (item)), choice);
  ui_name_row (gtk_list_item_get_child (item), choice->item->place);
}

static void
ui_merge_window_finalize (GObject *object)
{
  UiMergeWindow *self = UI_MERGE_WINDOW (object);

  g_ptr_array_unref (self->choices);
  g_object_unref (self->lines);
  g_clear_pointer (&self->merge, merge_free);
  g_free (self->name);
  G_OBJECT_CLASS (ui_merge_window_parent_class)->finalize (object);
}

static void
ui_merge_window_class_init (UiMergeWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_merge_window_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_merge_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = ui_merge_window_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *label, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", clicked, data);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
make_list (UiMergeWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (
                                      g_object_ref (G_LIST_MODEL (self->lines)))),
                                  factory);
  ui_name (self->list, _ ("What differs"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_bar (UiMergeWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "page-bar");
  self->only = gtk_check_button_new_with_mnemonic (_ ("_Only what both changed"));
  g_signal_connect_swapped (self->only, "toggled", G_CALLBACK (fill), self);
  gtk_box_append (GTK_BOX (bar), self->only);
  add_button (bar, _ ("O_urs for all that both changed"), G_CALLBACK (ours_cb), self);
  add_button (bar, _ ("_Theirs for all"), G_CALLBACK (theirs_cb), self);
  return bar;
}

static GtkWidget *
make_end (UiMergeWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "page-bar");
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_box_append (GTK_BOX (bar), self->count);
  self->accept = add_button (bar, "", G_CALLBACK (accept_cb), self);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  return bar;
}

static void
ui_merge_window_init (UiMergeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->choices = g_ptr_array_new_with_free_func (g_free);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->waiting = ui_waiting_new ();
  gtk_box_append (GTK_BOX (self->content), make_bar (self));
  gtk_box_append (GTK_BOX (self->content), make_list (self));
  gtk_box_append (GTK_BOX (self->content), make_end (self));
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_box_append (GTK_BOX (box), self->waiting);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 640);
}

GtkWidget *
ui_merge_window_new (UiWindow *window, Merge *merge, const char *name)
{
  g_autofree char *title = g_strdup_printf (_ ("Merge %s"), name);
  UiMergeWindow   *self =
      g_object_new (UI_TYPE_MERGE_WINDOW, "title", title, "transient-for", window,
                    "modal", TRUE, "destroy-with-parent", TRUE, NULL);

  self->window = window;
  self->merge = merge;
  self->name = g_strdup (name);
  for (guint i = 0; i < merge->items->len; i++)
    {
      MergeChoice *choice = g_new (MergeChoice, 1);

      *choice = (MergeChoice){ merge->items->pdata[i], FALSE };
      choice->is_decided = !choice->item->is_conflict;
      g_ptr_array_add (self->choices, choice);
    }
  fill (self);
  return GTK_WIDGET (self);
}
