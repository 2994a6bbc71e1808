/* ui/window-records.c — the page of a window that shows the records. */

#include "ui/window-records.h"

/* Widths: of the projects, of the findings at most, of the form before them. */
#define PROJECTS   270
#define FINDINGS   420
#define LEAST_FORM 690

/* A window that is not shown yet is going to be as wide as it likes. */
static int
width_of (GtkStack *stack)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (stack));
  int      width = gtk_widget_get_width (GTK_WIDGET (stack));

  if (width == 0)
    gtk_window_get_default_size (GTK_WINDOW (window), &width, NULL);
  return width;
}

/* What stands beside the form is no wider in a large window: the form has the rest. */
static void
divide (GtkBuilder *builder, int width)
{
  gtk_paned_set_position (GTK_PANED (gtk_builder_get_object (builder, "page")),
                          PROJECTS);
  gtk_paned_set_position (GTK_PANED (gtk_builder_get_object (builder, "beside")),
                          MAX (LEAST_FORM, width - PROJECTS - FINDINGS));
}

void
ui_window_records_make (UiWindowRecords *self, GtkStack *stack)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (UI_TYPE_SEARCH_PANE);
  g_type_ensure (UI_TYPE_NAVIGATOR);
  g_type_ensure (UI_TYPE_FORM_BAR);
  g_type_ensure (UI_TYPE_FORM_PAGE);
  g_type_ensure (UI_TYPE_DOCUMENT_PAGE);
  builder = gtk_builder_new_from_resource ("/jixiao/ui/records.ui");
  self->search = UI_SEARCH_PANE (gtk_builder_get_object (builder, "search"));
  self->navigator = UI_NAVIGATOR (gtk_builder_get_object (builder, "navigator"));
  self->form_bar = UI_FORM_BAR (gtk_builder_get_object (builder, "form_bar"));
  self->middle = GTK_STACK (gtk_builder_get_object (builder, "middle"));
  self->form = UI_FORM_PAGE (gtk_builder_get_object (builder, "form"));
  self->pages = UI_DOCUMENT_PAGE (gtk_builder_get_object (builder, "pages"));
  self->findings_place = GTK_BOX (gtk_builder_get_object (builder, "findings_place"));
  divide (builder, width_of (stack));
  gtk_box_append (GTK_BOX (gtk_stack_get_child_by_name (stack, "records")),
                  GTK_WIDGET (gtk_builder_get_object (builder, "page")));
}
