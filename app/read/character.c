/* app/read/character.c — characters that do not show, and look-alikes that are not
 * typed. */

#include "app/read/character.h"

#include <string.h>

/* First and last of runs that do not show. */
static const gunichar unseen[][2] = {
  { 0x00AD, 0x00AD }, { 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2060, 0x2064 },
  { 0x2066, 0x2069 }, { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF },
};

/* Radicals of simplified characters, for which Unicode knows no character they stand
 * for. */
static const struct {
  gunichar radical, meant;
} radicals[] = {
  { 0x2EA0, 0x6C11 }, { 0x2EC4, 0x897F }, { 0x2EC5, 0x89C1 }, { 0x2EC9, 0x8D1D },
  { 0x2ECB, 0x8F66 }, { 0x2ED3, 0x957F }, { 0x2ED4, 0x95E8 }, { 0x2ED8, 0x9752 },
  { 0x2ED9, 0x97E6 }, { 0x2EDA, 0x9875 }, { 0x2EDB, 0x98CE }, { 0x2EDC, 0x98DE },
  { 0x2EDD, 0x98DF }, { 0x2EE2, 0x9A6C }, { 0x2EE3, 0x9AA8 }, { 0x2EE4, 0x9B3C },
  { 0x2EE5, 0x9C7C }, { 0x2EE6, 0x9E1F }, { 0x2EE7, 0x5364 }, { 0x2EE8, 0x9EA6 },
  { 0x2EE9, 0x9EC4 }, { 0x2EEC, 0x9F50 }, { 0x2EEE, 0x9F7F }, { 0x2EF0, 0x9F99 },
  { 0x2EF3, 0x9F9F },
};

gunichar
character_meant (gunichar c)
{
  gunichar meant;

  if (c >= 0x4E00 && c <= 0x9FFF) /* nearly all */
    return c;
  for (gsize i = 0; i < G_N_ELEMENTS (unseen); i++)
    if (c >= unseen[i][0] && c <= unseen[i][1])
      return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (radicals); i++)
    if (radicals[i].radical == c)
      return radicals[i].meant;
  if (((c >= 0x2F00 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAD9)) &&
      g_unichar_fully_decompose (c, TRUE, &meant, 1) == 1)
    return meant;
  return c;
}

gboolean
character_may_differ (const char *text)
{
  /* first bytes of all these characters in UTF-8; the last one also begins full-width
   * signs */
  for (text = strpbrk (text, "\xC2\xE2\xEF"); text != NULL;
       text = strpbrk (text + 1, "\xC2\xE2\xEF"))
    {
      guchar first = (guchar) text[0], second = (guchar) text[1];

      if (first == 0xC2   ? second == 0xAD
          : first == 0xE2 ? second < 0x82 || second > 0xB9
                          : second < 0xBC)
        return TRUE;
    }
  return FALSE;
}
