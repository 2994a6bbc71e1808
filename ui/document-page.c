/* ui/document-page.c — the whole-text pages of a document, a grid of cells for each of
 * its tables.
 */

#include "ui/document-page.h"
#include "app/form/choice.h"
#include "ui/choice-menu.h"
#include "ui/dialog.h"
#include "ui/document-part.h"
#include "ui/form-grid.h"
#include "ui/part-list.h"
#include "ui/row-bar.h"

#include <glib/gi18n.h>
#include <string.h>

/* Beside the list of the parts there is less room than for a form. */
#define SHRINK_LIMIT 0.58

struct _UiDocumentPage {
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkWidget *parts; /* UiPartList */
  GtkWidget *scroller;
  GtkWidget *paper;
  GPtrArray *tables; /* TextTable *; the grids own what they show of them */
  GPtrArray *grids;  /* UiFormGrid *, one for each of the tables */
  Db        *db;     /* borrowed */
  gint64     document;
  guint      reveal; /* source; 0: none */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiDocumentPage, ui_document_page, GTK_TYPE_WIDGET)

static UiCell *
cell_with_focus (UiDocumentPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus ? gtk_widget_get_ancestor (focus, UI_TYPE_CELL) : NULL;

  return cell != NULL && gtk_widget_is_ancestor (cell, self->paper) ? UI_CELL (cell)
                                                                    : NULL;
}

/* The place of a cell's table among the tables. */
static guint
table_of (UiDocumentPage *self, UiCell *cell)
{
  guint i = 0;

  g_ptr_array_find (self->grids,
                    gtk_widget_get_ancestor (GTK_WIDGET (cell), UI_TYPE_FORM_GRID), &i);
  return i;
}

/* The cells that can be edited, of all tables in their order: UiCell *. */
static GPtrArray *
all_cells (UiDocumentPage *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < self->grids->len; i++)
    {
      GPtrArray *cells = ui_form_grid_get_cells (self->grids->pdata[i]);

      for (guint k = 0; k < cells->len; k++)
        g_ptr_array_add (all, cells->pdata[k]);
    }
  return all;
}

/* The cell of the table that is shown now which stands where the widget does. */
static const FormCell *
table_cell (UiDocumentPage *self, UiCell *cell)
{
  const TextTable *table = self->tables->pdata[table_of (self, cell)];
  const FormCell  *place = ui_cell_get_place (cell);

  return form_table_at (table->table, place->row, place->col);
}

static GtkAdjustment *
adjustment_of (UiDocumentPage *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* Scrolls no more than it takes to have the cursor in view. */
static gboolean
reveal_cb (gpointer data)
{
  UiDocumentPage *self = data;
  UiCell         *cell = cell_with_focus (self);
  graphene_rect_t bounds;

  self->reveal = 0;
  if (cell != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (cell), self->paper, &bounds))
    gtk_adjustment_clamp_page (adjustment_of (self), bounds.origin.y - 48,
                               bounds.origin.y + bounds.size.height + 48);
  return G_SOURCE_REMOVE;
}

/* After the layout, which a cell that is new has not been through. */
static void
focus_cell (UiDocumentPage *self, UiCell *cell)
{
  const TextTable *table = self->tables->pdata[table_of (self, cell)];

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  ui_part_list_select (UI_PART_LIST (self->parts), table->part);
  if (self->reveal == 0)
    self->reveal = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

static void
complain (UiDocumentPage *self, const GError *error)
{
  ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                 _ ("Not changed"), error);
}

static gboolean
set (UiDocumentPage *self, UiCell *cell, const char *text)
{
  const TextTable *table = self->tables->pdata[table_of (self, cell)];
  gboolean         named =
      strcmp (table->part, "facts") == 0 || strcmp (table->part, "units") == 0;
  g_autoptr (GError) error = NULL;

  if (db_is_read_only (self->db))
    return FALSE;
  if (!text_page_set (self->db, table, table_cell (self, cell), text, &error))
    {
      complain (self, error);
      return FALSE;
    }
  g_signal_emit (self, signals[CHANGED], 0, named);
  return TRUE;
}

static gboolean
edited_cb (UiCell *cell, const char *text, UiDocumentPage *self)
{
  const FormCell *place = ui_cell_get_place (cell);

  /* Deleting the text of a choice leaves nothing to choose. */
  return choice_is_column (place->table_name, place->column_name)
             ? FALSE
             : set (self, cell, text);
}

