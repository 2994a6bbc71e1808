/* app/import/recognition.h — one recognition under way: what its parts share.
 *
 * Each part (the head of a table, the plan, the prose …) is a file that takes texts
 * out of blocks and puts them into records.  It does so through recognition_take(), so
 * that no text is lost from the account and each field knows its place.
 */

#pragma once

#include "app/import/grid.h"
#include "app/import/heading.h"
#include "app/import/label.h"
#include "app/import/proposal.h"
#include "app/read/block.h"
#include "db/project.h"

/* A text of the document: a paragraph or a cell. */
typedef struct {
  guint        block; /* index in the blocks */
  const Block *of;
  BlockCell   *cell; /* NULL: the paragraph itself */
} Origin;

/* Where in a project table the reading is. */
typedef enum { ZONE_NONE, ZONE_HEAD, ZONE_PURPOSE, ZONE_GOALS, ZONE_TARGETS } Zone;

typedef enum {
  COLUMN_LEVEL1,
  COLUMN_LEVEL2,
  COLUMN_NAME,
  COLUMN_DESCRIPTION,
  COLUMN_CRITERION,
  COLUMN_WEIGHT,
  COLUMN_OPERATOR,
  COLUMN_VALUE,
  COLUMN_UNIT,
  COLUMN_BASIS,
  N_COLUMNS
} TargetColumn;

#define MOST_GRADES 6

typedef struct {
  guint at[N_COLUMNS]; /* column of the grid; G_MAXUINT: the table has none such */
  struct {
    guint            col;
    const BlockCell *head; /* 优, 良, 中, 差 */
  } grades[MOST_GRADES];
  guint  n_grades;
  guint  serial;   /* column that numbers the rows */
  Origin level[2]; /* the last level cells printed, for the blank ones below */
} TargetColumns;

/* A column of a table of a row a project whose cells are indicators of a level. */
typedef struct {
  guint  col;
  Origin level[2]; /* heads; of no cell where a level is not named */
} WideColumn;

/* A column of a table of a row an indicator that says something of its project. */
typedef struct {
  Label            label;
  guint            col;
  const BlockCell *last; /* read in it */
} RosterColumn;

typedef struct {
  GPtrArray    *blocks;
  Proposal     *proposal;
  Document     *document; /* of the proposal */
  SectionKind   section;  /* whose text comes now */
  GPtrArray    *parts;   /* Section *: 第一部分 lines whose kind is not known yet */
  GArray       *waiting; /* Origin: lines that the section or the next table will get */
  GArray       *summaries;        /* guint: blocks that say again what the others say */
  Numeral       sub_goal_numeral; /* the kind that begins a sub-goal */
  Project      *project;          /* whose table is read */
  Project      *overall;          /* the table of overall indicators, added last */
  Zone          zone;
  TargetColumns columns;
  guint         header_block; /* the table whose header said them, from 1; 0: none */
  GArray       *roster;       /* RosterColumn: of the open table; empty: it has none */
  gboolean      is_wide;      /* the open table has a row a project */
  GArray       *wide;         /* WideColumn: of that table */
  Origin        roster_unit;  /* whose projects the rows below are; of NULL: none */
  guint         year_from, year_to; /* columns of the year beside those of all years,
                                       or of results; year_to 0: there are none such */
  gboolean    year_is_last;         /* … which stand right of the others */
  guint       money_from;     /* column of the amount of this year; 0: there is one */
  gboolean    has_year_goals; /* 年度目标 stand in the open table */
  guint64     labels;         /* bits: what labels the open table has */
  const char *currency;       /* 元 or 万元, said over the amounts of this table */
  guint       goal_rows;      /* goals that stood in rows of their own */
  GHashTable *used;           /* Block * and BlockCell * that are accounted for */
  GHashTable *placed;         /* addresses of the members that have a place */
} Recognition;

Recognition *recognition_new (GPtrArray *blocks);
void         recognition_free (Recognition *r);

Origin      recognition_cell (const Recognition *r, guint block, BlockCell *cell);
Origin      recognition_paragraph (const Recognition *r, guint block);
const char *origin_text (const Origin *origin);

/* Accounts for a text that needs no field: a label, a number of the form. */
void recognition_use (Recognition *r, const Origin *origin);

/* Says that a member of a record was read at a place, and accounts for the text. */
void recognition_place (Recognition *r, gpointer record, const DbTable *table,
                        const char *column, gconstpointer member, const Origin *origin);

/* Puts text into a member, with its place.  Takes text; NULL only accounts for the
 * origin.  */
void recognition_take (Recognition *r, gpointer record, const DbTable *table,
                       const char *column, char **member, const Origin *origin,
                       char *text);

#define TAKE(r, table, record, member, origin, text) \
  recognition_take (r, record, &table, #member, &(record)->member, origin, text)
#define TAKE_INTEGER(r, table, record, member, origin, value) \
  ((record)->member = (value),                                \
   recognition_place (r, record, &table, #member, &(record)->member, origin))

/* Counts the texts and lists those nobody used.  The last thing done. */
void recognition_account (Recognition *r);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recognition, recognition_free)
