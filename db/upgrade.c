/* db/upgrade.c — making a new record file, checking and upgrading an old one. */

#include "db/upgrade.h"
#include "db/db.h"
#include "db/schema-hash.h"
#include "db/schema-sha256.h"

#include <gio/gio.h>

const UpgradeStep upgrade_steps[] = { { 0, NULL, NULL } };

static gboolean
fail (sqlite3 *sqlite, GError **error)
{
  DbErrorCode code =
      sqlite3_errcode (sqlite) == SQLITE_CORRUPT ? DB_DAMAGED : DB_FAILED;

  g_set_error_literal (error, DB_ERROR_DOMAIN, code, sqlite3_errmsg (sqlite));
  return FALSE;
}

static gboolean
run_resource (sqlite3 *sqlite, const char *path, GError **error)
{
  g_autofree char *full = g_strconcat ("/jixiao/", path, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (full, 0, NULL);

  if (sql == NULL)
    g_error ("%s is not in the program", path);
  if (sqlite3_exec (sqlite, g_bytes_get_data (sql, NULL), NULL, NULL, NULL) !=
      SQLITE_OK)
    return fail (sqlite, error);
  return TRUE;
}

/* The schema's own mistakes are found by the tests; so its texts need no
 * error handling where a fresh :memory: database is made of them.  */
static sqlite3 *
fresh_schema (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *sqlite = NULL;

  sqlite3_open (":memory:", &sqlite);
  if (!run_resource (sqlite, "schema.sql", &error))
    g_error ("schema.sql: %s", error->message);
  return sqlite;
}

gboolean
upgrade_create (sqlite3 *sqlite, GError **error)
{
  static const char *const resources[] = { "schema.sql", "data/words.sql",
                                           "data/rules.sql", "data/forms.sql" };

  if (sqlite3_exec (sqlite, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
    return fail (sqlite, error);
  for (gsize i = 0; i < G_N_ELEMENTS (resources); i++)
    if (!run_resource (sqlite, resources[i], error))
      {
        g_prefix_error (error, "%s: ", resources[i]);
        sqlite3_exec (sqlite, "ROLLBACK", NULL, NULL, NULL);
        return FALSE;
      }
  if (sqlite3_exec (sqlite, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return fail (sqlite, error);
  return TRUE;
}

static gboolean
refuse_schema (GError **error)
{
  g_set_error_literal (
      error, DB_ERROR_DOMAIN, DB_ALTERED,
      "文件的内部结构被改动过，为安全起见不予打开；请向来源方索取原件");
  return FALSE;
}

gboolean
upgrade_check_schema (sqlite3 *sqlite, GError **error)
{
  g_autofree char *hash = schema_hash (sqlite);

  if (hash == NULL)
    return fail (sqlite, error);
  return g_str_equal (hash, SCHEMA_SHA256) || refuse_schema (error);
}

/* Runs every statement that the query writes, on another connection maybe. */
static gboolean
run_all (sqlite3 *from, const char *query, sqlite3 *to, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) q = NULL;

  sqlite3_prepare_v2 (from, query, -1, &q, NULL);
  while (sqlite3_step (q) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (q, 0)));
  for (guint i = 0; i < texts->len; i++)
    if (sqlite3_exec (to, texts->pdata[i], NULL, NULL, NULL) != SQLITE_OK)
      return fail (to, error);
  return TRUE;
}

static gboolean
run_steps (sqlite3 *sqlite, int version, const UpgradeStep *steps, GError **error)
{
  for (; steps->from != 0; steps++)
    {
      g_autofree char *hash = NULL;

      if (steps->from != version)
        continue;
      hash = schema_hash (sqlite);
      if (hash == NULL)
        return fail (sqlite, error);
      if (!g_str_equal (hash, steps->schema_sha256))
        return refuse_schema (error);
      if (!run_all (sqlite,
                    "SELECT format('DROP %s %w', type, name) FROM sqlite_schema"
                    " WHERE type IN ('view', 'trigger')",
                    sqlite, error))
        return FALSE;
      if (sqlite3_exec (sqlite, steps->sql, NULL, NULL, NULL) != SQLITE_OK)
        return fail (sqlite, error);
      version++;
    }
  return TRUE;
}

/* The views and triggers of schema.sql, and the proof that all is as it says. */
static gboolean
derive (sqlite3 *sqlite, GError **error)
{
  sqlite3         *fresh = fresh_schema ();
  gboolean         done = run_all (fresh,
                                   "SELECT sql FROM sqlite_schema"
                                           " WHERE type IN ('view', 'trigger') ORDER BY rowid",
                                   sqlite, error);
  g_autofree char *version =
      g_strdup_printf ("PRAGMA user_version = %d", UPGRADE_VERSION);

  sqlite3_close (fresh);
  if (!done || !upgrade_check_schema (sqlite, error))
    return FALSE;
  if (sqlite3_exec (sqlite, version, NULL, NULL, NULL) != SQLITE_OK)
    return fail (sqlite, error);
  return TRUE;
}

gboolean
upgrade_run (sqlite3 *sqlite, int version, const UpgradeStep *steps, GError **error)
{
  if (sqlite3_exec (sqlite, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
    return fail (sqlite, error);
  if (!run_steps (sqlite, version, steps, error) || !derive (sqlite, error))
    {
      sqlite3_exec (sqlite, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  if (sqlite3_exec (sqlite, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return fail (sqlite, error);
  return TRUE;
}
