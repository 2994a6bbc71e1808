/* app/export/save.c — writing a file so that a failed export leaves the old one. */

#include "app/export/save.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
  int         number; /* of errno */
  const char *message;
} reasons[] = {
  { ENOENT, "没有这个文件夹，请先建立或换一个位置" },
  { ENOTDIR, "没有这个文件夹，请先建立或换一个位置" },
  { EACCES, "没有写入权限，请换一个位置" },
  { EPERM, "没有写入权限，请换一个位置" },
  { EROFS, "磁盘是只读的，请换一个位置" },
  { EISDIR, "这是一个文件夹，请写出文件名" },
  { ENOSPC, "磁盘已满，请腾出空间后再试" },
  { EDQUOT, "磁盘已满，请腾出空间后再试" },
};

static void
set_error (GError **error, const char *path, int number)
{
  const char *message = "写入失败，请检查磁盘或换一个位置";

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].number == number)
      message = reasons[i].message;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s：%s", path,
               message);
}

/* The permissions that a new file gets; mkstemp gives fewer. */
static mode_t
usual_mode (const char *path)
{
  struct stat old;
  mode_t      mask;

  if (stat (path, &old) == 0)
    return old.st_mode & 0777;
  mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

char *
save_begin (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int              file;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      set_error (error, path, EISDIR);
      return NULL;
    }
  file = g_mkstemp (temporary);
  if (file == -1)
    {
      set_error (error, path, errno);
      return NULL;
    }
  fchmod (file, usual_mode (path));
  close (file);
  return g_steal_pointer (&temporary);
}

gboolean
save_bytes (const char *temporary, const char *bytes, gsize length)
{
  FILE    *file = g_fopen (temporary, "we");
  gboolean ok = file != NULL && fwrite (bytes, 1, length, file) == length;

  return file != NULL && fclose (file) == 0 && ok;
}

/* On disk before it takes the old file's place. */
static gboolean
flush (const char *path)
{
  int      file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = file != -1 && fsync (file) == 0;
  int      number = errno;

  if (file != -1)
    close (file);
  errno = number;
  return ok;
}

gboolean
save_end (char *temporary, const char *path, gboolean ok, GError **error)
{
  g_autofree char *name = temporary;
  int              number = EIO;

  if (ok && flush (name) && g_rename (name, path) == 0)
    return TRUE;
  if (ok)
    number = errno;
  g_unlink (name);
  set_error (error, path, number);
  return FALSE;
}

gboolean
save_text (const char *path, const char *text, GError **error)
{
  char *temporary = save_begin (path, error);

  if (temporary == NULL)
    return FALSE;
  return save_end (temporary, path, save_bytes (temporary, text, strlen (text)), error);
}
