/* app/read/counting.c — numbers as lists and dates write them. */

#include "app/read/counting.h"

#include <string.h>

static const char *const digits[2][10] = {
  { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" },
  { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" },
};
static const char *const tens[2][4] = {
  { "", "十", "百", "千" },
  { "", "拾", "佰", "仟" },
};
static const char *const myriads[] = { "", "万", "亿", "万亿" };

/* Four digits with 千 百 十; a gap between digits is one 零. */
static void
append_group (GString *text, guint group, gboolean legal, gboolean after_gap)
{
  guint scale = 1000;

  for (int i = 3; i >= 0; i--, scale /= 10)
    {
      guint digit = group / scale % 10;

      if (digit == 0)
        {
          after_gap = after_gap || text->len > 0;
          continue;
        }
      if (after_gap && text->len > 0)
        g_string_append (text, "零");
      after_gap = FALSE;
      /* ten is 十, not 一十; legal writing is never short */
      if (legal || digit != 1 || i != 1 || text->len > 0)
        g_string_append (text, digits[legal][digit]);
      g_string_append (text, tens[legal][i]);
    }
}

char *
counting_chinese (guint64 n, gboolean legal)
{
  GString *text = g_string_new (NULL);
  guint64  scale = G_GUINT64_CONSTANT (1000000000000);
  gboolean gap = FALSE;

  if (n == 0 || n >= scale * 10000)
    return g_string_free (g_string_append (text, legal ? "零" : "〇"), FALSE);
  for (int i = 3; i >= 0; i--, scale /= 10000)
    {
      guint group = (guint) (n / scale % 10000);

      if (group > 0)
        {
          append_group (text, group, legal, gap || (text->len > 0 && group < 1000));
          g_string_append (text, myriads[i]);
        }
      gap = group == 0 && text->len > 0;
    }
  return g_string_free (text, FALSE);
}

char *
counting_digits (const char *text, gboolean legal)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      g_string_append (out, digits[legal][*text - '0']);
    else
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

static char *
write_roman (guint n)
{
  static const struct {
    guint       value;
    const char *sign;
  } signs[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
    { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
    { 5, "V" },    { 4, "IV" },   { 1, "I" },
  };
  GString *text = g_string_new (NULL);

  if (n >= 5000) /* there is no sign for it */
    g_string_append_printf (text, "%u", n);
  else
    for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
      for (; n >= signs[i].value; n -= signs[i].value)
        g_string_append (text, signs[i].sign);
  return g_string_free (text, FALSE);
}

/* a … z, aa, bb … */
static char *
write_letters (guint n)
{
  guint times = n > 0 ? MIN ((n - 1) / 26 + 1, 16) : 0;
  char *text = g_strnfill (times, (char) ('a' + (n + 25) % 26));

  return text;
}

/* One of a run of characters, such as ① to ⑳. */
static char *
write_sign (guint n, gunichar first, guint last)
{
  char sign[7] = "";

  if (n == 0 || n > last)
    return g_strdup_printf ("%u", n);
  sign[g_unichar_to_utf8 (first + n - 1, sign)] = '\0';
  return g_strdup (sign);
}

static char *
write_cycle (guint n, const char *const *words, guint count)
{
  return g_strdup (n > 0 ? words[(n - 1) % count] : "");
}

static char *
write_wide (guint n)
{
  g_autofree char *narrow = g_strdup_printf ("%u", n);
  GString         *text = g_string_new (NULL);

  for (const char *c = narrow; *c != '\0'; c++)
    g_string_append_unichar (text, 0xFF10 + (gunichar) (*c - '0'));
  return g_string_free (text, FALSE);
}

typedef enum {
  AS_NOTHING,
  AS_DECIMAL,
  AS_PADDED,
  AS_WIDE,
  AS_CHINESE,
  AS_LEGAL,
  AS_DIGITS,
  AS_STEMS,
  AS_BRANCHES,
  AS_ROMAN,
  AS_SMALL_ROMAN,
  AS_LETTER,
  AS_SMALL_LETTER,
  AS_CIRCLED,
  AS_BRACKETED,
  AS_STOPPED,
  AS_CHINESE_CIRCLED,
} Writing;

static const struct {
  const char *format;
  Writing     writing;
} writings[] = {
  { "none", AS_NOTHING },
  { "bullet", AS_NOTHING },
  { "decimalZero", AS_PADDED },
  { "decimalFullWidth", AS_WIDE },
  { "decimalFullWidth2", AS_WIDE },
  { "chineseCounting", AS_CHINESE },
  { "chineseCountingThousand", AS_CHINESE },
  { "taiwaneseCounting", AS_CHINESE },
  { "taiwaneseCountingThousand", AS_CHINESE },
  { "japaneseCounting", AS_CHINESE }, /* what Word and WPS write for 一、二、三 */
  { "chineseLegalSimplified", AS_LEGAL },
  { "ideographLegalTraditional", AS_LEGAL },
  { "ideographDigital", AS_DIGITS },
  { "taiwaneseDigital", AS_DIGITS },
  { "japaneseDigitalTenThousand", AS_DIGITS },
  { "ideographTraditional", AS_STEMS },
  { "ideographZodiac", AS_BRANCHES },
  { "upperRoman", AS_ROMAN },
  { "lowerRoman", AS_SMALL_ROMAN },
  { "upperLetter", AS_LETTER },
  { "lowerLetter", AS_SMALL_LETTER },
  { "decimalEnclosedCircle", AS_CIRCLED },
  { "decimalEnclosedCircleChinese", AS_CIRCLED },
  { "decimalEnclosedParen", AS_BRACKETED },
  { "decimalEnclosedFullstop", AS_STOPPED },
  { "ideographEnclosedCircle", AS_CHINESE_CIRCLED },
};

static char *
write_as (Writing writing, guint n)
{
  static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊",
                                       "己", "庚", "辛", "壬", "癸" };
  static const char *const branches[] = { "子", "丑", "寅", "卯", "辰", "巳",
                                          "午", "未", "申", "酉", "戌", "亥" };
  g_autofree char         *text = NULL;

  switch (writing)
    {
    case AS_NOTHING:
      return g_strdup ("");
    case AS_PADDED:
      return g_strdup_printf ("%02u", n);
    case AS_WIDE:
      return write_wide (n);
    case AS_CHINESE:
    case AS_LEGAL:
      return counting_chinese (n, writing == AS_LEGAL);
    case AS_STEMS:
      return write_cycle (n, stems, G_N_ELEMENTS (stems));
    case AS_BRANCHES:
      return write_cycle (n, branches, G_N_ELEMENTS (branches));
    case AS_ROMAN:
      return write_roman (n);
    case AS_SMALL_ROMAN:
      text = write_roman (n);
      return g_ascii_strdown (text, -1);
    case AS_LETTER:
      text = write_letters (n);
      return g_ascii_strup (text, -1);
    case AS_SMALL_LETTER:
      return write_letters (n);
    case AS_CIRCLED:
      return write_sign (n, 0x2460, 20);
    case AS_BRACKETED:
      return write_sign (n, 0x2474, 20);
    case AS_STOPPED:
      return write_sign (n, 0x2488, 20);
    case AS_CHINESE_CIRCLED:
      return write_sign (n, 0x3280, 10);
    case AS_DIGITS:
      text = g_strdup_printf ("%u", n);
      return counting_digits (text, FALSE);
    case AS_DECIMAL:
      break;
    }
  return g_strdup_printf ("%u", n);
}

char *
counting_write (const char *format, guint n)
{
  for (gsize i = 0; i < G_N_ELEMENTS (writings); i++)
    if (g_strcmp0 (format, writings[i].format) == 0)
      return write_as (writings[i].writing, n);
  return write_as (AS_DECIMAL, n);
}
