/* ui/tick-dialog.c — a list of changes that can be ticked. */

#include "ui/tick-dialog.h"
#include "ui/dialog.h"
#include "ui/line.h"
#include "ui/naming.h"
#include "ui/waiting.h"

#include <glib/gi18n.h>

/* So long is waited before it is said that something is looked for, in ms. */
#define SLOW 300

typedef struct {
  UiTickQuestion question;
  UiTicksChosen  chosen;
  gpointer       data;
  GPtrArray     *items;
  GHashTable    *left; /* those that are not ticked */
  GtkWidget     *dialog;
  GtkWidget     *list;
  GListStore    *lines; /* the list's */
  GtkWidget     *waiting;
  guint          slow;    /* the timer that shows the dialog; 0: none */
  GPtrArray     *ticked;  /* that were accepted; NULL: none yet */
  Errand        *running; /* NULL: nothing is done with them */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  errand_drop (&request->running);
  g_clear_handle_id (&request->slow, g_source_remove);
  g_clear_pointer (&request->ticked, g_ptr_array_unref);
  g_ptr_array_unref (request->items);
  g_hash_table_unref (request->left);
  g_free (request);
}

static void
show_count (Request *request)
{
  guint            n = request->items->len - g_hash_table_size (request->left);
  g_autofree char *label = g_strdup_printf (_ ("Chan_ge %u places"), n);
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (request->dialog),
                                                          GTK_RESPONSE_OK);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (request->dialog), GTK_RESPONSE_OK,
                                     n > 0);
}

static void
toggled_cb (GtkCheckButton *button, Request *request)
{
  gpointer item = g_object_get_data (G_OBJECT (button), "item");

  if (item == NULL)
    return;
  if (gtk_check_button_get_active (button))
    g_hash_table_remove (request->left, item);
  else
    g_hash_table_add (request->left, item);
  show_count (request);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Request *request)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 1)
        gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), request);
  gtk_list_item_set_child (item, button);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, Request *request)
{
  gpointer         item = ui_line_get (gtk_list_item_get_item (list_item));
  const char      *what = request->question.label (item);
  const char      *where = request->question.place (item);
  GtkWidget       *button = gtk_list_item_get_child (list_item);
  GtkWidget       *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));
  GtkWidget       *label = gtk_widget_get_first_child (box);
  GtkWidget       *place = gtk_widget_get_next_sibling (label);
  g_autofree char *name = g_strdup_printf ("%s，%s", what, where);

  g_object_set_data (G_OBJECT (button), "item",
                     NULL); /* it is not the user who ticks */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               !g_hash_table_contains (request->left, item));
  g_object_set_data (G_OBJECT (button), "item", item);
  gtk_label_set_text (GTK_LABEL (label), what);
  gtk_label_set_text (GTK_LABEL (place), where);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  ui_name_row (button, name);
}

void
ui_ticked_free (gpointer data)
{
  UiTicked *ticked = data;

  g_ptr_array_unref (ticked->ticked);
  g_ptr_array_unref (ticked->items);
  g_free (ticked);
}

static void
done (gpointer result, GError *error, gpointer data)
{
  Request *request = data;

  request->chosen (request->ticked, error, request->data);
  gtk_window_destroy (GTK_WINDOW (request->dialog));
}

static void
work (Request *request)
{
  static const char *const stages[] = { N_ ("Changing"), NULL };
  g_autoptr (Desk) desk = desk_new (request->question.path, DB_OPEN_WRITE);
  UiTicked *ticked = g_new (UiTicked, 1);

  *ticked =
      (UiTicked){ g_ptr_array_ref (request->ticked), g_ptr_array_ref (request->items) };
  gtk_widget_set_sensitive (request->list, FALSE);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (request->dialog), GTK_RESPONSE_OK,
                                     FALSE);
  errand_begin (&request->running, desk, request->question.work, ticked, done, request);
  ui_waiting_follow (UI_WAITING (request->waiting), &request->running, stages);
}

