/* ui/paste-preview.c — shows what a paste would change, before it does. */

#include "ui/paste-preview.h"
#include "ui/dialog.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

#define WIDTH  640
#define HEIGHT 420

/* What the dialog does in the end. */
typedef struct {
  void (*confirmed) (gpointer data);
  gpointer       data;
  GDestroyNotify free_data;
} Answer;

/* The columns of the list; an item is its texts, one a line of a string. */
static const struct {
  const char *title;
  gboolean    expands;
} columns[] = {
  { N_ ("Cell"), FALSE },
  { N_ ("Now"), TRUE },
  { N_ ("After pasting"), TRUE },
};

#define SEPARATOR "\x1f"

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget  *label = gtk_list_item_get_child (item);
  const char *line =
      gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  g_auto (GStrv) texts = g_strsplit (line, SEPARATOR, -1);
  const char *text = texts[GPOINTER_TO_UINT (column)];

  gtk_label_set_text (GTK_LABEL (label), *text != '\0' ? text : _ ("(blank)"));
  gtk_widget_set_tooltip_text (label, text);
  ui_name_row (label, NULL);
  if (*text == '\0')
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static GListModel *
list_of (const FormPaste *paste)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < paste->cells->len; i++)
    {
      const PastedCell *cell = paste->cells->pdata[i];
      g_autofree char  *place = form_paste_place (cell);

      gtk_string_list_take (list,
                            g_strjoin (SEPARATOR, place, cell->old, cell->new, NULL));
    }
  return G_LIST_MODEL (list);
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_list (const FormPaste *paste)
{
  GtkSelectionModel *model =
      GTK_SELECTION_MODEL (gtk_no_selection_new (list_of (paste)));
  GtkWidget *view = gtk_column_view_new (model);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column =
          gtk_column_view_column_new (_ (columns[i].title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, columns[i].expands);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  ui_name (view, _ ("What changes"));
  return new_scroller (view);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

/* The texts that have no place, below each other. */
static void
add_misfits (GtkBox *box, const FormPaste *paste)
{
  g_autofree char *heading =
      g_strdup_printf (ngettext ("%u text has no place and is left out:",
                                 "%u texts have no place and are left out:",
                                 paste->misfits->len),
                       paste->misfits->len);
  g_autoptr (GString) lines = g_string_new (NULL);
  GtkWidget *scroller, *label;

  for (guint i = 0; i < paste->misfits->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            (char *) paste->misfits->pdata[i]);
  label = new_label (heading);
  gtk_widget_add_css_class (label, "misfits");
  gtk_box_append (box, label);
  label = new_label (lines->str);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  scroller = new_scroller (label);
  gtk_widget_set_size_request (scroller, -1, 96);
  gtk_widget_set_vexpand (scroller, FALSE);
  gtk_box_append (box, scroller);
}

static char *
summary (const FormPaste *paste)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%u cell changes", "%u cells change",
                                    paste->cells->len),
                          paste->cells->len);
  if (paste->new_rows > 0)
    g_string_append_printf (text,
                            ngettext (", %u new row", ", %u new rows", paste->new_rows),
                            paste->new_rows);
  if (paste->same > 0)
    g_string_append_printf (text, _ (", %u as they are"), paste->same);
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_content (const FormPaste *paste)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *text = summary (paste);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), new_label (text));
  if (paste->cells->len > 0)
    gtk_box_append (GTK_BOX (box), new_list (paste));
  if (paste->misfits->len > 0)
    add_misfits (GTK_BOX (box), paste);
  return box;
}

static void
response_cb (GtkDialog *dialog, int response, Answer *answer)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_OK)
    answer->confirmed (answer->data);
  answer->free_data (answer->data);
  g_free (answer);
}

void
ui_paste_preview_show (GtkWindow *parent, const FormPaste         *paste,
                       void (*confirmed) (gpointer data), gpointer data,
                       GDestroyNotify free_data)
{
  GtkWidget *dialog =
      gtk_dialog_new_with_buttons (_ ("Paste"), parent,
                                   GTK_DIALOG_MODAL | GTK_DIALOG_USE_HEADER_BAR,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Paste"),
                                   GTK_RESPONSE_OK, NULL);
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ confirmed, data, free_data };
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH, HEIGHT);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (dialog))),
                  new_content (paste));
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (dialog), GTK_RESPONSE_OK,
                                     paste->cells->len > 0);
  ui_accept_with_return (dialog, GTK_DIALOG (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), answer);
  gtk_window_present (GTK_WINDOW (dialog));
}
