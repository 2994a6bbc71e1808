/* ui/choice-menu.h — a list below a cell, to choose one of a few words. */

#pragma once

#include <gtk/gtk.h>

#include "app/form/choice.h"

typedef void (*UiChosen) (GtkWidget *cell, const char *value, gpointer data);

/* Pops the list up below a cell of a page, whose layout manager cares for it; the word
 * that stands there is selected.  done is called when one is chosen, not when the list
 * is left.  Takes the choices (Choice *).  */
void ui_choice_menu_show (GtkWidget *page, GtkWidget *cell, GPtrArray *choices,
                          const char *value, UiChosen done, gpointer data);
