/* app/check/waive.h — 豁免: findings that an office answers with a reason instead of
 * changing the text.  Each verb is one action and can be undone.
 *
 * A waiver holds for the very values it excuses.  When one of them changes it lapses,
 * and the finding is open again.
 */

#pragma once

#include "app/export/outline.h"
#include "db/finding.h"

typedef enum {
  WAIVED_HOLDS,
  WAIVED_CHANGED, /* lapsed: the values are others now, and the finding is open */
  WAIVED_SETTLED, /* the finding is there no more */
  WAIVED_EARLIER, /* 去年已说明: given for last year's text; this year's finding is open
                     until it is confirmed */
} WaivedState;

typedef struct {
  WaivedState state;
  gint64      id; /* of the waiver; of WAIVED_EARLIER last year's */
  gint64      document_id;
  gint64      project_id; /* DB_NULL: the document as a whole */
  gint64      year;       /* of the text it was given for; DB_NULL: not known */
  gint64      earlier_id; /* the waiver of an earlier year it repeats; DB_NULL: none */
  char       *rule;
  char       *title; /* what the rule is called */
  char       *place; /* 第3个项目“…”第2行 指标值 */
  char       *seen;  /* what it excuses; NULL where nothing stood there */
  char       *reason;
  char       *who;
  char       *at;      /* UTC: 2024-03-01T08:00:00Z */
  Finding    *finding; /* as it is now; NULL: WAIVED_SETTLED */
} Waived;

/* 有效, 已失效, 问题已不存在 or 去年已说明，待确认; static. */
const char *waived_state_title (WaivedState state);

/* Answers findings with one reason.  Refused without one.  What is waived stays as it
 * was.  */
gboolean waive (Db *db, GPtrArray *findings, const char *reason, GError **error);

/* The finding of last year's waiver gets the same reason again; others of the list are
 * left.  */
gboolean waive_confirm (Db *db, GPtrArray *waived, GError **error);

/* Takes waivers back.  ids: gint64. */
gboolean waive_revoke (Db *db, GArray *ids, GError **error);

/* All waivers of these documents (ids; NULL: of the file), those of last year that are
 * to be confirmed behind the others of their document: Waived *, freed with the array.
 */
GPtrArray *waive_list (Db *db, GArray *documents, GError **error);

/* 差异说明: what holds, by text and project, with the reasons, to be handed in with the
 * text.  Newly allocated UTF-8.  */
char *waive_statement (GPtrArray *waived);
char *waive_statement_html (GPtrArray *waived);

/* The same as tables to be printed, one a text; NULL with an error where nothing holds.
 * app/export/export.h writes it.  */
Outline *waive_statement_outline (GPtrArray *waived, GError **error);

/* Every waiver with its state. */
char *waive_text (GPtrArray *waived);
char *waive_json (GPtrArray *waived);
