/* db/schema-hash.h — one number for all that the schema of a database says. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

/* SHA-256, in hex, over the sorted texts of sqlite_schema.  Newly allocated; NULL on
 * error, which SQLite keeps (sqlite3_errmsg()).  */
char *schema_hash (sqlite3 *sqlite);
