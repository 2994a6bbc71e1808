/* app/read/ods.c — an OpenDocument spreadsheet: each cell holds what it shows. */

#include "app/read/office.h"
#include "app/read/part.h"
#include "app/read/worksheet.h"

#include <string.h>

typedef enum {
  /* styles */
  C_STYLE,
  C_TABLE_LOOKS,
  C_CELL_LOOKS,
  /* content */
  C_TABLE,
  C_COLUMN,
  C_ROW,
  C_CELL,
  C_COVERED,
  C_P,
  C_SPACES,
  C_TAB,
  C_BREAK,
  /* no text of a cell */
  C_ANNOTATION,
  C_SHAPES,
  C_FRAME,
} Name;

static const char *const names[] = {
  [C_STYLE] = "style",
  [C_TABLE_LOOKS] = "table-properties",
  [C_CELL_LOOKS] = "table-cell-properties",
  [C_TABLE] = "table",
  [C_COLUMN] = "table-column",
  [C_ROW] = "table-row",
  [C_CELL] = "table-cell",
  [C_COVERED] = "covered-table-cell",
  [C_P] = "p",
  [C_SPACES] = "s",
  [C_TAB] = "tab",
  [C_BREAK] = "line-break",
  [C_ANNOTATION] = "annotation",
  [C_SHAPES] = "shapes",
  [C_FRAME] = "frame",
  NULL,
};

typedef struct {
  Part       *part;
  GHashTable *bordered; /* names of styles of cells with borders */
  GHashTable *hidden;   /* names of styles of sheets that do not show */
  char       *style;    /* the one whose properties come now */
  Limits      limits;
  Worksheet  *sheet;     /* the open one; NULL: none, or one that does not show */
  guint       row, rows; /* the open row and how often it is repeated */
  guint       col;       /* the next cell or column */
  guint       borders;   /* cells of the open row that have some */
  GPtrArray  *blocks;
} Ods;

/* How often an element stands there, within a sheet. */
static guint
repeated (Part *part, const char *attribute, guint most)
{
  return CLAMP (part_number (part, attribute, 1), 1, most);
}

static gboolean
is_named (GHashTable *styles, const char *name)
{
  return name != NULL && g_hash_table_contains (styles, name);
}

/* "0.06pt solid #000000" or "none", for all sides or one. */
static gboolean
has_border (Part *part)
{
  static const char *const sides[] = { "border", "border-left", "border-right",
                                       "border-top", "border-bottom" };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    if (part_flag (part, sides[i], FALSE))
      return TRUE;
  return FALSE;
}

static void
begin_table (Ods *ods)
{
  if (ods->sheet == NULL &&
      !is_named (ods->hidden, part_attribute (ods->part, "style-name")))
    ods->sheet = worksheet_new (&ods->limits);
  ods->row = ods->rows = ods->col = 0;
}

static gboolean
is_shown (Part *part)
{
  const char *visibility = part_attribute (part, "visibility");

  return visibility == NULL || g_str_equal (visibility, "visible");
}

static void
read_column (Ods *ods)
{
  guint n = repeated (ods->part, "number-columns-repeated", WORKSHEET_COLS);

  if (!is_shown (ods->part))
    worksheet_hide_cols (ods->sheet, ods->col, ods->col + n - 1);
  ods->col = MIN (ods->col + n, WORKSHEET_COLS);
}

static void
begin_row (Ods *ods)
{
  guint left = WORKSHEET_ROWS - MIN (ods->row + ods->rows, WORKSHEET_ROWS - 1);

  ods->row = MIN (ods->row + ods->rows, WORKSHEET_ROWS - 1);
  ods->rows = repeated (ods->part, "number-rows-repeated", left);
  ods->col = ods->borders = 0;
  for (guint i = 0; i < ods->rows && !is_shown (ods->part); i++)
    worksheet_hide_row (ods->sheet, ods->row + i);
}

/* The paragraphs of a cell, a line each. */
static char *
take_lines (Part *part)
{
  GString  *text = g_string_new (NULL);
  guint     depth = 1, paragraphs = 0;
  PartEvent event;

  while (depth > 0 && (event = part_next (part)) != PART_DONE)
    if (event == PART_TEXT)
      g_string_append (text, paragraphs > 0 ? part_text (part) : "");
    else if (event == PART_END)
      {
        depth--;
        paragraphs -= part_name (part) == C_P && paragraphs > 0;
      }
    else if (part_name (part) == C_ANNOTATION || part_name (part) == C_FRAME)
      part_skip (part);
    else
      {
        Name name = part_name (part);

        depth++;
        paragraphs += name == C_P;
        if ((name == C_P && text->len > 0) || name == C_BREAK)
          g_string_append_c (text, '\n');
        else if (name == C_SPACES || name == C_TAB)
          g_string_append_c (text, ' ');
      }
  return g_string_free (text, FALSE);
}

