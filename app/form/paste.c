/* app/form/paste.c — a block of texts laid over the cells of a printed table. */

#include "app/form/paste.h"
#include "app/fold.h"
#include "app/form/choice.h"
#include "app/form/line.h"
#include "db/cell.h"
#include "db/title.h"

#include <string.h>

/* A block on its way to the table. */
typedef struct {
  Db              *db;
  const FormTable *table;
  const Clip      *clip;
  FormRange        range;
  guint     *cols;    /* of the grid, for each column of the block; G_MAXUINT: none */
  guint      last;    /* row of the grid that new ones are like; G_MAXUINT: none */
  guint      end;     /* row behind the last that can be filled */
  guint      new_row; /* 0 while the row is there */
  FormPaste *paste;
} Laying;

static void
laying_clear (Laying *self)
{
  g_free (self->cols);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Laying, laying_clear)

static void
free_cell (gpointer data)
{
  PastedCell *cell = data;

  g_free (cell->value);
  g_free (cell->old);
  g_free (cell->new);
  g_free (cell);
}

void
form_paste_free (FormPaste *paste)
{
  if (paste == NULL)
    return;
  g_ptr_array_unref (paste->cells);
  g_ptr_array_unref (paste->misfits);
  g_free (paste->label);
  g_free (paste);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *folded = fold (text);

  return *folded == '\0';
}

static gboolean
is_choice (const FormCell *cell)
{
  return choice_is_column (cell->table_name, cell->column_name);
}

/* What other programs get of a cell: what its editor begins with, or what is printed.
 */
static char *
copied_text (Db *db, const FormTable *table, const FormCell *cell, GError **error)
{
  return form_edit_is_possible (cell) && !is_choice (cell)
             ? form_edit_text (db, table, cell, error)
             : g_strdup (cell->text ? cell->text : "");
}

/* The text that a cell gives to a row of the grid: all of it to its first. */
static char *
text_at (Db *db, const FormTable *table, guint row, guint col, GError **error)
{
  const FormCell *cell = form_table_at (table, row, col);

  if (cell->row != row || cell->col != col)
    return g_strdup ("");
  return copied_text (db, table, cell, error);
}

Clip *
form_paste_copy (Db *db, const FormTable *table, const FormRange *range, GError **error)
{
  g_autoptr (GArray) cols = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (Clip) clip = NULL;
  guint rows = form_range_is_one (table, range) ? 1 : range->rows;

  for (guint col = range->col; col < range->col + range->cols; col++)
    if (form_range_begins (table, range, col))
      g_array_append_val (cols, col);
  clip = clip_new (rows, cols->len);
  for (guint row = 0; row < rows; row++)
    for (guint i = 0; i < cols->len; i++)
      {
        char *text = text_at (db, table, range->row + row,
                              g_array_index (cols, guint, i), error);

        if (text == NULL)
          return NULL;
        clip_take (clip, row, i, text);
      }
  return g_steal_pointer (&clip);
}

/* The records that a row of the grid repeats, goal or indicator; NULL: it does not. */
static const char *
repeated (const FormTable *table, guint row)
{
  for (guint col = 0; col < table->cols; col++)
    {
      const FormCell *cell = form_table_at (table, row, col);

      if (cell->row == row && cell->row_span == 1 &&
          (g_strcmp0 (cell->table_name, "indicator") == 0 ||
           g_strcmp0 (cell->field, "goal") == 0))
        return cell->table_name;
    }
  return NULL;
}

/* From a goal or an indicator on a block stays among its like, and makes new ones. */
static void
find_end (Laying *self)
{
  const char *table = repeated (self->table, self->range.row);
  guint       row = self->range.row;

  self->end = self->table->rows;
  self->last = G_MAXUINT;
  if (form_line_is_listed (self->table))
    {
      self->last = --self->end; /* the blank line */
      return;
    }
  if (table != NULL)
    {
      while (row < self->table->rows &&
             g_strcmp0 (repeated (self->table, row), table) == 0)
        row++;
      self->end = row;
    }
  if (repeated (self->table, self->end - 1) != NULL)
    self->last = self->end - 1;
}