static void
accept (Request *request)
{
  request->ticked = g_ptr_array_new ();
  for (guint i = 0; i < request->items->len; i++)
    if (!g_hash_table_contains (request->left, request->items->pdata[i]))
      g_ptr_array_add (request->ticked, request->items->pdata[i]);
  if (request->question.work != NULL)
    work (request);
  else
    done (NULL, NULL, request);
}

/* Who cancels while it is done stops that first. */
static void
response_cb (GtkDialog *dialog, int response, Request *request)
{
  if (response == GTK_RESPONSE_OK)
    accept (request);
  else if (request->running != NULL)
    errand_stop (request->running);
  else
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
make_list (Request *request)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkWidget          *view;

  request->lines = g_list_store_new (UI_TYPE_LINE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), request);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), request);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (
                                gtk_no_selection_new (G_LIST_MODEL (request->lines))),
                            factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What will be changed"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 560, 360);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* Without items yet, and not shown. */
static Request *
make_dialog (GtkWindow *parent, const UiTickQuestion *question, UiTicksChosen chosen,
             gpointer data)
{
  GtkWidget *dialog =
      gtk_dialog_new_with_buttons (question->title, parent,
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT |
                                       GTK_DIALOG_USE_HEADER_BAR,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL, "",
                                   GTK_RESPONSE_OK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *text =
      gtk_label_new (_ ("All of this is one step, which Undo takes back."));
  Request *request = g_new (Request, 1);

  *request = (Request){ .question = *question,
                        .chosen = chosen,
                        .data = data,
                        .items = g_ptr_array_new (),
                        .left = g_hash_table_new (NULL, NULL),
                        .dialog = dialog,
                        .waiting = ui_waiting_new () };
  request->list = make_list (request);
  ui_accept_with_return (request->list, GTK_DIALOG (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "request", request, free_request);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (box, "question");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), request->list);
  gtk_box_append (GTK_BOX (box), request->waiting);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (dialog))), box);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  gtk_widget_add_css_class (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog),
                                                                GTK_RESPONSE_OK),
                            "suggested-action");
  show_count (request);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  return request;
}

static void
show_items (Request *request, GPtrArray *items)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_unref (request->items);
  request->items = g_ptr_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (lines, ui_line_new (items->pdata[i], NULL));
  g_list_store_splice (request->lines, 0, 0, lines->pdata, lines->len);
  show_count (request);
  gtk_window_present (GTK_WINDOW (request->dialog));
}

void
ui_ask_ticks (GtkWindow *parent, const UiTickQuestion *question, GPtrArray *items,
              UiTicksChosen chosen, gpointer data)
{
  show_items (make_dialog (parent, question, chosen, data), items);
}

static void
found (gpointer result, GError *error, gpointer data)
{
  Request *request = data;
  g_autoptr (GPtrArray) items = result;

  g_clear_handle_id (&request->slow, g_source_remove);
  if (items != NULL && items->len > 0)
    {
      show_items (request, items);
      return;
    }
  request->chosen (items, error, request->data);
  gtk_window_destroy (GTK_WINDOW (request->dialog));
}

static gboolean
slow_cb (gpointer data)
{
  Request *request = data;

  request->slow = 0;
  gtk_window_present (GTK_WINDOW (request->dialog));
  return G_SOURCE_REMOVE;
}

void
ui_ask_ticks_of (GtkWindow *parent, const UiTickQuestion *question,
                 const ErrandKind *look, gpointer what, UiTicksChosen chosen,
                 gpointer data)
{
  static const char *const stages[] = { N_ ("Looking for what can be changed"), NULL };
  Request                 *request = make_dialog (parent, question, chosen, data);
  g_autoptr (Desk) desk = desk_new (question->path, DB_OPEN_READ);

  errand_begin (&request->running, desk, look, what, found, request);
  ui_waiting_follow (UI_WAITING (request->waiting), &request->running, stages);
  request->slow = g_timeout_add (SLOW, slow_cb, request);
}
