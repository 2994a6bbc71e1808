/* db/backup.h — a copy of a whole record file, made while it is open. */

#pragma once

#include "db/db.h"

/* Writes the copy beside its place, proves that it opens, then puts it there.  replace:
 * a file that is there gives way; else that is an error.  */
gboolean backup_write (Db *db, const char *copy, gboolean replace, GError **error);
