/* ui/form-page.c — shows a project's form, the one table of its sheet. */

#include "ui/form-page.h"

#include <glib/gi18n.h>
#include <string.h>

/* How narrow a form may become.  Those of a layout that is asked for are landscape, and
 * the window is not wider for them.  */
#define SHRINK_LIMIT           0.7
#define SHRINK_LIMIT_LANDSCAPE 0.5

struct _UiFormPage {
  GtkWidget   parent_instance;
  GtkWidget  *sheet;
  UiFormGrid *grid;
  const char *layout; /* static; NULL: the document's own */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormPage, ui_form_page, GTK_TYPE_WIDGET)

static void
changed_cb (UiFormSheet *sheet, UiFormGrid *grid, UiFormPage *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ui_form_page_dispose (GObject *object)
{
  UiFormPage *self = UI_FORM_PAGE (object);

  g_clear_pointer (&self->sheet, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_form_page_parent_class)->dispose (object);
}

static void
ui_form_page_class_init (UiFormPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_form_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_form_page_init (UiFormPage *self)
{
  UiFormSheet *sheet;

  self->sheet = ui_form_sheet_new (_ ("Performance tables"));
  sheet = UI_FORM_SHEET (self->sheet);
  self->grid = UI_FORM_GRID (ui_form_sheet_add_grid (sheet));
  gtk_box_append (GTK_BOX (ui_form_sheet_get_paper (sheet)), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (self->sheet, GTK_WIDGET (self));
  g_signal_connect (sheet, "changed", G_CALLBACK (changed_cb), self);
  ui_form_page_set_layout (self, NULL);
}

gboolean
ui_form_page_show (UiFormPage *self, Db *db, gint64 project, GError **error)
{
  const FormTable *shown = ui_form_page_get_table (self);
  FormTable       *table =
      project != 0 ? form_table_new (db, project, self->layout, error) : NULL;

  if (project != 0 && table == NULL)
    return FALSE;
  ui_form_sheet_begin (UI_FORM_SHEET (self->sheet), db,
                       shown != NULL && table != NULL && shown->project == project &&
                           strcmp (shown->form->id, table->form->id) == 0);
  ui_form_grid_take_table (self->grid, table);
  ui_form_sheet_finish (UI_FORM_SHEET (self->sheet));
  return TRUE;
}

void
ui_form_page_set_layout (UiFormPage *self, const char *layout)
{
  self->layout = layout;
  ui_form_grid_set_shrink_limit (self->grid, layout != NULL ? SHRINK_LIMIT_LANDSCAPE
                                                            : SHRINK_LIMIT);
}

const char *
ui_form_page_get_layout (UiFormPage *self)
{
  return self->layout;
}

const FormTable *
ui_form_page_get_table (UiFormPage *self)
{
  return ui_form_grid_get_table (self->grid);
}

UiFormSheet *
ui_form_page_get_sheet (UiFormPage *self)
{
  return UI_FORM_SHEET (self->sheet);
}

void
ui_form_page_go_to (UiFormPage *self, const FormCell *cell)
{
  ui_form_sheet_go_to (UI_FORM_SHEET (self->sheet), self->grid, cell);
}

void
ui_form_page_add_mark (UiFormPage *self, const FormCell *cell, const char *severity,
                       const char *message)
{
  ui_form_sheet_add_mark (UI_FORM_SHEET (self->sheet), self->grid, cell, severity,
                          message);
}
