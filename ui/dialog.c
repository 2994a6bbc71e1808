/* ui/dialog.c — the dialogs of GTK 4.8, which later versions call by other names. */

#include "ui/dialog.h"

#include <glib/gi18n.h>

void
ui_show_error (GtkWindow *parent, const char *what, const GError *error)
{
  GtkWidget *dialog =
      gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", what);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            error->message);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct {
  void (*done) (gpointer data);
  gpointer       data;
  GDestroyNotify free_data;
} Agreement;

static void
agreement_free (gpointer data)
{
  Agreement *agreement = data;

  agreement->free_data (agreement->data);
  g_free (agreement);
}

static void
answer_cb (GtkDialog *dialog, int response, Agreement *agreement)
{
  if (response == GTK_RESPONSE_ACCEPT)
    agreement->done (agreement->data);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
ui_ask (GtkWindow *parent, const char *question, const char *text, const char *accept,
        void (*done) (gpointer data), gpointer data, GDestroyNotify free_data)
{
  GtkWidget *dialog =
      gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", question);
  Agreement *agreement = g_new (Agreement, 1);

  *agreement = (Agreement){ done, data, free_data };
  g_object_set_data_full (G_OBJECT (dialog), "agreement", agreement, agreement_free);
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", text);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_widget_add_css_class (gtk_dialog_add_button (GTK_DIALOG (dialog), accept,
                                                   GTK_RESPONSE_ACCEPT),
                            "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), agreement);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GtkDialog *dialog)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_sensitive (
          gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_OK)))
    gtk_dialog_response (dialog, GTK_RESPONSE_OK);
  return GDK_EVENT_STOP;
}

void
ui_accept_with_return (GtkWidget *from, GtkDialog *dialog)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (from, keys);
}

void
ui_show_report (GtkWindow *parent, const char *what, const char *text)
{
  GtkWidget *dialog =
      gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_INFO, GTK_BUTTONS_CLOSE, "%s", what);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 560, 260);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (gtk_message_dialog_get_message_area (
                      GTK_MESSAGE_DIALOG (dialog))),
                  scroller);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const struct {
  const char          *title, *accept;
  GtkFileChooserAction action;
  const char          *pattern, *pattern_title;
  const char          *name, *ending; /* suggested */
} choices[] = {
  [UI_CHOOSE_RECORDS] = { N_ ("Open a record file"), N_ ("Open"),
                          GTK_FILE_CHOOSER_ACTION_OPEN, "*.jixiao",
                          N_ ("Jixiao record files"), NULL, NULL },
  [UI_CHOOSE_NEW_RECORDS] = { N_ ("New record file"), N_ ("Create"),
                              GTK_FILE_CHOOSER_ACTION_SAVE, "*.jixiao",
                              N_ ("Jixiao record files"), N_ ("Jixiao"), ".jixiao" },
  [UI_CHOOSE_DOCUMENTS] = { N_ ("Import documents"), N_ ("Import"),
                            GTK_FILE_CHOOSER_ACTION_OPEN, "*", N_ ("Documents"), NULL,
                            NULL },
  [UI_CHOOSE_RETURNED] = { N_ ("Merge what was sent back"), N_ ("Compare"),
                           GTK_FILE_CHOOSER_ACTION_OPEN, "*", N_ ("All files"), NULL,
                           NULL },
  [UI_CHOOSE_PDF] = { N_ ("Export PDF"), N_ ("Export"), GTK_FILE_CHOOSER_ACTION_SAVE,
                      "*.pdf", "PDF", N_ ("Performance tables"), ".pdf" },
  [UI_CHOOSE_XLSX] = { N_ ("Export Excel"), N_ ("Export"), GTK_FILE_CHOOSER_ACTION_SAVE,
                       "*.xlsx", N_ ("Excel workbooks"), N_ ("Performance tables"),
                       ".xlsx" },
  [UI_CHOOSE_EXPORT] = { N_ ("Export"), N_ ("Export"), GTK_FILE_CHOOSER_ACTION_SAVE,
                         "*", N_ ("All files"), N_ ("Performance tables"), "" },
  [UI_CHOOSE_WORDS] = { N_ ("Load word lists"), N_ ("Load"),
                        GTK_FILE_CHOOSER_ACTION_OPEN, "*.txt", N_ ("Texts"), NULL,
                        NULL },
  [UI_CHOOSE_NEW_WORDS] = { N_ ("Save word lists"), N_ ("Save"),
                            GTK_FILE_CHOOSER_ACTION_SAVE, "*.txt", N_ ("Texts"),
                            N_ ("Word lists"), ".txt" },
};

typedef struct {
  UiFilesChosen done;
  gpointer      data;
} Request;

static void
response_cb (GtkNativeDialog *dialog, int response, Request *request)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files =
          gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      request->done (files, request->data);
    }
  g_free (request);
  g_object_unref (dialog); /* the reference that ui_choose_files() left to us */
}

void
ui_choose_files (GtkWindow *parent, UiChoice choice, const char *name,
                 UiFilesChosen done, gpointer data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ (choices[choice].title), parent,
                                   choices[choice].action, _ (choices[choice].accept),
                                   _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Request *request = g_new (Request, 1);

  *request = (Request){ done, data };
  gtk_file_filter_set_name (filter, _ (choices[choice].pattern_title));
  gtk_file_filter_add_pattern (filter, choices[choice].pattern);
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_set_select_multiple (chooser, choice == UI_CHOOSE_DOCUMENTS);
  if (choices[choice].name != NULL)
    {
      g_autofree char *full = g_strconcat (name ? name : _ (choices[choice].name),
                                           choices[choice].ending, NULL);

      gtk_file_chooser_set_current_name (chooser, g_strdelimit (full, "/", '-'));
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
ui_named_file (GListModel *files, const char *ending)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *full = NULL;

  if (path == NULL || g_str_has_suffix (path, ending))
    return g_steal_pointer (&file);
  full = g_strconcat (path, ending, NULL);
  return g_file_new_for_path (full);
}
