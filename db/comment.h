/* db/comment.h — 审核意见: what a reviewer says of a text.  See schema.sql for its
 * columns.
 */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  gint64   project_id;   /* DB_NULL: the whole text */
  gint64   indicator_id; /* DB_NULL: the whole table */
  char    *part;         /* the table of another row; NULL: none */
  gint64   part_row;     /* … and its id */
  char    *field;        /* a column; NULL: the whole row */
  char    *text;
  char    *who;
  char    *at;
  char    *state; /* open, answered or settled */
  char    *answer;
  char    *answered_by;
  char    *answered_at;
} Comment;

extern const DbTable comment_table;

/* The comments on a text in the order of its pages: Comment *, to be freed with
 * db_record_array_free().  state NULL: all.  */
GPtrArray *comments_of_document (Db *db, gint64 document, const char *state,
                                 GError **error);

/* Remembers that a reviewer has seen the text as it is now. */
gboolean review_look_now (Db *db, gint64 document, const char *who, GError **error);

/* The last action when the reviewer last looked; 0: never, -1 on error. */
gint64 review_look_action (Db *db, gint64 document, const char *who, GError **error);