static gboolean
is_blank_column (const Clip *clip, guint col)
{
  for (guint row = 0; row < clip->rows; row++)
    if (!is_blank (clip_get (clip, row, col)))
      return FALSE;
  return TRUE;
}

/* A spreadsheet with the form's own merged cells copies blanks for what they cover; in
 * one without, column stands by column.  */
static gboolean
copies_merged_cells (const Laying *self, const FormRange *rows)
{
  for (guint i = 0; i < self->clip->cols; i++)
    {
      guint col = self->range.col + i;

      if (col < self->table->cols && !form_range_begins (self->table, rows, col) &&
          !is_blank_column (self->clip, i))
        return FALSE;
    }
  return TRUE;
}

static void
find_columns (Laying *self)
{
  FormRange rows = self->range;
  gboolean  straight;
  guint     col = self->range.col;

  rows.rows = MAX (MIN (self->clip->rows, self->end - self->range.row), 1);
  straight = copies_merged_cells (self, &rows);
  self->cols = g_new (guint, self->clip->cols);
  for (guint i = 0; i < self->clip->cols; i++, col++)
    {
      while (!straight && col < self->table->cols &&
             !form_range_begins (self->table, &rows, col))
        col++;
      self->cols[i] = col < self->table->cols ? col : G_MAXUINT;
    }
}

static void
add_misfit (Laying *self, guint row, guint col, const char *text, const char *why)
{
  if (!is_blank (text))
    g_ptr_array_add (self->paste->misfits,
                     g_strdup_printf ("第 %u 行第 %u 列“%s”：%s", row + 1, col + 1,
                                      text, why));
}

/* What the record of a row holds in a cell. */
static char *
old_text (Laying *self, const FormCell *cell, gint64 row, GError **error)
{
  char *text = NULL;

  if (row < 0)
    return g_strdup ("");
  if (!form_edit_is_level (cell) || row == 0)
    return form_edit_text (self->db, self->table, cell, error);
  if (!cell_get (self->db, table_find (cell->table_name), row, cell->column_name, &text,
                 error))
    return NULL;
  return text != NULL ? text : g_strdup ("");
}

static gboolean
must_hold (Laying *self, const FormCell *cell)
{
  const DbTable *table = table_find (cell->table_name);
  const char    *column = table_column (table, cell->column_name);

  return column != NULL && g_strcmp0 (cell->field, "goals") != 0 &&
         g_strcmp0 (cell->field, "unit_name") != 0 &&
         cell_is_required (self->db, table, column);
}

/* A row of the grid as people count them: over the lines of a list stands one with the
 * headings.  */
static guint
line_number (const FormTable *table, guint grid_row)
{
  return form_line_is_listed (table)   ? grid_row
         : table->origin.document != 0 ? 0
                                       : grid_row + 1;
}

/* Why a text cannot go into a cell; NULL: it can. */
static const char *
obstacle (Laying *self, const FormCell *cell, const char *text, const char *value)
{
  if (is_blank (text) && must_hold (self, cell))
    return "不能为空；要去掉它，请删除这一行";
  return value == NULL ? "这一格只能从它的选项里选" : NULL;
}

static void
refuse (Laying *self, guint line, const char *text, const char *why)
{
  g_autofree char *place =
      line > 0 ? g_strdup_printf ("第 %u 行", line) : g_strdup ("");

  g_ptr_array_add (self->paste->misfits,
                   g_strdup_printf ("%s“%s”：%s", place, text, why));
}

/* TRUE: done, or the cell holds the text already.  grid_row counts new rows on. */
static gboolean
put (Laying *self, const FormCell *cell, gint64 row, guint grid_row, const char *text,
     GError **error)
{
  const char      *table = cell->table_name, *column = cell->column_name;
  g_autofree char *old = old_text (self, cell, row, error);
  g_autofree char *value = is_choice (cell)
                               ? choice_dup_value (self->db, table, column, text)
                               : g_strdup (text);
  const char      *why;
  PastedCell      *pasted;

  if (old == NULL)
    return FALSE;
  if (g_strcmp0 (old, value) == 0 || (is_blank (old) && is_blank (text)))
    {
      self->paste->same += row >= 0;
      return TRUE;
    }
  why = obstacle (self, cell, text, value);
  if (why != NULL)
    {
      refuse (self, line_number (self->table, grid_row), is_blank (text) ? old : text,
              why);
      return TRUE;
    }
  pasted = g_new0 (PastedCell, 1);
  pasted->row = line_number (self->table, grid_row);
  pasted->old = choice_dup_title (self->db, table, column, old);
  pasted->new = g_strdup (text);
  pasted->value = g_steal_pointer (&value);
  pasted->text = (FormText){ cell, row, pasted->value };
  g_ptr_array_add (self->paste->cells, pasted);
  return TRUE;
}

