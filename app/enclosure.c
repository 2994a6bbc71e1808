/* app/enclosure.c — the records that ride inside a printed file. */

#include "app/enclosure.h"

#include "app/fold.h"

#include <string.h>

#define MARK        "jixiao-records 1 "
#define HASH_LENGTH 64

void
enclosure_see (GChecksum *seen, const char *text)
{
  g_autofree char *folded = fold (text);

  g_checksum_update (seen, (const guchar *) folded, -1);
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
