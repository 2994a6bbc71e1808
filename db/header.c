/* db/header.c — what the first bytes of a file say it is. */

#include "db/header.h"

#include "db/db.h"
#include "db/upgrade.h"

#include <gio/gio.h>
#include <string.h>

#define HEADER_SIZE           100 /* https://www.sqlite.org/fileformat.html, 1.3 */
#define USER_VERSION_OFFSET   60
#define APPLICATION_ID_OFFSET 68
#define APPLICATION_ID        0x4A584D42

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 |
         bytes[3];
}

static gboolean
cannot_read (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, DB_ERROR_DOMAIN, DB_NOT_OURS,
                 "%s：是文件夹，请选择里面的记录文件（.jixiao）", path);
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, DB_ERROR_DOMAIN, DB_READ_ONLY, "%s：无法读取，请检查权限",
                 path);
  else
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "%s：没有这个文件，请检查路径",
                 path);
  return FALSE;
}

gboolean
header_check (const char *path, int *version, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  guint8 header[HEADER_SIZE];
  gsize  n = 0;

  if (stream == NULL)
    return cannot_read (path, error);
  g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &n, NULL,
                           NULL);
  if (n < sizeof header || memcmp (header, "SQLite format 3", 16) != 0 ||
      big_endian (header + APPLICATION_ID_OFFSET) != APPLICATION_ID)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_NOT_OURS,
                   "%s：不是绩效记录文件；要读入文档，请用“导入”（jixiao import）",
                   path);
      return FALSE;
    }
  *version = (int) big_endian (header + USER_VERSION_OFFSET);
  if (*version > UPGRADE_VERSION)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_TOO_NEW,
                   "%s：由更新版本的程序建立（格式 %d，本程序只认到 %d），请升级程序",
                   path, *version, UPGRADE_VERSION);
      return FALSE;
    }
  return TRUE;
}
