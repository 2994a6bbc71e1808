/* app/read/legacy.c — documents of old versions, by way of LibreOffice. */

#define _GNU_SOURCE /* memmem */

#include "app/read/legacy.h"

#include "app/read/process.h"
#include "app/read/reader.h"

#include <gio/gio.h>
#include <string.h>

#define SECONDS 60

/* Names of streams are UTF-16 in such files. */
#define WORD_STREAM "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"

#define WORD_XML "/word/2003/wordml"

typedef struct {
  const char *file, *filter; /* what LibreOffice is to take it for */
  const char *into;
} Kind;

static const Kind kinds[] = {
  { "old.rtf", "--infilter=Rich Text Format", "docx" },
  { "old.doc", "--infilter=MS Word 97", "docx" },
  { "old.xls", "--infilter=MS Excel 97", "xlsx" },
  { "old.xml", "--infilter=MS Word 2003 XML", "docx" },
  { "old.xml", "--infilter=MS Excel 2003 XML", "xlsx" },
};

static const Kind *
kind_of (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > 0 && *data == '{')
    return &kinds[0];
  if (size > 0 && *data == '<')
    return memmem (data, size, WORD_XML, sizeof WORD_XML - 1) != NULL ? &kinds[3]
                                                                      : &kinds[4];
  return memmem (data, size, WORD_STREAM, sizeof WORD_STREAM - 1) != NULL ? &kinds[1]
                                                                          : &kinds[2];
}

/* Removes a folder with all in it; a link is only a name. */
static void
remove_all (GFile *folder)
{
  g_autoptr (GFileEnumerator) names =
      g_file_enumerate_children (folder,
                                 G_FILE_ATTRIBUTE_STANDARD_NAME
                                 "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile     *child;

  while (names != NULL &&
         g_file_enumerator_iterate (names, &info, &child, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      remove_all (child);
    else
      g_file_delete (child, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

/* What LibreOffice made in a folder; NULL when it made nothing. */
static GBytes *
run_in (GFile *folder, const char *program, const Kind *kind, GBytes *bytes,
        guint seconds, GError **error)
{
  static const ProcessLimits most = { .megabytes = 6144, .output = 1 };
  const char                *path = g_file_peek_path (folder);
  g_autofree char           *old = g_build_filename (path, kind->file, NULL);
  g_autofree char           *profile = g_filename_to_uri (path, NULL, NULL);
  g_autofree char           *own =
      g_strconcat ("-env:UserInstallation=", profile, "/profile", NULL);
  g_autofree char *made = g_strconcat (path, "/old.", kind->into, NULL);
  g_autofree char *home = g_strconcat ("HOME=", path, NULL);
  const char      *argv[] = { program,       own,          "--headless",
                              "--norestore", kind->filter, "--convert-to",
                              kind->into,    "--outdir",   path,
                              old,           NULL };
  const char   *environment[] = { home, "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL };
  ProcessLimits limits = most;
  g_autoptr (GFile) file = g_file_new_for_path (made);
  g_autoptr (GBytes) said = NULL;
  int status;

  limits.seconds = seconds;
  if (!g_file_set_contents (old, g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  said = process_run (argv, environment, NULL, &limits, &status, error);
  return said != NULL ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
}

GBytes *
legacy_convert (GBytes *bytes, const char *name, guint seconds, GError **error)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *path = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) cause = NULL;
  GBytes *made;

  if (program == NULL)
    {
      g_set_error (
          error, READER_ERROR_DOMAIN, READER_UNKNOWN,
          "%s：读旧版文档（.doc、.xls）要用 LibreOffice，这台电脑上没有；请安装 "
          "libreoffice-writer 和 libreoffice-calc，或用办公软件另存为 .docx 或 "
          ".xlsx 再导入",
          name);
      return NULL;
    }
  path = g_dir_make_tmp ("jixiao-XXXXXX", &cause);
  if (path == NULL)
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN,
                   "%s：无法建立临时文件夹，请检查磁盘空间", name);
      return NULL;
    }
  folder = g_file_new_for_path (path);
  made = run_in (folder, program, kind_of (bytes), bytes, seconds, &cause);
  remove_all (folder);
  if (made == NULL)
    g_set_error (
        error, READER_ERROR_DOMAIN, READER_BROKEN,
        g_error_matches (cause, PROCESS_ERROR_DOMAIN, PROCESS_SLOW)
            ? "%s：LibreOffice 在规定时间内没有转换完，请用办公软件另存为 .docx "
              "或 .xlsx 再导入"
            : "%s：LibreOffice 读不了这份文档，可能已损坏或有密码；"
              "请用办公软件打开后另存为 .docx 或 .xlsx 再导入",
        name);
  return made;
}

GPtrArray *
legacy_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) made = legacy_convert (bytes, name, SECONDS, error);

  return made != NULL ? office_read (made, name, error) : NULL;
}
