/* db/backup.c — a copy of a whole record file, made while it is open. */

#include "db/backup.h"
#include "db/damage.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static gboolean
check_place (Db *db, const char *copy, gboolean replace, GError **error)
{
  if (is_same_file (db_get_path (db), copy))
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "%s：就是记录文件本身，请给副本另取名字", copy);
  else if (!replace && g_file_test (copy, G_FILE_TEST_EXISTS))
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "%s：已有这个文件，没有覆盖；要覆盖它，请加 --force", copy);
  else
    return TRUE;
  return FALSE;
}

/* An empty file of a new name in the folder of the copy: what is put in its place later
 * must be on the same disk.  */
static char *
make_part (const char *copy, GError **error)
{
  char *part = g_strconcat (copy, ".XXXXXX", NULL);
  int   file = g_mkstemp_full (part, O_RDWR, 0644);

  if (file >= 0)
    {
      close (file);
      return part;
    }
  g_set_error (error, DB_ERROR_DOMAIN, DB_READ_ONLY,
               "%s：不能写到这里（%s），请检查文件夹和权限", copy, g_strerror (errno));
  g_free (part);
  return NULL;
}

/* Page by page, so that the copy is laid out as the file is: see db/transplant.h. */
static gboolean
write_part (Db *db, const char *part, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, "SELECT 1", error);
  sqlite3        *to = NULL;
  sqlite3_backup *backup = NULL;
  int             result;

  if (q == NULL)
    return FALSE;
  sqlite3_open (part, &to);
  backup = sqlite3_backup_init (to, "main", sqlite3_db_handle (q), "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  result = sqlite3_errcode (to);
  if (result != SQLITE_OK)
    g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED, "写副本时出错（%s）",
                 sqlite3_errmsg (to));
  sqlite3_close (to);
  return result == SQLITE_OK;
}

/* Opens it as any other file, and reads every page. */
static gboolean
verify (const char *part, GError **error)
{
  g_autoptr (Db) db = db_open (part, DB_OPEN_READ, error);
  g_autoptr (GPtrArray) damage = db != NULL ? damage_of_pages (db, error) : NULL;

  if (damage != NULL && damage->len > 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_DAMAGED, "写出的副本有损坏（%s）",
                 (char *) damage->pdata[0]);
  return damage != NULL && damage->len == 0;
}

/* SQLite has put it on the disk already. */
static gboolean
put_in_place (const char *part, const char *copy, GError **error)
{
  if (g_rename (part, copy) == 0)
    return TRUE;
  g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED, "换名时出错（%s）",
               g_strerror (errno));
  return FALSE;
}

gboolean
backup_write (Db *db, const char *copy, gboolean replace, GError **error)
{
  g_autofree char *part = NULL;

  if (!check_place (db, copy, replace, error))
    return FALSE;
  part = make_part (copy, error);
  if (part == NULL)
    return FALSE;
  if (write_part (db, part, error) && verify (part, error) &&
      put_in_place (part, copy, error))
    return TRUE;
  g_prefix_error (error, "%s：", copy);
  g_unlink (part);
  return FALSE;
}
