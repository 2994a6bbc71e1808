/* ui/form-sheet.c — the tables of a page, edited as in a spreadsheet. */

#include "ui/form-sheet.h"
#include "app/form/choice.h"
#include "app/form/text-layout.h"
#include "app/form/understanding.h"
#include "ui/choice-menu.h"
#include "ui/dialog.h"
#include "ui/form-block.h"
#include "ui/form-draft.h"
#include "ui/form-note.h"
#include "ui/form-paper.h"
#include "ui/form-selection.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

struct _UiFormSheet {
  GtkWidget        parent_instance;
  GtkWidget       *paper;
  GtkWidget       *note;
  GPtrArray       *grids; /* UiFormGrid *; the paper owns them */
  UiFormDraft     *draft;
  UiFormSelection *selection;
  Db              *db;          /* borrowed */
  gboolean         is_offering; /* whether the editor holds a draft of an earlier
                                   session */
  gboolean is_same;             /* between begin and finish, as these were told */
  guint    kept_grid;           /* where the cursor was then … */
  FormCell kept;                /* … its strings are owned; no table: nowhere */
};

enum { CHANGED, ENTERED, CELL_ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFormSheet, ui_form_sheet, GTK_TYPE_WIDGET)

UiCell *
ui_form_sheet_get_cell (UiFormSheet *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus ? gtk_widget_get_ancestor (focus, UI_TYPE_CELL) : NULL;

  return cell != NULL && gtk_widget_is_ancestor (cell, self->paper) ? UI_CELL (cell)
                                                                    : NULL;
}

static UiFormGrid *
grid_of (UiCell *cell)
{
  return UI_FORM_GRID (gtk_widget_get_ancestor (GTK_WIDGET (cell), UI_TYPE_FORM_GRID));
}

/* The cell of the table that is shown now which stands where the widget does. */
static const FormCell *
table_cell (UiCell *cell)
{
  const FormCell *place = ui_cell_get_place (cell);

  return form_table_at (ui_form_grid_get_table (grid_of (cell)), place->row,
                        place->col);
}

void
ui_form_sheet_reveal (UiFormSheet *self)
{
  UiCell *cell = ui_form_selection_get_head (self->selection);

  if (cell != NULL)
    ui_form_paper_reveal (UI_FORM_PAPER (self->paper), GTK_WIDGET (cell));
}

static void
focus_cell (UiFormSheet *self, UiCell *cell)
{
  ui_form_selection_clear (self->selection);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  ui_form_sheet_reveal (self);
}

gboolean
ui_form_sheet_set (UiFormSheet *self, UiFormGrid *grid, const FormCell *cell,
                   const char *text)
{
  g_autoptr (GError) error = NULL;

  if (db_is_read_only (self->db))
    return FALSE;
  if (!form_edit_set (self->db, ui_form_grid_get_table (grid), cell, text, &error))
    {
      ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     _ ("Nothing was changed"), error);
      return FALSE;
    }
  g_signal_emit (self, signals[CHANGED], 0, grid);
  return TRUE;
}

static gboolean
is_choice (UiCell *cell)
{
  const FormCell *place = ui_cell_get_place (cell);

  return choice_is_column (place->table_name, place->column_name);
}

static gboolean
edited_cb (UiCell *cell, const char *text, UiFormSheet *self)
{
  /* Deleting the text of a choice leaves nothing to choose. */
  return !is_choice (cell) &&
         ui_form_sheet_set (self, grid_of (cell), table_cell (cell), text);
}

static void
chosen_cb (GtkWidget *cell, const char *value, gpointer self)
{
  ui_form_sheet_set (self, grid_of (UI_CELL (cell)), table_cell (UI_CELL (cell)),
                     value);
}

static void
begin_cb (UiCell *cell, UiFormSheet *self)
{
  const FormCell  *place = table_cell (cell);
  g_autofree char *text = NULL;
  GPtrArray       *choices = NULL;

  if (!db_is_read_only (self->db))
    text =
        form_edit_text (self->db, ui_form_grid_get_table (grid_of (cell)), place, NULL);
  if (text != NULL && is_choice (cell))
    choices = choice_list (self->db, place->table_name, place->column_name, NULL);
  if (choices != NULL)
    ui_choice_menu_show (GTK_WIDGET (self), GTK_WIDGET (cell), choices, text, chosen_cb,
                         self);
  else if (text != NULL)
    ui_cell_edit (cell, text);
  else
    gtk_widget_error_bell (GTK_WIDGET (cell));
}

