/* app/reading/target.c — reading a target cell: operator, number and unit, a date, or
 * words. */

#include "app/reading/target.h"
#include "app/decimal.h"
#include "app/fold.h"
#include "app/read/pattern.h"

#include <string.h>

#define QUALITATIVE "定性"

/* How an operator is written in front of the number.  A longer writing stands before
 * the one that it begins with.  NULL: a word that says nothing by itself (达到 95%). */
static const struct {
  const char *written, *sign;
} prefixes[] = {
  { "≥", "≥" },          { "≧", "≥" },        { "⩾", "≥" },       { ">=", "≥" },
  { "＞=", "≥" },        { "＞＝", "≥" },     { ">＝", "≥" },     { "≤", "≤" },
  { "≦", "≤" },          { "⩽", "≤" },        { "<=", "≤" },      { "＜=", "≤" },
  { "＜＝", "≤" },       { "<＝", "≤" },      { ">", ">" },       { "＞", ">" },
  { "<", "<" },          { "＜", "<" },       { "=", "=" },       { "＝", "=" },
  { "大于或等于", "≥" }, { "大于等于", "≥" }, { "大于", ">" },    { "小于或等于", "≤" },
  { "小于等于", "≤" },   { "小于", "<" },     { "等于", "=" },    { "不少于", "≥" },
  { "不低于", "≥" },     { "不小于", "≥" },   { "至少", "≥" },    { "不超过", "≤" },
  { "不高于", "≤" },     { "不大于", "≤" },   { "不多于", "≤" },  { "不晚于", "≤" },
  { "不迟于", "≤" },     { "至多", "≤" },     { "最多", "≤" },    { "超过", ">" },
  { "高于", ">" },       { "多于", ">" },     { "低于", "<" },    { "少于", "<" },
  { "达到", NULL },      { "达", NULL },      { "控制在", NULL },
};

/* … and behind the unit. */
static const struct {
  const char *written, *sign;
} suffixes[] = {
  { "及以上", "≥" }, { "（含）以上", "≥" }, { "(含)以上", "≥" }, { "以上", "≥" },
  { "及以下", "≤" }, { "（含）以下", "≤" }, { "(含)以下", "≤" }, { "以下", "≤" },
  { "以内", "≤" },   { "之内", "≤" },       { "天内", "≤" },     { "日内", "≤" },
  { "月内", "≤" },   { "年内", "≤" },       { "小时内", "≤" },
};

/* What a unit never holds: the words that go on after one. */
static const char *const not_in_units[] = {
  "左右", "余", "多",   "几",   "约", "以", "及", "和", "与", "的", "为",
  "达",   "到", "完成", "合格", "不", "前", "后", "优", "全", "为", "是",
};

#define UNIT_PART_LONGEST 4 /* 个工作日, 平方公里; parts stand between slashes */

void
target_clear (Target *target)
{
  g_clear_pointer (&target->unit, g_free);
  g_clear_pointer (&target->words, g_free);
}

/* Without white space and without the mark that ends a sentence. */
static char *
squeeze (const char *text)
{
  static const char *const marks[] = { "。", "；", ";", "，", ",", "、" };
  GString                 *squeezed = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && c != 0x200B &&
          c != 0xFEFF)
        g_string_append_unichar (squeezed, c == 0xFF05 ? '%' : c);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (squeezed->str, marks[i]))
      g_string_truncate (squeezed, squeezed->len - strlen (marks[i]));
  return g_string_free (squeezed, FALSE);
}

/* The day a piece of work is to be done by: 2024年12月底前, 12月31日, 2024-12-31,
 * 年底前. */
static gboolean
is_date (const char *text)
{
  static const char date[] =
      "^(?:到|至|截至|截止|于|在)?"
      "(?:(?:19|20)\\d\\d年度?(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?"
      "|(?:19|20)\\d\\d([-./])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])"
      "|(?:19|20)\\d\\d[-/](?:0?[1-9]|1[0-2])"
      "|\\d{1,2}月(?:\\d{1,2}[日号]|(?=份|底|末|初|中旬|上旬|下旬|前))"
      "|[当本每]?年(?=[底末]))"
      "(?:份?[底末初]?|份?[上中下]旬|[上下]半年)"
      "(?:之?内|为?止|之?前[^\\d]{0,8}|以前[^\\d]{0,8})?$";
  g_autofree char *folded = fold (text);

  return pattern_match (date, folded);
}

