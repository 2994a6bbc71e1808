/* ui/text-dialog.c — a dialog with a text of several lines; Ctrl+Enter accepts. */

#include "ui/text-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  UiTextGiven    given;
  gpointer       data;
  GDestroyNotify free;
  GtkWidget     *text_view;
  GtkWidget     *option; /* NULL: none */
} Request;

static char *
answer_of (Request *request)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (request->text_view));
  GtkTextIter    start, end;
  char          *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (text);
}

static void
changed_cb (GtkTextBuffer *buffer, GtkDialog *dialog)
{
  Request         *request = g_object_get_data (G_OBJECT (dialog), "request");
  g_autofree char *answer = answer_of (request);

  gtk_dialog_set_response_sensitive (dialog, GTK_RESPONSE_OK, *answer != '\0');
}

static void
response_cb (GtkDialog *dialog, int response, Request *request)
{
  if (response == GTK_RESPONSE_OK)
    {
      g_autofree char *answer = answer_of (request);
      gboolean         option =
          request->option != NULL &&
          gtk_check_button_get_active (GTK_CHECK_BUTTON (request->option));

      if (*answer == '\0')
        return;
      request->given (answer, option, request->data);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
free_request (gpointer data)
{
  Request *request = data;

  if (request->free != NULL)
    request->free (request->data);
  g_free (request);
}

/* Enter makes a line, as everywhere in the records. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GtkDialog *dialog)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_dialog_response (dialog, GTK_RESPONSE_OK);
  return GDK_EVENT_STOP;
}

static void
select_gap (GtkTextBuffer *buffer, const char *gap)
{
  GtkTextIter start, from, to;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (gap != NULL &&
      gtk_text_iter_forward_search (&start, gap, GTK_TEXT_SEARCH_TEXT_ONLY, &from, &to,
                                    NULL))
    gtk_text_buffer_select_range (buffer, &from, &to);
}

static GtkWidget *
make_text_view (const UiTextQuestion *question, GtkDialog *dialog)
{
  GtkWidget          *view = gtk_text_view_new ();
  GtkTextBuffer      *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_text_buffer_set_text (buffer, question->initial ? question->initial : "", -1);
  select_gap (buffer, question->gap);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question->text, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (view, keys);
  return view;
}

static GtkWidget *
make_content (const UiTextQuestion *question, GtkDialog *dialog, Request *request)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *text = gtk_label_new (question->text);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 60);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (box), text);
  request->text_view = make_text_view (question, dialog);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), request->text_view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 480, 120);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  if (question->option != NULL)
    {
      request->option = gtk_check_button_new_with_label (question->option);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (request->option), TRUE);
      gtk_box_append (GTK_BOX (box), request->option);
    }
  gtk_widget_add_css_class (box, "question");
  return box;
}

void
ui_ask_text (GtkWindow *parent, const UiTextQuestion *question, UiTextGiven given,
             gpointer data, GDestroyNotify free)
{
  GtkWidget *dialog =
      gtk_dialog_new_with_buttons (question->title, parent,
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL, question->accept,
                                   GTK_RESPONSE_OK, NULL);
  Request *request = g_new0 (Request, 1);

  *request = (Request){ .given = given, .data = data, .free = free };
  g_object_set_data_full (G_OBJECT (dialog), "request", request, free_request);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (dialog))),
                  make_content (question, GTK_DIALOG (dialog), request));
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  gtk_widget_add_css_class (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog),
                                                                GTK_RESPONSE_OK),
                            "suggested-action");
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (request->text_view)),
                    "changed", G_CALLBACK (changed_cb), dialog);
  changed_cb (NULL, GTK_DIALOG (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_widget_grab_focus (request->text_view);
  gtk_window_present (GTK_WINDOW (dialog));
}
