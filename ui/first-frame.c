/* ui/first-frame.c — what can wait until a window is on the screen. */

#include "ui/first-frame.h"

typedef struct {
  GtkWidget *window;
  void (*then) (GtkWidget *window);
} Waiting;

static void
waiting_free (gpointer data)
{
  g_object_unref (((Waiting *) data)->window);
  g_free (data);
}

static gboolean
then_cb (gpointer data)
{
  Waiting *self = data;

  if (!gtk_widget_in_destruction (self->window))
    self->then (self->window);
  return G_SOURCE_REMOVE;
}

/* The frame leaves for the screen before anything else begins. */
static void
painted_cb (GdkFrameClock *clock, Waiting *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, then_cb, self, waiting_free);
}

static void
realized_cb (GtkWidget *window, gpointer then)
{
  Waiting *self = g_new0 (Waiting, 1);

  g_signal_handlers_disconnect_by_func (window, realized_cb, then);
  self->window = g_object_ref (window);
  self->then = (void (*) (GtkWidget *)) then;
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (painted_cb), self);
}

void
ui_first_frame_then (GtkWidget *window, void (*then) (GtkWidget *window))
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), (gpointer) then);
}
