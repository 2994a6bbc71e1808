/* ui/line.c — an object that holds what a line of a list shows. */

#include "ui/line.h"

struct _UiLine {
  GObject        parent_instance;
  gpointer       data;
  GDestroyNotify free;
};

G_DEFINE_FINAL_TYPE (UiLine, ui_line, G_TYPE_OBJECT)

static void
ui_line_finalize (GObject *object)
{
  UiLine *self = UI_LINE (object);

  if (self->free != NULL)
    self->free (self->data);
  G_OBJECT_CLASS (ui_line_parent_class)->finalize (object);
}

static void
ui_line_class_init (UiLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ui_line_finalize;
}

static void
ui_line_init (UiLine *self)
{
}

UiLine *
ui_line_new (gpointer data, GDestroyNotify free)
{
  UiLine *self = g_object_new (UI_TYPE_LINE, NULL);

  self->data = data;
  self->free = free;
  return self;
}

gpointer
ui_line_get (UiLine *self)
{
  return self->data;
}

gpointer
ui_line_get_selected (GtkSelectionModel *selection)
{
  UiLine *line =
      gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));

  return line != NULL ? line->data : NULL;
}
