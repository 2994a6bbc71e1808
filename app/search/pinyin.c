/* app/search/pinyin.c — the first letters of Chinese characters, by ICU's order of
 * readings.
 */

#include "app/search/pinyin.h"

#include <string.h>
#include <unicode/ucol.h>

#define FIRST_HAN 0x4E00
#define LAST_HAN  0x9FFF

/* In the order of readings, the first character of each letter. */
static const char firsts[] = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀";
static const char letters[] = "abcdefghjklmnopqrstwxyz";

#define LETTERS (sizeof letters - 1)

/* Characters of office texts that are read in two ways, as the order knows but one. */
static const struct {
  const char *c, *letters;
} readings[] = {
  { "行", "xh" }, { "长", "cz" }, { "重", "cz" }, { "会", "hk" }, { "调", "dt" },
  { "传", "cz" }, { "率", "ls" }, { "厦", "sx" }, { "参", "cs" }, { "曾", "cz" },
  { "藏", "cz" }, { "朝", "cz" }, { "车", "cj" }, { "降", "jx" }, { "解", "jx" },
  { "校", "jx" }, { "省", "sx" }, { "宿", "sx" }, { "弹", "dt" }, { "系", "jx" },
  { "畜", "cx" }, { "种", "cz" }, { "单", "ds" }, { "乐", "ly" }, { "石", "ds" },
  { "查", "cz" }, { "乘", "cs" }, { "盛", "cs" }, { "沈", "cs" }, { "折", "sz" },
  { "泊", "bp" }, { "区", "oq" }, { "堡", "bp" }, { "巷", "hx" }, { "埔", "bp" },
  { "提", "dt" }, { "属", "sz" }, { "合", "gh" }, { "给", "gj" }, { "奇", "jq" },
  { "期", "jq" }, { "否", "fp" }, { "仇", "cq" }, { "澄", "cd" }, { "圈", "jq" },
};

static guint32
bit (char letter)
{
  return 1u << (letter - 'a');
}

/* The letter of the last of the first characters that c does not come before. */
static guint32
letter_of (const UCollator *order, const UChar *first, UChar c)
{
  gsize from = 0, to = LETTERS;

  while (from < to)
    {
      gsize middle = from + (to - from) / 2;

      if (ucol_strcoll (order, &first[middle], 1, &c, 1) == UCOL_GREATER)
        to = middle;
      else
        from = middle + 1;
    }
  return from > 0 ? bit (letters[from - 1]) : 0;
}

/* For every character from FIRST_HAN on.  Without ICU's data nothing is known. */
static guint32 *
make_table (void)
{
  guint32    *table = g_new0 (guint32, LAST_HAN - FIRST_HAN + 1);
  UErrorCode  error = U_ZERO_ERROR;
  UCollator  *order = ucol_open ("zh@collation=pinyin", &error);
  UChar       first[LETTERS];
  const char *p = firsts;

  if (U_FAILURE (error))
    return table;
  for (gsize i = 0; i < LETTERS; i++, p = g_utf8_next_char (p))
    first[i] = (UChar) g_utf8_get_char (p);
  for (gunichar c = FIRST_HAN; c <= LAST_HAN; c++)
    table[c - FIRST_HAN] = letter_of (order, first, (UChar) c);
  ucol_close (order);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    for (p = readings[i].letters; *p != '\0'; p++)
      table[g_utf8_get_char (readings[i].c) - FIRST_HAN] |= bit (*p);
  return table;
}

guint32
pinyin_initials (gunichar c)
{
  static gsize table;

  if (c < 0x80)
    return g_ascii_isalpha ((char) c) ? bit (g_ascii_tolower ((char) c)) : 0;
  if (c < FIRST_HAN || c > LAST_HAN)
    return 0;
  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) make_table ());
  return ((const guint32 *) table)[c - FIRST_HAN];
}
