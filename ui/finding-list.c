/* ui/finding-list.c — the findings of a project, worst first; one jumps to its cell. */

#include "ui/finding-list.h"
#include "app/check.h"

struct _UiFindingList {
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *list;
  GPtrArray *findings; /* Finding *, one for each row of the list */
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFindingList, ui_finding_list, GTK_TYPE_WIDGET)

static GtkWidget *
text_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
row_for (const Finding *finding)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *row = gtk_list_box_row_new ();
  g_autofree char *title = g_strdup_printf (
      "%s  %s", check_severity_title (finding->severity), finding->title);
  g_autofree char *name = g_strdup_printf ("%s：%s", title, finding->message);

  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), text_label (title, finding->severity));
  gtk_box_append (GTK_BOX (box), text_label (finding->message, "body"));
  gtk_box_append (GTK_BOX (box), text_label (finding->place, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return row;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, UiFindingList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0,
                 self->findings->pdata[gtk_list_box_row_get_index (row)]);
}

static void
ui_finding_list_dispose (GObject *object)
{
  UiFindingList *self = UI_FINDING_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_finding_list_parent_class)->dispose (object);
}

static void
ui_finding_list_class_init (UiFindingListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_finding_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATED] =
      g_signal_new ("activated", UI_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ui_finding_list_init (UiFindingList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new ("没有发现问题");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_add_css_class (self->heading, "findings-heading");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 24);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, "问题", -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
ui_finding_list_set (UiFindingList *self, GPtrArray *findings)
{
  g_autofree char *heading =
      g_strdup_printf ("问题　错误 %u　警告 %u　提示 %u", check_count (findings, "error"),
                       check_count (findings, "warning"), check_count (findings, "hint"));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  for (GtkWidget *row; (row = gtk_widget_get_first_child (self->list)) != NULL &&
                       GTK_IS_LIST_BOX_ROW (row);)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), row_for (findings->pdata[i]));
}

void
ui_finding_list_step (UiFindingList *self, int by)
{
  GtkListBox    *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (list);
  int            n = self->findings ? (int) self->findings->len : 0;
  int            from = selected ? gtk_list_box_row_get_index (selected) : by > 0 ? -1 : n;
  GtkListBoxRow *row;

  if (n == 0)
    return;
  row = gtk_list_box_get_row_at_index (list, (from + by + n) % n);
  gtk_list_box_select_row (list, row);
  g_signal_emit_by_name (row, "activate");
}
