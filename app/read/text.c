/* app/read/text.c — a text extract of a document as paragraphs and tables.
 *
 * Two kinds of extract occur.  In one a line is a row and tabs stand between its
 * cells.  In the other a line is a cell: a tab, then the text.  There a blank line
 * ends a row, but cell text may go on in lines without a tab, also after a blank
 * line; so what such a line continues is decided by how many cells the row has got
 * and how many the rows around it have.  No word is looked at here; only page numbers
 * and 续表 are told from text, and left out.
 */

#include "app/read/block.h"
#include "app/read/reader.h"

#include <string.h>

typedef enum { LINE_BLANK, LINE_TEXT, LINE_CELLS } LineKind;

typedef struct {
  LineKind    kind;
  const char *text;
  guint       number;
} Line;

typedef struct {
  GArray    *lines;
  GPtrArray *blocks;
  Block     *table;  /* open, the last of blocks; or NULL */
  BlockCell *cell;   /* the last cell of table, NULL when it has got its text */
  GString   *text;   /* of cell, as it grows */
  guint      row;    /* of cell */
  guint      cells;  /* in this row so far */
  guint      width;  /* cells of the row before; 0 in the first row */
  gboolean   steady; /* two rows were of this width */
  guint      blank;  /* blank lines since the last other line */
  guint      after;  /* the line behind the run of text lines that was last asked for */
} Extract;

/* Bytes to UTF-8 with \n line ends; NULL when they are no text. */
static char *
convert (const char *data, gsize size, const char *charset)
{
  gsize            written;
  g_autofree char *text =
      g_convert (data, (gssize) size, "UTF-8", charset, NULL, &written, NULL);

  return text != NULL && memchr (text, '\0', written) == NULL ? g_steal_pointer (&text)
                                                              : NULL;
}

static char *
decode (const char *data, gsize size)
{
  if (size >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    return convert (data + 2, size - 2, "UTF-16LE");
  if (size >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    return convert (data + 2, size - 2, "UTF-16BE");
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (memchr (data, '\0', size) != NULL)
    return NULL;
  if (g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);
  return convert (data, size, "GB18030");
}

/* A text has hardly any control characters; random bytes that happen to decode have. */
static gboolean
is_readable (const char *text)
{
  gsize length = 0, strange = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && strchr ("\t\n\v\f\r", (int) c) == NULL) || c == 0x7F ||
          c == 0xFFFD)
        strange++;
    }
  return strange * 50 <= length;
}

static void
unify_line_ends (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\r')
      *to++ = *from;
    else if (from[1] != '\n')
      *to++ = '\n';
  *to = '\0';
}

static LineKind
kind_of (const char *line)
{
  if (strchr (line, '\t') != NULL)
    return LINE_CELLS;
  return block_is_blank (line) || block_is_page_mark (line) ? LINE_BLANK : LINE_TEXT;
}

static GArray *
split_lines (char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint   number = 1;

  for (char *next = text; next != NULL; number++)
    {
      /* a new page is no part of the line that begins it */
      Line  line = { .text = next + strspn (next, "\f"), .number = number };
      char *end = strchr (next, '\n');

      next = end != NULL ? end + 1 : NULL;
      if (end != NULL)
        *end = '\0';
      line.kind = kind_of (line.text);
      g_array_append_val (lines, line);
    }
  return lines;
}

/* Whether a line is a row: more lines have a tab inside than only one in front. */
static gboolean
lines_are_rows (const GArray *lines)
{
  guint rows = 0, cells = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->kind != LINE_CELLS)
        continue;
      if (strchr (line->text, '\t') == line->text &&
          strchr (line->text + 1, '\t') == NULL)
        cells++;
      else
        rows++;
    }
  return rows > cells;
}

static void
close_cell (Extract *x)
{
  if (x->cell == NULL)
    return;
  g_free (x->cell->text);
  x->cell->text = g_strndup (x->text->str, x->text->len);
  x->cell = NULL;
}

static void
add_cell (Extract *x, const char *text, guint number)
{
  close_cell (x);
  if (x->table == NULL)
    {
      x->table = block_new_table (number);
      g_ptr_array_add (x->blocks, x->table);
      x->row = x->cells = x->width = 0;
      x->steady = FALSE;
    }
  x->cell = block_cell_new (x->row, x->cells++, NULL, number);
  g_string_assign (x->text, text);
  g_ptr_array_add (x->table->cells, x->cell);
}

static void
end_row (Extract *x)
{
  x->steady = x->width == x->cells;
  x->width = x->cells;
  x->cells = 0;
  x->row++;
}

static void
add_paragraph (Extract *x, const Line *line)
{
  close_cell (x);
  x->table = NULL;
  g_ptr_array_add (x->blocks, block_new_paragraph (line->text, line->number));
}

static void
read_rows (Extract *x)
{
  for (guint i = 0; i < x->lines->len; i++)
    {
      const Line *line = &g_array_index (x->lines, Line, i);

      if (line->kind == LINE_TEXT)
        add_paragraph (x, line);
      if (line->kind == LINE_CELLS)
        {
          g_auto (GStrv) cells = g_strsplit (line->text, "\t", -1);

          for (char **cell = cells; *cell != NULL; cell++)
            add_cell (x, *cell, line->number);
          end_row (x);
        }
    }
}

