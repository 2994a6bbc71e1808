/* ui/naming.c — what a screen reader calls the controls that GTK makes inside others.
 */

#include "ui/naming.h"

#include <string.h>

static void
name_it (GtkWidget *widget, const char *name)
{
  if (widget != NULL && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ui_name (GtkWidget *widget, const char *name)
{
  name_it (widget, name);
  if (GTK_IS_DROP_DOWN (widget))
    name_it (gtk_widget_get_first_child (widget), name);
  else if (GTK_IS_COLUMN_VIEW (widget)) /* the heads, and the rows */
    {
      name_it (gtk_widget_get_first_child (widget), name);
      name_it (gtk_widget_get_last_child (widget), name);
    }
  else if (GTK_IS_COMBO_BOX (widget))
    {
      GtkWidget *box = gtk_widget_get_first_child (widget);

      name_it (gtk_combo_box_get_child (GTK_COMBO_BOX (widget)), name);
      name_it (gtk_widget_get_last_child (box), name);
    }
}

/* The texts of the cells, which hold labels or nothing yet. */
static char *
texts_of_cells (GtkWidget *row)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget  *label = gtk_widget_get_first_child (cell);
      const char *its =
          GTK_IS_LABEL (label) ? gtk_label_get_text (GTK_LABEL (label)) : "";

      if (*its != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", its);
    }
  return g_string_free (text, FALSE);
}

/* The types of the rows are GTK's own secret, but for their names. */
static gboolean
is_a (GtkWidget *widget, const char *type_name)
{
  return widget != NULL && strcmp (G_OBJECT_TYPE_NAME (widget), type_name) == 0;
}

void
ui_name_row (GtkWidget *shown, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (shown);

  if (is_a (row, "GtkColumnViewCell"))
    {
      g_autofree char *texts = NULL;

      row = gtk_widget_get_parent (row);
      if (row != NULL)
        texts = texts_of_cells (row);
      name_it (row, texts);
    }
  else if (is_a (row, "GtkListItemWidget"))
    name_it (row, name);
}
