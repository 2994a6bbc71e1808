/* ui/form-grid.c — lays the cells of a FormTable out on its grid.
 *
 * Columns have the widths of the printed form, scaled to the window; a row is as high
 * as its highest cell, and a cell that spans rows makes the last of them higher where
 * they do not do.
 */

#include "ui/form-grid.h"

#include <math.h>

#define POINTS_A_MM  4.6 /* at 100 %: A4 portrait is then some 830 wide */
#define SHRINK_LIMIT 0.75

struct _UiFormGrid {
  GtkWidget  parent_instance;
  FormTable *table;
  GPtrArray *cells;    /* UiCell *, one for each cell of the table in its order */
  GPtrArray *editable; /* UiCell *, the subset in reading order */
};

enum { CELL_ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormGrid, ui_form_grid, GTK_TYPE_WIDGET)

static double
natural_width (UiFormGrid *self)
{
  double mm = 0;

  for (guint i = 0; self->table != NULL && i < self->table->cols; i++)
    mm += g_array_index (self->table->form->widths, guint, i);
  return mm * POINTS_A_MM;
}

/* The left edge of every column and the right edge of the last. */
static int *
column_edges (UiFormGrid *self, int width)
{
  const FormTable *table = self->table;
  int             *edges = g_new0 (int, table->cols + 1);
  double           total = natural_width (self) / POINTS_A_MM;
  double           sum = 0;

  for (guint i = 0; i < table->cols; i++)
    {
      sum += g_array_index (table->form->widths, guint, i);
      edges[i + 1] = (int) round (sum / total * width);
    }
  return edges;
}

/* The top of every row and the bottom of the last. */
static int *
row_edges (UiFormGrid *self, const int *columns)
{
  const FormTable *table = self->table;
  int             *edges = g_new0 (int, table->rows + 1);

  for (guint row = 0; row < table->rows; row++)
    {
      edges[row + 1] = edges[row];
      for (guint i = 0; i < self->cells->len; i++)
        {
          const FormCell *place = ui_cell_get_place (self->cells->pdata[i]);
          int             height;

          if (place->row + place->row_span != row + 1)
            continue;
          gtk_widget_measure (self->cells->pdata[i], GTK_ORIENTATION_VERTICAL,
                              columns[place->col + place->col_span] -
                                  columns[place->col],
                              NULL, &height, NULL, NULL);
          edges[row + 1] = MAX (edges[row + 1], edges[place->row] + height);
        }
    }
  return edges;
}

static void
ui_form_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                      int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  UiFormGrid *self = UI_FORM_GRID (widget);
  double      width = natural_width (self);

  if (self->table == NULL)
    *minimum = *natural = 0;
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (width * SHRINK_LIMIT);
      *natural = (int) width;
    }
  else
    {
      g_autofree int *columns =
          column_edges (self, for_size < 0 ? (int) width : for_size);
      g_autofree int *rows = row_edges (self, columns);

      *minimum = *natural = rows[self->table->rows];
    }
}

static void
ui_form_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UiFormGrid     *self = UI_FORM_GRID (widget);
  g_autofree int *columns = NULL;
  g_autofree int *rows = NULL;

  if (self->table == NULL)
    return;
  columns = column_edges (self, width);
  rows = row_edges (self, columns);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const FormCell *place = ui_cell_get_place (self->cells->pdata[i]);
      GtkAllocation   area = { columns[place->col], rows[place->row] };

      /* Neighbours share their border: a cell covers the line before it. */
      area.width = columns[place->col + place->col_span] - area.x + 1;
      area.height = rows[place->row + place->row_span] - area.y + 1;
      gtk_widget_size_allocate (self->cells->pdata[i], &area, -1);
    }
}

static void
remove_cells (UiFormGrid *self, guint from)
{
  g_ptr_array_set_size (self->editable, 0);
  while (self->cells->len > from)
    {
      GtkWidget *cell = g_ptr_array_steal_index (self->cells, self->cells->len - 1);

      gtk_widget_unparent (cell);
    }
}

static gboolean
same_place (const FormCell *a, const FormCell *b)
{
  return a->row == b->row && a->col == b->col && a->row_span == b->row_span &&
         a->col_span == b->col_span && a->style == b->style && a->row_id == b->row_id &&
         g_strcmp0 (a->table_name, b->table_name) == 0 &&
         g_strcmp0 (a->column_name, b->column_name) == 0;
}

/* The column heading over the cell, or the label to its left, is its name. */
static char *
name_of (const FormTable *table, const FormCell *cell)
{
  for (guint row = cell->row; row-- > 0;)
    {
      const FormCell *above = form_table_at (table, row, cell->col);

      if (above != NULL && above->style == FORM_HEAD && above->text != NULL &&
          above->row_id == 0)
        return g_strdup_printf ("%s，第%u行", above->text, cell->row + 1);
    }
  for (guint col = cell->col; col-- > 0;)
    {
      const FormCell *before = form_table_at (table, cell->row, col);

      if (before != NULL && before->style == FORM_LABEL && before->text != NULL)
        return g_strdup (before->text);
    }
  return g_strdup (cell->text ? cell->text : "");
}

