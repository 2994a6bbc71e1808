/* app/import/cut.c — cells that took in what stands behind them. */

#include "app/import/cut.h"

#include "app/import/heading.h"
#include "app/import/label.h"
#include "app/read/pattern.h"
#include "app/reading/target.h"

#include <string.h>

/* The line of a cell with which the heading of the next table begins; 0: none. */
static guint
find_heading (char **lines)
{
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    if (heading_is_whole (lines[i]))
      return i;
    else if (heading_is_end (lines[i]))
      return MAX (i - 1, 1);
  return 0;
}

/* Moves the cells from n on down. */
static void
move_down (Block *table, guint n, guint rows)
{
  for (; n < table->cells->len; n++)
    ((BlockCell *) table->cells->pdata[n])->row += rows;
}

void
cut_headings (Block *table)
{
  for (guint n = 0; n < table->cells->len; n++)
    {
      BlockCell *cell = table->cells->pdata[n];
      g_auto (GStrv) lines = g_strsplit (cell->text, "\n", -1);
      guint end = g_strv_length (lines), heading = find_heading (lines);

      if (heading == 0)
        continue;
      for (guint i = heading; i < end; i++)
        {
          move_down (table, ++n, 1);
          g_ptr_array_insert (table->cells, (int) n,
                              block_cell_new (cell->row + i - heading + 1, 0, lines[i],
                                              cell->line + i));
          g_clear_pointer (&lines[i], g_free);
        }
      move_down (table, n + 1, 1);
      g_free (cell->text);
      cell->text = g_strjoinv ("\n", lines);
    }
}

/* Cuts the cell n at a line break in its text; what is behind becomes the next cell of
 * the row.  */
static BlockCell *
cut_cell (Block *table, guint n, const char *line_break)
{
  BlockCell *cell = table->cells->pdata[n], *rest;
  guint      lines = 1;

  for (const char *p = cell->text; p < line_break; p++)
    lines += *p == '\n';
  rest = block_cell_new (cell->row, cell->col + 1, line_break + 1, cell->line + lines);
  cell->text[line_break - cell->text] = '\0';
  for (guint i = n + 1; i < table->cells->len; i++)
    if (((BlockCell *) table->cells->pdata[i])->row == cell->row)
      ((BlockCell *) table->cells->pdata[i])->col++;
  g_ptr_array_insert (table->cells, (int) n + 1, rest);
  return rest;
}

/* The label that a line of a cell is, a percent counted with the periods.  A line with
 * a colon is rather part of a text.  */
static Label
label_of_line (const char *line, gsize length)
{
  g_autofree char *words = g_strstrip (g_strndup (line, length));

  if (g_str_has_suffix (words, "：") || g_str_has_suffix (words, ":"))
    return LABEL_NONE;
  return pattern_match ("^[0-9.]+\\s*[%％]$", words) ? LABEL_PERIOD : label_of (words);
}

static gboolean
is_schedule (Label label)
{
  return label == LABEL_PLAN || label == LABEL_PERIOD;
}

/* Whether a cell can be cut between two lines: between two labels of one kind, or in
 * the head between a label and a value.  */
static gboolean
divides (Label before, Label behind, gboolean in_head)
{
  if (label_is_column (before) || label_is_column (behind))
    return label_is_column (before) && label_is_column (behind) && before != behind;
  if (!in_head)
    return FALSE;
  if (is_schedule (before) || is_schedule (behind))
    return is_schedule (before) && is_schedule (behind);
  return label_is_head (before) || label_is_head (behind) || before == LABEL_GOALS;
}

/* The first break of a cell at which a label begins or ends; NULL: none. */
static const char *
find_label (const char *text, gboolean in_head)
{
  const char *line = text;

  for (const char *end = strchr (line, '\n'); end != NULL; end = strchr (line, '\n'))
    {
      const char *next = strchr (end + 1, '\n');
      gsize       length = next != NULL ? (gsize) (next - end - 1) : strlen (end + 1);

      if (divides (label_of_line (line, (gsize) (end - line)),
                   label_of_line (end + 1, length), in_head))
        return end;
      line = end + 1;
    }
  return NULL;
}

