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

/* The 退回意见 sheet of a text: its comments that are not settled, table by table. html
 * is a page to print.  Newly allocated.  */
char *review_sheet_text (Db *db, gint64 document, GError **error);
char *review_sheet_html (Db *db, gint64 document, GError **error);