static void
add_cell (UiFormGrid *self, const FormCell *place)
{
  g_autofree char *name = name_of (self->table, place);
  GtkWidget       *cell = ui_cell_new (place, name);

  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
  g_signal_emit (self, signals[CELL_ADDED], 0, cell);
}

void
ui_form_grid_take_table (UiFormGrid *self, FormTable *table)
{
  GPtrArray *places = table != NULL ? table->cells : NULL;
  guint      kept = 0;

  for (; places != NULL && kept < self->cells->len && kept < places->len; kept++)
    if (!same_place (ui_cell_get_place (self->cells->pdata[kept]), places->pdata[kept]))
      break;
  remove_cells (self, kept);
  g_clear_pointer (&self->table, form_table_free);
  self->table = table;
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      if (i < kept)
        ui_cell_set_text (self->cells->pdata[i], ((FormCell *) places->pdata[i])->text);
      else
        add_cell (self, places->pdata[i]);
      if (ui_cell_is_editable (self->cells->pdata[i]))
        g_ptr_array_add (self->editable, self->cells->pdata[i]);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GPtrArray *
ui_form_grid_get_cells (UiFormGrid *self)
{
  return self->editable;
}

UiCell *
ui_form_grid_find (UiFormGrid *self, const char *table_name, gint64 row_id,
                   const char *column_name)
{
  for (guint i = 0; i < self->editable->len; i++)
    {
      const FormCell *place = ui_cell_get_place (self->editable->pdata[i]);

      if (place->row_id == row_id && g_strcmp0 (place->table_name, table_name) == 0 &&
          g_strcmp0 (place->column_name, column_name) == 0)
        return self->editable->pdata[i];
    }
  return NULL;
}

static UiCell *
editable_at (UiFormGrid *self, const FormCell *place)
{
  for (guint i = 0; i < self->editable->len; i++)
    {
      const FormCell *other = ui_cell_get_place (self->editable->pdata[i]);

      if (other->row == place->row && other->col == place->col)
        return self->editable->pdata[i];
    }
  return NULL;
}

static UiCell *
in_reading_order (UiFormGrid *self, UiCell *from, int step)
{
  guint i;

  if (!g_ptr_array_find (self->editable, from, &i))
    return NULL;
  return i + step < self->editable->len ? self->editable->pdata[i + step] : NULL;
}

UiCell *
ui_form_grid_neighbour (UiFormGrid *self, UiCell *from, GtkDirectionType direction)
{
  static const struct {
    int down, across;
  } steps[] = {
    [GTK_DIR_UP] = { -1, 0 },
    [GTK_DIR_DOWN] = { 1, 0 },
    [GTK_DIR_LEFT] = { 0, -1 },
    [GTK_DIR_RIGHT] = { 0, 1 },
  };
  const FormCell *place = ui_cell_get_place (from);
  int             row = place->row, col = place->col;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return in_reading_order (self, from, direction == GTK_DIR_TAB_FORWARD ? 1 : -1);
  for (;;)
    {
      const FormCell *next;
      UiCell         *cell;

      row += steps[direction].down;
      col += steps[direction].across;
      if (row < 0 || col < 0 || row >= (int) self->table->rows ||
          col >= (int) self->table->cols)
        return NULL;
      next = form_table_at (self->table, row, col);
      cell = next != NULL ? editable_at (self, next) : NULL;
      if (cell != NULL && cell != from)
        return cell;
    }
}

static void
ui_form_grid_dispose (GObject *object)
{
  UiFormGrid *self = UI_FORM_GRID (object);

  if (self->cells != NULL)
    remove_cells (self, 0);
  g_clear_pointer (&self->table, form_table_free);
  g_clear_pointer (&self->editable, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_form_grid_parent_class)->dispose (object);
}

static GtkSizeRequestMode
height_for_width (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ui_form_grid_class_init (UiFormGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_form_grid_dispose;
  widget_class->get_request_mode = height_for_width;
  widget_class->measure = ui_form_grid_measure;
  widget_class->size_allocate = ui_form_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "form-grid");
  signals[CELL_ADDED] =
      g_signal_new ("cell-added", UI_TYPE_FORM_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, UI_TYPE_CELL);
}

static void
ui_form_grid_init (UiFormGrid *self)
{
  self->cells = g_ptr_array_new ();
  self->editable = g_ptr_array_new ();
}

GtkWidget *
ui_form_grid_new (void)
{
  return g_object_new (UI_TYPE_FORM_GRID, NULL);
}
