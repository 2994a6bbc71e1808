/* app/import/divide.c — headings of the text inside a table. */

#include "app/import/divide.h"

#include "app/import/heading.h"
#include "app/read/block.h"

#include <string.h>

/* A row: its cells from first on in the table, sorted by rows. */
typedef struct {
  guint    first, n;
  gboolean is_line; /* one cell over the full width */
} Row;

static guint
width_of (const Block *table)
{
  guint width = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const BlockCell *cell = table->cells->pdata[i];

      width = MAX (width, cell->col + cell->col_span);
    }
  return width;
}

static GArray *
rows_of (const Block *table)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint   width = width_of (table);

  for (guint i = 0; i < table->cells->len;)
    {
      const BlockCell *first = table->cells->pdata[i];
      Row              row = { .first = i };

      for (; i < table->cells->len &&
             ((const BlockCell *) table->cells->pdata[i])->row == first->row;
           i++)
        row.n++;
      row.is_line =
          row.n == 1 && width > 1 && first->col_span == width && first->row_span == 1;
      g_array_append_val (rows, row);
    }
  return rows;
}

/* Headings with a number that no form has as a row of its own. */
static gboolean
is_heading (const char *text, gboolean in_text)
{
  gsize       length;
  SectionKind kind = heading_section (text);

  if (heading_numeral (text, &length) == NUMERAL_NONE)
    return FALSE;
  return kind == SECTION_OVERALL || kind == SECTION_SAFEGUARDS ||
         kind == SECTION_SPECIAL_FUNDS ||
         (kind >= SECTION_PROCUREMENT && kind < SECTION_NONE) ||
         (in_text && kind == SECTION_PROJECTS);
}

static void
add_lines (GPtrArray *blocks, const BlockCell *cell, const Block *of)
{
  g_auto (GStrv) lines = g_strsplit (cell->text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (!block_is_blank (*line))
      {
        Block *paragraph = block_new_paragraph (*line, cell->line);

        paragraph->page = cell->page > 0 ? cell->page : of->page;
        g_ptr_array_add (blocks, paragraph);
      }
}

/* Adds a row to the open table, which is begun when there is none. */
static Block *
add_row (GPtrArray *blocks, Block *open, Block *of, const Row *row, guint *top)
{
  const BlockCell *first = of->cells->pdata[row->first];

  if (open == NULL)
    {
      open = block_new_table (first->line);
      open->page = first->page > 0 ? first->page : of->page;
      *top = first->row;
      g_ptr_array_add (blocks, open);
    }
  for (guint i = row->first; i < row->first + row->n; i++)
    {
      BlockCell *cell = g_steal_pointer (&of->cells->pdata[i]);

      cell->row -= *top;
      g_ptr_array_add (open->cells, cell);
    }
  return open;
}

/* The table in its parts. */
static GPtrArray *
divide (Block *table, const GArray *rows)
{
  GPtrArray *blocks = block_array_new ();
  Block     *open = NULL;
  gboolean   in_text = FALSE, was_divided = FALSE;
  guint      top = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row       *row = &g_array_index (rows, Row, i);
      const BlockCell *cell = table->cells->pdata[row->first];

      in_text = row->is_line && (in_text || is_heading (cell->text, was_divided));
      was_divided |= in_text;
      if (in_text)
        {
          add_lines (blocks, cell, table);
          open = NULL;
        }
      else
        open = add_row (blocks, open, table, row, &top);
    }
  return blocks;
}

static gboolean
has_heading (const Block *table, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (row->is_line &&
          is_heading (((const BlockCell *) table->cells->pdata[row->first])->text,
                      FALSE))
        return TRUE;
    }
  return FALSE;
}

void
divide_tables (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      Block *table = blocks->pdata[i];
      g_autoptr (GArray) rows = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      if (table->kind != BLOCK_TABLE)
        continue;
      g_ptr_array_sort (table->cells, block_cell_compare);
      rows = rows_of (table);
      if (!has_heading (table, rows))
        continue;
      parts = divide (table, rows);
      g_ptr_array_remove_index (blocks, i);
      for (guint j = 0; j < parts->len; j++)
        g_ptr_array_insert (blocks, (int) (i + j), g_steal_pointer (&parts->pdata[j]));
      i += parts->len - 1;
    }
}
