/* tests/typing.c — what a user does to the sheet of the window. */

#include "tests/typing.h"
#include "tests/windowed.h"

#include <check.h>

UiFormSheet *
sheet (void)
{
  return ui_window_get_sheet (window);
}

void
press (guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (sheet ()));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);
      gboolean stopped;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stopped);
    }
  windowed_settle ();
}

gboolean
takes (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  windowed_settle ();
  return taken;
}

void
type_in (UiCell *cell, const char *words)
{
  GtkWidget *editor;

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_signal_emit_by_name (cell, "begin");
  ck_assert (ui_cell_is_editing (cell));
  editor = windowed_find (GTK_WIDGET (cell), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), words,
                            -1);
}

static void
received_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

char *
copied (void)
{
  char *words = NULL;

  windowed_act_on (GTK_WIDGET (sheet ()), "form.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (sheet ())), NULL,
                                 received_cb, &words);
  while (words == NULL)
    g_main_context_iteration (NULL, TRUE);
  return words;
}

void
paste (const char *words)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (sheet ())), words);
  windowed_act_on (GTK_WIDGET (sheet ()), "form.paste");
  for (guint i = 0; i < 20; i++)
    windowed_settle ();
}