/* Takes an operator off the front of text. */
static const char *
take_prefix (const char **text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (*text, prefixes[i].written))
      {
        *text += strlen (prefixes[i].written);
        return prefixes[i].sign;
      }
  return NULL;
}

/* Takes an operator off the end of text: "%以上" becomes "%", "日内" "日". */
static const char *
take_suffix (char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (text, suffixes[i].written))
      {
        gsize       length = strlen (suffixes[i].written);
        const char *inside = "内";
        gboolean    is_time = g_str_has_suffix (suffixes[i].written, inside) &&
                           !g_str_equal (suffixes[i].written, "以内") &&
                           !g_str_equal (suffixes[i].written, "之内");

        text[strlen (text) - (is_time ? strlen (inside) : length)] = '\0';
        return suffixes[i].sign;
      }
  return NULL;
}

static gboolean
is_unit_sign (gunichar c)
{
  return g_unichar_isalpha (c) || c == '(' || c == ')' || c == 0xFF08 || c == 0xFF09 ||
         c == 0xB7 || c == 0x2030 || c == 0x2103 || c == 0xB2 || c == 0xB3 ||
         c == 0x33A1 || c == 0x33A5;
}

/* Whether text can be a unit: nothing, %, or short words between slashes. */
static gboolean
is_unit (const char *text)
{
  gsize length = 0;

  if (g_str_equal (text, "%"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (not_in_units); i++)
    if (strstr (text, not_in_units[i]) != NULL)
      return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_slash = c == '/' || c == 0xFF0F || c == 0x2215;

      /* m2 and m3 are the only units with a digit. */
      if (!is_slash && !is_unit_sign (c) &&
          !((c == '2' || c == '3') && p > text && p[-1] == 'm'))
        return FALSE;
      if (is_slash && p == text)
        return FALSE;
      length = is_slash ? 0 : length + 1;
      if (length > UNIT_PART_LONGEST)
        return FALSE;
    }
  return TRUE;
}

/* Whether the two say the same of a number; either may say nothing. */
static gboolean
agree (const char *before, const char *behind)
{
  gboolean is_least = before != NULL && strstr ("≥>", before) != NULL;
  gboolean is_most = before != NULL && strstr ("≤<", before) != NULL;

  return before == NULL || behind == NULL || (is_least && g_str_equal (behind, "≥")) ||
         (is_most && g_str_equal (behind, "≤"));
}

/* 2024年标准: the year that something is of, not so many years. */
static gboolean
is_year (gint64 number_e6, const char *unit)
{
  return g_str_has_prefix (unit, "年") && number_e6 >= 1900 * DECIMAL_ONE &&
         number_e6 < 2200 * DECIMAL_ONE;
}

/* Reads operator, number and unit.  FALSE when the text is anything else. */
static gboolean
read_number (Target *target, const char *text)
{
  const char      *before = take_prefix (&text);
  gsize            n = decimal_read (text, &target->number_e6, &target->decimals);
  g_autofree char *unit = g_strdup (text + n);
  const char      *behind = take_suffix (unit);

  if (n == 0 || !is_unit (unit) || !agree (before, behind) ||
      is_year (target->number_e6, unit))
    return FALSE;
  target->sign = before ? before : behind;
  target->unit = *unit != '\0' ? g_steal_pointer (&unit) : NULL;
  return TRUE;
}

static void
set_words (Target *target, TargetKind kind, const char *words)
{
  target_clear (target);
  *target = (Target){ .kind = kind, .words = tidy (words) };
  if (target->words == NULL)
    target->kind = TARGET_BLANK;
}

