/* app/export/pdf-part.c — which part of a PDF's tree a thing on a page shows. */

#include "app/export/pdf-part.h"

#include "app/form/edit.h"

#define MOST_LEVELS 6 /* of headings, as PDF knows them */

struct _PdfParts {
  PdfTree           *tree;
  const OutlineItem *item;     /* of the last thing */
  guint              part;     /* that shows it; a table's, 0: not begun */
  const char        *type;     /* of that */
  guint              contents; /* 0: what comes is no line of them */
  gboolean           has_heading;
  GHashTable        *cells; /* FormCell -> part, of the table */
  guint              row;   /* the last one begun, from 1 … */
  guint              row_part;
};

PdfParts *
pdf_parts_new (PdfTree *tree)
{
  PdfParts *self = g_new0 (PdfParts, 1);

  self->tree = tree;
  self->cells = g_hash_table_new (NULL, NULL);
  return self;
}

void
pdf_parts_free (PdfParts *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}

static const char *
heading_type (int level)
{
  static const char *const types[] = { "P", "H1", "H2", "H3", "H4", "H5", "H6" };

  return types[CLAMP (level, 0, MOST_LEVELS)];
}

static gboolean
is_contents (const OutlineItem *item)
{
  return item->style == TEXT_CONTENTS || item->style == TEXT_CONTENTS_PART;
}

/* The next thing to print begins. */
static void
begin_item (PdfParts *self, const OutlineItem *item)
{
  self->item = item;
  self->part = 0;
  self->row = 0;
  self->has_heading = FALSE;
  g_hash_table_remove_all (self->cells);
  if (!is_contents (item))
    self->contents = 0;
  if (item->table != NULL)
    return;
  self->type = heading_type (item->level);
  if (!is_contents (item))
    {
      self->part = pdf_tree_add (self->tree, PDF_TREE_ROOT, self->type, "");
      return;
    }
  if (self->contents == 0)
    self->contents = pdf_tree_add (self->tree, PDF_TREE_ROOT, "TOC", "");
  self->part = pdf_tree_add (self->tree, self->contents, "TOCI", "");
  self->type = item->target != OUTLINE_NONE ? "Link" : "TOCI";
  if (item->target != OUTLINE_NONE)
    self->part = pdf_tree_add (self->tree, self->part, self->type, "");
}

static const char *
cell_type (const FormCell *cell)
{
  return cell->style == FORM_HEAD || cell->style == FORM_CAPTION ||
                 cell->style == FORM_LABEL || form_edit_is_level (cell)
             ? "TH"
             : "TD";
}

static char *
cell_attributes (const FormCell *cell)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (*cell_type (cell) == 'T' && cell_type (cell)[1] == 'H')
    g_string_append_printf (words, "/Scope/%s",
                            cell->style == FORM_HEAD || cell->style == FORM_CAPTION
                                ? "Column"
                                : "Row");
  if (cell->col_span > 1)
    g_string_append_printf (words, "/ColSpan %u", cell->col_span);
  if (cell->row_span > 1)
    g_string_append_printf (words, "/RowSpan %u", cell->row_span);
  if (words->len > 0)
    {
      g_string_prepend (words, "/A<</O/Table");
      g_string_append (words, ">>");
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The lines above a table: its heading, and what stands at its sides. */
static gboolean
add_title (PdfParts *self, const FormCell *cell, guint *part, const char **type)
{
  if (cell->text == NULL || *cell->text == '\0')
    return FALSE;
  *type = heading_type (self->has_heading ? 0 : self->item->level);
  self->has_heading = TRUE;
  *part = pdf_tree_add (self->tree, PDF_TREE_ROOT, *type, "");
  return TRUE;
}

static void
add_cell (PdfParts *self, const FormCell *cell, guint *part, const char **type)
{
  g_autofree char *attributes = cell_attributes (cell);

  if (self->part == 0)
    self->part = pdf_tree_add (self->tree, PDF_TREE_ROOT, "Table", "");
  if (self->row != cell->row + 1)
    self->row_part = pdf_tree_add (self->tree, self->part, "TR", "");
  self->row = cell->row + 1;
  *type = cell_type (cell);
  *part = pdf_tree_add (self->tree, self->row_part, *type, attributes);
}

static gboolean
find_cell (PdfParts *self, const PageItem *item, guint *part, const char **type)
{
  const FormCell *cell = item->cell;
  gpointer        known = g_hash_table_lookup (self->cells, cell);

  *type = cell_type (cell);
  *part = GPOINTER_TO_UINT (known);
  if (known != NULL)
    return item->first > 0;
  if (cell->row < self->item->table->title_rows)
    {
      if (!add_title (self, cell, part, type))
        return FALSE;
    }
  else
    add_cell (self, cell, part, type);
  g_hash_table_insert (self->cells, (gpointer) cell, GUINT_TO_POINTER (*part));
  return TRUE;
}

gboolean
pdf_parts_find (PdfParts *self, const PageItem *item, guint *part, const char **type)
{
  if (item->item == NULL)
    return FALSE;
  if (item->item != self->item)
    begin_item (self, item->item);
  if (item->cell != NULL)
    return find_cell (self, item, part, type);
  *type = self->type;
  *part = self->part;
  if (item->item->table != NULL) /* what stands below it, to sign */
    *part = pdf_tree_add (self->tree, PDF_TREE_ROOT, *type = "P", "");
  return TRUE;
}
