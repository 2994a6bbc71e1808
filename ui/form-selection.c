/* ui/form-selection.c — which cells of a sheet are selected, by keys and with the
 * mouse. */

#include "ui/form-selection.h"
#include "ui/form-block.h"

struct _UiFormSelection {
  UiFormSheet *sheet; /* borrowed */
  UiFormGrid  *grid;  /* where more than the cursor's cell is selected; NULL: nowhere */
  FormCell     head;  /* where it ends that begins at the cursor */
};

/* Selects the cells between the cursor and another one of its grid; NULL: the cursor's
 * alone.  */
static void
select_to (UiFormSelection *self, UiCell *head)
{
  const FormCell *place = head != NULL ? ui_cell_get_place (head) : NULL;
  FormRange       range;

  if (head != NULL && head == ui_form_sheet_get_cell (self->sheet))
    place = NULL;
  if (self->grid != NULL)
    ui_form_grid_show_range (self->grid, NULL);
  self->grid = place != NULL ? ui_form_sheet_get_grid (self->sheet) : NULL;
  if (self->grid == NULL)
    return;
  self->head = (FormCell){ .row = place->row, .col = place->col };
  if (ui_form_selection_get_range (self, &range))
    ui_form_grid_show_range (self->grid, &range);
}

void
ui_form_selection_clear (UiFormSelection *self)
{
  select_to (self, NULL);
}

UiCell *
ui_form_selection_get_head (UiFormSelection *self)
{
  UiCell *head = self->grid != NULL ? ui_form_grid_at (self->grid, &self->head) : NULL;

  return head != NULL ? head : ui_form_sheet_get_cell (self->sheet);
}

gboolean
ui_form_selection_get_range (UiFormSelection *self, FormRange *range)
{
  const FormTable *table = ui_form_sheet_get_table (self->sheet);
  const FormCell  *cursor = ui_form_sheet_get_cursor (self->sheet);
  gboolean         is_wide =
      self->grid != NULL && self->grid == ui_form_sheet_get_grid (self->sheet);

  if (cursor == NULL)
    return FALSE;
  *range = form_range_between (table, cursor,
                               is_wide ? form_table_at (table, self->head.row,
                                                        self->head.col)
                                       : cursor);
  return TRUE;
}

/* Where the key that extends the selection goes on from. */
static const FormCell *
end_of (UiFormSelection *self, UiCell *cursor)
{
  return self->grid != NULL ? &self->head : ui_cell_get_place (cursor);
}

static UiFormGrid *
grid_of_cell (UiCell *cell)
{
  return UI_FORM_GRID (gtk_widget_get_ancestor (GTK_WIDGET (cell), UI_TYPE_FORM_GRID));
}

/* The cell a step away, or the last one there; NULL: there is none. */
static UiCell *
cell_towards (UiFormSelection *self, const FormCell *from, GtkDirectionType direction,
              gboolean last)
{
  UiFormGrid *grid = ui_form_sheet_get_grid (self->sheet);
  UiCell     *found = ui_form_grid_neighbour (grid, from, direction);
  UiCell     *next = found;

  while (last && next != NULL)
    {
      found = next;
      next = ui_form_grid_neighbour (grid, ui_cell_get_place (found), direction);
    }
  return found;
}

/* To a cell: the cursor, or with Shift the end of the selection. */
static void
go (UiFormSelection *self, UiCell *cell, GdkModifierType state)
{
  if (cell != NULL && (state & GDK_SHIFT_MASK) != 0)
    {
      select_to (self, cell);
      ui_form_sheet_reveal (self->sheet);
    }
  else if (cell != NULL)
    ui_form_sheet_go_to (self->sheet, ui_form_sheet_get_grid (self->sheet),
                         ui_cell_get_place (cell));
}

static const struct {
  guint            key;
  GtkDirectionType direction;
} arrows[] = {
  { GDK_KEY_Up, GTK_DIR_UP },
  { GDK_KEY_Down, GTK_DIR_DOWN },
  { GDK_KEY_Left, GTK_DIR_LEFT },
  { GDK_KEY_Right, GTK_DIR_RIGHT },
};

