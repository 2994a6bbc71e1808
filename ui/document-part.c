/* ui/document-part.c — a part of a whole text on its page: heading, hint, grids. */

#include "ui/document-part.h"
#include "app/form/text-layout.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiDocumentPart {
  GtkWidget   parent_instance;
  const char *id;
  GtkWidget  *box;
  GtkWidget  *hint;
  GtkWidget  *button; /* NULL: none */
};

enum { ADD_FORM, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiDocumentPart, ui_document_part, GTK_TYPE_WIDGET)

/* How to begin with a part, and what its button adds. */
static const struct {
  const char *id, *hint, *button;
} words[] = {
  { "facts", NULL, NULL },
  { "units", N_ ("The bureau itself and the units below it"), NULL },
  { "sections", N_ ("The lines of the cover and the headings, as they are printed"),
    NULL },
  { "catalogue", N_ ("One line of the contents in each row"), NULL },
  { "overall_goal", N_ ("One paragraph in each row; Enter goes on to the next"), NULL },
  { "sub_goals", N_ ("One line of work in each row: its goal and its indicators"),
    NULL },
  { "overall_indicators", N_ ("The text has no overall table yet"),
    N_ ("Add the overall table") },
  { "safeguards", N_ ("One paragraph in each row; Enter goes on to the next"), NULL },
  { "special_funds", NULL, N_ ("Add a special fund’s table") },
  { "procurement", N_ ("Amounts are in 10,000 yuan"), NULL },
  { "assets", N_ ("Amounts are in 10,000 yuan"), NULL },
  { "glossary", N_ ("A term and what it means in each row"), NULL },
  { "other_matters", NULL, NULL },
  { "approval", N_ ("The letter that approves the budget, and the sums that it grants"),
    NULL },
};

static void
clicked_cb (UiDocumentPart *self)
{
  g_signal_emit (self, signals[ADD_FORM], 0);
}

static void
ui_document_part_dispose (GObject *object)
{
  UiDocumentPart *self = UI_DOCUMENT_PART (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_document_part_parent_class)->dispose (object);
}

static void
ui_document_part_class_init (UiDocumentPartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_document_part_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[ADD_FORM] =
      g_signal_new ("add-form", UI_TYPE_DOCUMENT_PART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
ui_document_part_init (UiDocumentPart *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_heading (UiDocumentPart *self, const char *title, const char *hint,
             const char *button)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "part-title");
  gtk_box_append (GTK_BOX (line), label);
  self->hint = gtk_label_new (hint ? _ (hint) : "");
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_set_hexpand (self->hint, TRUE);
  gtk_widget_add_css_class (self->hint, "part-hint");
  gtk_box_append (GTK_BOX (line), self->hint);
  if (button != NULL)
    {
      GtkWidget *add = gtk_button_new_with_label (_ (button));

      gtk_widget_set_halign (add, GTK_ALIGN_END);
      gtk_widget_set_hexpand (add, TRUE);
      g_signal_connect_swapped (add, "clicked", G_CALLBACK (clicked_cb), self);
      gtk_box_append (GTK_BOX (line), add);
      self->button = add;
    }
  gtk_box_append (GTK_BOX (self->box), line);
}

GtkWidget *
ui_document_part_new (const char *id, const char *title, gboolean read_only)
{
  UiDocumentPart *self = g_object_new (UI_TYPE_DOCUMENT_PART, NULL);
  gsize           i = 0;

  self->id = id;
  while (i < G_N_ELEMENTS (words) - 1 && strcmp (words[i].id, id) != 0)
    i++;
  add_heading (self, title, words[i].hint, read_only ? NULL : words[i].button);
  return GTK_WIDGET (self);
}

const char *
ui_document_part_get_id (UiDocumentPart *self)
{
  return self->id;
}

static gboolean
is_wide (const TextTable *table)
{
  return table->kind == TEXT_ROWS && text_layout_is_wide (table->part);
}

void
ui_document_part_add (UiDocumentPart *self, GtkWidget *grid, const TextTable *table)
{
  GtkWidget *scroller;

  if (!is_wide (table))
    {
      gtk_box_append (GTK_BOX (self->box), grid);
      return;
    }
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_box_append (GTK_BOX (self->box), scroller);
}

void
ui_document_part_fit (GtkWidget *grid, const TextTable *table)
{
  int natural;

  if (!is_wide (table))
    return;
  gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_size_request (grid, natural, -1);
}

void
ui_document_part_set_blank (UiDocumentPart *self, gboolean blank)
{
  gtk_widget_set_visible (self->hint, blank);
  /* There may be many special funds, but one overall table. */
  if (self->button != NULL && strcmp (self->id, "overall_indicators") == 0)
    gtk_widget_set_visible (self->button, blank);
}