/* The first cell of the next table that has one, or the last of the one before. */
static UiCell *
cell_beyond (UiFormSheet *self, guint grid, GtkDirectionType direction)
{
  int step = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN ? 1 : -1;
  for (int i = (int) grid + step; i >= 0 && i < (int) self->grids->len; i += step)
    {
      UiCell *cell = ui_form_grid_end (self->grids->pdata[i], NULL, step < 0);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/* The cell one comes to from another, in its table or in the next; NULL: none. */
static UiCell *
next_cell (UiFormSheet *self, UiCell *cell, GtkDirectionType direction)
{
  guint   grid = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "grid"));
  UiCell *next = NULL;

  if (grid < self->grids->len)
    next = ui_form_grid_neighbour (self->grids->pdata[grid], ui_cell_get_place (cell),
                                   direction);
  if (next == NULL && direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    next = cell_beyond (self, grid, direction);
  return next;
}

UiCell *
ui_form_sheet_page_from (UiFormSheet *self, UiCell *from, GtkDirectionType direction)
{
  GtkWidget      *box = ui_form_sheet_get_paper (self);
  UiCell         *found = NULL, *next = from;
  graphene_rect_t start, bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (from), box, &start))
    return NULL;
  while ((next = next_cell (self, next, direction)) != NULL)
    {
      if (!gtk_widget_compute_bounds (GTK_WIDGET (next), box, &bounds) ||
          (found != NULL && fabsf (bounds.origin.y - start.origin.y) >
                                ui_form_paper_get_page (UI_FORM_PAPER (self->paper))))
        break;
      found = next;
    }
  return found;
}

/* Who has typed into the last cell goes on in a new row, where there may be one; who
 * only passes by leaves.  */
static gboolean
goes_on_in_new_row (UiFormSheet *self, GtkDirectionType direction, gboolean was_typed)
{
  return was_typed && direction == GTK_DIR_TAB_FORWARD &&
         gtk_widget_activate_action (GTK_WIDGET (self), "win.add-row", NULL);
}

static void
leave_cb (UiCell *cell, GtkDirectionType direction, gboolean was_typed,
          UiFormSheet *self)
{
  UiCell *next = next_cell (self, cell, direction);

  if (next != NULL)
    focus_cell (self, next);
  else if (!goes_on_in_new_row (self, direction, was_typed) &&
           (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            direction);
}

static void
typed_cb (UiCell *cell, const char *text, UiFormSheet *self)
{
  const FormTable *table = ui_form_grid_get_table (grid_of (cell));
  const FormCell  *place = table_cell (cell);
  g_autofree char *words = NULL;

  self->is_offering &= text != NULL;
  if (self->is_offering)
    words = g_strdup (
        _ ("Text that was not finished. Enter keeps it, Escape discards it."));
  else if (text != NULL)
    words = form_understanding (self->db, table, place, text);
  ui_form_draft_typed (self->draft, self->db, table, place, text);
  if (text != NULL)
    ui_form_sheet_reveal (self); /* the cell may have grown */
  ui_form_note_show (UI_FORM_NOTE (self->note), GTK_WIDGET (cell), words,
                     self->is_offering);
}

/* The cell whose editor is open, wherever the focus is; NULL: none is. */
static UiCell *
cell_in_edit (UiFormSheet *self)
{
  for (guint i = 0; i < self->grids->len; i++)
    {
      GPtrArray *cells = ui_form_grid_get_cells (self->grids->pdata[i]);

      for (guint k = 0; k < cells->len; k++)
        if (ui_cell_is_editing (cells->pdata[k]))
          return cells->pdata[k];
    }
  return NULL;
}

static void
answered_cb (UiFormNote *note, gboolean keep, UiFormSheet *self)
{
  UiCell *cell = cell_in_edit (self);

  if (cell != NULL && keep)
    ui_cell_commit (cell);
  else if (cell != NULL)
    ui_cell_cancel (cell);
}

static void
entered_cb (GtkEventControllerFocus *controller, UiFormSheet *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_signal_emit (self, signals[ENTERED], 0, grid_of (UI_CELL (cell)));
}

static void
cell_added_cb (UiFormGrid *grid, UiCell *cell, UiFormSheet *self)
{
  const FormCell     *place = ui_cell_get_place (cell);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  guint               i = 0;

  /* A cell that an edit has taken off the page still tells where to go from it. */
  g_ptr_array_find (self->grids, grid, &i);
  g_object_set_data (G_OBJECT (cell), "grid", GUINT_TO_POINTER (i));
  if (is_choice (cell))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "choice");
  if (place->table_name != NULL &&
      text_layout_is_figure (place->table_name, place->column_name))
    ui_cell_align_right (cell);
  g_signal_emit (self, signals[CELL_ADDED], 0, cell);
  g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (cell), focus);
  g_signal_connect (cell, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect (cell, "begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (cell, "leave", G_CALLBACK (leave_cb), self);
}

/* The place of the cursor, to find it again in other tables. */
static void
keep_cursor (UiFormSheet *self)
{
  UiCell *cell = ui_form_sheet_get_cell (self);

  if (cell == NULL)
    return;
  g_ptr_array_find (self->grids, grid_of (cell), &self->kept_grid);
  self->kept = *ui_cell_get_place (cell);
  self->kept.table_name = g_strdup (self->kept.table_name);
  self->kept.column_name = g_strdup (self->kept.column_name);
}

static void
forget_cursor (UiFormSheet *self)
{
  g_clear_pointer (&self->kept.table_name, g_free);
  g_clear_pointer (&self->kept.column_name, g_free);
}

static void
restore_cursor (UiFormSheet *self)
{
  UiCell *cell = NULL;

  if (self->kept.table_name != NULL && ui_form_sheet_get_cell (self) == NULL &&
      self->kept_grid < self->grids->len)
    cell = ui_form_grid_find (self->grids->pdata[self->kept_grid], &self->kept);
  if (cell != NULL)
    focus_cell (self, cell);
  forget_cursor (self);
}

static void
ui_form_sheet_dispose (GObject *object)
{
  UiFormSheet *self = UI_FORM_SHEET (object);
  GtkWidget   *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* a menu that is open too */
  forget_cursor (self);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->draft, ui_form_draft_free);
  G_OBJECT_CLASS (ui_form_sheet_parent_class)->dispose (object);
}

