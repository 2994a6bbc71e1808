/* ui/window-undo.c — taking back what was done in a window, and doing it again. */

#include "ui/window-undo.h"
#include "app/edit/undo.h"
#include "ui/window-place.h"

#include <glib/gi18n.h>

static void
show (UiWindow *window, ActionStep direction, GtkWidget *button, const char *verb,
      const char *keys)
{
  Db              *db = ui_window_get_db (window);
  g_autofree char *label = db != NULL ? undo_next (db, direction, NULL) : NULL;
  g_autofree char *tip = label ? g_strdup_printf (_ ("%s: %s (%s)"), verb, label, keys)
                               : g_strdup_printf (_ ("%s (%s)"), verb, keys);

  gtk_widget_set_tooltip_text (button, tip);
}

void
ui_window_undo_show (UiWindow *window, GtkWidget *undo, GtkWidget *redo)
{
  show (window, ACTION_UNDO, undo, _ ("Undo"), "Ctrl+Z");
  show (window, ACTION_REDO, redo, _ ("Redo"), "Ctrl+Shift+Z");
}

static void
step (UiWindow *window, ActionStep direction)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ui_window_commit (window))
    return;
  if (!undo_step (ui_window_get_db (window), direction, &label, &error))
    ui_window_complain (window,
                        direction == ACTION_UNDO ? _ ("Nothing was undone")
                                                 : _ ("Nothing was redone"),
                        g_steal_pointer (&error));
  ui_window_reload (window);
  if (label != NULL)
    ui_window_go_to_change (window);
  ui_navigator_recount (ui_window_get_navigator (window));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (widget), ACTION_UNDO);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (widget), ACTION_REDO);
}

void
ui_window_undo_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
}
