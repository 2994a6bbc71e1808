/* app/import/heading.c — lines by their shape. */

#include "app/import/heading.h"

#include "app/fold.h"
#include "app/read/pattern.h"

#include <string.h>

#define CHINESE_NUMBER "[一二三四五六七八九十百]+"

static const struct {
  Numeral     numeral;
  const char *pattern;
} numerals[] = {
  { NUMERAL_PART, "^\\s*第\\s*" CHINESE_NUMBER "\\s*部分\\s*[、:：]?\\s*" },
  { NUMERAL_CHINESE, "^\\s*" CHINESE_NUMBER "\\s*[、.．]\\s*" },
  { NUMERAL_IN_BRACKETS, "^\\s*[（(]\\s*" CHINESE_NUMBER "\\s*[）)]\\s*、?\\s*" },
  { NUMERAL_ARABIC, "^\\s*[0-9０-９]{1,3}\\s*(?:[、．]|\\.(?![0-9]))\\s*" },
  { NUMERAL_IN_BRACKETS_1, "^\\s*[（(]\\s*[0-9０-９]{1,3}\\s*[）)]\\s*、?\\s*" },
};

/* Patterns of the folded words behind the numeral and the year, whole. */
static const struct {
  SectionKind kind;
  const char *pattern;
  gboolean    numbered; /* only with a numeral: the words alone also stand elsewhere */
} sections[] = {
  { SECTION_CATALOGUE, "^目录$", FALSE },
  { SECTION_OVERALL, "^(?:本?(?:部门|单位))?整体(?:支出)?绩效目标(?:情况)?$", FALSE },
  { SECTION_OVERALL, "^.{0,40}整体(?:支出)?绩效(?:目标)?(?:申报|批复|审核|情况)*表$",
    FALSE },
  { SECTION_OVERALL_GOAL,
    "^(?:部门|年度)?(?:总体绩效目标|总体目标|绩效总目标|绩效总体目标)$", FALSE },
  { SECTION_OVERALL_GOAL, "^绩效目标$", TRUE },
  { SECTION_SUB_GOALS, "^(?:部门)?(?:职责)?分项(?:绩效)?目标$", FALSE },
  { SECTION_SUB_GOALS,
    "^(?:部门)?职责[-及和、]*(?:工作)?活动的?绩效目标(?:[及和、]?(?:绩效)?指标)?(?:"
    "情况|表)*$",
    FALSE },
  { SECTION_OVERALL_INDICATORS,
    "^(?:本?(?:部门|单位))?整体(?:支出)?绩效指标(?:表|情况|如下表|如下)*$", FALSE },
  { SECTION_SAFEGUARDS, "^(?:实现.{0,16}的)?(?:主要)?(?:工作)?保障措施$", FALSE },
  { SECTION_SPECIAL_FUNDS, "^专项资金(?:绩效)?目标(?:情况)?$", FALSE },
  { SECTION_PROJECTS, "^(?:部门)?(?:预算|重点)?项目(?:支出)?绩效目标(?:情况)?$",
    FALSE },
  { SECTION_PROCUREMENT, "^(?:部门)?政府采购(?:预算)?(?:情况|信息|说明)*$", FALSE },
  { SECTION_ASSETS, "^国有资产(?:占有|占用|使用|及)*(?:信息|情况|说明)*$", FALSE },
  { SECTION_GLOSSARY, "^(?:专业)?名词解释$", FALSE },
  { SECTION_OTHER_MATTERS, "^其[他它](?:需要?)?说明的?事项$", FALSE },
  { SECTION_APPROVAL, "^预算(?:批准日|批复(?!的)).*$", TRUE },
};

static const char *const kind_names[] = {
  [SECTION_COVER] = "cover",
  [SECTION_CATALOGUE] = "catalogue",
  [SECTION_OVERALL] = "overall",
  [SECTION_OVERALL_GOAL] = "overall_goal",
  [SECTION_SUB_GOALS] = "sub_goals",
  [SECTION_OVERALL_INDICATORS] = "overall_indicators",
  [SECTION_SAFEGUARDS] = "safeguards",
  [SECTION_SPECIAL_FUNDS] = "special_funds",
  [SECTION_PROJECTS] = "projects",
  [SECTION_PROCUREMENT] = "procurement",
  [SECTION_ASSETS] = "assets",
  [SECTION_GLOSSARY] = "glossary",
  [SECTION_OTHER_MATTERS] = "other_matters",
  [SECTION_APPROVAL] = "approval",
};