/* The text of a level: where it is blank, that of the row above in the block. */
static const char *
level_text (const Laying *self, guint row, guint col)
{
  while (row > 0 && is_blank (clip_get (self->clip, row, col)))
    row--;
  return clip_get (self->clip, row, col);
}

/* One text of the block, to a place of the grid. */
static gboolean
lay_text (Laying *self, guint row, guint col, guint grid_row, GError **error)
{
  const char     *text = clip_get (self->clip, row, col);
  const FormCell *cell;
  guint           at = self->new_row > 0 ? self->last : grid_row;
  gint64          id;

  if (self->cols[col] == G_MAXUINT)
    {
      add_misfit (self, row, col, text, "表格右边没有这一列");
      return TRUE;
    }
  cell = form_table_at (self->table, at, self->cols[col]);
  id = self->new_row > 0 ? -(gint64) self->new_row
                         : form_edit_row (self->table, cell, at);
  if (form_edit_is_level (cell) && cell->col == self->cols[col])
    {
      text = level_text (self, row, col);
      return is_blank (text) || put (self, cell, id, grid_row, text, error);
    }
  if (!form_edit_is_possible (cell))
    {
      if (g_strcmp0 (cell->text, text) != 0)
        add_misfit (self, row, col, text, "这里是表格自己的文字");
      return TRUE;
    }
  if (cell->col != self->cols[col] || (cell->row != at && self->new_row == 0))
    {
      add_misfit (self, row, col, text, "这里是合并格的一部分");
      return TRUE;
    }
  return put (self, cell, id, grid_row, text, error);
}