static void
chosen_cb (GtkWidget *cell, const char *value, gpointer self)
{
  set (self, UI_CELL (cell), value);
}

static void
begin_cb (UiCell *cell, UiDocumentPage *self)
{
  const TextTable *table = self->tables->pdata[table_of (self, cell)];
  const FormCell  *place = table_cell (self, cell);
  g_autofree char *text = NULL;
  GPtrArray       *choices = NULL;

  if (!db_is_read_only (self->db))
    text = text_page_text (self->db, table, place, NULL);
  if (text != NULL && choice_is_column (place->table_name, place->column_name))
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
cell_beyond (UiDocumentPage *self, guint table, GtkDirectionType direction)
{
  int step = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN ? 1 : -1;
  for (int i = (int) table + step; i >= 0 && i < (int) self->grids->len; i += step)
    {
      GPtrArray *cells = ui_form_grid_get_cells (self->grids->pdata[i]);

      if (cells->len > 0)
        return cells->pdata[step > 0 ? 0 : cells->len - 1];
    }
  return NULL;
}

static void
leave_cb (UiCell *cell, GtkDirectionType direction, UiDocumentPage *self)
{
  const FormCell *place = ui_cell_get_place (cell);
  UiCell         *next = NULL;
  guint table = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "table"));

  if (table < self->grids->len)
    next = ui_form_grid_neighbour (self->grids->pdata[table], place, direction);
  if (next == NULL && direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    next = cell_beyond (self, table, direction);
  if (next != NULL)
    focus_cell (self, next);
  else if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            direction);
}

static void
focused_cb (GtkEventControllerFocus *controller, UiDocumentPage *self)
{
  UiCell *cell = self->tables != NULL ? cell_with_focus (self) : NULL;

  if (cell != NULL)
    ui_part_list_select (
        UI_PART_LIST (self->parts),
        ((TextTable *) self->tables->pdata[table_of (self, cell)])->part);
}

static void
cell_added_cb (UiFormGrid *grid, UiCell *cell, UiDocumentPage *self)
{
  guint               i = table_of (self, cell);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* A cell that an edit has taken off the page still tells where to go from it. */
  g_object_set_data (G_OBJECT (cell), "table", GUINT_TO_POINTER (i));
  if (choice_is_column (ui_cell_get_place (cell)->table_name,
                        ui_cell_get_place (cell)->column_name))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "choice");
  if (text_page_is_figure (self->tables->pdata[i], ui_cell_get_place (cell)))
    ui_cell_align_right (cell);
  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (cell), focus);
  g_signal_connect (cell, "begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (cell, "leave", G_CALLBACK (leave_cb), self);
}

