/* app/read/charset.c — which character set a web page is in.
 *
 * A page that says utf-8 and is not, or says gb2312 and uses characters beyond it, is
 * common: what the bytes are goes before what they say.
 */

#include "app/read/charset.h"

#include <errno.h>
#include <string.h>

#define HEAD_SIZE 4096 /* a page says its character set early */

static const struct {
  const char *mark;
  gsize       size;
  const char *charset;
} marks[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

/* Sets whose names stand for smaller ones than pages really use. */
static const struct {
  const char *said, *meant;
} aliases[] = {
  { "gb2312", "GB18030" }, { "gbk", "GB18030" },      { "gb_2312-80", "GB18030" },
  { "x-gbk", "GB18030" },  { "unicode", "UTF-16LE" },
};

/* Converts what can be converted; the rest shows as U+FFFD and is counted.  NULL when
 * no such set is known. */
static char *
convert (const char *data, gsize size, const char *charset, gsize *wrong)
{
  GIConv   iconv = g_iconv_open ("UTF-8", charset);
  GString *text;
  char     room[8192];

  *wrong = 0;
  if (iconv == (GIConv) -1)
    return NULL;
  text = g_string_sized_new (size + size / 2);
  while (size > 0)
    {
      char *in = (char *) data, *out = room;
      gsize left = size, free = sizeof room;
      gsize done = g_iconv (iconv, &in, &left, &out, &free);

      g_string_append_len (text, room, (gssize) (sizeof room - free));
      if (done == (gsize) -1 && errno != E2BIG)
        {
          g_string_append (text, "\xEF\xBF\xBD");
          ++*wrong;
          in++;
          left--;
          g_iconv (iconv, NULL, NULL, NULL, NULL);
        }
      data = in;
      size = left;
    }
  g_iconv_close (iconv);
  return g_string_free (text, FALSE);
}

/* What stands behind charset= or encoding= in the head of the page. */
static char *
said (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, HEAD_SIZE));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char      *at = strstr (lower, "charset=");
  gsize            length;

  if (at == NULL)
    at = strstr (lower, "encoding=");
  if (at == NULL)
    return NULL;
  at = strchr (at, '=') + 1;
  at += strspn (at, " \"'");
  length = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
  return g_strndup (at, length);
}

static const char *
meant (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_strcmp0 (aliases[i].said, name) == 0)
      return aliases[i].meant;
  return name;
}

/* UTF-16 without a mark: every other byte of its tags is NUL. */
static const char *
unmarked (const char *data, gsize size)
{
  if (size < 4 || (data[0] == '\0') == (data[1] == '\0'))
    return NULL;
  if (data[0] == '\0')
    return data[2] == '\0' && data[3] != '\0' ? "UTF-16BE" : NULL;
  return data[3] == '\0' && data[2] != '\0' ? "UTF-16LE" : NULL;
}

char *
charset_decode (const char *data, gsize size)
{
  g_autofree char *name = NULL, *as_said = NULL, *as_usual = NULL;
  gsize            wrong, wrong_usual;

  if (data == NULL) /* no bytes at all */
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (data, marks[i].mark, marks[i].size) == 0)
      return convert (data + marks[i].size, size - marks[i].size, marks[i].charset,
                      &wrong);
  if (unmarked (data, size) != NULL)
    return convert (data, size, unmarked (data, size), &wrong);
  if (g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);
  name = said (data, size);
  as_said = name != NULL ? convert (data, size, meant (name), &wrong) : NULL;
  as_usual = convert (data, size, "GB18030", &wrong_usual);
  return as_said != NULL && wrong <= wrong_usual ? g_steal_pointer (&as_said)
                                                 : g_steal_pointer (&as_usual);
}
