/* ui/window-years.c — monitoring and self-evaluation, and next year's draft, from the
 * window.
 */

#include "ui/window-years.h"
#include "app/edit/draft.h"
#include "app/form/carried.h"
#include "ui/draft-dialog.h"
#include "ui/form-bar.h"

#include <glib/gi18n.h>
#include <string.h>

static void
form_table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow   *window = UI_WINDOW (widget);
  const char *layout;

  if (ui_window_commit (window) &&
      ui_form_bar_find_layout (g_variant_get_string (parameter, NULL), &layout))
    ui_form_page_set_layout (ui_window_get_form (window), layout);
  ui_window_show (window);
}

/* FALSE without an error: there is no such thing to confirm. */
static gboolean
confirm (UiWindow *window, const char *what, GError **error)
{
  UiFormPage      *form = ui_window_get_form (window);
  Db              *db = ui_window_get_db (window);
  gint64           document = ui_window_get_document (window);
  const FormTable *table = ui_form_page_get_table (form);
  const FormCell  *cell = ui_form_sheet_get_cursor (ui_form_page_get_sheet (form));

  if (strcmp (what, "document") == 0)
    return draft_confirm (db, document, 0, error);
  if (strcmp (what, "project") == 0)
    return table != NULL && draft_confirm (db, document, table->project, error);
  return cell != NULL && form_carried_confirm (db, document, table, cell, error);
}

static void
confirm_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!ui_window_commit (window))
    return;
  if (!confirm (window, g_variant_get_string (parameter, NULL), &error))
    gtk_widget_error_bell (widget);
  if (error != NULL)
    ui_window_complain (window, _ ("Nothing was changed"), g_steal_pointer (&error));
  ui_window_show (window);
}

static void
draft_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);

  if (ui_window_commit (window))
    ui_ask_draft (window, ui_window_get_document (window));
}

void
ui_window_years_install (GtkWidgetClass *widget_class)
{
  /* In the order of their buttons. */
  static const char *const layouts[] = { "targets", "monitoring", "evaluation" };

  gtk_widget_class_install_action (widget_class, "win.form-table", "s", form_table_cb);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK,
                                         "win.form-table", "s", layouts[i]);
  gtk_widget_class_install_action (widget_class, "win.confirm-carried", "s",
                                   confirm_cb);
  gtk_widget_class_install_action (widget_class, "win.draft-next-year", NULL, draft_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.confirm-carried", "s", "cell");
}

void
ui_window_years_update (UiWindow *window)
{
  Db      *db = ui_window_get_db (window);
  gboolean is_possible =
      db != NULL && !db_is_read_only (db) && ui_window_get_document (window) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.draft-next-year",
                                 is_possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.confirm-carried",
                                 is_possible);
}
