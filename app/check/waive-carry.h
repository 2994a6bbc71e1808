/* app/check/waive-carry.h — 去年已说明: waivers of an earlier text, and where they
 * would stand in a later one.
 */

#pragma once

#include "db/waiver.h"

typedef struct {
  gint64 id;
  gint64 year;       /* of the earlier text; DB_NULL: not known */
  gint64 project_id; /* of the later text; DB_NULL: the whole document */
  gint64 indicator_id;
  char  *rule;
  char  *field;
  char  *seen; /* what stood there then */
  char  *reason;
  char  *who;
  char  *at;
} EarlierWaiver;

/* The waivers of the texts before this one: EarlierWaiver *, freed with the array.  A
 * table or row is the same where it continues that one: as a person has said, or as
 * the code, the name and the words tell.  What has ended has no waiver to carry.  */
GPtrArray *waive_carry (Db *db, gint64 document, GError **error);
