/* app/read/block.h — what every reader makes of a file: paragraphs and
 * tables in document order, and nothing about what they mean.
 */

#pragma once

#include <glib.h>

/* A cell and the grid it covers.  row and col count from 0; a merged cell
 * stands once, at its top left.  A reader that cannot see merges (a text
 * extract) gives spans of 1 and empty cells where a merged one continues.  */
typedef struct {
  guint row, col, row_span, col_span;
  char *text; /* as in the file, line breaks included; never NULL */
  guint line; /* in a text file, from 1; 0 where there are no lines */
  guint page; /* from 1; 0 where there are no pages, or as the table itself */
} BlockCell;

typedef enum {
  BLOCK_PARAGRAPH,
  BLOCK_TABLE,
  BLOCK_PICTURE, /* a page that cannot be read; text says so, in Chinese */
} BlockKind;

typedef struct {
  BlockKind  kind;
  guint      line;
  guint      page;  /* from 1; 0 where there are no pages */
  char      *text;  /* of a paragraph or picture; NULL for a table */
  GPtrArray *cells; /* BlockCell *, of a table in row order; else NULL */
} Block;

BlockCell *block_cell_new (guint row, guint col, const char *text, guint line);
void       block_cell_free (BlockCell *cell);
Block     *block_new_paragraph (const char *text, guint line);
Block     *block_new_table (guint line); /* append BlockCells to ->cells */
void       block_free (Block *block);

/* For g_ptr_array_sort(): by rows, and in a row by columns. */
int block_cell_compare (gconstpointer a, gconstpointer b);

/* An array of Block * that frees them. */
GPtrArray *block_array_new (void);

/* Takes out of the texts what does not show, and puts the characters that are meant in
 * the place of look-alikes; see character.h.  */
void block_clean (Block *block);

/* Whether a text is only white space, of any kind. */
gboolean block_is_blank (const char *text);

/* What a page says of itself: its number with marks (- 12 -, 第3页), or 续表. */
gboolean block_is_page_mark (const char *text);
