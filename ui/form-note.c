/* ui/form-note.c — a few words below the cell that is being edited.
 *
 * It takes no keys: the focus stays in the editor.
 */

#include "ui/form-note.h"

#include <glib/gi18n.h>

struct _UiFormNote {
  GtkPopover parent_instance;
  GtkWidget *label;
  GtkWidget *buttons;
  GtkWidget *cell; /* weak; NULL while nothing is shown */
};

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormNote, ui_form_note, GTK_TYPE_POPOVER)

static void
keep_cb (GtkButton *button, UiFormNote *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, TRUE);
}

static void
discard_cb (GtkButton *button, UiFormNote *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, FALSE);
}

void
ui_form_note_follow (UiFormNote *self)
{
  GtkWidget      *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds, area;

  if (self->cell == NULL || !gtk_widget_compute_bounds (self->cell, parent, &bounds))
    return;
  graphene_rect_init (&area, 0, 0, (float) gtk_widget_get_width (parent),
                      (float) gtk_widget_get_height (parent));
  /* GTK 4.8 finds no monitor for a popover that points outside of them. */
  if (!graphene_rect_intersection (&bounds, &area, &bounds))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle){
                                   (int) bounds.origin.x, (int) bounds.origin.y,
                                   (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self));
}

void
ui_form_note_show (UiFormNote *self, GtkWidget *cell, const char *words, gboolean offer)
{
  g_set_weak_pointer (&self->cell, words != NULL ? cell : NULL);
  if (words == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_visible (self->buttons, offer);
  ui_form_note_follow (self);
}

static void
ui_form_note_dispose (GObject *object)
{
  g_clear_weak_pointer (&UI_FORM_NOTE (object)->cell);
  G_OBJECT_CLASS (ui_form_note_parent_class)->dispose (object);
}

static void
ui_form_note_class_init (UiFormNoteClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_form_note_dispose;
  signals[ANSWERED] = g_signal_new ("answered", UI_TYPE_FORM_NOTE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
add_button (UiFormNote *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
ui_form_note_init (UiFormNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = gtk_label_new (NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_button (self, _ ("Keep"), G_CALLBACK (keep_cb));
  add_button (self, _ ("Discard"), G_CALLBACK (discard_cb));
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-note");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
ui_form_note_new (void)
{
  return g_object_new (UI_TYPE_FORM_NOTE, "autohide", FALSE, "can-focus", FALSE,
                       "position", GTK_POS_BOTTOM, NULL);
}
