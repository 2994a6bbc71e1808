/* ui/window-records.c — the page of a window that shows the records. */

#include "ui/window-records.h"
#include "ui/window-state.h"

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
  self->sides = ui_sides_new (GTK_PANED (gtk_builder_get_object (builder, "page")),
                              GTK_PANED (gtk_builder_get_object (builder, "beside")));
  gtk_widget_set_visible (GTK_WIDGET (self->sides), FALSE);
  ui_window_state_load_sides (self->sides);
  gtk_box_append (GTK_BOX (gtk_stack_get_child_by_name (stack, "records")),
                  GTK_WIDGET (self->sides));
}