static void
ui_form_sheet_finalize (GObject *object)
{
  ui_form_selection_free (UI_FORM_SHEET (object)->selection);
  G_OBJECT_CLASS (ui_form_sheet_parent_class)->finalize (object);
}

static void
ui_form_sheet_class_init (UiFormSheetClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_form_sheet_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_form_sheet_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_FORM_SHEET, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, UI_TYPE_FORM_GRID);
  signals[ENTERED] = g_signal_new ("entered", UI_TYPE_FORM_SHEET, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, UI_TYPE_FORM_GRID);
  signals[CELL_ADDED] =
      g_signal_new ("cell-added", UI_TYPE_FORM_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, UI_TYPE_CELL);
  ui_form_block_install (widget_class);
}

static void
ui_form_sheet_init (UiFormSheet *self)
{
  self->grids = g_ptr_array_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  self->note = ui_form_note_new ();
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  g_signal_connect (self->note, "answered", G_CALLBACK (answered_cb), self);
  self->draft = ui_form_draft_new ();
  self->selection = ui_form_selection_new (self);
}

GtkWidget *
ui_form_sheet_new (const char *name)
{
  UiFormSheet *self = g_object_new (UI_TYPE_FORM_SHEET, NULL);

  self->paper = ui_form_paper_new (name);
  gtk_widget_insert_before (self->paper, GTK_WIDGET (self), self->note);
  g_signal_connect_object (self->paper, "settled", G_CALLBACK (ui_form_note_follow),
                           self->note, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
ui_form_sheet_get_paper (UiFormSheet *self)
{
  return ui_form_paper_get_box (UI_FORM_PAPER (self->paper));
}

GtkWidget *
ui_form_sheet_add_grid (UiFormSheet *self)
{
  GtkWidget *grid = g_object_new (UI_TYPE_FORM_GRID, NULL);

  g_ptr_array_add (self->grids, grid);
  g_signal_connect (grid, "cell-added", G_CALLBACK (cell_added_cb), self);
  ui_form_selection_watch (self->selection, UI_FORM_GRID (grid));
  return grid;
}

void
ui_form_sheet_clear (UiFormSheet *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->grids, 0);
  while ((child = gtk_widget_get_first_child (ui_form_sheet_get_paper (self))) != NULL)
    gtk_box_remove (GTK_BOX (ui_form_sheet_get_paper (self)), child);
}

GPtrArray *
ui_form_sheet_get_grids (UiFormSheet *self)
{
  return self->grids;
}

void
ui_form_sheet_begin (UiFormSheet *self, Db *db, gboolean same)
{
  if (self->db != db)
    ui_form_draft_finish (self->draft);
  self->db = db;
  self->is_same = same;
  ui_form_selection_clear (self->selection);
  if (same)
    keep_cursor (self);
}

void
ui_form_sheet_finish (UiFormSheet *self)
{
  if (!self->is_same)
    ui_form_paper_begin_with (UI_FORM_PAPER (self->paper), NULL);
  restore_cursor (self);
}

Db *
ui_form_sheet_get_db (UiFormSheet *self)
{
  return self->db;
}

UiFormGrid *
ui_form_sheet_get_grid (UiFormSheet *self)
{
  UiCell *cell = ui_form_sheet_get_cell (self);

  return cell != NULL ? grid_of (cell) : NULL;
}

const FormTable *
ui_form_sheet_get_table (UiFormSheet *self)
{
  UiFormGrid *grid = ui_form_sheet_get_grid (self);

  return grid != NULL ? ui_form_grid_get_table (grid) : NULL;
}

const FormCell *
ui_form_sheet_get_cursor (UiFormSheet *self)
{
  UiCell *cell = ui_form_sheet_get_cell (self);

  return cell != NULL ? table_cell (cell) : NULL;
}

gboolean
ui_form_sheet_get_range (UiFormSheet *self, FormRange *range)
{
  return ui_form_selection_get_range (self->selection, range);
}

gboolean
ui_form_sheet_is_editing (UiFormSheet *self)
{
  UiCell *cell = ui_form_sheet_get_cell (self);

  return cell != NULL && ui_cell_is_editing (cell);
}

gboolean
ui_form_sheet_offer (UiFormSheet *self, UiFormGrid *grid, const FormCell *place,
                     const char *text)
{
  UiCell *cell = ui_form_grid_at (grid, place);

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
ui_form_sheet_commit (UiFormSheet *self)
{
  UiCell *cell = cell_in_edit (self);

  return cell == NULL || ui_cell_commit (cell);
}

void
ui_form_sheet_go_to (UiFormSheet *self, UiFormGrid *grid, const FormCell *place)
{
  UiCell *cell = ui_form_grid_at (grid, place);

  if (cell != NULL)
    focus_cell (self, cell);
}

void
ui_form_sheet_go_to_end (UiFormSheet *self, gboolean last)
{
  UiCell *cell = last ? cell_beyond (self, self->grids->len, GTK_DIR_UP)
                      : cell_beyond (self, (guint) -1, GTK_DIR_DOWN);

  if (cell != NULL)
    focus_cell (self, cell);
}

void
ui_form_sheet_begin_with (UiFormSheet *self, GtkWidget *widget)
{
  ui_form_paper_begin_with (UI_FORM_PAPER (self->paper), widget);
}

gboolean
ui_form_sheet_go_to_record (UiFormSheet *self, const char *table_name, gint64 row,
                            const char *column)
{
  for (guint i = 0; i < self->grids->len; i++)
    {
      const FormTable *table = ui_form_grid_get_table (self->grids->pdata[i]);
      const FormCell  *cell =
          table != NULL ? form_edit_find_cell (table, table_name, row, column) : NULL;

      if (cell != NULL)
        {
          ui_form_sheet_go_to (self, self->grids->pdata[i], cell);
          return TRUE;
        }
    }
  return FALSE;
}

void
ui_form_sheet_add_mark (UiFormSheet *self, UiFormGrid *grid, const FormCell *place,
                        const char *severity, const char *message)
{
  UiCell *cell = ui_form_grid_at (grid, place);

  if (cell != NULL)
    ui_cell_add_mark (cell, severity, message);
}

void
ui_form_sheet_clear_marks (UiFormSheet *self)
{
  for (guint i = 0; i < self->grids->len; i++)
    {
      GPtrArray *cells = ui_form_grid_get_cells (self->grids->pdata[i]);

      for (guint k = 0; k < cells->len; k++)
        ui_cell_clear_marks (cells->pdata[k]);
    }
}
