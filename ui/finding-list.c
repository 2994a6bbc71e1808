/* ui/finding-list.c — the findings of a project, worst first; one jumps to its cell. */

#include "ui/finding-list.h"
#include "app/check.h"
#include "ui/cell.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiFindingList {
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *scroller;
  GtkWidget *list;
  GPtrArray *findings; /* Finding * */
  GPtrArray *folds;    /* FoldedFinding *, one for each row of the list */
  int        at;       /* the row shown last; -1: before the first */
};

/* More rows than anybody reads make the list slow. */
#define ROWS_SHOWN 300

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

/* 第2、5行 when the same is said of several rows. */
static char *
place_text (const FoldedFinding *folded)
{
  g_autofree char *rows = NULL;
  GString         *text;

  if (folded->rows->len < 2)
    return g_strdup (folded->finding->place);
  text = g_string_new (NULL);
  for (guint i = 0; i < folded->rows->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? _ (", ") : "",
                            g_array_index (folded->rows, gint64, i));
  rows = g_string_free (text, FALSE);
  return g_strdup_printf (_ ("rows %s"), rows);
}

static GtkWidget *
row_for (const FoldedFinding *folded)
{
  const Finding   *finding = folded->finding;
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *title;
  g_autofree char *heading =
      g_strdup_printf ("%s %s　%s", ui_cell_sign (finding->severity),
                       check_severity_title (finding->severity), finding->title);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), heading, finding->message);
  g_autofree char *place = place_text (folded);

  title = text_label (heading, "severity");
  gtk_widget_add_css_class (title, finding->severity);
  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text_label (finding->message, "body"));
  gtk_box_append (GTK_BOX (box), text_label (place, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return row;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, UiFindingList *self)
{
  const FoldedFinding *folded;

  self->at = gtk_list_box_row_get_index (row);
  folded = self->folds->pdata[self->at];
  g_signal_emit (self, signals[ACTIVATED], 0, folded->finding);
}

static void
ui_finding_list_dispose (GObject *object)
{
  UiFindingList *self = UI_FINDING_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->folds, g_ptr_array_unref);
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
  GtkWidget *nothing = gtk_label_new (_ ("No findings"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_add_css_class (self->heading, "findings-heading");
  self->scroller = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->list), TRUE);
  self->at = -1;
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 24);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Findings"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
same_finding (const Finding *a, const Finding *b)
{
  return a->project_id == b->project_id && a->indicator_id == b->indicator_id &&
         strcmp (a->rule, b->rule) == 0 && g_strcmp0 (a->field, b->field) == 0;
}

/* A whole document has the findings of many tables: it counts as one. */
static gboolean
same_table (const FoldedFinding *a, const FoldedFinding *b)
{
  return a->finding->document_id == b->finding->document_id &&
         a->finding->project_id == b->finding->project_id;
}

/* Where to go on: at the same finding, or, when it was mended, before the one that has
 * come to its place.  */
static int
go_on_at (UiFindingList *self, GPtrArray *folds)
{
  const FoldedFinding *last =
      self->folds != NULL && self->at >= 0 ? self->folds->pdata[self->at] : NULL;

  if (last == NULL || folds->len == 0 || !same_table (last, folds->pdata[0]))
    return -1;
  for (guint i = 0; i < folds->len; i++)
    if (same_finding (((FoldedFinding *) folds->pdata[i])->finding, last->finding))
      return (int) i;
  return MIN (self->at, (int) folds->len) - 1;
}

/* How many places of a severity are listed. */
static guint
count (UiFindingList *self, const char *severity)
{
  guint n = 0;

  for (guint i = 0; i < self->folds->len; i++)
    {
      const FoldedFinding *folded = self->folds->pdata[i];

      if (strcmp (folded->finding->severity, severity) == 0)
        n += MAX (folded->rows->len, 1);
    }
  return n;
}

static void
show_heading (UiFindingList *self)
{
  static const char *const severities[] = { "error", "warning", "hint" };
  g_autoptr (GString) text = g_string_new (_ ("Findings"));

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    g_string_append_printf (text, "　%s %u", check_severity_title (severities[i]),
                            count (self, severities[i]));
  gtk_label_set_text (GTK_LABEL (self->heading), text->str);
}

static void
fill (UiFindingList *self)
{
  GtkListBox    *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (self->folds->len, ROWS_SHOWN); i++)
    gtk_list_box_append (list, row_for (self->folds->pdata[i]));
  if (self->at >= 0)
    gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, self->at));
}

void
ui_finding_list_set (UiFindingList *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) shown =
      findings != NULL ? g_ptr_array_ref (findings) : g_ptr_array_new ();
  GPtrArray *folds = check_fold (shown);

  self->at = go_on_at (self, folds);
  g_clear_pointer (&self->folds, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->folds = folds;
  self->findings = g_steal_pointer (&shown);
  show_heading (self);
  fill (self);
}

/* The focus is in the form: the list does not follow by itself. */
static void
reveal (UiFindingList *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, self->list, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (
                                   GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

void
ui_finding_list_step (UiFindingList *self, int by)
{
  int            n = self->folds ? MIN ((int) self->folds->len, ROWS_SHOWN) : 0;
  int            from = self->at < 0 && by < 0 ? 0 : self->at;
  GtkListBoxRow *row;

  if (n == 0)
    return;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (from + by + n) % n);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  reveal (self, GTK_WIDGET (row));
  activated_cb (GTK_LIST_BOX (self->list), row, self);
}