/* Whether a line begins as every numeral does: most do not, and need no further look.
 */
static gboolean
may_be_numbered (const char *line)
{
  gunichar first = g_utf8_get_char (line);

  while (g_unichar_isspace (first) || first == '\v')
    {
      line = g_utf8_next_char (line);
      first = g_utf8_get_char (line);
    }
  return first != '\0' &&
         g_utf8_strchr ("第一二三四五六七八九十百（(0123456789０１２３４５６７８９", -1,
                        first) != NULL;
}

Numeral
heading_numeral (const char *line, gsize *length)
{
  gboolean may_be = line != NULL && may_be_numbered (line);

  for (gsize i = 0; may_be && i < G_N_ELEMENTS (numerals); i++)
    {
      gsize taken = pattern_length (numerals[i].pattern, line);

      if (taken > 0)
        {
          *length = taken;
          return numerals[i].numeral;
        }
    }
  *length = 0;
  return NUMERAL_NONE;
}

const char *
section_kind_name (SectionKind kind)
{
  return kind_names[kind];
}

/* All patterns of sections in one: most lines are no heading, and are asked once. */
static const char *
any_section (void)
{
  static char *any;

  if (g_once_init_enter (&any))
    {
      GString *all = g_string_new (sections[0].pattern);

      for (gsize i = 1; i < G_N_ELEMENTS (sections); i++)
        g_string_append_printf (all, "|%s", sections[i].pattern);
      g_once_init_leave (&any, g_string_free (all, FALSE));
    }
  return any;
}

SectionKind
heading_section (const char *line)
{
  gsize            length;
  Numeral          numeral = heading_numeral (line, &length);
  g_autofree char *folded = fold (line != NULL ? line + length : NULL);
  const char *dateless = folded + pattern_length ("^(?:19|20)\\d\\d年度?", folded);
  g_autofree char *words = pattern_replace ("[:。;]$", dateless, "");
  gboolean         may_be = pattern_match (any_section (), words);

  for (gsize i = 0; may_be && i < G_N_ELEMENTS (sections); i++)
    if ((numeral != NUMERAL_NONE || !sections[i].numbered) &&
        pattern_match (sections[i].pattern, words))
      return sections[i].kind;
  return SECTION_NONE;
}

gboolean
heading_is_part (const char *line)
{
  gsize length;

  return heading_numeral (line, &length) == NUMERAL_PART && line[length] == '\0';
}

static gboolean
is_end (const char *folded)
{
  return pattern_match ("^(?:部门|预算|经费|资金|补助|项目|支出)*绩效(?:目标)?"
                        "(?:申报|批复|审核)?(?:表|情况表)?$",
                        folded);
}

gboolean
heading_is_end (const char *line)
{
  g_autofree char *words = tidy (line);
  g_autofree char *folded = fold (words);

  return is_end (folded);
}

gboolean
heading_is_whole (const char *line)
{
  g_autofree char *words = tidy (line);
  g_autofree char *folded = fold (words);

  return pattern_match (
             "绩效(?:目标|指标)?(?:申报|批复|审核)?表(?:\\([^)]*\\))?$|绩效目标$",
             folded) &&
         !is_end (folded);
}

gboolean
heading_is_office (const char *line)
{
  return pattern_match ("^[\\x{4e00}-\\x{9fff}]{3,20}(?:" HEADING_OFFICE ")$", line);
}

gboolean
heading_is_year (const char *line)
{
  return pattern_match ("^\\s*[（(]?\\s*(?:19|20)[0-9]{2}\\s*年度?\\s*[）)]?\\s*$",
                        line);
}

gboolean
heading_is_sentence (const char *line)
{
  return pattern_match ("[。！？；;!?：:.…]\\s*[”’》）)\"]*\\s*$|[”’）)]\\s*$", line);
}

gboolean
heading_is_unfinished (const char *paragraph)
{
  /* shorter lines are titles, which have no end mark either */
  return !heading_is_sentence (paragraph) &&
         (g_utf8_strlen (paragraph, -1) > 20 || pattern_match ("[，,、]", paragraph));
}

char *
heading_words (const char *paragraph)
{
  g_autofree char *unlisted = pattern_replace ("^\\s*[-*•●]\\s+", paragraph, "");
  g_autofree char *plain =
      strstr (unlisted, "**") != NULL
          ? pattern_replace ("\\*\\*([^*\\s、，。；：][^*]*)\\*\\*", unlisted, "\\1")
          : NULL;

  return tidy (plain != NULL ? plain : unlisted);
}
