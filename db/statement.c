/* db/statement.c — a statement: its parameters, its steps, its columns, and what went
 * wrong with it.
 */

#include "db/db.h"

#include <gio/gio.h>

static const struct {
  int         result; /* of SQLite: an extended code, or the primary one behind it */
  DbErrorCode code;
  const char *message; /* NULL: what SQLite says */
} refusals[] = {
  { SQLITE_BUSY, DB_BUSY, "文件正被另一个程序使用，请关闭它后再试" },
  { SQLITE_LOCKED, DB_BUSY, "文件正被另一个程序使用，请关闭它后再试" },
  { SQLITE_CONSTRAINT_UNIQUE, DB_REFUSED, "文件里已有相同的一项" },
  { SQLITE_CONSTRAINT_PRIMARYKEY, DB_REFUSED, "文件里已有相同的一项" },
  { SQLITE_CONSTRAINT_FOREIGNKEY, DB_REFUSED, "与它相连的内容不在，或还要用到它" },
  { SQLITE_CONSTRAINT_NOTNULL, DB_REFUSED, "此处不能为空" },
  { SQLITE_CONSTRAINT_CHECK, DB_REFUSED, "此处不能填这个内容" },
  { SQLITE_CONSTRAINT, DB_REFUSED, NULL },
  { SQLITE_NOTADB, DB_NOT_OURS, "不是绩效记录文件" },
  { SQLITE_CORRUPT, DB_DAMAGED, "文件已损坏，请从备份恢复" },
  { SQLITE_READONLY, DB_READ_ONLY, "文件或所在文件夹不可写，请检查权限或另存到别处" },
  { SQLITE_CANTOPEN, DB_READ_ONLY, "文件无法打开，请检查权限" },
  { SQLITE_FULL, DB_FAILED, "磁盘已满，请腾出空间后再试" },
  { SQLITE_IOERR, DB_FAILED, "读写文件出错，请检查磁盘" },
};

/* The one place where an SQLite result code becomes a GError. */
void
db_set_error (GError **error, sqlite3 *sqlite)
{
  int         extended = sqlite3_extended_errcode (sqlite);
  int         primary = extended & 0xff;
  DbErrorCode code = DB_FAILED;
  const char *message = NULL;

  if (primary == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "已取消");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].result == extended || refusals[i].result == primary)
      {
        code = refusals[i].code;
        message = refusals[i].message;
        break;
      }
  g_set_error_literal (error, DB_ERROR_DOMAIN, code,
                       message ? message : sqlite3_errmsg (sqlite));
}

/* A name the SQL does not have is a bug in this program, not an error. */
static int
param (sqlite3_stmt *q, const char *name)
{
  int i = sqlite3_bind_parameter_index (q, name);

  if (i == 0)
    g_error ("no parameter %s in: %s", name, sqlite3_sql (q));
  return i;
}

void
db_bind_int (sqlite3_stmt *q, const char *name, gint64 value)
{
  sqlite3_bind_int64 (q, param (q, name), value);
}

void
db_bind_null (sqlite3_stmt *q, const char *name)
{
  sqlite3_bind_null (q, param (q, name));
}

void
db_bind_text (sqlite3_stmt *q, const char *name, const char *text)
{
  sqlite3_bind_text (q, param (q, name), text, -1, SQLITE_STATIC);
}

void
db_bind_bytes (sqlite3_stmt *q, const char *name, GBytes *bytes)
{
  gsize         size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob64 (q, param (q, name), data ? data : "", size, SQLITE_STATIC);
}

DbStep
db_step (sqlite3_stmt *q, GError **error)
{
  switch (sqlite3_step (q))
    {
    case SQLITE_ROW:
      return DB_ROW;
    case SQLITE_DONE:
      sqlite3_reset (q);
      return DB_DONE;
    default:
      db_set_error (error, sqlite3_db_handle (q));
      sqlite3_reset (q);
      return DB_ERROR;
    }
}

gboolean
db_run (sqlite3_stmt *q, GError **error)
{
  DbStep step;

  do
    step = db_step (q, error);
  while (step == DB_ROW);
  return step == DB_DONE;
}

gboolean
db_run_each (sqlite3_stmt *q, const char *name, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      db_bind_int (q, name, g_array_index (ids, gint64, i));
      if (!db_run (q, error))
        return FALSE;
    }
  return TRUE;
}

GArray *
db_collect (sqlite3_stmt *q, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DbStep step;

  while ((step = db_step (q, error)) == DB_ROW)
    {
      gint64 id = sqlite3_column_int64 (q, 0);

      g_array_append_val (ids, id);
    }
  return step == DB_DONE ? g_steal_pointer (&ids) : NULL;
}

gint64
db_column_int (sqlite3_stmt *q, int column)
{
  return sqlite3_column_type (q, column) == SQLITE_NULL
             ? DB_NULL
             : sqlite3_column_int64 (q, column);
}

const char *
db_column_text (sqlite3_stmt *q, int column)
{
  const char      *text = (const char *) sqlite3_column_text (q, column);
  g_autofree char *valid = NULL;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;
  /* Damaged or hostile: rare enough for a text that is never freed. */
  valid = g_utf8_make_valid (text, -1);
  return g_intern_string (valid);
}
