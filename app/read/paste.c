/* app/read/paste.c — what was copied from a browser, Word or WPS, as a web page.
 *
 * Windows puts a head of offsets in front of the page (CF_HTML); a piece of a table may
 * come without the table it is of.
 */

#include "app/read/reader.h"

#include "app/read/block.h"

#include <string.h>

/* The number behind a name in the head; or else. */
static gsize
offset (const char *head, const char *name, gsize otherwise)
{
  const char *at = strstr (head, name);
  guint64     n = at != NULL ? g_ascii_strtoull (at + strlen (name), NULL, 10) : 0;

  return n > 0 && n <= G_MAXSIZE ? (gsize) n : otherwise;
}

/* The page without the head of offsets. */
static GBytes *
without_head (GBytes *bytes)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_strndup (data != NULL ? data : "", MIN (size, 400));
  gsize            start, end;

  if (!g_str_has_prefix (head, "Version:"))
    return g_bytes_ref (bytes);
  start = offset (head, "StartHTML:", offset (head, "StartFragment:", 0));
  end = offset (head, "EndHTML:", size);
  for (start = MIN (start, size); start < size && data[start] != '<';)
    start++;
  end = CLAMP (end, start, size);
  return g_bytes_new_from_bytes (bytes, start, end - start);
}

/* Rows without a table get one. */
static GBytes *
with_table (GBytes *bytes)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", size);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  GString         *whole;

  if (strstr (lower, "<table") != NULL || strstr (lower, "<tr") == NULL)
    return g_bytes_ref (bytes);
  whole = g_string_new ("<table>");
  g_string_append_len (whole, data, (gssize) size);
  g_string_append (whole, "</table>");
  return g_string_free_to_bytes (whole);
}

GPtrArray *
paste_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) page = without_head (bytes);
  g_autoptr (GBytes) whole = with_table (page);
  g_autoptr (GPtrArray) blocks = html_read (whole, name, error);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    block_clean (blocks->pdata[i]);
  if (blocks == NULL || blocks->len > 0)
    return g_steal_pointer (&blocks);
  g_set_error (error, READER_ERROR_DOMAIN, READER_EMPTY,
               "%s：里面没有文字，请在文档里选中表格，复制后再粘贴", name);
  return NULL;
}
