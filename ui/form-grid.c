/* ui/form-grid.c — lays the cells of a FormTable out on its grid.
 *
 * Columns have the widths of the printed form, scaled to the window; a row is as high
 * as its highest cell, and a cell that spans rows makes the last of them higher where
 * they do not do.
 */

#include "ui/form-grid.h"
#include "app/form/edit.h"
#include "db/title.h"
#include "ui/text-scale.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define POINTS_A_MM  4.6 /* at 100 %: A4 portrait is then some 830 wide */
#define SHRINK_LIMIT 0.7

struct _UiFormGrid {
  GtkWidget  parent_instance;
  FormTable *table;
  GPtrArray *cells;    /* UiCell *, one for each cell of the table in its order */
  GPtrArray *editable; /* UiCell *, the subset in reading order */
  double     shrink_limit;
};

enum { CELL_ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormGrid, ui_form_grid, GTK_TYPE_WIDGET)

static double
width_in_mm (UiFormGrid *self)
{
  double mm = 0;

  for (guint i = 0; self->table != NULL && i < self->table->cols; i++)
    mm += g_array_index (self->table->form->widths, guint, i);
  return mm;
}

static double
natural_width (UiFormGrid *self)
{
  return width_in_mm (self) * POINTS_A_MM * ui_text_scale (GTK_WIDGET (self));
}

/* The left edge of every column and the right edge of the last. */
static int *
column_edges (UiFormGrid *self, int width)
{
  const FormTable *table = self->table;
  int             *edges = g_new0 (int, table->cols + 1);
  double           total = width_in_mm (self);
  double           sum = 0;

  for (guint i = 0; i < table->cols; i++)
    {
      sum += g_array_index (table->form->widths, guint, i);
      edges[i + 1] = (int) round (sum / total * width);
    }
  return edges;
}

static int
height_of (GtkWidget *cell, const int *columns)
{
  const FormCell *place = ui_cell_get_place (UI_CELL (cell));
  int             height;

  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL,
                      columns[place->col + place->col_span] - columns[place->col] + 1,
                      NULL, &height, NULL, NULL);
  return height;
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

          if (place->row + place->row_span == row + 1 &&
              gtk_widget_get_child_visible (self->cells->pdata[i]))
            edges[row + 1] = MAX (edges[row + 1],
                                  edges[place->row] +
                                      height_of (self->cells->pdata[i], columns) - 1);
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
      *minimum = (int) (width * self->shrink_limit);
      *natural = (int) width;
    }
  else
    {
      g_autofree int *columns =
          column_edges (self, for_size < 0 ? (int) width : for_size);
      g_autofree int *rows = row_edges (self, columns);

      *minimum = *natural = rows[self->table->rows] + 1;
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
      GtkAllocation   area = { columns[place->col], rows[place->row], 0, 0 };

      if (!gtk_widget_get_child_visible (self->cells->pdata[i]))
        continue;
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
         g_strcmp0 (a->column_name, b->column_name) == 0 &&
         g_strcmp0 (a->field, b->field) == 0;
}

/* What the record is called that a cell shows another column of; NULL: nothing. */
static const char *
row_name (const FormTable *table, const FormCell *cell)
{
  for (guint col = 0; cell->row_id != 0 && col < table->cols; col++)
    {
      const FormCell *other = form_table_at (table, cell->row, col);

      if (other != NULL && other->row_id == cell->row_id && other->col != cell->col &&
          g_strcmp0 (other->table_name, cell->table_name) == 0 &&
          g_strcmp0 (other->column_name, "name") == 0)
        return other->text;
    }
  return NULL;
}

/* Of several cells after one label, each has one of its own: “3月底”. */
static char *
labelled_name (const FormTable *table, const FormCell *cell, const char *label)
{
  const FormCell *own =
      cell->row_id != 0
          ? form_edit_find_cell (table, cell->table_name, cell->row_id, "label")
          : NULL;

  return own == NULL || own == cell || own->text == NULL ||
                 g_strcmp0 (own->column_name, "label") != 0 ||
                 strcmp (own->text, label) == 0
             ? g_strdup (label)
             : g_strdup_printf (_ ("%s, %s"), label, own->text);
}

/* The column heading over the cell with the name of its row, or the label to its left,
 * is its name.  The lines of a list have numbers of their own.  */
