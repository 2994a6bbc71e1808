/* app/read/reader.c — which reader a file's bytes need: decided by what they begin
 * with, never by the file's name. */

#define _GNU_SOURCE /* memmem */

#include "app/read/reader.h"

#include "app/read/block.h"
#include "app/read/lock.h"

#include <string.h>

G_DEFINE_QUARK (reader_error, reader_error)

#define LATE 1024 /* bytes: how late a PDF document may begin */

#define OLD_OFFICE "\xD0\xCF\x11\xE0"
#define PICTURE    "是图片，里面的文字读不出来，请用原来的文档导入"
#define XML_HEAD   4096 /* bytes, in which XML says what it is */

/* XML that office programs write: an OpenDocument file in one piece, or what Office
 * 2003 made, which LibreOffice reads.  */
static GPtrArray *
xml_read (GBytes *bytes, const char *name, GError **error)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_strndup (data, MIN (size, XML_HEAD));

  if (strstr (head, "urn:oasis:names:tc:opendocument:xmlns:office:1.0") != NULL)
    return office_read_part (bytes, name, error);
  if (strstr (head, "urn:schemas-microsoft-com:office:spreadsheet") != NULL ||
      strstr (head, "http://schemas.microsoft.com/office/word/2003/wordml") != NULL)
    return legacy_read (bytes, name, error);
  g_set_error (error, READER_ERROR_DOMAIN, READER_UNKNOWN,
               "%s：XML 文档还不能读，请用办公软件打开后另存为 .docx 或 .xlsx 再导入",
               name);
  return NULL;
}

/* Kinds of file that begin with a mark of their own.  What has none is a text. */
static const struct {
  const char *mark;
  const char *complaint; /* when it cannot be read */
  GPtrArray *(*read) (GBytes *bytes, const char *name, GError **error);
} kinds[] = {
  { "PK\x03\x04", NULL, office_read },
  { "PK\x05\x06", NULL, office_read },
  { "%PDF", NULL, pdf_read },
  { OLD_OFFICE, NULL, legacy_read },
  { "{\\rtf", NULL, legacy_read },
  { "<?xml", NULL, xml_read },
  { "SQLite format 3", "是记录文件，不是文档，请打开它，不用导入", NULL },
  { "\x89PNG", PICTURE, NULL },
  { "\xFF\xD8\xFF", PICTURE, NULL },
};

static gboolean
begins_with (const char *data, gsize size, const char *mark)
{
  return size >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0;
}

/* A PDF document may have other bytes in front of it: what a printer or a mail program
 * put there. */
static gboolean
is_late_pdf (const char *data, gsize size)
{
  static const char mark[] = "%PDF-";
  const char       *found = memmem (data, MIN (size, LATE), mark, strlen (mark));

  return found != NULL && found + strlen (mark) < data + size &&
         g_ascii_isdigit (found[strlen (mark)]);
}

static GPtrArray *
refuse (const char *name, const char *complaint, GError **error)
{
  g_set_error (error, READER_ERROR_DOMAIN, READER_UNKNOWN, "%s：%s", name, complaint);
  return NULL;
}

static GPtrArray *
read_by_kind (GBytes *bytes, const char *name, GError **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (data == NULL) /* an empty file */
    return text_read (bytes, name, error);
  if (lock_is_on (bytes))
    return refuse (name, LOCKED, error);
  if (html_is (bytes))
    return html_read (bytes, name, error);
  if (mht_is (bytes))
    return mht_read (bytes, name, error);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (begins_with (data, size, kinds[i].mark))
      return kinds[i].read != NULL ? kinds[i].read (bytes, name, error)
                                   : refuse (name, kinds[i].complaint, error);
  if (is_late_pdf (data, size))
    return pdf_read (bytes, name, error);
  return text_read (bytes, name, error);
}

GPtrArray *
reader_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) blocks = read_by_kind (bytes, name, error);

  if (blocks != NULL && blocks->len == 0)
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_EMPTY,
                   "%s：里面没有文字，请选择有内容的文件再导入", name);
      return NULL;
    }
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    block_clean (blocks->pdata[i]);
  return g_steal_pointer (&blocks);
}
