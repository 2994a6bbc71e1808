/* ui/document-page.c — the whole-text pages of a document, a grid of cells for each of
 * its tables.
 */

#include "ui/document-page.h"
#include "ui/dialog.h"
#include "ui/document-part.h"
#include "ui/part-list.h"
#include "ui/row-bar.h"

#include <glib/gi18n.h>
#include <string.h>

/* Beside the list of the parts there is less room than for a form. */
#define SHRINK_LIMIT 0.58

struct _UiDocumentPage {
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkWidget *parts;  /* UiPartList */
  GtkWidget *sheet;  /* UiFormSheet, with a grid for each of the tables */
  GPtrArray *tables; /* TextTable *; the grids own what they show of them */
  gint64     document;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiDocumentPage, ui_document_page, GTK_TYPE_WIDGET)

static UiFormSheet *
sheet_of (UiDocumentPage *self)
{
  return UI_FORM_SHEET (self->sheet);
}

static GtkWidget *
paper_of (UiDocumentPage *self)
{
  return ui_form_sheet_get_paper (sheet_of (self));
}

static UiFormGrid *
nth_grid (UiDocumentPage *self, guint i)
{
  return ui_form_sheet_get_grids (sheet_of (self))->pdata[i];
}

/* What a grid shows; NULL: it is the last one's of another text. */
static const TextTable *
table_of (UiDocumentPage *self, UiFormGrid *grid)
{
  guint i;

  return self->tables != NULL &&
                 g_ptr_array_find (ui_form_sheet_get_grids (sheet_of (self)), grid, &i)
             ? self->tables->pdata[i]
             : NULL;
}

static void
changed_cb (UiFormSheet *sheet, UiFormGrid *grid, UiDocumentPage *self)
{
  const TextTable *table = table_of (self, grid);

  g_signal_emit (self, signals[CHANGED], 0,
                 table == NULL || strcmp (table->part, "facts") == 0 ||
                     strcmp (table->part, "units") == 0);
}

static void
entered_cb (UiFormSheet *sheet, UiFormGrid *grid, UiDocumentPage *self)
{
  const TextTable *table = table_of (self, grid);

  if (table != NULL)
    ui_part_list_select (UI_PART_LIST (self->parts), table->part);
}

