/* app/check/waive-carry.h — 去年已说明: waivers of an earlier text, and where they
 * would stand in a later one.
 */

#pragma once

#include "db/waiver.h"

typedef struct {
  Waiver *waiver;     /* as it stands in the earlier text */
  gint64  year;       /* of that text; DB_NULL: not known */
  gint64  project_id; /* of the later text; DB_NULL: the whole document */
  gint64  indicator_id;
} EarlierWaiver;

/* The waivers of the texts before this one: EarlierWaiver *, freed with the array.  A
 * table or row is the same where it continues that one: as a person has said, or as
 * the code, the name and the words tell.  What has ended has no waiver to carry.  */
GPtrArray *waive_carry (Db *db, gint64 document, GError **error);
