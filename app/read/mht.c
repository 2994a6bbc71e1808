/* app/read/mht.c — a web page in one file: MIME, as mail is (RFC 2557).
 *
 * The page stands first; where it only lays out frames, what they show stands behind
 * it. Pictures and styles are not looked at, and nothing is fetched.
 */

#include "app/read/block.h"
#include "app/read/reader.h"

#include <string.h>

#define MAX_DEPTH 4 /* of parts that are divided themselves */
#define MAX_PAGES 256

/* Bytes of the file, not ended by a NUL. */
typedef struct {
  const char *start, *end;
} Span;

static Span
span_of (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  data = data != NULL ? data : ""; /* no byte at all */
  return (Span){ data, data + size };
}

/* Takes a line off the front, without its end. */
static Span
take_line (Span *rest)
{
  Span        line = { rest->start, rest->end };
  const char *end = memchr (rest->start, '\n', (gsize) (rest->end - rest->start));

  if (end != NULL)
    {
      rest->start = end + 1;
      line.end = end > line.start && end[-1] == '\r' ? end - 1 : end;
    }
  else
    rest->start = rest->end;
  return line;
}

static gboolean
begins_with (Span line, const char *words)
{
  gsize length = strlen (words);

  return (gsize) (line.end - line.start) >= length &&
         g_ascii_strncasecmp (line.start, words, length) == 0;
}

/* A line of a head: a name with a colon, or the rest of the line before. */
static gboolean
is_head_line (Span line)
{
  const char *p = line.start;

  if (p < line.end && (*p == ' ' || *p == '\t'))
    return TRUE;
  while (p < line.end && (g_ascii_isalnum (*p) || *p == '-'))
    p++;
  return p > line.start && p < line.end && *p == ':';
}

gboolean
mht_is (GBytes *bytes)
{
  Span rest = span_of (bytes);

  while (rest.start < rest.end)
    {
      Span line = take_line (&rest);

      if (!is_head_line (line))
        return FALSE;
      if (begins_with (line, "MIME-Version:"))
        return TRUE;
    }
  return FALSE;
}

/* What the head of an entity says behind a name, its lines joined; NULL: nothing. */
static char *
head_value (Span entity, const char *name)
{
  GString *value = NULL;

  while (entity.start < entity.end)
    {
      Span line = take_line (&entity);

      if (line.start == line.end)
        break;
      if (value != NULL && *line.start != ' ' && *line.start != '\t')
        break;
      if (value == NULL && begins_with (line, name))
        {
          value = g_string_new (NULL);
          line.start += strlen (name);
        }
      if (value != NULL)
        g_string_append_len (value, line.start, line.end - line.start);
    }
  return value != NULL ? g_strstrip (g_string_free (value, FALSE)) : NULL;
}

/* What stands behind the head. */
static Span
body_of (Span entity)
{
  Span line;

  do
    line = take_line (&entity);
  while (line.start < line.end);
  return entity;
}

/* The line that divides the parts of an entity of this type; NULL: it has none. */
static char *
boundary_of (const char *type)
{
  g_autofree char *lower = g_ascii_strdown (type, -1);
  const char      *at = strstr (lower, "boundary=");
  const char      *start, *end;

  if (!g_str_has_prefix (lower, "multipart/") || at == NULL)
    return NULL;
  start = type + (at - lower) + strlen ("boundary=");
  end = *start == '"' ? strchr (start + 1, '"') : start + strcspn (start, "; \t");
  start += *start == '"';
  return end != NULL && end > start
             ? g_strdup_printf ("--%.*s", (int) (end - start), start)
             : NULL;
}

static int
hex_value (const char *p)
{
  int high = g_ascii_xdigit_value (p[0]), low = g_ascii_xdigit_value (p[1]);

  return high >= 0 && low >= 0 ? high * 16 + low : -1;
}

