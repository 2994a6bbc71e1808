/* app/text-file.c — text files that an office writes by hand: reading and refusing. */

#include "app/text-file.h"
#include "db/db.h"

#include <string.h>

char *
text_file_load (const char *path, GError **error)
{
  char *text = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    return text;
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING, "%s：读不了这个文件，请检查路径",
               path);
  return NULL;
}

const char *
text_file_begin (const char *text, GError **error)
{
  static const char byte_order_mark[] = "\xef\xbb\xbf";

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                   "不是 UTF-8 文字，请用 UTF-8 另存，没有导入");
      return NULL;
    }
  return g_str_has_prefix (text, byte_order_mark) ? text + strlen (byte_order_mark)
                                                  : text;
}

gboolean
text_file_fail (GError **error, guint line, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "第 %u 行：%s，没有导入", line,
               what);
  return FALSE;
}