static GtkWidget *
widget_of_part (UiDocumentPage *self, const char *part)
{
  GtkWidget *child = gtk_widget_get_first_child (self->paper);

  while (child != NULL &&
         strcmp (ui_document_part_get_id (UI_DOCUMENT_PART (child)), part) != 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
ui_document_page_go_to_part (UiDocumentPage *self, const char *part)
{
  GtkWidget      *widget = widget_of_part (self, part);
  graphene_rect_t bounds;

  for (guint i = 0; widget != NULL && i < self->tables->len; i++)
    {
      const TextTable *table = self->tables->pdata[i];
      GPtrArray       *cells = ui_form_grid_get_cells (self->grids->pdata[i]);

      if (strcmp (table->part, part) == 0 && cells->len > 0)
        {
          focus_cell (self, cells->pdata[0]);
          break;
        }
    }
  ui_part_list_select (UI_PART_LIST (self->parts), part);
  if (widget != NULL && gtk_widget_compute_bounds (widget, self->paper, &bounds))
    gtk_adjustment_set_value (adjustment_of (self), bounds.origin.y);
}

static void
chosen_part_cb (UiPartList *parts, const char *part, UiDocumentPage *self)
{
  ui_document_page_go_to_part (self, part);
}

static void
add_form_cb (UiDocumentPart *part, UiDocumentPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean    is_fund = strcmp (ui_document_part_get_id (part), "special_funds") == 0;
  const char *kind = is_fund ? "special_fund" : "overall";

  if (!ui_document_page_commit (self))
    return;
  if (text_page_add_form (self->db, self->document, kind, &error) == 0)
    complain (self, error);
  g_signal_emit (self, signals[CHANGED], 0, TRUE);
}

/* The grids own the tables of cells. */
static void
take_tables (UiDocumentPage *self, GPtrArray *tables)
{
  for (guint i = 0; self->tables != NULL && i < self->tables->len; i++)
    ((TextTable *) self->tables->pdata[i])->table = NULL;
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  self->tables = tables;
}

static void
remove_parts (UiDocumentPage *self)
{
  GtkWidget *child;

  ui_part_list_clear (UI_PART_LIST (self->parts));
  g_ptr_array_set_size (self->grids, 0);
  while ((child = gtk_widget_get_first_child (self->paper)) != NULL)
    gtk_box_remove (GTK_BOX (self->paper), child);
}

static void
ui_document_page_dispose (GObject *object)
{
  UiDocumentPage *self = UI_DOCUMENT_PAGE (object);
  GtkWidget      *child;

  g_clear_handle_id (&self->reveal, g_source_remove);
  if (self->tables != NULL)
    take_tables (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* a menu that is open too */
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_document_page_parent_class)->dispose (object);
}

static void
ui_document_page_class_init (UiDocumentPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_document_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_DOCUMENT_PAGE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
ui_document_page_init (UiDocumentPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->grids = g_ptr_array_new ();
  self->parts = g_object_new (UI_TYPE_PART_LIST, NULL);
  g_signal_connect (self->parts, "chosen", G_CALLBACK (chosen_part_cb), self);
  self->paper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_css_classes (self->paper, (const char *[]){ "paper", "text", NULL });
  g_object_set (self->paper, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_START,
                NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->paper);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Whole text"), -1);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), ui_row_bar_new ());
  gtk_box_append (GTK_BOX (column), self->scroller);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->parts);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->box), column);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
same_shape (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const TextTable *before = a->pdata[i], *now = b->pdata[i];

      if (strcmp (before->part, now->part) != 0 || before->kind != now->kind ||
          (now->table->project == 0) != (before->table->project == 0))
        return FALSE;
    }
  return TRUE;
}

/* New widgets for these tables, the cells of which come later. */
static void
make_parts (UiDocumentPage *self, GPtrArray *tables)
{
  GtkWidget *part = NULL;

  remove_parts (self);
  for (guint i = 0; i < tables->len; i++)
    {
      const TextTable *table = tables->pdata[i];
      GtkWidget       *grid = g_object_new (UI_TYPE_FORM_GRID, NULL);

      if (part == NULL ||
          strcmp (ui_document_part_get_id (UI_DOCUMENT_PART (part)), table->part) != 0)
        {
          part = ui_document_part_new (table->part, table->title,
                                       db_is_read_only (self->db));
          g_signal_connect (part, "add-form", G_CALLBACK (add_form_cb), self);
          gtk_box_append (GTK_BOX (self->paper), part);
          ui_part_list_add (UI_PART_LIST (self->parts), table->part, table->title);
        }
      ui_form_grid_set_shrink_limit (UI_FORM_GRID (grid), SHRINK_LIMIT);
      ui_document_part_add (UI_DOCUMENT_PART (part), grid, table);
      g_ptr_array_add (self->grids, grid);
      g_signal_connect (grid, "cell-added", G_CALLBACK (cell_added_cb), self);
    }
}

/* What a part is, and whether it holds anything, in the list of the parts. */
static void
show_states (UiDocumentPage *self, GHashTable *severities)
{
  for (guint i = 0; i < self->tables->len;)
    {
      const TextTable *table = self->tables->pdata[i];
      gboolean         filled = FALSE;

      for (; i < self->tables->len &&
             ((TextTable *) self->tables->pdata[i])->part == table->part;
           i++)
        filled = filled || text_page_is_filled (self->tables->pdata[i]);
      ui_document_part_set_blank (UI_DOCUMENT_PART (widget_of_part (self, table->part)),
                                  !filled);
      ui_part_list_set_state (UI_PART_LIST (self->parts), table->part, filled,
                              severities ? g_hash_table_lookup (severities, table->part)
                                         : NULL);
    }
}

/* The place of the cursor, to find it again. */
typedef struct {
  guint    table;
  FormCell cell;
} Cursor;