/* Takes what announces words off the front of text. */
static gboolean
take_announcement (const char **text)
{
  static const char *const announcements[] = { "文字描述", QUALITATIVE };

  while (g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
  for (gsize i = 0; i < G_N_ELEMENTS (announcements); i++)
    if (g_str_has_prefix (*text, announcements[i]))
      {
        *text += strlen (announcements[i]);
        while (g_str_has_prefix (*text, "：") || **text == ':')
          *text = g_utf8_next_char (*text);
        return TRUE;
      }
  return FALSE;
}

/* FALSE when the cell does not make a number. */
static gboolean
read_one_cell (Target *target, const char *value)
{
  g_autofree char *text = squeeze (value);
  const char      *behind = text;

  take_prefix (&behind);
  if (is_date (behind) || !read_number (target, text))
    return FALSE;
  target->kind = TARGET_NUMBER;
  return TRUE;
}

/* The unit of a number whose cells say one each: 15万 beside 元 is 万元; NULL when they
 * contradict each other.  */
static char *
join_units (const char *behind_number, const char *unit_cell)
{
  static const char *const multiples[] = { "万", "亿", "千", "百", "千万", "百万" };

  if (*unit_cell == '\0' || g_strcmp0 (behind_number, unit_cell) == 0)
    return g_strdup (behind_number ? behind_number : "");
  if (behind_number == NULL)
    return g_strdup (unit_cell);
  for (gsize i = 0; i < G_N_ELEMENTS (multiples); i++)
    if (g_str_equal (behind_number, multiples[i]))
      return g_strconcat (behind_number, unit_cell, NULL);
  return NULL;
}

/* FALSE when the three cells do not make a number. */
static gboolean
read_three_cells (Target *target, const char *sign, const char *value, const char *unit)
{
  g_autofree char *folded_sign = squeeze (sign);
  g_autofree char *number = squeeze (value);
  g_autofree char *unit_cell = squeeze (unit);
  g_autofree char *joined = NULL;
  const char      *rest = folded_sign;
  const char      *before = take_prefix (&rest);
  const char      *behind = take_suffix (unit_cell);

  if (*rest != '\0' || *number == '\0' || is_date (number) ||
      !read_number (target, number))
    return FALSE;
  joined = join_units (target->unit, unit_cell);
  if (joined == NULL || !agree (before, behind) || !agree (target->sign, behind) ||
      (before && target->sign && !g_str_equal (before, target->sign)))
    return FALSE;
  target->unit_in_value_cell = target->unit != NULL && *unit_cell == '\0';
  target->sign = before ? before : target->sign ? target->sign : behind;
  g_free (target->unit);
  target->unit = *joined != '\0' ? g_steal_pointer (&joined) : NULL;
  target->kind = TARGET_NUMBER;
  return TRUE;
}

/* A date, or words, that may go on over the cells. */
static void
read_text (Target *target, const char *words)
{
  g_autofree char *text = squeeze (words);
  const char      *behind = text;

  take_prefix (&behind);
  set_words (target, is_date (behind) ? TARGET_DATE : TARGET_WORDS, words);
}

/* A cell of units that says that there is none. */
static gboolean
is_none (const char *unit)
{
  return pattern_match ("^\\s*(?:无|[-—–/／]+)\\s*$", unit);
}

gsize
target_begins (const char *text)
{
  static const char trend[] = "^(?:提高|提升|增加|增长|减少|下降|降低)[至到约]?[0-9]";

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      g_auto (Target) target = { 0 };
      const char *number = p;

      take_prefix (&number);
      if (p > text && ((number > p && read_one_cell (&target, p)) ||
                       (number == p && pattern_match (trend, p))))
        return (gsize) (p - text);
    }
  return 0;
}

void
target_read (Target *target, const char *operator_text, const char *value_text,
             const char *unit_text)
{
  const char      *sign = operator_text ? operator_text : "";
  const char      *value = value_text ? value_text : "";
  gboolean         in_three = operator_text != NULL || unit_text != NULL;
  g_autofree char *all = NULL;
  *target = (Target){ 0 };
  if (is_none (unit_text))
    unit_text = NULL;
  if (take_announcement (in_three ? &sign : &value))
    {
      all = g_strconcat (in_three ? sign : "", value, unit_text, NULL);
      set_words (target, TARGET_WORDS, all);
      target->sign = QUALITATIVE;
      return;
    }
  if (in_three ? read_three_cells (target, sign, value, unit_text)
               : read_one_cell (target, value))
    return; /* 指标性质 = beside 改善: the sign says no more than that it is so */
  if (in_three && pattern_match ("^\\s*[=＝]\\s*$", sign))
    sign = "";
  all = g_strconcat (sign, value, unit_text, NULL);
  read_text (target, all);
}
