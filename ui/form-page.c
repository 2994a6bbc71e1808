/* ui/form-page.c — shows a project's form and moves the cursor in it. */

#include "ui/form-page.h"
#include "ui/form-grid.h"

struct _UiFormPage {
  GtkWidget  parent_instance;
  GtkWidget *scroller;
  GtkWidget *grid;
  gint64     project;
};

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormPage, ui_form_page, GTK_TYPE_WIDGET)

static UiFormGrid *
grid_of (UiFormPage *self)
{
  return UI_FORM_GRID (self->grid);
}

static void
edited_cb (UiCell *cell, const char *text, UiFormPage *self)
{
  const FormCell *place = ui_cell_get_place (cell);

  g_signal_emit (self, signals[EDITED], 0, place->table_name, place->row_id,
                 place->column_name, text);
}

static void
leave_cb (UiCell *cell, GtkDirectionType direction, UiFormPage *self)
{
  UiCell *next = ui_form_grid_neighbour (grid_of (self), cell, direction);

  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            direction);
}

static void
cell_added_cb (UiFormGrid *grid, UiCell *cell, UiFormPage *self)
{
  g_signal_connect (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (cell, "leave", G_CALLBACK (leave_cb), self);
}

static void
ui_form_page_dispose (GObject *object)
{
  UiFormPage *self = UI_FORM_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_form_page_parent_class)->dispose (object);
}

static void
ui_form_page_class_init (UiFormPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_form_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[EDITED] = g_signal_new ("edited", UI_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_STRING,
                                  G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING);
}

static void
ui_form_page_init (UiFormPage *self)
{
  GtkWidget *paper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->grid = ui_form_grid_new ();
  gtk_widget_set_halign (self->grid, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (paper, "paper");
  gtk_widget_set_halign (paper, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (paper, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (paper), self->grid);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), paper);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect (self->grid, "cell-added", G_CALLBACK (cell_added_cb), self);
}

GtkWidget *
ui_form_page_new (void)
{
  return g_object_new (UI_TYPE_FORM_PAGE, NULL);
}

gboolean
ui_form_page_show (UiFormPage *self, Db *db, gint64 project, GError **error)
{
  FormTable *table = NULL;

  if (project != 0)
    {
      table = form_table_new (db, project, NULL, error);
      if (table == NULL)
        return FALSE;
    }
  if (project != self->project)
    ui_form_grid_take_table (grid_of (self), NULL);
  self->project = project;
  ui_form_grid_take_table (grid_of (self), table);
  return TRUE;
}

gint64
ui_form_page_get_project (UiFormPage *self)
{
  return self->project;
}

void
ui_form_page_commit (UiFormPage *self)
{
  GPtrArray *cells = ui_form_grid_get_cells (grid_of (self));

  for (guint i = 0; i < cells->len; i++)
    if (ui_cell_is_editing (cells->pdata[i]))
      {
        ui_cell_commit (cells->pdata[i]);
        return; /* the cells may be others now */
      }
}

/* Scrolls no more than it takes to have the cell in view. */
static void
reveal (UiFormPage *self, GtkWidget *cell)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (cell, self->grid, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - 24,
                               bounds.origin.y + bounds.size.height + 24);
}

gboolean
ui_form_page_go_to (UiFormPage *self, const char *table_name, gint64 row_id,
                    const char *column_name)
{
  UiCell *cell = ui_form_grid_find (grid_of (self), table_name, row_id, column_name);

  if (cell == NULL)
    return FALSE;
  reveal (self, GTK_WIDGET (cell));
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  return TRUE;
}

gboolean
ui_form_page_get_cursor (UiFormPage *self, const char **table_name, gint64 *row_id,
                         const char **column_name)
{
  GtkRoot        *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget      *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget      *cell = focus ? gtk_widget_get_ancestor (focus, UI_TYPE_CELL) : NULL;
  const FormCell *place;

  if (cell == NULL || !gtk_widget_is_ancestor (cell, GTK_WIDGET (self)))
    return FALSE;
  place = ui_cell_get_place (UI_CELL (cell));
  *table_name = place->table_name;
  *row_id = place->row_id;
  *column_name = place->column_name;
  return TRUE;
}

void
ui_form_page_reset_marks (UiFormPage *self)
{
  GPtrArray *cells = ui_form_grid_get_cells (grid_of (self));

  for (guint i = 0; i < cells->len; i++)
    ui_cell_set_mark (cells->pdata[i], NULL, NULL);
}

void
ui_form_page_mark (UiFormPage *self, const char *table_name, gint64 row_id,
                   const char *column_name, const char *severity, const char *message)
{
  UiCell *cell = ui_form_grid_find (grid_of (self), table_name, row_id, column_name);

  if (cell != NULL)
    ui_cell_set_mark (cell, severity, message);
}
