/* ui/waiting.c — a line that says how far an errand is, with a button that stops it. */

#include "ui/waiting.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

/* How often it looks, and after how many looks it is seen. */
#define INTERVAL 100 /* milliseconds */
#define PATIENCE 3

struct _UiWaiting {
  GtkWidget          parent_instance;
  GtkWidget         *box;
  GtkWidget         *bar, *stop;
  Errand *const     *place;  /* NULL: nothing to follow */
  const char *const *stages; /* static */
  guint              looks;
  guint              source; /* 0: none */
};

G_DEFINE_FINAL_TYPE (UiWaiting, ui_waiting, GTK_TYPE_WIDGET)

/* Each stage is an equal part of the whole. */
static void
show (UiWaiting *self, Errand *errand)
{
  GtkProgressBar  *bar = GTK_PROGRESS_BAR (self->bar);
  guint            done, all, stages = g_strv_length ((char **) self->stages);
  guint            stage = progress_read (errand_get_progress (errand), &done, &all);
  const char      *title = _ (self->stages[MIN (stage, stages - 1)]);
  g_autofree char *text = NULL;

  if (!gtk_widget_get_sensitive (self->stop))
    text = g_strdup (_ ("Cancelling…"));
  else if (all == 0)
    text = g_strdup_printf (_ ("%s…"), title);
  else
    text = g_strdup_printf (_ ("%s: %u of %u"), title, done, all);
  gtk_progress_bar_set_text (bar, text);
  if (all == 0)
    gtk_progress_bar_pulse (bar);
  else
    gtk_progress_bar_set_fraction (bar, (stage + (double) done / all) / stages);
}

void
ui_waiting_forget (UiWaiting *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->place = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
look_cb (gpointer data)
{
  UiWaiting *self = data;

  if (*self->place == NULL)
    {
      self->source = 0;
      ui_waiting_forget (self);
      return G_SOURCE_REMOVE;
    }
  if (++self->looks >= PATIENCE)
    {
      show (self, *self->place);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    }
  return G_SOURCE_CONTINUE;
}

static void
stop_cb (GtkButton *button, UiWaiting *self)
{
  if (!ui_waiting_is_busy (self))
    return;
  gtk_widget_set_sensitive (self->stop, FALSE);
  errand_stop (*self->place);
}

static void
ui_waiting_dispose (GObject *object)
{
  UiWaiting *self = UI_WAITING (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_waiting_parent_class)->dispose (object);
}

static void
ui_waiting_class_init (UiWaitingClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_waiting_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
ui_waiting_init (UiWaiting *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->bar = gtk_progress_bar_new ();
  self->stop = gtk_button_new_with_label (_ ("Stop"));
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->bar), TRUE);
  gtk_progress_bar_set_ellipsize (GTK_PROGRESS_BAR (self->bar), PANGO_ELLIPSIZE_MIDDLE);
  ui_name (self->bar, _ ("How far it is"));
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->box, "page-bar");
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->stop);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self->stop, "clicked", G_CALLBACK (stop_cb), self);
}

GtkWidget *
ui_waiting_new (void)
{
  return g_object_new (UI_TYPE_WAITING, NULL);
}

void
ui_waiting_follow (UiWaiting *self, Errand *const *place, const char *const *stages)
{
  self->place = place;
  self->stages = stages;
  self->looks = gtk_widget_get_visible (GTK_WIDGET (self)) ? PATIENCE : 0;
  gtk_widget_set_sensitive (self->stop, TRUE);
  if (self->source == 0)
    self->source = g_timeout_add (INTERVAL, look_cb, self);
}

gboolean
ui_waiting_is_busy (UiWaiting *self)
{
  return self->place != NULL && *self->place != NULL;
}
