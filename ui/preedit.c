/* ui/preedit.c — what an input method is composing in a text that is edited. */

#include "ui/preedit.h"

#define KEY "preedit"

/* What the input method writes into. */
static GObject *
text_of (GtkWidget *editor)
{
  return GTK_IS_EDITABLE (editor)
             ? G_OBJECT (gtk_editable_get_delegate (GTK_EDITABLE (editor)))
             : G_OBJECT (editor);
}

static void
changed_cb (GObject *text, const char *preedit)
{
  g_object_set_data_full (text, KEY, *preedit != '\0' ? g_strdup (preedit) : NULL,
                          g_free);
}

void
ui_preedit_watch (GtkWidget *editor)
{
  g_signal_connect (text_of (editor), "preedit-changed", G_CALLBACK (changed_cb), NULL);
}

const char *
ui_preedit_get (GtkWidget *editor)
{
  return g_object_get_data (text_of (editor), KEY);
}
