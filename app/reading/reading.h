/* app/reading/reading.h — what the words of the records mean, kept beside them for the
 * rules.
 *
 * A rule is a view of schema.sql over these readings.  Whatever changes a record drops
 * the readings of its project and queues it; reading_refresh() reads what is queued.
 */

#pragma once

#include "db/reading.h"

/* Reads what was added or changed since the last time, by this program or another, in
 * one transaction (or inside the one that is open).  Does nothing when all is read.  */
gboolean reading_refresh (Db *db, GError **error);
