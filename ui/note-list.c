/* ui/note-list.c — notes as a list: the unread texts first. */

#include "ui/note-list.h"
#include "ui/line.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

struct _UiNoteList {
  GtkWidget           parent_instance;
  GtkWidget          *scroller;
  GtkWidget          *view;
  GListStore         *lines; /* UiLine of a Note */
  GtkSingleSelection *selection;
  const Proposal     *proposal;
  gboolean            is_still; /* whether the user is not the one who selects */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiNoteList, ui_note_list, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiNoteList *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiNoteList *self)
{
  const Note      *note = ui_line_get (gtk_list_item_get_item (item));
  GtkWidget       *label = gtk_list_item_get_child (item);
  g_autofree char *flat = g_strdelimit (g_strdup (note->text), "\n", ' ');
  g_autofree char *text =
      g_strdup_printf (note->kind == NOTE_UNREAD ? "？ %s" : "✓ %s", flat);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, note->text);
  ui_name_row (label, text);
  if (note->kind == NOTE_REPAIRED)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static const Note *
selected_note (UiNoteList *self)
{
  UiLine *line = gtk_single_selection_get_selected_item (self->selection);

  return line != NULL ? ui_line_get (line) : NULL;
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *property, UiNoteList *self)
{
  if (!self->is_still)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
ui_note_list_dispose (GObject *object)
{
  g_clear_pointer (&UI_NOTE_LIST (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_note_list_parent_class)->dispose (object);
}

static void
ui_note_list_class_init (UiNoteListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_note_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", UI_TYPE_NOTE_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_note_list_init (UiNoteList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->lines));
  g_object_unref (self->lines); /* the selection's now, and that is the view's */
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_object (self->selection, "notify::selected",
                           G_CALLBACK (selected_cb), self, 0);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was not understood"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
add_notes (GPtrArray *lines, const Proposal *proposal, NoteKind kind)
{
  for (guint i = 0; i < proposal->notes->len; i++)
    {
      Note *note = proposal->notes->pdata[i];

      if (note->kind == kind)
        g_ptr_array_add (lines, ui_line_new (note, NULL));
    }
}

void
ui_note_list_show (UiNoteList *self, const Proposal *proposal)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  self->proposal = proposal;
  if (proposal != NULL)
    {
      add_notes (lines, proposal, NOTE_UNREAD);
      add_notes (lines, proposal, NOTE_REPAIRED);
    }
  self->is_still = TRUE;
  g_list_store_splice (self->lines, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  self->is_still = FALSE;
}

guint
ui_note_list_get_unread (UiNoteList *self)
{
  const Note *note = selected_note (self);

  for (guint i = 0; note != NULL && note->kind == NOTE_UNREAD; i++)
    if (self->proposal->notes->pdata[i] == note)
      return i;
  return G_MAXUINT;
}

gboolean
ui_note_list_select (UiNoteList *self, guint block, const BlockCell *cell)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr (UiLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      const Note *note = ui_line_get (line);

      if (note->kind != NOTE_UNREAD || note->block != block || note->cell != cell)
        continue;
      self->is_still = TRUE;
      gtk_single_selection_set_selected (self->selection, i);
      self->is_still = FALSE;
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", i);
      return TRUE;
    }
  return FALSE;
}
