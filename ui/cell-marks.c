/* ui/cell-marks.c — the signs in the corner of a cell, and the sentences behind them.
 */

#include "ui/cell-marks.h"
#include "app/check/check.h"

#include <string.h>

struct _UiCellMarks {
  GtkWidget *cell;      /* borrowed */
  GtkWidget *label;     /* the cell's child */
  char      *sentences; /* NULL: none */
  gboolean   is_hidden;
};

UiCellMarks *
ui_cell_marks_new (GtkWidget *cell)
{
  UiCellMarks *self = g_new0 (UiCellMarks, 1);

  self->cell = cell;
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "mark");
  gtk_widget_set_parent (self->label, cell);
  return self;
}

void
ui_cell_marks_free (UiCellMarks *self)
{
  gtk_widget_unparent (self->label);
  g_free (self->sentences);
  g_free (self);
}

static void
show (UiCellMarks *self)
{
  GtkAccessible *cell = GTK_ACCESSIBLE (self->cell);

  gtk_widget_set_visible (self->label, self->sentences != NULL && !self->is_hidden);
  gtk_widget_set_tooltip_text (self->cell, self->sentences);
  gtk_accessible_update_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->sentences ? self->sentences : "", -1);
  gtk_accessible_update_state (cell, GTK_ACCESSIBLE_STATE_INVALID,
                               gtk_widget_has_css_class (self->cell, "error"), -1);
}

static const char *
sign_of (const char *kind)
{
  return strcmp (kind, "carried") == 0   ? "↻"
         : strcmp (kind, "comment") == 0 ? "✎"
                                         : check_severity_sign (kind);
}

void
ui_cell_marks_add (UiCellMarks *self, const char *severity, const char *message)
{
  const char *shown =
      self->sentences != NULL ? gtk_label_get_text (GTK_LABEL (self->label)) : "";
  char            *sentences = self->sentences != NULL
                                   ? g_strjoin ("\n", self->sentences, message, NULL)
                                   : g_strdup (message);
  g_autofree char *both = g_strconcat (shown, sign_of (severity), NULL);

  /* The worst finding's sign, and that of comments beside it. */
  if (self->sentences == NULL ||
      (strcmp (severity, "comment") == 0 && strstr (shown, "✎") == NULL))
    gtk_label_set_text (GTK_LABEL (self->label), both);
  gtk_widget_add_css_class (self->cell, severity);
  g_free (self->sentences);
  self->sentences = sentences;
  show (self);
}

void
ui_cell_marks_clear (UiCellMarks *self)
{
  static const char *const kinds[] = { "error", "warning", "hint", "carried",
                                       "comment" };

  if (self->sentences == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_remove_css_class (self->cell, kinds[i]);
  g_clear_pointer (&self->sentences, g_free);
  show (self);
}

void
ui_cell_marks_hide (UiCellMarks *self, gboolean is_hidden)
{
  self->is_hidden = is_hidden;
  show (self);
}

/* Their ink touches the corner: a line of the text that fills the cell ends below. */
void
ui_cell_marks_allocate (UiCellMarks *self, int width)
{
  PangoRectangle ink;
  GtkRequisition size;
  GtkAllocation  corner;

  if (!gtk_widget_get_visible (self->label))
    return;
  gtk_widget_get_preferred_size (self->label, &size, NULL);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (self->label)), &ink,
                                  NULL);
  corner =
      (GtkAllocation){ width - ink.x - ink.width, -ink.y, size.width, size.height };
  gtk_widget_size_allocate (self->label, &corner, -1);
}