static void
frame_rows (Ods *ods, guint cells)
{
  guint before = ods->borders;

  ods->borders = MIN (before + cells, WORKSHEET_COLS);
  for (guint i = 0; before < 2 && ods->borders >= 2 && i < ods->rows; i++)
    worksheet_frame (ods->sheet, ods->row + i);
}

static void
read_cell (Ods *ods)
{
  guint left = WORKSHEET_COLS - MIN (ods->col, WORKSHEET_COLS - 1);
  guint n = repeated (ods->part, "number-columns-repeated", left);
  guint rows = repeated (ods->part, "number-rows-spanned", WORKSHEET_ROWS - ods->row);
  guint cols = repeated (ods->part, "number-columns-spanned", left);
  g_autofree char *text = NULL;

  if (is_named (ods->bordered, part_attribute (ods->part, "style-name")))
    frame_rows (ods, n);
  worksheet_merge (ods->sheet, ods->row, ods->col, rows, cols);
  text = take_lines (ods->part);
  for (guint row = 0; row < ods->rows && *text != '\0'; row++)
    for (guint col = 0; col < n && limits_take (&ods->limits, 0, 0); col++)
      worksheet_add (ods->sheet, ods->row + row, ods->col + col, text);
  ods->col += n;
}

/* A cell that a merged one lies over: only its place and its borders count. */
static void
skip_cell (Ods *ods)
{
  guint left = WORKSHEET_COLS - MIN (ods->col, WORKSHEET_COLS - 1);
  guint n = repeated (ods->part, "number-columns-repeated", left);

  if (is_named (ods->bordered, part_attribute (ods->part, "style-name")))
    frame_rows (ods, n);
  ods->col += n;
  part_skip (ods->part);
}

static void
read_style (Ods *ods, Name name)
{
  if (name == C_STYLE)
    {
      g_free (ods->style);
      ods->style = g_strdup (part_attribute (ods->part, "name"));
    }
  else if (ods->style == NULL)
    return;
  else if (name == C_TABLE_LOOKS && !part_flag (ods->part, "display", TRUE))
    g_hash_table_add (ods->hidden, g_strdup (ods->style));
  else if (name == C_CELL_LOOKS && has_border (ods->part))
    g_hash_table_add (ods->bordered, g_strdup (ods->style));
}

static void
begin (Ods *ods)
{
  Name name = part_name (ods->part);

  if (name <= C_CELL_LOOKS)
    read_style (ods, name);
  else if (name == C_TABLE)
    begin_table (ods);
  else if (name == C_SHAPES)
    part_skip (ods->part);
  else if (ods->sheet == NULL)
    return;
  else if (name == C_COLUMN)
    read_column (ods);
  else if (name == C_ROW)
    begin_row (ods);
  else if (name == C_CELL)
    read_cell (ods);
  else if (name == C_COVERED)
    skip_cell (ods);
}

static void
end_table (Ods *ods)
{
  if (ods->sheet != NULL)
    worksheet_finish (ods->sheet, ods->blocks);
  g_clear_pointer (&ods->sheet, worksheet_free);
}

static gboolean
read_content (Ods *ods, Package *package, GError **error)
{
  PartEvent event;

  while ((event = part_next (ods->part)) != PART_DONE &&
         limits_take (&ods->limits, 0, 0))
    if (event == PART_START)
      begin (ods);
    else if (event == PART_END && part_name (ods->part) == C_TABLE)
      end_table (ods);
  g_clear_pointer (&ods->sheet, worksheet_free);
  return limits_check (&ods->limits, package_name (package), error) &&
         part_finish (ods->part, error);
}

GPtrArray *
ods_read (Package *package, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (package, path, names, error);
  g_autoptr (GHashTable) bordered =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) hidden =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) blocks = block_array_new ();
  Ods      ods = { .part = part, .bordered = bordered, .hidden = hidden };
  gboolean whole;

  if (part == NULL)
    return NULL;
  ods.blocks = blocks;
  whole = read_content (&ods, package, error);
  g_free (ods.style);
  return whole ? g_steal_pointer (&blocks) : NULL;
}
