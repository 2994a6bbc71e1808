/* ui/overview-rows.c — the rows that a bar of the overview stands for. */

#include "ui/overview-rows.h"
#include "ui/line.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

struct _UiOverviewRows {
  GtkWidget   parent_instance;
  GtkWidget  *box;
  GtkWidget  *title;
  GtkWidget  *count;
  GtkWidget  *view;
  GListStore *lines;
  GPtrArray  *rows; /* that the lines lend from */
};

enum { ACTIVATED, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiOverviewRows, ui_overview_rows, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (row), new_label (NULL));
  gtk_box_append (GTK_BOX (row), new_label ("dim-label"));
  gtk_widget_add_css_class (row, "finding");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const OverviewRow *row = ui_line_get (gtk_list_item_get_item (item));
  GtkWidget         *box = gtk_list_item_get_child (item);
  GtkWidget         *title = gtk_widget_get_first_child (box);
  GtkWidget         *detail = gtk_widget_get_next_sibling (title);
  g_autofree char   *name = g_strjoin ("，", row->title, row->detail, NULL);

  gtk_label_set_text (GTK_LABEL (title), row->title);
  gtk_label_set_text (GTK_LABEL (detail), row->detail ? row->detail : "");
  gtk_widget_set_visible (detail, row->detail != NULL);
  gtk_widget_set_tooltip_text (box, name);
  ui_name_row (box, name);
}

static void
activate_cb (GtkListView *view, guint place, UiOverviewRows *self)
{
  g_autoptr (UiLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), place);

  g_signal_emit (self, signals[ACTIVATED], 0, ui_line_get (line));
}

static void
close_cb (GtkWidget *button, UiOverviewRows *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit (widget, signals[CLOSED], 0);
  return TRUE;
}

void
ui_overview_rows_show (UiOverviewRows *self, const char *title, GPtrArray *rows,
                       guint limit)
{
  g_autofree char *count =
      g_strdup_printf (rows->len < limit ? _ ("%u rows") : _ ("The first %u rows"),
                       rows->len);

  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (UiLine) line = ui_line_new (rows->pdata[i], NULL);

      g_list_store_append (self->lines, line);
    }
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  if (rows->len > 0)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", 0);
}

static gboolean
ui_overview_rows_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (UI_OVERVIEW_ROWS (widget)->view);
}

static void
ui_overview_rows_dispose (GObject *object)
{
  UiOverviewRows *self = UI_OVERVIEW_ROWS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_overview_rows_parent_class)->dispose (object);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static void
ui_overview_rows_class_init (UiOverviewRowsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_overview_rows_dispose;
  widget_class->grab_focus = ui_overview_rows_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  signals[ACTIVATED] =
      g_signal_new ("activated", UI_TYPE_OVERVIEW_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CLOSED] = g_signal_new ("closed", UI_TYPE_OVERVIEW_ROWS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_head (UiOverviewRows *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = new_label ("heading");
  self->count = new_label ("dim-label");
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->count);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (close, _ ("Close (Escape)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close"), -1);
  g_signal_connect (close, "clicked", G_CALLBACK (close_cb), self);
  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), close);
  gtk_widget_add_css_class (head, "page-bar");
  return head;
}

static void
ui_overview_rows_init (UiOverviewRows *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->lines = g_list_store_new (UI_TYPE_LINE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (
                                      G_LIST_MODEL (self->lines))),
                                  factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), FALSE);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  ui_name (self->view, _ ("Rows of the bar"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ui_overview_rows_new (void)
{
  return g_object_new (UI_TYPE_OVERVIEW_ROWS, NULL);
}
