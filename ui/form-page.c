/* ui/form-page.c — shows a project's form and moves the cursor in it. */

#include "ui/form-page.h"
#include "app/form/edit.h"
#include "app/form/understanding.h"
#include "ui/form-block.h"
#include "ui/form-draft.h"
#include "ui/form-grid.h"
#include "ui/form-note.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiFormPage {
  GtkWidget    parent_instance;
  GtkWidget   *scroller;
  GtkWidget   *grid;
  GtkWidget   *note;
  UiFormDraft *draft;
  Db          *db;           /* borrowed */
  const char  *layout;       /* static; NULL: the document's own */
  guint        reveal;       /* the frames' callback; 0: none */
  int          reveal_after; /* so many frames */
  FormCell     head;         /* where the selection ends that begins at the cursor */
  gboolean     is_wide;      /* whether more than the cursor's cell is selected */
  gboolean     is_offering; /* whether the editor holds a draft of an earlier session */
};

enum { EDITED, CHANGED, N_SIGNALS };
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
  return ui_form_grid_get_focus (grid_of (self));
}

/* The cell that the user looks at: the cursor, or the end of what is selected. */
static UiCell *
cell_in_sight (UiFormPage *self)
{
  UiCell *head = self->is_wide ? ui_form_grid_at (grid_of (self), &self->head) : NULL;

  return head != NULL ? head : cell_with_focus (self);
}

/* Scrolls no more than it takes to have it in view. */
static void
scroll_to_sight (UiFormPage *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  UiCell         *cell = cell_in_sight (self);
  graphene_rect_t bounds;

  if (cell != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (cell),
                                 gtk_scrolled_window_get_child (
                                     GTK_SCROLLED_WINDOW (self->scroller)),
                                 &bounds))
    {
      double top = bounds.origin.y + gtk_adjustment_get_value (adjustment);

      gtk_adjustment_clamp_page (adjustment, top - 24, top + bounds.size.height + 24);
    }
}

/* A frame begins: what was new in the one before has been laid out. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  UiFormPage *self = data;

  if (self->reveal_after-- > 0)
    return G_SOURCE_CONTINUE;
  self->reveal = 0;
  scroll_to_sight (self);
  return G_SOURCE_REMOVE;
}

/* After the layout, which a cell that is new has not been through. */
static void
reveal (UiFormPage *self)
{
  self->reveal_after = 1;
  if (self->reveal == 0)
    self->reveal = gtk_widget_add_tick_callback (self->scroller, frame_cb, self, NULL);
}

/* Selects the cells between the cursor and another one; NULL: the cursor's alone. */
static void
select_to (UiFormPage *self, const FormCell *head)
{
  FormRange range;

  self->is_wide = head != NULL;
  if (head != NULL)
    self->head = (FormCell){ .row = head->row, .col = head->col };
  ui_form_grid_show_range (grid_of (self),
                           head != NULL && ui_form_page_get_range (self, &range)
                               ? &range
                               : NULL);
}