static LineKind
kind_at (const Extract *x, guint i)
{
  return i < x->lines->len ? g_array_index (x->lines, Line, i).kind : LINE_BLANK;
}

static guint
skip (const Extract *x, guint i, LineKind kind)
{
  while (i < x->lines->len && kind_at (x, i) == kind)
    i++;
  return i;
}

/* The cells of the row that begins in line i; end, when not NULL, gets the line after
 * it.  A text after so many blank lines at most belongs to the row when a cell follows
 * at once.  */
static guint
row_width (const Extract *x, guint i, guint blank, guint *end)
{
  guint width = 0;

  while (i < x->lines->len)
    {
      guint text = skip (x, i, LINE_BLANK);
      guint after = skip (x, text, LINE_TEXT);

      if (kind_at (x, i) == LINE_CELLS)
        width++;
      else if (kind_at (x, i) == LINE_BLANK &&
               !(text - i <= blank && after > text && kind_at (x, after) == LINE_CELLS))
        break;
      i = kind_at (x, i) == LINE_BLANK ? after : i + 1;
    }
  if (end != NULL)
    *end = i;
  return width;
}

/* Whether the row and the cells from line i on are together as wide as the row behind
 * them and as width; 0: only as that row.  */
static gboolean
row_is_completed (const Extract *x, guint i, guint width)
{
  for (guint blank = 1; blank <= 3; blank++)
    {
      guint    end;
      guint    whole = x->cells + row_width (x, i, blank, &end);
      guint    next = skip (x, end, LINE_BLANK);
      gboolean last = kind_at (x, next) != LINE_CELLS;

      if (width != 0 && whole != width)
        continue;
      if (width != 0 && last)
        return TRUE;
      /* a text there may still belong to the last cell */
      next = skip (x, skip (x, next, LINE_TEXT), LINE_BLANK);
      if (row_width (x, next, blank, NULL) == whole)
        return TRUE;
    }
  return FALSE;
}

/* Whether the cell in line i, after blank lines, goes on with the row.  This is how a
 * cell that ends in an empty paragraph looks.  */
static gboolean
row_goes_on (const Extract *x, guint i)
{
  const Line *line = &g_array_index (x->lines, Line, i);

  return x->cells < x->width && !block_is_blank (line->text) &&
         row_is_completed (x, i, x->width);
}

/* Whether the text in line i goes on with the last cell, not after the table. */
static gboolean
cell_goes_on (Extract *x, guint i)
{
  guint    after = x->after = i < x->after ? x->after : skip (x, i, LINE_TEXT);
  gboolean cell_follows = kind_at (x, after) == LINE_CELLS;
  gboolean complete =
      x->cells >= 2 && (x->cells == x->width || (x->steady && x->cells > x->width));
  guint next;

  if (x->blank == 0)
    return TRUE;
  if (cell_follows && x->width == 0)
    return x->cells == 1 || x->blank <= 1;
  if (cell_follows && x->blank <= 1)
    return !complete || row_is_completed (x, after, 0);
  if (cell_follows)
    return row_is_completed (x, after, x->cells == 1 ? 0 : x->width);
  if (!complete)
    return x->blank <= 1;
  /* behind a whole row: its last cell goes on when the next row is of the same kind */
  next = skip (x, after, LINE_BLANK);
  return x->blank == 1 && kind_at (x, next) == LINE_CELLS &&
         (x->width == 0 || row_width (x, next, 1, NULL) == x->cells);
}

static void
continue_cell (Extract *x, const Line *line)
{
  for (guint n = 0; n <= x->blank; n++)
    g_string_append_c (x->text, '\n');
  g_string_append (x->text, line->text);
}

static void
read_cells (Extract *x)
{
  for (guint i = 0; i < x->lines->len; i++)
    {
      const Line *line = &g_array_index (x->lines, Line, i);

      switch (line->kind)
        {
        case LINE_BLANK:
          x->blank++;
          continue;
        case LINE_TEXT:
          if (x->table != NULL && cell_goes_on (x, i))
            continue_cell (x, line);
          else
            add_paragraph (x, line);
          break;
        case LINE_CELLS:
          if (x->table != NULL && x->blank > 0 && !row_goes_on (x, i))
            end_row (x);
          add_cell (x, *line->text == '\t' ? line->text + 1 : line->text, line->number);
          break;
        }
      x->blank = 0;
    }
}

GPtrArray *
text_read (GBytes *bytes, const char *name, GError **error)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = decode (data != NULL ? data : "", size);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GString) cell = g_string_new (NULL);
  Extract x = { 0 };

  if (text == NULL || !is_readable (text))
    {
      g_set_error (
          error, READER_ERROR_DOMAIN, READER_UNKNOWN,
          "%s：不是文本文件，也不是完好的 Word、Excel、PDF 文档或网页；请用办公软件打开"
          "后另存为 .docx、.xlsx 或 .txt 再导入",
          name);
      return NULL;
    }
  if (block_is_blank (text))
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_EMPTY,
                   "%s：是空文件，请选择有内容的文件再导入", name);
      return NULL;
    }
  unify_line_ends (text);
  lines = split_lines (text);
  x.lines = lines;
  x.text = cell;
  x.blocks = block_array_new ();
  if (lines_are_rows (lines))
    read_rows (&x);
  else
    read_cells (&x);
  close_cell (&x);
  return x.blocks;
}