/* A new row is of the level of the one above, where the block does not say. */
static gboolean
carry_levels (Laying *self, guint row, guint grid_row, GError **error)
{
  for (guint col = 0; col < self->table->cols; col++)
    {
      const FormCell  *cell = form_table_at (self->table, self->last, col);
      gboolean         is_said = FALSE;
      g_autofree char *above = NULL;

      for (guint i = 0; i < self->clip->cols; i++)
        is_said |= self->cols[i] == col && !is_blank (level_text (self, row, i));
      if (!form_edit_is_level (cell) || cell->col != col || is_said)
        continue;
      above =
          old_text (self, cell, form_edit_row (self->table, cell, self->last), error);
      if (above == NULL ||
          !put (self, cell, -(gint64) self->new_row, grid_row, above, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
row_is_blank (const Clip *clip, guint row)
{
  for (guint col = 0; col < clip->cols; col++)
    if (!is_blank (clip_get (clip, row, col)))
      return FALSE;
  return TRUE;
}

static gboolean
lay_row (Laying *self, guint row, GError **error)
{
  guint grid_row = self->range.row + row;

  if (grid_row >= self->end && row_is_blank (self->clip, row))
    return TRUE;
  if (grid_row >= self->end && self->last == G_MAXUINT)
    {
      for (guint col = 0; col < self->clip->cols; col++)
        add_misfit (self, row, col, clip_get (self->clip, row, col),
                    "表格下面没有这一行");
      return TRUE;
    }
  if (grid_row >= self->end)
    {
      self->new_row = ++self->paste->new_rows;
      grid_row = self->end + self->new_row - 1;
      if (!carry_levels (self, row, grid_row, error))
        return FALSE;
    }
  for (guint col = 0; col < self->clip->cols; col++)
    if (!lay_text (self, row, col, grid_row, error))
      return FALSE;
  return TRUE;
}

static FormPaste *
paste_new (char *label)
{
  FormPaste *paste = g_new0 (FormPaste, 1);

  paste->cells = g_ptr_array_new_with_free_func (free_cell);
  paste->misfits = g_ptr_array_new_with_free_func (g_free);
  paste->label = label;
  return paste;
}

/* The same text in every cell of the range. */
static FormPaste *
plan_everywhere (Db *db, const FormTable *table, const FormRange *range,
                 const char *text, char *label, GError **error)
{
  g_autoptr (FormPaste) paste = paste_new (label);
  Laying self = { .db = db, .table = table, .paste = paste };

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];
      g_autoptr (GArray) rows = NULL;

      if (!form_range_holds (range, cell) || !form_edit_is_possible (cell))
        continue;
      rows = form_edit_rows (table, cell);
      for (guint k = 0; k < rows->len; k++)
        if (!put (&self, cell, g_array_index (rows, gint64, k), cell->row + k, text,
                  error))
          return NULL;
    }
  return g_steal_pointer (&paste);
}

FormPaste *
form_paste_plan (Db *db, const FormTable *table, const FormRange *range,
                 const Clip *clip, GError **error)
{
  g_autoptr (FormPaste) paste = NULL;
  g_auto (Laying) self = { .db = db, .table = table, .clip = clip, .range = *range };

  if (clip->rows == 1 && clip->cols == 1)
    return plan_everywhere (db, table, range, clip_get (clip, 0, 0),
                            g_strdup_printf ("粘贴“%s”", clip_get (clip, 0, 0)), error);
  paste = paste_new (g_strdup_printf ("粘贴 %u 行 %u 列", clip->rows, clip->cols));
  self.paste = paste;
  find_end (&self);
  find_columns (&self);
  for (guint row = 0; row < clip->rows; row++)
    if (!lay_row (&self, row, error))
      return NULL;
  return g_steal_pointer (&paste);
}

FormPaste *
form_paste_plan_blank (Db *db, const FormTable *table, const FormRange *range,
                       GError **error)
{
  return plan_everywhere (db, table, range, "", g_strdup ("清空选中的格子"), error);
}

/* The cell of a range's first row, or above it, that fills a column. */
static const FormCell *
source_above (const FormTable *table, const FormRange *range, guint col)
{
  const FormCell *first = form_table_at (table, range->row, col);

  if (first->row_span < range->rows)
    return first;
  return range->row > 0 ? form_table_at (table, range->row - 1, col) : NULL;
}

FormPaste *
form_paste_plan_down (Db *db, const FormTable *table, const FormRange *range,
                      GError **error)
{
  g_autoptr (FormPaste) paste = paste_new (g_strdup ("向下填充"));
  Laying self = { .db = db, .table = table, .paste = paste };

  for (guint col = range->col; col < range->col + range->cols; col++)
    {
      const FormCell  *source = source_above (table, range, col);
      g_autofree char *text = NULL;

      if (source == NULL || source->col != col || !form_edit_is_possible (source))
        continue;
      text = copied_text (db, table, source, error);
      if (text == NULL)
        return NULL;
      for (guint row = range->row; row < range->row + range->rows; row++)
        {
          const FormCell *cell = form_table_at (table, row, col);

          if (cell != source && cell->col == col &&
              (cell->row == row || form_edit_is_level (cell)) &&
              g_strcmp0 (cell->field, source->field) == 0 &&
              !put (&self, cell, form_edit_row (table, cell, row), row, text, error))
            return NULL;
        }
    }
  return g_steal_pointer (&paste);
}

gboolean
form_paste_apply (Db *db, const FormTable *table, const FormPaste *paste,
                  GError **error)
{
  g_autofree FormText *texts = g_new (FormText, paste->cells->len);

  for (guint i = 0; i < paste->cells->len; i++)
    texts[i] = ((PastedCell *) paste->cells->pdata[i])->text;
  return form_edit_set_all (db, table, texts, paste->cells->len, paste->label, error);
}

char *
form_paste_place (const PastedCell *cell)
{
  const char *title =
      title_of_column (cell->text.cell->table_name, cell->text.cell->column_name);

  if (cell->row == 0)
    return g_strdup (title);
  return g_strdup_printf (cell->text.row < 0 ? "第 %u 行（新增） %s" : "第 %u 行 %s",
                          cell->row, title != NULL ? title : "");
}