static void
focus_cell (UiFormPage *self, UiCell *cell)
{
  select_to (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  reveal (self);
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
typed_cb (UiCell *cell, const char *text, UiFormPage *self)
{
  const FormTable *table = ui_form_page_get_table (self);
  const FormCell  *place = table_cell (self, cell);
  g_autofree char *words = NULL;

  self->is_offering &= text != NULL;
  if (self->is_offering)
    words = g_strdup (
        _ ("Text that was not finished. Enter keeps it, Escape discards it."));
  else if (text != NULL)
    words = form_understanding (self->db, table, place, text);
  ui_form_draft_typed (self->draft, self->db, table, place, text);
  ui_form_note_show (UI_FORM_NOTE (self->note), GTK_WIDGET (cell), words,
                     self->is_offering);
}

static void
answered_cb (UiFormNote *note, gboolean keep, UiFormPage *self)
{
  GPtrArray *cells = ui_form_grid_get_cells (grid_of (self));

  for (guint i = 0; i < cells->len; i++)
    if (ui_cell_is_editing (cells->pdata[i]))
      {
        if (keep)
          ui_cell_commit (cells->pdata[i]);
        else
          ui_cell_cancel (cells->pdata[i]);
        return;
      }
}

static void
cell_added_cb (UiFormGrid *grid, UiCell *cell, UiFormPage *self)
{
  g_signal_connect (cell, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect (cell, "begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (cell, "leave", G_CALLBACK (leave_cb), self);
}

/* What a key makes of the selection: its cell at the far end goes a step on. */
static void
extend (UiFormPage *self, UiCell *cursor, GtkDirectionType direction)
{
  const FormCell *from = self->is_wide ? &self->head : ui_cell_get_place (cursor);
  UiCell         *next = ui_form_grid_neighbour (grid_of (self), from, direction);

  if (next == NULL)
    return;
  select_to (self, ui_cell_get_place (next));
  if (next == cursor)
    select_to (self, NULL);
  reveal (self);
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

/* Home and End go along the row, with Ctrl all the way; Shift selects. */
static void
go_to_end (UiFormPage *self, UiCell *cursor, gboolean last, GdkModifierType state)
{
  gboolean        is_shifted = (state & GDK_SHIFT_MASK) != 0;
  const FormCell *from =
      is_shifted && self->is_wide ? &self->head : ui_cell_get_place (cursor);
  UiCell *end = ui_form_grid_end (grid_of (self),
                                  (state & GDK_CONTROL_MASK) != 0 ? NULL : from, last);

  if (end == NULL)
    return;
  if (!is_shifted)
    focus_cell (self, end);
  else
    select_to (self, ui_cell_get_place (end));
  reveal (self);
}

/* Before the cells, whose keys these are not. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code,
                GdkModifierType state, UiFormPage *self)
{
  UiCell *cursor = cell_with_focus (self);

  state &= gtk_accelerator_get_default_mod_mask ();
  if (cursor == NULL || ui_cell_is_editing (cursor))
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (arrows) && state == GDK_SHIFT_MASK; i++)
    if (arrows[i].key == key)
      {
        extend (self, cursor, arrows[i].direction);
        return GDK_EVENT_STOP;
      }
  if ((key == GDK_KEY_Home || key == GDK_KEY_End) && (state & GDK_ALT_MASK) == 0)
    go_to_end (self, cursor, key == GDK_KEY_End, state);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
           state == GDK_SHIFT_MASK)
    leave_cb (cursor, GTK_DIR_UP, self);
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_BackSpace) && state == 0 &&
           self->is_wide)
    ui_form_block_clear (self);
  else if (key == GDK_KEY_Escape && self->is_wide)
    select_to (self, NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* A press with Shift selects from the cursor on, any other begins anew: its cell takes
 * the focus itself.  */
static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, UiFormPage *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  UiCell *cell = ui_form_grid_pick (grid_of (self), x, y);

  if (cell == NULL || ui_cell_is_editing (cell))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if ((state & GDK_SHIFT_MASK) == 0)
    {
      select_to (self, NULL);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (cell_with_focus (self) != NULL && ui_form_page_commit (self))
    select_to (self, ui_cell_get_place (cell));
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, UiFormPage *self)
{
  UiCell *cursor = cell_with_focus (self);
  UiCell *cell;
  double  x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  cell = ui_form_grid_pick (grid_of (self), x + dx, y + dy);
  if (cell == NULL || cursor == NULL || ui_cell_is_editing (cursor) ||
      (cell == cursor && !self->is_wide))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  select_to (self, cell != cursor ? ui_cell_get_place (cell) : NULL);
}

static void
listen (UiFormPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (drag));
}

static void
ui_form_page_dispose (GObject *object)
{
  UiFormPage *self = UI_FORM_PAGE (object);

  if (self->reveal != 0)
    gtk_widget_remove_tick_callback (self->scroller, self->reveal);
  self->reveal = 0;
  g_clear_pointer (&self->note, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->draft, ui_form_draft_free);
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
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  ui_form_block_install (widget_class);
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
  /* It would scroll before the layout, to where a new cell is not. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (
                                        GTK_SCROLLED_WINDOW (self->scroller))),
                                    FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Performance tables"), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->note = ui_form_note_new ();
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  self->draft = ui_form_draft_new ();
  g_signal_connect (self->grid, "cell-added", G_CALLBACK (cell_added_cb), self);
  g_signal_connect (self->note, "answered", G_CALLBACK (answered_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (self->scroller)),
                            "value-changed", G_CALLBACK (ui_form_note_follow),
                            self->note);
  listen (self);
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
  FormTable       *table =
      project != 0 ? form_table_new (db, project, self->layout, error) : NULL;
  FormCell cursor;
  gboolean has_cursor;

  if (project != 0 && table == NULL)
    return FALSE;
  if (self->db != db)
    ui_form_draft_finish (self->draft);
  select_to (self, NULL);
  self->db = db;
  if (shown == NULL || table == NULL || shown->project != project ||
      strcmp (shown->form->id, table->form->id) != 0)
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

void
ui_form_page_set_layout (UiFormPage *self, const char *layout)
{
  self->layout = layout;
  /* Those are landscape, and the window is not wider for them. */
  ui_form_grid_set_shrink_limit (grid_of (self), layout != NULL ? 0.5 : 0.7);
}

const char *
ui_form_page_get_layout (UiFormPage *self)
{
  return self->layout;
}

const FormTable *
ui_form_page_get_table (UiFormPage *self)
{
  return ui_form_grid_get_table (grid_of (self));
}

Db *
ui_form_page_get_db (UiFormPage *self)
{
  return self->db;
}

gboolean
ui_form_page_get_range (UiFormPage *self, FormRange *range)
{
  const FormTable *table = ui_form_page_get_table (self);
  const FormCell  *cursor = ui_form_page_get_cursor (self);

  if (cursor == NULL)
    return FALSE;
  *range = form_range_between (table, cursor,
                               self->is_wide ? form_table_at (table, self->head.row,
                                                              self->head.col)
                                             : cursor);
  return TRUE;
}

gboolean
ui_form_page_is_editing (UiFormPage *self)
{
  UiCell *cell = cell_with_focus (self);

  return cell != NULL && ui_cell_is_editing (cell);
}

gboolean
ui_form_page_set (UiFormPage *self, const FormCell *place, const char *text)
{
  return edited_cb (ui_form_grid_at (grid_of (self), place), text, self);
}

gboolean
ui_form_page_offer (UiFormPage *self, const FormCell *place, const char *text)
{
  UiCell *cell = ui_form_grid_at (grid_of (self), place);

  if (cell == NULL)
    return FALSE;
  focus_cell (self, cell);
  begin_cb (cell, self);
  if (!ui_cell_is_editing (cell))
    return FALSE;
  self->is_offering = TRUE;
  ui_cell_replace (cell, text);
  return TRUE;
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