static gboolean
remember_cursor (UiDocumentPage *self, Cursor *cursor)
{
  UiCell *cell = cell_with_focus (self);

  if (cell == NULL)
    return FALSE;
  cursor->table = table_of (self, cell);
  cursor->cell = *ui_cell_get_place (cell);
  cursor->cell.table_name = g_strdup (cursor->cell.table_name);
  cursor->cell.column_name = g_strdup (cursor->cell.column_name);
  return TRUE;
}

static void
restore_cursor (UiDocumentPage *self, Cursor *cursor)
{
  UiCell *cell = NULL;

  if (cell_with_focus (self) == NULL && cursor->table < self->grids->len)
    cell = ui_form_grid_find (self->grids->pdata[cursor->table], &cursor->cell);
  if (cell != NULL)
    focus_cell (self, cell);
  g_free (cursor->cell.table_name);
  g_free (cursor->cell.column_name);
}

gboolean
ui_document_page_show (UiDocumentPage *self, Db *db, gint64 document, GError **error)
{
  GPtrArray *tables =
      document != 0 ? text_page_read (db, document, error) : g_ptr_array_new ();
  gboolean is_same = document == self->document, has_cursor;
  Cursor   cursor;

  if (tables == NULL)
    return FALSE;
  has_cursor = is_same && remember_cursor (self, &cursor);
  self->db = db;
  self->document = document;
  if (!is_same || !same_shape (self->tables, tables))
    make_parts (self, tables);
  take_tables (self, tables);
  for (guint i = 0; i < tables->len; i++)
    {
      const TextTable *table = tables->pdata[i];

      ui_form_grid_take_table (self->grids->pdata[i], table->table);
      ui_document_part_fit (self->grids->pdata[i], table);
    }
  show_states (self, NULL);
  if (!is_same)
    gtk_adjustment_set_value (adjustment_of (self), 0);
  if (has_cursor)
    restore_cursor (self, &cursor);
  return TRUE;
}

gint64
ui_document_page_get_document (UiDocumentPage *self)
{
  return self->document;
}

gboolean
ui_document_page_commit (UiDocumentPage *self)
{
  g_autoptr (GPtrArray) cells = all_cells (self);

  for (guint i = 0; i < cells->len; i++)
    if (ui_cell_is_editing (cells->pdata[i]))
      return ui_cell_commit (cells->pdata[i]);
  return TRUE;
}

/* A field's record is no row: it goes with its document. */
const FormCell *
ui_document_page_get_row (UiDocumentPage *self)
{
  UiCell          *cell = cell_with_focus (self);
  const TextTable *table =
      cell != NULL ? self->tables->pdata[table_of (self, cell)] : NULL;
  const FormCell *place = cell != NULL ? table_cell (self, cell) : NULL;

  return place != NULL && place->row_id != 0 && table->kind != TEXT_FIELDS ? place
                                                                           : NULL;
}

void
ui_document_page_go_to_row (UiDocumentPage *self, const char *table_name, gint64 row_id)
{
  g_autoptr (GPtrArray) cells = all_cells (self);

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

/* The widget of the cell that a finding is about, and its part; NULL: none is here. */
static UiCell *
cell_of_finding (UiDocumentPage *self, const Finding *finding, const char **part)
{
  const TextTable *table = NULL;
  const FormCell  *cell =
      self->tables != NULL ? text_page_find (self->tables, finding, &table) : NULL;
  guint i;

  if (cell == NULL || !g_ptr_array_find (self->tables, table, &i))
    return NULL;
  *part = table->part;
  return ui_form_grid_at (self->grids->pdata[i], cell);
}

gboolean
ui_document_page_go_to_finding (UiDocumentPage *self, const Finding *finding)
{
  const char *part;
  UiCell     *cell = cell_of_finding (self, finding, &part);

  if (cell != NULL)
    focus_cell (self, cell);
  return cell != NULL;
}

void
ui_document_page_mark (UiDocumentPage *self, GPtrArray *findings)
{
  g_autoptr (GHashTable) severities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cells = all_cells (self);

  for (guint i = 0; i < cells->len; i++)
    ui_cell_clear_marks (cells->pdata[i]);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];
      const char    *part;
      UiCell *cell = finding->waived ? NULL : cell_of_finding (self, finding, &part);

      if (cell == NULL)
        continue;
      ui_cell_add_mark (cell, finding->severity, finding->message);
      if (!g_hash_table_contains (severities, part))
        g_hash_table_insert (severities, (gpointer) part, finding->severity);
    }
  if (self->tables != NULL)
    show_states (self, severities);
}
