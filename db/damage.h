/* db/damage.h — what is broken in a record file. */

#pragma once

#include "db/db.h"

/* What SQLite finds on the pages and in the indexes, in its own words: char *, freed
 * with the array; none when all is whole.  */
GPtrArray *damage_of_pages (Db *db, GError **error);

/* Rows that refer to one that is not there, in Chinese, one line a table: char *.
 * Readings do not count, they are made anew.  */
GPtrArray *damage_of_keys (Db *db, GError **error);
