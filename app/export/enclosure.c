/* app/export/enclosure.c — the records that ride inside a printed file. */

#include "app/export/enclosure.h"

#include "app/read/character.h"

#include <string.h>

#define MARK        "jixiao-records 1 "
#define HASH_LENGTH 64

/* Behind the characters at text that are what they seem, as nearly all are: ASCII that
 * shows, and three bytes of U+4000 to U+9FFF.  */
static const char *
skip_plain (const char *text)
{
  for (;;)
    if (*text > ' ' && *text < '\x7f')
      text++;
    else if ((guchar) *text >= 0xE4 && (guchar) *text <= 0xE9)
      text += 3;
    else
      return text;
}

void
enclosure_see (GChecksum *seen, const char *text)
{
  const char *from = text;

  for (const char *at = text; at != NULL && *(at = skip_plain (at)) != '\0';
       at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gunichar meant = g_unichar_isspace (c) ? 0 : character_meant (c);
      char     utf8[6];

      if (meant == c)
        continue;
      g_checksum_update (seen, (const guchar *) from, at - from);
      from = g_utf8_next_char (at);
      if (meant != 0)
        g_checksum_update (seen, (const guchar *) utf8,
                           g_unichar_to_utf8 (meant, utf8));
    }
  if (from != NULL)
    g_checksum_update (seen, (const guchar *) from, strlen (from));
}

char *
enclosure_new (const char *hash, const char *json)
{
  return g_strconcat (MARK, hash, "\n", json, NULL);
}

const char *
enclosure_open (const char *text, char **hash)
{
  const char *at = text + strlen (MARK);

  if (!g_str_has_prefix (text, MARK) || strlen (at) <= HASH_LENGTH ||
      at[HASH_LENGTH] != '\n')
    return NULL;
  *hash = g_strndup (at, HASH_LENGTH);
  return at + HASH_LENGTH + 1;
}