void
cut_labels (Block *table)
{
  gboolean in_head = TRUE;

  for (guint n = 0; n < table->cells->len; n++)
    {
      BlockCell  *cell = table->cells->pdata[n];
      Label       label = label_of (cell->text);
      const char *line_break =
          label == LABEL_NONE ? find_label (cell->text, in_head) : NULL;

      if (line_break != NULL)
        {
          cut_cell (table, n, line_break);
          label = label_of (cell->text);
        }
      if (label_is_column (label))
        in_head = FALSE;
      else if (label == LABEL_CODE || label == LABEL_NAME || label == LABEL_TITLE_ROW)
        in_head = TRUE;
    }
}

/* A place where a row might be cut, and the row as it would be. */
typedef struct {
  const GPtrArray *row;
  guint            cell;
  const char      *line_break;
} Place;

static char *
text_at (const Place *place, guint col)
{
  const BlockCell *cell = place->row->pdata[col > place->cell ? col - 1 : col];

  if (col == place->cell)
    return g_strndup (cell->text, (gsize) (place->line_break - cell->text));
  return g_strdup (col == place->cell + 1 ? place->line_break + 1 : cell->text);
}

static guint
column_in (const GPtrArray *header, Label label)
{
  for (guint i = 0; i < header->len; i++)
    if (label_of (((const BlockCell *) header->pdata[i])->text) == label)
      return i;
  return G_MAXUINT;
}

/* Levels stand below the heads of levels. */
static gboolean
has_levels (const Place *place, const GPtrArray *header)
{
  guint            level1 = column_in (header, LABEL_LEVEL1);
  guint            level2 = column_in (header, LABEL_LEVEL2);
  g_autofree char *first = level1 < header->len ? text_at (place, level1) : NULL;
  g_autofree char *second = level2 < header->len ? text_at (place, level2) : NULL;

  return (first == NULL || block_is_blank (first) || label_is_level1_name (first)) &&
         second != NULL && label_is_level2_name (second);
}

static gboolean
is_number (const char *text)
{
  g_auto (Target) target = { 0 };

  target_read (&target, NULL, text, NULL);
  return target.kind == TARGET_NUMBER || target.kind == TARGET_DATE;
}

static gboolean
has_number (const Place *place, const GPtrArray *header)
{
  guint            col = column_in (header, LABEL_TARGET);
  g_autofree char *text = col < header->len ? text_at (place, col) : NULL;

  return text != NULL && is_number (text);
}

/* The next single line break in text; two in a row stand inside a cell. */
static const char *
next_break (const char *text)
{
  const char *at = strchr (text, '\n');

  while (at != NULL && at[1] == '\n')
    at = strchr (at + strspn (at, "\n"), '\n');
  return at;
}

/* The one place of a row to cut at; line_break stays NULL when it is not certain. */
static Place
find_place (const GPtrArray *row, const GPtrArray *header)
{
  Place found = { 0 }, numbered = { 0 };
  guint n_found = 0, n_numbered = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const char *at = ((const BlockCell *) row->pdata[i])->text;

      for (at = next_break (at); at != NULL; at = next_break (at + 1))
        {
          Place place = { row, i, at };

          if (!has_levels (&place, header))
            continue;
          found = place;
          n_found++;
          if (!has_number (&place, header))
            continue;
          numbered = place;
          n_numbered++;
        }
    }
  if (n_numbered == 1)
    return numbered;
  return n_found == 1 ? found : (Place){ 0 };
}

void
cut_indicator (Block *table, GPtrArray *row, const GPtrArray *header)
{
  Place place = { 0 };
  guint n;

  if (row->len + 1 != header->len)
    return;
  place = find_place (row, header);
  if (place.line_break == NULL ||
      !g_ptr_array_find (table->cells, row->pdata[place.cell], &n))
    return;
  g_ptr_array_insert (row, (int) place.cell + 1, cut_cell (table, n, place.line_break));
}
