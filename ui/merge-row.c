/* ui/merge-row.c — two buttons with the texts: what is pressed is what stays. */

#include "ui/merge-row.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

#define LINES 4 /* of a text; the tooltip has all of it */

struct _UiMergeRow {
  GtkWidget    parent_instance;
  GtkWidget   *box;
  GtkWidget   *sign, *place, *then;
  GtkWidget   *ours, *theirs; /* toggle buttons */
  MergeChoice *choice;        /* borrowed; NULL: none */
  gboolean     is_showing;    /* the buttons follow the choice, not the user */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiMergeRow, ui_merge_row, GTK_TYPE_WIDGET)

static const char *
shown (const char *text)
{
  return text != NULL && *text != '\0' ? text : _ ("(blank)");
}

static void
set_text (GtkWidget *toggle, const char *side, const char *text, gboolean is_chosen)
{
  GtkWidget       *label = gtk_button_get_child (GTK_BUTTON (toggle));
  g_autofree char *all =
      g_strdup_printf ("%s%s：%s", is_chosen ? "✓ " : "", side, text);

  gtk_label_set_text (GTK_LABEL (label), all);
  ui_name (toggle, all);
  gtk_widget_set_tooltip_text (toggle, text);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), is_chosen);
}

/* What each side says: of a row, whether it is there. */
static void
show_texts (UiMergeRow *self)
{
  const MergeItem *item = self->choice->item;
  gboolean         is_decided = self->choice->is_decided;
  const char      *ours = item->kind == MERGE_NEW    ? _ ("not there")
                          : item->kind == MERGE_GONE ? _ ("is there")
                                                     : shown (item->ours);
  const char      *theirs = item->kind == MERGE_NEW    ? _ ("added")
                            : item->kind == MERGE_GONE ? _ ("removed")
                                                       : shown (item->theirs);

  self->is_showing = TRUE;
  set_text (self->ours, _ ("Ours"), ours, is_decided && !item->is_taken);
  set_text (self->theirs, _ ("Theirs"), theirs, is_decided && item->is_taken);
  self->is_showing = FALSE;
}

static const char *
kind_text (const MergeItem *item)
{
  return item->kind == MERGE_NEW    ? _ ("+ added")
         : item->kind == MERGE_GONE ? _ ("− removed")
                                    : _ ("✎ changed");
}

void
ui_merge_row_show (UiMergeRow *self, MergeChoice *choice)
{
  const MergeItem *item = choice->item;
  g_autofree char *sign = NULL, *then = NULL;

  self->choice = choice;
  sign = item->is_unknown ? g_strdup_printf (_ ("▲ differs　%s"), kind_text (item))
         : item->is_conflict
             ? g_strdup_printf (_ ("▲ both changed it　%s"), kind_text (item))
             : g_strdup (kind_text (item));
  then = item->kind == MERGE_CELL
             ? g_strdup_printf (_ ("Before: %s"), shown (item->before))
             : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->sign), sign);
  gtk_label_set_text (GTK_LABEL (self->place), item->place);
  gtk_label_set_text (GTK_LABEL (self->then), then);
  gtk_widget_set_tooltip_text (self->then, item->before);
  gtk_widget_set_visible (self->then, item->kind == MERGE_CELL);
  if (item->is_conflict)
    gtk_widget_add_css_class (GTK_WIDGET (self), "conflict");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "conflict");
  show_texts (self);
}

static void
toggled_cb (GtkToggleButton *toggle, UiMergeRow *self)
{
  if (self->is_showing || self->choice == NULL)
    return;
  self->choice->item->is_taken = GTK_WIDGET (toggle) == self->theirs;
  self->choice->is_decided = TRUE;
  show_texts (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
ui_merge_row_dispose (GObject *object)
{
  g_clear_pointer (&UI_MERGE_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_merge_row_parent_class)->dispose (object);
}

static void
ui_merge_row_class_init (UiMergeRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_merge_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "merge-row");
  signals[CHOSEN] = g_signal_new ("chosen", UI_TYPE_MERGE_ROW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_label (GtkWidget *box, gboolean is_dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_toggle (UiMergeRow *self, GtkWidget *box)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (toggle), label);
  gtk_widget_set_hexpand (toggle, TRUE);
  g_signal_connect (toggle, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), toggle);
  return toggle;
}

static void
ui_merge_row_init (UiMergeRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->sign = add_label (head, FALSE);
  gtk_widget_add_css_class (self->sign, "severity");
  self->place = add_label (head, FALSE);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_box_append (GTK_BOX (self->box), head);
  self->then = add_label (self->box, TRUE);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  self->ours = add_toggle (self, sides);
  self->theirs = add_toggle (self, sides);
  gtk_box_append (GTK_BOX (self->box), sides);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ui_merge_row_new (void)
{
  return g_object_new (UI_TYPE_MERGE_ROW, NULL);
}
