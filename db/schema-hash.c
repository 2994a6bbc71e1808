/* db/schema-hash.c — one number for all that the schema of a database says. */

#include "db/schema-hash.h"

/* The rows that make up a schema.  sqlite_sequence and the automatic indexes
 * have no text of their own.  */
#define SCHEMA_ROWS                                                   \
  "SELECT type, name, sql FROM sqlite_schema"                         \
  " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'" \
  " ORDER BY type, name"

char *
schema_hash (sqlite3 *sqlite)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *q = NULL;
  int           result = sqlite3_prepare_v2 (sqlite, SCHEMA_ROWS, -1, &q, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (q);
      for (int i = 0; result == SQLITE_ROW && i < 3; i++)
        /* The NUL that ends a text keeps neighbours apart. */
        g_checksum_update (sum, sqlite3_column_text (q, i),
                           sqlite3_column_bytes (q, i) + 1);
    }
  sqlite3_finalize (q);
  return result == SQLITE_DONE ? g_strdup (g_checksum_get_string (sum)) : NULL;
}
