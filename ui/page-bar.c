/* ui/page-bar.c — the bar above or below a page, and the controls that stand in it. */

#include "ui/page-bar.h"
#include "ui/bar.h"
#include "ui/naming.h"

GtkWidget *
ui_page_bar_new (void)
{
  GtkWidget *bar = ui_bar_new (6);

  gtk_widget_add_css_class (bar, "page-bar");
  return bar;
}

GtkWidget *
ui_page_bar_add_search (GtkWidget *bar, const char *hint, const char *name)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", hint, NULL);
  gtk_widget_set_hexpand (entry, TRUE);
  ui_name (entry, name);
  ui_bar_append (UI_BAR (bar), entry);
  return entry;
}

GtkWidget *
ui_page_bar_add_choice (GtkWidget *bar, const char *const *titles, const char *name)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (titles);

  gtk_widget_set_tooltip_text (choice, name);
  ui_name (choice, name);
  ui_bar_append (UI_BAR (bar), choice);
  return choice;
}

GtkWidget *
ui_page_bar_add_note (GtkWidget *bar)
{
  GtkWidget *note = gtk_label_new (NULL);

  gtk_widget_add_css_class (note, "dim-label");
  ui_bar_append (UI_BAR (bar), note);
  return note;
}

GtkWidget *
ui_page_bar_add_button (GtkWidget *bar, const char *label, const char *action,
                        const char *tip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  ui_bar_append (UI_BAR (bar), button);
  return button;
}

void
ui_page_bar_add_space (GtkWidget *bar)
{
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_set_hexpand (space, TRUE);
  ui_bar_append (UI_BAR (bar), space);
}