static GtkWidget *
widget_of_part (UiDocumentPage *self, const char *part)
{
  GtkWidget *child = gtk_widget_get_first_child (paper_of (self));

  while (child != NULL &&
         strcmp (ui_document_part_get_id (UI_DOCUMENT_PART (child)), part) != 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
ui_document_page_go_to_part (UiDocumentPage *self, const char *part)
{
  GtkWidget *widget = widget_of_part (self, part);

  for (guint i = 0; widget != NULL && i < self->tables->len; i++)
    {
      const TextTable *table = self->tables->pdata[i];
      UiCell          *first = ui_form_grid_end (nth_grid (self, i), NULL, FALSE);

      if (strcmp (table->part, part) == 0 && first != NULL)
        {
          ui_form_sheet_go_to (sheet_of (self), nth_grid (self, i),
                               ui_cell_get_place (first));
          break;
        }
    }
  ui_part_list_select (UI_PART_LIST (self->parts), part);
  if (widget != NULL)
    ui_form_sheet_begin_with (sheet_of (self), widget);
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

  if (!ui_form_sheet_commit (sheet_of (self)))
    return;
  if (text_page_add_form (ui_form_sheet_get_db (sheet_of (self)), self->document, kind,
                          &error) == 0)
    ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                   _ ("Nothing was changed"), error);
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
ui_document_page_dispose (GObject *object)
{
  UiDocumentPage *self = UI_DOCUMENT_PAGE (object);

  if (self->tables != NULL)
    take_tables (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
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

  self->parts = g_object_new (UI_TYPE_PART_LIST, NULL);
  g_signal_connect (self->parts, "chosen", G_CALLBACK (chosen_part_cb), self);
  self->sheet = ui_form_sheet_new (_ ("Whole text"));
  gtk_widget_add_css_class (paper_of (self), "text");
  gtk_box_set_spacing (GTK_BOX (paper_of (self)), 24);
  g_signal_connect (self->sheet, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->sheet, "entered", G_CALLBACK (entered_cb), self);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), ui_row_bar_new ());
  gtk_box_append (GTK_BOX (column), self->sheet);
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
make_parts (UiDocumentPage *self, Db *db, GPtrArray *tables)
{
  GtkWidget *part = NULL;

  ui_part_list_clear (UI_PART_LIST (self->parts));
  ui_form_sheet_clear (sheet_of (self));
  for (guint i = 0; i < tables->len; i++)
    {
      const TextTable *table = tables->pdata[i];
      GtkWidget       *grid = ui_form_sheet_add_grid (sheet_of (self));

      if (part == NULL ||
          strcmp (ui_document_part_get_id (UI_DOCUMENT_PART (part)), table->part) != 0)
        {
          part = ui_document_part_new (table->part, table->title, db_is_read_only (db));
          g_signal_connect (part, "add-form", G_CALLBACK (add_form_cb), self);
          gtk_box_append (GTK_BOX (paper_of (self)), part);
          ui_part_list_add (UI_PART_LIST (self->parts), table->part, table->title);
        }
      ui_form_grid_set_shrink_limit (UI_FORM_GRID (grid), SHRINK_LIMIT);
      ui_document_part_add (UI_DOCUMENT_PART (part), grid, table);
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

gboolean
ui_document_page_show (UiDocumentPage *self, Db *db, gint64 document, GError **error)
{
  GPtrArray *tables =
      document != 0 ? text_page_read (db, document, error) : g_ptr_array_new ();
  gboolean is_same = document == self->document;

  if (tables == NULL)
    return FALSE;
  self->document = document;
  ui_form_sheet_begin (sheet_of (self), db, is_same);
  if (!is_same || !same_shape (self->tables, tables))
    make_parts (self, db, tables);
  take_tables (self, tables);
  for (guint i = 0; i < tables->len; i++)
    {
      const TextTable *table = tables->pdata[i];

      ui_form_grid_take_table (nth_grid (self, i), table->table);
      ui_document_part_fit (GTK_WIDGET (nth_grid (self, i)), table);
    }
  show_states (self, NULL);
  ui_form_sheet_finish (sheet_of (self));
  return TRUE;
}

gint64
ui_document_page_get_document (UiDocumentPage *self)
{
  return self->document;
}

UiFormSheet *
ui_document_page_get_sheet (UiDocumentPage *self)
{
  return sheet_of (self);
}

/* A field's record is no row: it goes with its document. */
const FormCell *
ui_document_page_get_row (UiDocumentPage *self)
{
  UiFormGrid      *grid = ui_form_sheet_get_grid (sheet_of (self));
  const TextTable *table = grid != NULL ? table_of (self, grid) : NULL;
  const FormCell  *place = ui_form_sheet_get_cursor (sheet_of (self));

  return table != NULL && place->row_id != 0 && table->kind != TEXT_FIELDS ? place
                                                                           : NULL;
}

/* The cell that a finding is about, its grid and part; NULL: none is here. */
static const FormCell *
cell_of_finding (UiDocumentPage *self, const Finding *finding, UiFormGrid **grid,
                 const char **part)
{
  const TextTable *table = NULL;
  const FormCell  *cell =
      self->tables != NULL ? text_page_find (self->tables, finding, &table) : NULL;
  guint i;

  if (cell == NULL || !g_ptr_array_find (self->tables, table, &i))
    return NULL;
  *part = table->part;
  *grid = nth_grid (self, i);
  return cell;
}

gboolean
ui_document_page_go_to_finding (UiDocumentPage *self, const Finding *finding)
{
  const char     *part;
  UiFormGrid     *grid;
  const FormCell *cell = cell_of_finding (self, finding, &grid, &part);

  if (cell != NULL)
    ui_form_sheet_go_to (sheet_of (self), grid, cell);
  return cell != NULL;
}

void
ui_document_page_mark (UiDocumentPage *self, GPtrArray *findings)
{
  g_autoptr (GHashTable) severities = g_hash_table_new (g_str_hash, g_str_equal);

  ui_form_sheet_clear_marks (sheet_of (self));
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const Finding  *finding = findings->pdata[i];
      const char     *part;
      UiFormGrid     *grid;
      const FormCell *cell =
          finding->waived ? NULL : cell_of_finding (self, finding, &grid, &part);

      if (cell == NULL)
        continue;
      ui_form_sheet_add_mark (sheet_of (self), grid, cell, finding->severity,
                              finding->message);
      if (!g_hash_table_contains (severities, part))
        g_hash_table_insert (severities, (gpointer) part, finding->severity);
    }
  if (self->tables != NULL)
    show_states (self, severities);
}