/* Shift selects, Ctrl goes all the way.  FALSE: the key is another one. */
static gboolean
arrow (UiFormSelection *self, UiCell *cursor, guint key, GdkModifierType state)
{
  if (state == 0 || (state & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (arrows[i].key == key)
      {
        const FormCell *from = (state & GDK_SHIFT_MASK) != 0
                                   ? end_of (self, cursor)
                                   : ui_cell_get_place (cursor);

        go (self,
            cell_towards (self, from, arrows[i].direction,
                          (state & GDK_CONTROL_MASK) != 0),
            state);
        return TRUE;
      }
  return FALSE;
}

/* Home and End go along the row, with Ctrl all the way; Shift selects. */
static void
go_to_end (UiFormSelection *self, UiCell *cursor, gboolean last, GdkModifierType state)
{
  UiFormGrid     *grid = ui_form_sheet_get_grid (self->sheet);
  gboolean        is_shifted = (state & GDK_SHIFT_MASK) != 0;
  const FormCell *from =
      is_shifted ? end_of (self, cursor) : ui_cell_get_place (cursor);

  if ((state & GDK_CONTROL_MASK) != 0 && !is_shifted)
    ui_form_sheet_go_to_end (self->sheet, last);
  else
    go (self,
        ui_form_grid_end (grid, (state & GDK_CONTROL_MASK) != 0 ? NULL : from, last),
        state);
}

/* A screenful up or down; Shift selects, and stays in the table. */
static void
go_by_page (UiFormSelection *self, UiCell *cursor, GtkDirectionType direction,
            GdkModifierType state)
{
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;
  UiCell  *from = is_shifted ? ui_form_selection_get_head (self) : cursor;
  UiCell  *next = ui_form_sheet_page_from (self->sheet, from, direction);

  if (is_shifted && next != NULL && grid_of_cell (next) != grid_of_cell (from))
    next = cell_towards (self, ui_cell_get_place (from), direction, TRUE);
  if (next != NULL && is_shifted)
    go (self, next, state);
  else if (next != NULL)
    ui_form_sheet_go_to (self->sheet, grid_of_cell (next), ui_cell_get_place (next));
}

static void
select_all (UiFormSelection *self)
{
  UiFormGrid *grid = ui_form_sheet_get_grid (self->sheet);

  go (self, ui_form_grid_end (grid, NULL, FALSE), 0);
  select_to (self, ui_form_grid_end (grid, NULL, TRUE));
}

/* Before the cells, whose keys these are not. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code,
                GdkModifierType state, UiFormSelection *self)
{
  UiCell *cursor = ui_form_sheet_get_cell (self->sheet);

  state &= gtk_accelerator_get_default_mod_mask ();
  if (cursor == NULL || ui_cell_is_editing (cursor))
    return GDK_EVENT_PROPAGATE;
  if (arrow (self, cursor, key, state))
    return GDK_EVENT_STOP;
  if ((key == GDK_KEY_Home || key == GDK_KEY_End) && (state & GDK_ALT_MASK) == 0)
    go_to_end (self, cursor, key == GDK_KEY_End, state);
  else if ((key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down) &&
           (state & ~GDK_SHIFT_MASK) == 0)
    go_by_page (self, cursor, key == GDK_KEY_Page_Up ? GTK_DIR_UP : GTK_DIR_DOWN,
                state);
  else if ((key == GDK_KEY_a || key == GDK_KEY_A) && state == GDK_CONTROL_MASK)
    select_all (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
           state == GDK_SHIFT_MASK)
    g_signal_emit_by_name (cursor, "leave", GTK_DIR_UP, FALSE);
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_BackSpace) && state == 0 &&
           self->grid != NULL)
    ui_form_block_clear (self->sheet);
  else if (key == GDK_KEY_Escape && self->grid != NULL)
    select_to (self, NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static UiFormGrid *
grid_of (GtkGestureDrag *drag)
{
  return UI_FORM_GRID (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag)));
}

/* A press with Shift selects from the cursor on, any other begins anew: its cell takes
 * the focus itself.  */
static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, UiFormSelection *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  UiCell *cell = ui_form_grid_pick (grid_of (drag), x, y);

  if (cell == NULL || ui_cell_is_editing (cell))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if ((state & GDK_SHIFT_MASK) == 0 ||
      ui_form_sheet_get_grid (self->sheet) != grid_of (drag))
    {
      select_to (self, NULL);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (ui_form_sheet_commit (self->sheet))
    select_to (self, cell);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, UiFormSelection *self)
{
  UiCell *cursor = ui_form_sheet_get_cell (self->sheet);
  UiCell *cell;
  double  x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  cell = ui_form_grid_pick (grid_of (drag), x + dx, y + dy);
  if (cell == NULL || cursor == NULL || ui_cell_is_editing (cursor) ||
      ui_form_sheet_get_grid (self->sheet) != grid_of (drag) ||
      (cell == cursor && self->grid == NULL))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  select_to (self, cell);
}

void
ui_form_selection_watch (UiFormSelection *self, UiFormGrid *grid)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (drag));
}

UiFormSelection *
ui_form_selection_new (UiFormSheet *sheet)
{
  UiFormSelection    *self = g_new0 (UiFormSelection, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->sheet = sheet;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (sheet), keys);
  return self;
}

void
ui_form_selection_free (UiFormSelection *self)
{
  g_free (self);
}