static void
decode_quoted (Span body, GByteArray *to)
{
  while (body.start < body.end)
    {
      Span     line = take_line (&body);
      gboolean goes_on = line.end > line.start && line.end[-1] == '=';

      line.end -= goes_on ? 1 : 0;
      while (line.start < line.end)
        {
          int    c = *line.start == '=' && line.end - line.start > 2
                         ? hex_value (line.start + 1)
                         : -1;
          guint8 byte = (guint8) (c >= 0 ? c : *line.start);

          g_byte_array_append (to, &byte, 1);
          line.start += c >= 0 ? 3 : 1;
        }
      if (!goes_on)
        g_byte_array_append (to, (const guint8 *) "\n", 1);
    }
}

static void
decode_base64 (Span body, GByteArray *to)
{
  gsize size = (gsize) (body.end - body.start);
  int   state = 0;
  guint save = 0;

  g_byte_array_set_size (to, (guint) (size / 4 * 3 + 3));
  g_byte_array_set_size (to, (guint) g_base64_decode_step (body.start, size, to->data,
                                                           &state, &save));
}

static GBytes *
decode (Span entity)
{
  g_autofree char *encoding = head_value (entity, "Content-Transfer-Encoding:");
  GByteArray      *to = g_byte_array_new ();
  Span             body = body_of (entity);

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "quoted-printable") == 0)
    decode_quoted (body, to);
  else if (encoding != NULL && g_ascii_strcasecmp (encoding, "base64") == 0)
    decode_base64 (body, to);
  else
    g_byte_array_append (to, (const guint8 *) body.start,
                         (guint) (body.end - body.start));
  return g_byte_array_free_to_bytes (to);
}

/* Excel puts the names of its sheets into a page of their own. */
static gboolean
is_page (Span entity, const char *type)
{
  g_autofree char *place = head_value (entity, "Content-Location:");

  return g_ascii_strncasecmp (type, "text/html", strlen ("text/html")) == 0 &&
         (place == NULL || !g_str_has_suffix (place, "/tabstrip.htm"));
}

static void collect_pages (Span entity, GPtrArray *pages, guint depth);

static void
collect_parts (Span body, const char *boundary, GPtrArray *pages, guint depth)
{
  Span part = { NULL, NULL };

  while (body.start < body.end && pages->len < MAX_PAGES)
    {
      Span line = take_line (&body);

      if (!begins_with (line, boundary))
        continue;
      part.end = line.start;
      if (part.start != NULL)
        collect_pages (part, pages, depth + 1);
      part.start = body.start;
    }
  part.end = body.end;
  /* the file was cut off */
  if (part.start != NULL && part.start < part.end && pages->len == 0)
    collect_pages (part, pages, depth + 1);
}

/* Adds the web pages of an entity, GBytes *. */
static void
collect_pages (Span entity, GPtrArray *pages, guint depth)
{
  g_autofree char *type = head_value (entity, "Content-Type:");
  g_autofree char *boundary = type != NULL ? boundary_of (type) : NULL;

  if (boundary != NULL && depth < MAX_DEPTH)
    collect_parts (body_of (entity), boundary, pages, depth);
  else if (type != NULL && is_page (entity, type))
    g_ptr_array_add (pages, decode (entity));
}

/* What the frames show, one after the other. */
static GPtrArray *
read_frames (const GPtrArray *pages, const char *name, GError **error)
{
  g_autoptr (GPtrArray) blocks = block_array_new ();

  for (guint i = 1; i < pages->len; i++)
    {
      g_autoptr (GPtrArray) shown = html_read (pages->pdata[i], name, error);

      if (shown == NULL)
        return NULL;
      for (guint j = 0; j < shown->len; j++)
        g_ptr_array_add (blocks, g_steal_pointer (&shown->pdata[j]));
    }
  return g_steal_pointer (&blocks);
}

GPtrArray *
mht_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) pages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  collect_pages (span_of (bytes), pages, 0);
  if (pages->len == 0)
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_UNKNOWN,
                   "%s：里面没有网页，请用浏览器打开后另存为 .html 再导入", name);
      return NULL;
    }
  return pages->len > 1 && html_has_frames (pages->pdata[0])
             ? read_frames (pages, name, error)
             : html_read (pages->pdata[0], name, error);
}
