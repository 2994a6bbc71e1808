/* ui/row-bar.c — the buttons for the rows of a table. */

#include "ui/row-bar.h"

#include <glib/gi18n.h>

static void
add_row_button (GtkWidget *bar, const char *icon, const char *action, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  /* The row is the one with the cursor, which stays there. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_box_append (GTK_BOX (bar), button);
}

GtkWidget *
ui_row_bar_new (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *project = gtk_button_new_with_label (_ ("Add project"));

  gtk_widget_add_css_class (bar, "row-bar");
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  add_row_button (bar, "list-add-symbolic", "win.add-row",
                  _ ("Add a row below (Ctrl+Shift+Enter)"));
  add_row_button (bar, "edit-copy-symbolic", "win.copy-row",
                  _ ("Duplicate the row (Ctrl+Shift+R)"));
  add_row_button (bar, "go-up-symbolic", "win.raise-row",
                  _ ("Move the row up (Alt+Up)"));
  add_row_button (bar, "go-down-symbolic", "win.lower-row",
                  _ ("Move the row down (Alt+Down)"));
  add_row_button (bar, "list-remove-symbolic", "win.remove-row",
                  _ ("Delete the row (Ctrl+Shift+Delete)"));
  gtk_box_append (GTK_BOX (bar), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (project), "win.add-project");
  gtk_widget_set_tooltip_text (project, _ ("Add a project to the text (Ctrl+Shift+P)"));
  gtk_widget_add_css_class (project, "flat");
  gtk_box_append (GTK_BOX (bar), project);
  return bar;
}
