/* app/read/flow-level.h — what is open in a flow: the body, a box, a table, a row, a
 * cell.
 */

#pragma once

#include "app/read/block.h"

/* The last cell that stands in a column of a table. */
typedef struct {
  BlockCell *cell;
  guint      free; /* the first row below that it does not cover */
} Column;

typedef enum { LEVEL_BODY, LEVEL_BOX, LEVEL_TABLE, LEVEL_ROW, LEVEL_CELL } LevelKind;

typedef struct {
  LevelKind kind;
  /* of a body, box or cell */
  GPtrArray *blocks; /* NULL: a cell in which only lines stand so far */
  GString   *text;   /* of the open paragraph */
  GPtrArray *boxes;  /* blocks of the boxes that hang on it; NULL: none did so far */
  /* of a table */
  Block     *table;
  GPtrArray *contents; /* GPtrArray of Block *, for each cell; NULL: only its text */
  GArray    *columns;  /* Column */
  guint      rows;     /* begun so far */
  guint      col;      /* of the open row: the next one to look at */
  /* of a cell */
  GString *lines; /* that are complete, each with its end, while there are no blocks */
  BlockCell *cell;
  gboolean   is_continued, widens, is_dropped;
} Level;

Level *level_new (LevelKind kind);
void   level_free (gpointer level);

/* A cell is as one that was just begun. */
void level_reset (Level *cell);

/* What stands in a body, box or cell, as blocks: for what is not merely a line. */
GPtrArray *level_blocks (Level *level);

/* Takes the blocks out of an array into another. */
void level_move_blocks (GPtrArray *to, GPtrArray *from);

/* A paragraph for each line, also blank ones or not; cuts the text into them. */
void level_add_lines (GPtrArray *blocks, char *lines, gboolean blank);

/* The lines of a cell, without the blank ones around them.  Newly allocated. */
char *level_text (const Level *cell);
