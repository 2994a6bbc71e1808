/* ui/field-dialog.c — a dialog with a few named fields to fill in. */

#include "ui/field-dialog.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

typedef struct {
  GPtrArray     *inputs; /* GtkWidget * */
  GtkWidget     *message;
  UiFieldsDone   done;
  gpointer       data;
  GDestroyNotify free_data;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_ptr_array_unref (request->inputs);
  if (request->free_data != NULL)
    request->free_data (request->data);
  g_free (request);
}

static GtkWidget *
make_list (const UiField *field)
{
  GtkWidget *combo =
      field->is_free ? gtk_combo_box_text_new_with_entry () : gtk_combo_box_text_new ();

  for (guint i = 0; i < field->choices->len; i++)
    {
      const Choice *choice = field->choices->pdata[i];

      gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), choice->value,
                                 choice->title);
    }
  if (!field->is_free)
    {
      gtk_combo_box_set_active_id (GTK_COMBO_BOX (combo), field->value);
      return combo;
    }
  gtk_editable_set_text (GTK_EDITABLE (gtk_combo_box_get_child (GTK_COMBO_BOX (combo))),
                         field->value ? field->value : "");
  gtk_entry_set_activates_default (GTK_ENTRY (
                                       gtk_combo_box_get_child (GTK_COMBO_BOX (combo))),
                                   TRUE);
  return combo;
}

static GtkWidget *
make_input (const UiField *field)
{
  GtkWidget *entry;

  if (field->choices != NULL)
    return make_list (field);
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), field->value ? field->value : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  return entry;
}

static char *
value_of (GtkWidget *input)
{
  char *text = NULL;

  if (GTK_IS_ENTRY (input))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (input)));
  else if (gtk_combo_box_get_has_entry (GTK_COMBO_BOX (input)))
    text = gtk_combo_box_text_get_active_text (GTK_COMBO_BOX_TEXT (input));
  else
    text = g_strdup (gtk_combo_box_get_active_id (GTK_COMBO_BOX (input)));
  return g_strstrip (text ? text : g_strdup (""));
}

static void
response_cb (GtkDialog *dialog, int response, Request *request)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) values = g_new0 (char *, request->inputs->len + 1);

  for (guint i = 0; i < request->inputs->len; i++)
    values[i] = value_of (request->inputs->pdata[i]);
  if (response == GTK_RESPONSE_ACCEPT && !request->done (values, request->data, &error))
    {
      gtk_label_set_text (GTK_LABEL (request->message), error->message);
      gtk_widget_set_visible (request->message, TRUE);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_field (Request *request, GtkGrid *grid, const UiField *field, int row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (field->label);
  GtkWidget *input = make_input (field);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (input, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), input);
  ui_name (input, gtk_label_get_text (GTK_LABEL (label)));
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, input, 1, row, 1, 1);
  g_ptr_array_add (request->inputs, input);
}

static GtkWidget *
make_message (void)
{
  GtkWidget *message = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (message), 40);
  gtk_widget_add_css_class (message, "refusal");
  gtk_widget_set_visible (message, FALSE);
  return message;
}

void
ui_ask_fields (GtkWindow *parent, const char *title, const char *accept,
               const UiField *fields, gsize n, UiFieldsDone done, gpointer data,
               GDestroyNotify free_data)
{
  GtkWidget *dialog =
      gtk_dialog_new_with_buttons (title, parent,
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT |
                                       GTK_DIALOG_USE_HEADER_BAR,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL, accept,
                                   GTK_RESPONSE_ACCEPT, NULL);
  GtkWidget *grid = gtk_grid_new ();
  Request   *request = g_new (Request, 1);

  *request = (Request){ g_ptr_array_new (), make_message (), done, data, free_data };
  gtk_widget_add_css_class (grid, "fields");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (gsize i = 0; i < n; i++)
    add_field (request, GTK_GRID (grid), &fields[i], (int) i);
  gtk_grid_attach (GTK_GRID (grid), request->message, 1, (int) n, 1, 1);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (dialog))), grid);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 440, -1);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  g_object_set_data_full (G_OBJECT (dialog), "request", request, request_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (request->inputs->pdata[0]);
}
