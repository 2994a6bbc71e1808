/* app/review/review.h — the review round: a reviewer's comments, the department's
 * answers. */

#pragma once

#include "db/comment.h"

/* Says something of a place of a text; comment has the place and the text, who and when
 * are filled in.  Returns its id, 0 on error.  Each verb is one action.  */
gint64 review_say (Db *db, gint64 document, Comment *comment, GError **error);

/* Answers; blank takes the answer back. */
gboolean review_answer (Db *db, gint64 comment, const char *answer, GError **error);

/* The reviewer is content, or (FALSE) is not after all. */
gboolean review_settle (Db *db, gint64 comment, gboolean is_settled, GError **error);

/* 待答复, 已答复 or 已了结. */
const char *review_state_title (const char *state);

/* What a comment speaks of, in its table: “指标 2 指标值”; "": all of the table; 全文:
 * the whole text.  Newly allocated, NULL on error.  */
char *review_place (Db *db, const Comment *comment, GError **error);

/* The row that a comment speaks of, its column where it has one (lent by the comment),
 * as the records name them.  */
typedef struct {
  const char *table; /* NULL: the whole text */
  gint64      row;
  const char *column; /* NULL: all of the row */
} ReviewTarget;

ReviewTarget review_target (const Comment *comment);

/* Lets a comment speak of a row, or a column of it (NULL: all of it), of a project;
 * project 0: of the text.  */
void review_aim (Comment *comment, gint64 project, const char *table, gint64 row,
                 const char *column);