static char *
name_of (const FormTable *table, const FormCell *cell)
{
  const char *title;

  for (guint row = cell->row; row-- > 0;)
    {
      const FormCell *above = form_table_at (table, row, cell->col);

      if (above != NULL && above->style == FORM_HEAD && above->text != NULL &&
          above->row_id == 0)
        {
          const char      *its = row_name (table, cell);
          g_autofree char *place =
              g_strdup_printf (_ ("%s, row %u"), above->text,
                               cell->row + (table->origin.records == NULL));

          return its != NULL ? g_strdup_printf (_ ("%s, %s"), place, its)
                             : g_steal_pointer (&place);
        }
    }
  for (guint col = cell->col; col-- > 0;)
    {
      const FormCell *before = form_table_at (table, cell->row, col);

      if (before != NULL && before->style == FORM_LABEL && before->text != NULL)
        return labelled_name (table, cell, before->text);
    }
  title = cell->table_name != NULL
              ? title_of_column (cell->table_name, cell->column_name)
              : NULL;
  return g_strdup (title != NULL ? title : cell->text != NULL ? cell->text : "");
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

/* A title line that is blank is not printed; here it shows what may be written there.
 */
static void
show_or_hide (UiFormGrid *self, GtkWidget *cell)
{
  const FormCell *place = ui_cell_get_place (UI_CELL (cell));
  gboolean        is_editable = form_edit_is_possible (place);

  gtk_widget_set_child_visible (cell,
                                is_editable ||
                                    !form_table_row_is_blank (self->table, place->row));
  if (is_editable)
    g_ptr_array_add (self->editable, cell);
}

void
ui_form_grid_take_table (UiFormGrid *self, FormTable *table)
{
  GPtrArray *places = table != NULL ? table->cells : NULL;
  guint      kept = 0;

  while (places != NULL && kept < self->cells->len && kept < places->len &&
         same_place (ui_cell_get_place (self->cells->pdata[kept]), places->pdata[kept]))
    kept++;
  remove_cells (self, kept);
  g_clear_pointer (&self->table, form_table_free);
  self->table = table;
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      if (i < kept)
        {
          g_autofree char *name = name_of (table, places->pdata[i]);

          ui_cell_set_text (self->cells->pdata[i], name,
                            ((FormCell *) places->pdata[i])->text);
        }
      else
        add_cell (self, places->pdata[i]);
      show_or_hide (self, self->cells->pdata[i]);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const FormTable *
ui_form_grid_get_table (UiFormGrid *self)
{
  return self->table;
}

GPtrArray *
ui_form_grid_get_cells (UiFormGrid *self)
{
  return self->editable;
}

UiCell *
ui_form_grid_at (UiFormGrid *self, const FormCell *place)
{
  for (guint i = 0; i < self->editable->len; i++)
    {
      const FormCell *other = ui_cell_get_place (self->editable->pdata[i]);

      if (other->row == place->row && other->col == place->col)
        return self->editable->pdata[i];
    }
  return NULL;
}

UiCell *
ui_form_grid_find (UiFormGrid *self, const FormCell *before)
{
  for (guint i = 0; before->row_id != 0 && i < self->editable->len; i++)
    {
      const FormCell *place = ui_cell_get_place (self->editable->pdata[i]);

      if (place->row_id == before->row_id &&
          g_strcmp0 (place->table_name, before->table_name) == 0 &&
          g_strcmp0 (place->column_name, before->column_name) == 0)
        return self->editable->pdata[i];
    }
  if (self->table == NULL || before->row >= self->table->rows ||
      before->col >= self->table->cols)
    return NULL;
  return ui_form_grid_at (self, form_table_at (self->table, before->row, before->col));
}

/* The words of a layout that may be changed, “3月底”: who fills the form in with Tab
 * would write over them.  The arrows go there.  */
static gboolean
is_worded (UiFormGrid *self, UiCell *cell)
{
  const FormCell *place = ui_cell_get_place (cell);
  const FormCell *shown = form_table_at (self->table, place->row, place->col);

  return place->column_name != NULL && g_str_has_suffix (place->column_name, "label") &&
         shown->text != NULL;
}

static UiCell *
in_reading_order (UiFormGrid *self, const FormCell *from, int step)
{
  UiCell *cell = ui_form_grid_at (self, from);
  guint   i;

  if (cell == NULL || !g_ptr_array_find (self->editable, cell, &i))
    return NULL;
  for (i += step; i < self->editable->len; i += step)
    if (!is_worded (self, self->editable->pdata[i]))
      return self->editable->pdata[i];
  return NULL;
}

UiCell *
ui_form_grid_neighbour (UiFormGrid *self, const FormCell *from,
                        GtkDirectionType direction)
{
  static const struct {
    int down, across;
  } steps[] = {
    [GTK_DIR_UP] = { -1, 0 },
    [GTK_DIR_DOWN] = { 1, 0 },
    [GTK_DIR_LEFT] = { 0, -1 },
    [GTK_DIR_RIGHT] = { 0, 1 },
  };
  int row = (int) from->row, col = (int) from->col;

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
      cell = next->row == from->row && next->col == from->col
                 ? NULL
                 : ui_form_grid_at (self, next);
      if (cell != NULL)
        return cell;
    }
}

UiCell *
ui_form_grid_end (UiFormGrid *self, const FormCell *row, gboolean last)
{
  UiCell *end = NULL;

  for (guint i = 0; i < self->editable->len && (last || end == NULL); i++)
    if (row == NULL || ui_cell_get_place (self->editable->pdata[i])->row == row->row)
      end = self->editable->pdata[i];
  return end;
}

UiCell *
ui_form_grid_pick (UiFormGrid *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  picked = picked ? gtk_widget_get_ancestor (picked, UI_TYPE_CELL) : NULL;
  return picked != NULL ? UI_CELL (picked) : NULL;
}

void
ui_form_grid_show_range (UiFormGrid *self, const FormRange *range)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = self->cells->pdata[i];
      gboolean   is_held =
          range != NULL && form_range_holds (range, ui_cell_get_place (UI_CELL (cell)));

      if (is_held == gtk_widget_has_css_class (cell, "selected"))
        continue;
      if (is_held)
        gtk_widget_add_css_class (cell, "selected");
      else
        gtk_widget_remove_css_class (cell, "selected");
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED,
                                   is_held, -1);
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
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  signals[CELL_ADDED] =
      g_signal_new ("cell-added", UI_TYPE_FORM_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, UI_TYPE_CELL);
}

static void
ui_form_grid_init (UiFormGrid *self)
{
  self->shrink_limit = SHRINK_LIMIT;
  self->cells = g_ptr_array_new ();
  self->editable = g_ptr_array_new ();
}

void
ui_form_grid_set_shrink_limit (UiFormGrid *self, double limit)
{
  self->shrink_limit = limit;
}
