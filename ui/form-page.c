/* ui/form-page.c — shows a project's form and moves the cursor in it. */

#include "ui/form-page.h"
#include "app/form-edit.h"
#include "ui/form-grid.h"

#include <glib/gi18n.h>

struct _UiFormPage {
  GtkWidget  parent_instance;
  GtkWidget *scroller;
  GtkWidget *grid;
  Db        *db;     /* borrowed */
  guint      reveal; /* source; 0: none */
};

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormPage, ui_form_page, GTK_TYPE_WIDGET)

static UiFormGrid *
grid_of (UiFormPage *self)
{
  return UI_FORM_GRID (self->grid);
}

static UiCell *
cell_with_focus (UiFormPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus ? gtk_widget_get_ancestor (focus, UI_TYPE_CELL) : NULL;

  return cell != NULL && gtk_widget_is_ancestor (cell, self->grid) ? UI_CELL (cell)
                                                                   : NULL;
}

/* Scrolls no more than it takes to have the cursor in view. */
static gboolean
reveal_cb (gpointer data)
{
  UiFormPage    *self = data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  UiCell         *cell = cell_with_focus (self);
  graphene_rect_t bounds;

  self->reveal = 0;
  if (cell != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (cell),
                                 gtk_scrolled_window_get_child (
                                     GTK_SCROLLED_WINDOW (self->scroller)),
                                 &bounds))
    {
      double top = bounds.origin.y + gtk_adjustment_get_value (adjustment);

      gtk_adjustment_clamp_page (adjustment, top - 24, top + bounds.size.height + 24);
    }
  return G_SOURCE_REMOVE;
}

/* After the layout, which a cell that is new has not been through. */
static void
focus_cell (UiFormPage *self, UiCell *cell)
{
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (self->reveal == 0)
    self->reveal = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

/* The cell of the table that is shown now which stands where the widget does. */
static const FormCell *
table_cell (UiFormPage *self, UiCell *cell)
{
  const FormCell *place = ui_cell_get_place (cell);

  return form_table_at (ui_form_grid_get_table (grid_of (self)), place->row,
                        place->col);
}

static void
begin_cb (UiCell *cell, UiFormPage *self)
{
  g_autofree char *text = NULL;

  if (!db_is_read_only (self->db))
    text = form_edit_text (self->db, ui_form_page_get_table (self),
                           table_cell (self, cell), NULL);
  if (text != NULL)
    ui_cell_edit (cell, text);
  else
    gtk_widget_error_bell (GTK_WIDGET (cell));
}

static gboolean
edited_cb (UiCell *cell, const char *text, UiFormPage *self)
{
  gboolean accepted = FALSE;

  if (!db_is_read_only (self->db))
    g_signal_emit (self, signals[EDITED], 0, table_cell (self, cell), text, &accepted);
  return accepted;
}

static void
leave_cb (UiCell *cell, GtkDirectionType direction, UiFormPage *self)
{
  UiCell *next =
      ui_form_grid_neighbour (grid_of (self), ui_cell_get_place (cell), direction);

  if (next != NULL)
    focus_cell (self, next);
  else if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            direction);
}

static void
cell_added_cb (UiFormGrid *grid, UiCell *cell, UiFormPage *self)
{
  g_signal_connect (cell, "begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (cell, "leave", G_CALLBACK (leave_cb), self);
}

static void
ui_form_page_dispose (GObject *object)
{
  UiFormPage *self = UI_FORM_PAGE (object);

  g_clear_handle_id (&self->reveal, g_source_remove);
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
                                  g_signal_accumulator_first_wins, NULL, NULL,
                                  G_TYPE_BOOLEAN, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
ui_form_page_init (UiFormPage *self)
{
  GtkWidget *paper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->grid = g_object_new (UI_TYPE_FORM_GRID, NULL);
  gtk_widget_add_css_class (paper, "paper");
  gtk_widget_set_halign (paper, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (paper, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (paper), self->grid);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), paper);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Performance tables"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect (self->grid, "cell-added", G_CALLBACK (cell_added_cb), self);
}

static void
scroll_to_top (UiFormPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (self->scroller)),
                            0);
}

/* The place of the cursor, to find it again in another table. */
static gboolean
remember_cursor (UiFormPage *self, FormCell *place)
{
  UiCell *cell = cell_with_focus (self);

  if (cell == NULL)
    return FALSE;
  *place = *ui_cell_get_place (cell);
  place->table_name = g_strdup (place->table_name);
  place->column_name = g_strdup (place->column_name);
  return TRUE;
}

static void
restore_cursor (UiFormPage *self, FormCell *place)
{
  UiCell *cell =
      cell_with_focus (self) ? NULL : ui_form_grid_find (grid_of (self), place);

  if (cell != NULL)
    focus_cell (self, cell);
  g_free (place->table_name);
  g_free (place->column_name);
}

gboolean
ui_form_page_show (UiFormPage *self, Db *db, gint64 project, GError **error)
{
  const FormTable *shown = ui_form_page_get_table (self);
  FormTable *table = project != 0 ? form_table_new (db, project, NULL, error) : NULL;
  FormCell   cursor;
  gboolean   has_cursor;

  if (project != 0 && table == NULL)
    return FALSE;
  self->db = db;
  if (shown == NULL || shown->project != project)
    {
      ui_form_grid_take_table (grid_of (self), table);
      scroll_to_top (self);
      return TRUE;
    }
  has_cursor = remember_cursor (self, &cursor);
  ui_form_grid_take_table (grid_of (self), table);
  if (has_cursor)
    restore_cursor (self, &cursor);
  return TRUE;
}

const FormTable *
ui_form_page_get_table (UiFormPage *self)
{
  return ui_form_grid_get_table (grid_of (self));
}

gboolean
ui_form_page_commit (UiFormPage *self)
{
  GPtrArray *cells = ui_form_grid_get_cells (grid_of (self));

  for (guint i = 0; i < cells->len; i++)
    if (ui_cell_is_editing (cells->pdata[i]))
      return ui_cell_commit (cells->pdata[i]);
  return TRUE;
}

const FormCell *
ui_form_page_get_cursor (UiFormPage *self)
{
  UiCell *cell = cell_with_focus (self);

  return cell != NULL ? table_cell (self, cell) : NULL;
}

void
ui_form_page_go_to (UiFormPage *self, const FormCell *place)
{
  UiCell *cell = ui_form_grid_at (grid_of (self), place);

  if (cell != NULL)
    focus_cell (self, cell);
}

void
ui_form_page_go_to_row (UiFormPage *self, const char *table_name, gint64 row_id)
{
  GPtrArray *cells = ui_form_grid_get_cells (grid_of (self));

  for (guint i = 0; i < cells->len; i++)
    {
      const FormCell *place = ui_cell_get_place (cells->pdata[i]);

      if (place->row_id == row_id && place->row_span == 1 &&
          g_strcmp0 (place->table_name, table_name) == 0)
        {
          focus_cell (self, cells->pdata[i]);
          return;
        }
    }
}

void
ui_form_page_add_mark (UiFormPage *self, const FormCell *place, const char *severity,
                       const char *message)
{
  UiCell *cell = ui_form_grid_at (grid_of (self), place);

  if (cell != NULL)
    ui_cell_add_mark (cell, severity, message);
}

void
ui_form_page_clear_marks (UiFormPage *self)
{
  GPtrArray *cells = ui_form_grid_get_cells (grid_of (self));

  for (guint i = 0; i < cells->len; i++)
    ui_cell_clear_marks (cells->pdata[i]);
}
