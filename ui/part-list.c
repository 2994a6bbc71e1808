/* ui/part-list.c — the parts of a whole text in a narrow list. */

#include "ui/part-list.h"
#include "app/check/check.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiPartList {
  GtkWidget  parent_instance;
  GtkWidget *scroller;
  GtkWidget *list;
  GPtrArray *ids; /* const char *, one for each row */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiPartList, ui_part_list, GTK_TYPE_WIDGET)

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, UiPartList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0,
                 self->ids->pdata[gtk_list_box_row_get_index (row)]);
}

static GtkListBoxRow *
row_of (UiPartList *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (strcmp (self->ids->pdata[i], id) == 0)
      return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
  return NULL;
}

static void
ui_part_list_dispose (GObject *object)
{
  UiPartList *self = UI_PART_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_part_list_parent_class)->dispose (object);
}

static void
ui_part_list_class_init (UiPartListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_part_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", UI_TYPE_PART_LIST, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ui_part_list_init (UiPartList *self)
{
  self->ids = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "parts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Parts of the text"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
ui_part_list_clear (UiPartList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_ptr_array_set_size (self->ids, 0);
}

void
ui_part_list_add (UiPartList *self, const char *id, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *sign = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (sign, "severity");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->ids, (gpointer) id);
}

void
ui_part_list_set_state (UiPartList *self, const char *id, gboolean filled,
                        const char *severity)
{
  static const char *const severities[] = { "error", "warning", "hint" };
  GtkListBoxRow           *row = row_of (self, id);
  GtkWidget               *label, *sign;
  g_autofree char         *name = NULL;

  if (row == NULL)
    return;
  label = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  sign = gtk_widget_get_next_sibling (label);
  if (filled)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    gtk_widget_remove_css_class (sign, severities[i]);
  if (severity != NULL)
    gtk_widget_add_css_class (sign, severity);
  gtk_label_set_text (GTK_LABEL (sign), severity ? check_severity_sign (severity) : "");
  name = g_strconcat (gtk_label_get_text (GTK_LABEL (label)), " ",
                      severity ? _ ("has findings")
                      : filled ? ""
                               : _ ("still blank"),
                      NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
ui_part_list_select (UiPartList *self, const char *id)
{
  GtkListBoxRow *row = row_of (self, id);

  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

gboolean
ui_part_list_activate (UiPartList *self)
{
  GtkListBox    *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (list, 0);
  if (row != NULL)
    activated_cb (list, row, self);
  return row != NULL;
}
