/* db/print-schema-hash.c — writes the hash of schema.sql into a header, while the
 * program is built: to make the schema anew at each start takes longer than to open a
 * file.
 */

#include "db/schema-hash.h"

int
main (int argc, char **argv)
{
  g_autofree char *schema = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *sqlite = NULL;

  if (argc != 2 || !g_file_get_contents (argv[1], &schema, NULL, &error))
    g_error ("%s", error ? error->message : "usage: print-schema-hash SCHEMA");
  if (sqlite3_open (":memory:", &sqlite) != SQLITE_OK ||
      sqlite3_exec (sqlite, schema, NULL, NULL, NULL) != SQLITE_OK ||
      (hash = schema_hash (sqlite)) == NULL)
    g_error ("%s: %s", argv[1], sqlite3_errmsg (sqlite));
  g_print ("/* Made of schema.sql while building. */\n\n"
           "#define SCHEMA_SHA256 \"%s\"\n",
           hash);
  sqlite3_close (sqlite);
  return 0;
}
