/* app/import/label.c — the wordings of labels, as a table. */

#include "app/import/label.h"

#include "app/fold.h"
#include "app/read/pattern.h"

#include <string.h>

/* Folded, without brackets.  The first wording of each is the commonest. */
static const struct {
  Label       label;
  const char *wordings[32];
} labels[] = {
  { LABEL_SERIAL, { "序号", "行号", "编号" } },
  { LABEL_COLUMNS, { "栏次", "行次" } },
  { LABEL_TITLE_ROW,
    { "项目编码及名称", "项目编号及名称", "项目代码及名称", "项目名称及编码",
      "项目编码和名称", "项目代码和名称", "项目编号和名称" } },
  { LABEL_CODE,
    { "项目编码", "项目编号", "项目代码", "项目编码号", "项目代码号", "预算项目编码",
      "项目编码/代码" } },
  { LABEL_NAME,
    { "项目名称", "预算项目名称", "专项名称", "专项资金名称", "项目支出名称",
      "项目全称" } },
  { LABEL_YEAR,
    { "预算年度", "年度", "所属年度", "项目年度", "计划年度", "项目所属年度" } },
  { LABEL_TEMPLATE, { "项目绩效模板", "绩效模板" } },
  { LABEL_DEPARTMENT,
    { "主管部门", "业务主管部门", "项目主管部门", "主管部门及代码", "主管部门及编码",
      "主管部门名称", "主管单位", "预算部门", "预算部门名称", "部门名称",
      "一级预算部门", "一级主管部门" } },
  { LABEL_UNIT_CODE,
    { "单位编码", "单位代码", "预算单位编码", "预算单位代码", "项目单位编码",
      "项目单位代码" } },
  { LABEL_UNIT_NAME,
    { "预算单位", "项目单位", "实施单位", "单位名称", "预算单位名称", "项目实施单位",
      "填报单位", "实施单位名称", "项目单位名称", "申报单位", "编报单位",
      "项目承担单位", "资金使用单位", "执行单位", "预算执行单位", "项目执行单位",
      "用款单位", "项目用款单位" } },
  { LABEL_AMOUNT,
    { "预算数",       "金额",         "金额单位",     "预算金额",     "预算总额",
      "预算规模",     "项目金额",     "项目预算",     "年度预算",     "资金总额",
      "年度资金总额", "项目资金",     "预算资金",     "项目总金额",   "项目总额",
      "预算资金总额", "预算安排",     "预算安排金额", "预算安排资金", "项目资金总额",
      "资金规模",     "项目预算金额", "项目预算数",   "总额",         "年度金额",
      "年初预算数",   "部门预算总额" } },
  { LABEL_LONG_AMOUNT,
    { "中期资金总额", "实施期资金总额", "中长期资金总额", "长期资金总额",
      "实施期总金额", "实施期总额", "中期总额", "总投资", "项目总投资", "项目总预算",
      "总预算" } },
  { LABEL_FISCAL,
    { "财政资金", "财政拨款", "财政拨款资金", "财政性资金", "一般公共预算",
      "财政预算资金", "当年财政拨款", "一般公共预算资金", "财政安排资金",
      "其中财政资金", "财政拨款收入", "财政拨款数", "一般公共预算拨款",
      "一般公共预算财政拨款", "公共财政拨款", "年度财政拨款" } },
  { LABEL_LOCAL,
    { "本级资金", "本级财政资金", "区本级资金", "市本级资金", "县本级资金", "区级资金",
      "市级资金", "县级资金", "本级财政", "市级财政", "县级财政", "区级财政",
      "市级财政资金", "县级财政资金", "区级财政资金", "市级财政拨款", "县级财政拨款",
      "区级财政拨款" } },
  { LABEL_OTHER,
    { "其他资金", "其它资金", "其他来源资金", "其他来源", "其他渠道资金" } },
  { LABEL_OUTLINE,
    { "项目概况", "项目概述", "项目简介", "项目内容", "项目主要内容", "主要内容",
      "项目实施内容", "项目基本情况", "项目情况" } },
  { LABEL_PURPOSE,
    { "资金用途", "项目资金主要用途", "资金主要用途", "项目资金用途", "主要用途",
      "项目用途", "项目资金用途说明", "项目主要用途", "资金使用用途", "用途",
      "资金用途说明" } },
  { LABEL_BUDGET,
    { "预算规模及资金用途", "预算规模及用途", "预算数及资金用途", "预算金额及资金用途",
      "资金规模及用途", "预算规模和资金用途", "预算规模与资金用途",
      "预算资金规模及用途", "预算数和资金用途", "资金规模及资金用途" } },
  { LABEL_PLAN,
    { "资金支出计划", "资金支出进度计划", "资金使用计划", "支出计划", "资金支出进度",
      "用款计划", "预算支出计划", "支出进度计划", "资金支付计划", "资金支付进度计划",
      "支付计划", "资金使用进度计划", "资金支出计划进度", "预算执行计划" } },
  { LABEL_GOALS,
    { "绩效目标",         "年度绩效目标", "项目绩效目标",     "年度目标",
      "总体绩效目标",     "总体目标",     "年度总体目标",     "绩效总目标",
      "项目总体绩效目标", "项目总体目标", "项目年度绩效目标", "年度总体绩效目标",
      "绩效总体目标",     "项目目标",     "绩效目标内容",     "年度总目标",
      "预期目标",         "年度履职目标", "年度绩效总目标",   "项目绩效总目标",
      "当年目标",         "当年绩效目标", "绩效目标描述" } },
  { LABEL_LONG_GOALS,
    { "实施期目标", "实施期总目标", "实施期总体目标", "实施期绩效目标",
      "项目实施期目标", "实施期总体绩效目标", "专项实施期绩效目标", "中期目标",
      "中期绩效目标", "中长期目标", "中长期总目标", "中长期总体目标", "中长期绩效目标",
      "长期目标", "长期绩效目标", "长期总体目标", "三年目标", "五年目标" } },
  { LABEL_RESULT,
    { "实际完成情况", "全年实际完成情况", "实际完成", "目标实际完成情况",
      "年度总体目标完成情况", "年度目标完成情况", "目标完成情况", "总体目标完成情况",
      "年度绩效目标完成情况" } },
  { LABEL_INDICATORS, { "绩效指标", "项目绩效指标", "年度绩效指标" } },
  { LABEL_LEVEL1, { "一级指标", "1级指标", "一级", "指标一级" } },
  { LABEL_LEVEL2, { "二级指标", "2级指标", "二级", "指标二级" } },
  { LABEL_LEVEL3,
    { "三级指标", "3级指标", "三级", "指标三级", "指标名称", "具体指标" } },
  { LABEL_DESCRIPTION,
    { "绩效指标描述", "指标描述", "指标内容", "绩效指标内容", "指标解释", "指标说明",
      "绩效指标说明", "指标含义" } },
  { LABEL_CRITERION,
    { "评分标准", "评扣分标准", "扣分标准", "评价标准", "评(扣)分标准", "赋分标准",
      "评分规则", "绩效度量标准", "度量标准", "考核标准", "计分标准", "评分细则",
      "评分方法", "计分方法", "考核评分标准" } },
  { LABEL_TARGET,
    { "指标值",      "年度指标值", "目标值",       "指标目标值", "年度目标值",
      "指标值/描述", "绩效指标值", "预期指标值",   "指标值描述", "预期值",
      "计划值",      "年度计划值", "计划指标值",   "年初指标值", "年初目标值",
      "绩效值",      "本年指标值", "本年度指标值", "当年指标值", "绩效目标值",
      "预期目标值" } },
  { LABEL_OPERATOR,
    { "符号", "运算符", "运算符号", "计算符号", "指标符号", "指标值符号" } },
  { LABEL_NUMBER, { "值", "数值", "指标数值" } },
  { LABEL_UNIT, { "单位", "计量单位", "度量单位", "指标值单位", "指标单位" } },
  { LABEL_WEIGHT,
    { "分值", "权重", "指标权重", "指标分值", "分值权重", "分值/权重", "权重/分值",
      "标准分值", "标准分" } },
  { LABEL_BASIS,
    { "指标值确定依据", "指标确定依据", "确定依据", "指标值依据", "指标依据",
      "指标值确定的依据", "指标值设定依据", "指标设定依据", "绩效指标确定依据" } },
};

/* Bits for characters. */
typedef guint8 Characters[0x10000 / 8];

typedef struct {
  GHashTable *wordings; /* to their labels */
  Characters  firsts;   /* with what a label may begin */
  Characters  levels;   /* with what one of a level of indicators may */
} Labels;

/* What else than a wording a label may begin with: what is left out (其中, a bracket)
 * and what periods and goals are known by.  */
static const char left_out[] = "其:(【",
                  other_firsts[] = "0123456789第一二三四上下全目批安核当本申下总经支";

static void
add_first (guint8 *firsts, const char *text)
{
  gunichar c = g_utf8_get_char (text);

  firsts[c / 8] |= (guint8) (1 << c % 8);
}

static void
add_firsts (guint8 *firsts, const char *characters)
{
  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    add_first (firsts, p);
}

static const Labels *
known_labels (void)
{
  static Labels known;
  static gsize  is_known;

  if (!g_once_init_enter (&is_known))
    return &known;
  known.wordings = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    for (const char *const *wording = labels[i].wordings; *wording; wording++)
      {
        g_hash_table_insert (known.wordings, (gpointer) *wording,
                             GINT_TO_POINTER (labels[i].label));
        add_first (known.firsts, *wording);
        if (label_is_level (labels[i].label))
          add_first (known.levels, *wording);
      }
  add_firsts (known.firsts, left_out);
  add_firsts (known.firsts, other_firsts);
  add_firsts (known.levels, left_out);
  g_once_init_leave (&is_known, 1);
  return &known;
}

static gboolean
begins_in (const guint8 *firsts, const char *text)
{
  gunichar c = 0;

  while (*text != '\0' && (c = fold_character (g_utf8_get_char (text))) == 0)
    text = g_utf8_next_char (text);
  return c < 0x10000 && (firsts[c / 8] & 1 << c % 8) != 0;
}

gboolean
label_may_be (const char *text)
{
  return begins_in (known_labels ()->firsts, text);
}

gboolean
label_may_be_level (const char *text)
{
  return begins_in (known_labels ()->levels, text);
}

/* A label of more than this many bytes does not occur; text is often longer. */
#define LONGEST 120

/* A period or a goal, which are many. */
static Label
match (const char *folded)
{
  if ((strstr (folded, "月") != NULL || strstr (folded, "季度") != NULL ||
       strstr (folded, "年") != NULL) &&
      pattern_match (
          "^(?:\\d{1,2}月(?:底|末|份|\\d{1,2}日)?|第?[一二三四1-4]季度[底末]?|"
          "[上下]半年|全年)(?:前|止)?$",
          folded))
    return LABEL_PERIOD;
  if (g_str_has_prefix (folded, "目标") &&
      pattern_match ("^目标(?:\\d{1,2}|[一二三四五六七八九十]{1,2})$", folded))
    return LABEL_GOAL;
  return LABEL_NONE;
}

static Label
look_up (const char *folded)
{
  Label label =
      GPOINTER_TO_INT (g_hash_table_lookup (known_labels ()->wordings, folded));

  return label != LABEL_NONE ? label : match (folded);
}

/* Without 其中 in front, a colon behind and 【】 around; changes text. */
static const char *
strip (char *text)
{
  gsize       length = strlen (text);
  const char *bare = text;

  if (length > 0 && text[length - 1] == ':')
    text[length - 1] = '\0';
  if (g_str_has_prefix (text, "【") && g_str_has_suffix (text, "】"))
    {
      text[strlen (text) - strlen ("】")] = '\0';
      return text + strlen ("【");
    }
  if (g_str_has_prefix (bare, "其中"))
    bare += strlen ("其中");
  return bare != text && *bare == ':' ? bare + 1 : bare;
}

/* 申请预算金额, 当年预算: nothing but words of money that is granted. */
#define GRANTED                                                                                        \
  "(?:项目|专项|年度|当年|本年度?|年初|批复|申请|申报|下达|安排|预算|资金|" \
  "经费|支出)*"
static gboolean
is_granted (const char *folded)
{
  static const char granted[] =
      "^" GRANTED "(?:(?:预算|资金|经费|批复|申请|申报|安排)"
      "(?:总?(?:数|额)|总?金额|总数|规模)|"
      "(?:当年|本年度?|年度)(?:项目)?(?:预算|资金|经费)(?:申请|安排)?)$";

  return pattern_match (granted, folded);
}

/* 批复金额（万元）: with its unit, whatever word stands in front; but not what was
 * spent, what remains, or what another year has.  */
static gboolean
is_amount (const char *folded)
{
  return g_str_has_suffix (folded, "元)") &&
         pattern_match (
             "^(?!.*(?:上年|往年|执行|结转|结余|采购|支付|实际|期|上级|中央|省))"
             "[^(]{0,6}(?:金额|额度|总额|预算数|总预算|预算额)"
             "\\((?:单位:)?万?元\\)$",
             folded);
}

/* A label behind its number (1.财政拨款), or of a year that it says (2024年目标), as it
 * would be without; NULL: there is nothing such in front.  Newly allocated.  */
static char *
without_number (const char *folded)
{
  static const char year[] = "^(?:19|20)[0-9]{2}年(?:度)?(?=.)";
  static const char number[] = "^[0-9]{1,2}[.、](?![0-9])";

  g_autofree char *words = NULL;

  if (pattern_match (number, folded))
    return pattern_replace (number, folded, "");
  if (!pattern_match (year, folded))
    return NULL;
  words = pattern_replace (year, folded, "年度");
  return pattern_replace ("\\([^)]*\\)$", words, "");
}

static Label
find_label (const char *text)
{
  g_autofree char *folded = fold (text);
  const char      *bare = strip (folded);
  Label            label = look_up (bare);
  if (label == LABEL_NONE && g_ascii_isdigit (*bare))
    {
      g_autofree char *plain = without_number (bare);

      if (plain != NULL)
        return look_up (plain);
    }
  if (label == LABEL_NONE && strchr (bare, '(') != NULL)
    {
      /* also an unclosed bracket: its rest stands in the next row */
      g_autofree char *outside = pattern_replace ("\\([^)]*(?:\\)|$)", bare, "");

      label = look_up (outside);
      if (label == LABEL_NONE && is_granted (outside))
        label = LABEL_AMOUNT;
    }
  return label == LABEL_NONE && (is_amount (bare) || is_granted (bare)) ? LABEL_AMOUNT
                                                                        : label;
}

/* The rows of a table are looked at from several sides, and tables are alike: what a
 * text was found to be is kept until another one takes its place.  */
#define MOST_KEPT 1024

typedef struct {
  char  text[LONGEST + 1];
  Label label;
} Kept;

static Kept *
kept_label (const char *text, gsize length)
{
  static GPrivate own = G_PRIVATE_INIT (g_free);
  Kept           *kept = g_private_get (&own);
  guint64         start = 0, end = 0;

  if (kept == NULL)
    {
      kept = g_new0 (Kept, MOST_KEPT);
      g_private_set (&own, kept);
    }
  memcpy (&start, text, MIN (length, sizeof start));
  memcpy (&end, text + length - MIN (length, sizeof end), MIN (length, sizeof end));
  /* the multiplier of Knuth, whose upper bits depend on all */
  return &kept[((start ^ (end << 1) ^ length) *
                G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >>
                   32 &
               (MOST_KEPT - 1)];
}

Label
label_of (const char *text)
{
  gsize length;
  Kept *kept;

  if (text == NULL || !label_may_be (text))
    return LABEL_NONE;
  length = strlen (text);
  if (length == 0 || length > LONGEST)
    return LABEL_NONE;
  kept = kept_label (text, length);
  if (strcmp (kept->text, text) != 0)
    {
      kept->label = find_label (text);
      memcpy (kept->text, text, length + 1);
    }
  return kept->label;
}

/* What heads over columns have in common, whatever else they say; the more particular
 * first.  */
static const struct {
  Label       label;
  const char *pattern;
} column_words[] = {
  { LABEL_BASIS, "依据" },
  { LABEL_CRITERION, "(?:评|扣|赋|计|得)+分.*(?:标准|规则|办法|细则|方法)|"
                     "(?:评价|度量|考核|衡量)标准" },
  { LABEL_WEIGHT, "权重|分值" },
  { LABEL_OPERATOR, "符号|运算符" },
  { LABEL_UNIT, "(?:计量|度量|指标值)单位" },
  { LABEL_DESCRIPTION, "描述|说明|解释|含义|定义|内容" },
  { LABEL_LEVEL3, "^(?:三级|具体|个性|绩效)?指标名称$|^三级|^指标$" },
  { LABEL_TARGET, "(?:指|目)标值" },
};

#define LONGEST_HEAD 12 /* characters of a head over a column */

Label
label_of_column (const char *text)
{
  Label            label = label_of (text);
  g_autofree char *folded = NULL, *words = NULL;

  if (label != LABEL_NONE)
    return label;
  folded = fold (text);
  words = pattern_replace ("\\([^)]*(?:\\)|$)", folded, "");
  if (g_utf8_strlen (words, -1) > LONGEST_HEAD)
    return LABEL_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (column_words); i++)
    if (pattern_match (column_words[i].pattern, words))
      return column_words[i].label;
  return LABEL_NONE;
}

/* Also wide ones, which begin with these bytes as do other wide signs. */
static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL || strstr (text, "\xEF\xBC") != NULL;
}

/* 财政资金150, 其他：0 */
static Label
split_amount (const char *text, const char **value)
{
  static const char amount[] =
      "^\\s*(?:其中\\s*[:：]?)?\\s*([^0-9:：（(\\n]{2,12})\\s*[:：]?\\s*"
      "(?=[0-9０-９][0-9０-９,，.]*\\s*(?:万?元)?\\s*$)";
  g_autofree char *name = has_digit (text) ? pattern_take (amount, text, 1) : NULL;
  Label            label;

  if (name == NULL)
    return LABEL_NONE;
  *value = text + pattern_length (amount, text);
  label = g_str_equal (name, "其他") ? LABEL_OTHER : label_of (name);
  return label == LABEL_AMOUNT || label_source (label) != NULL ? label : LABEL_NONE;
}

Label
label_split (const char *text, const char **value)
{
  gsize before = 0;
  Label label = LABEL_NONE;

  if (text == NULL || !label_may_be (text))
    return LABEL_NONE;
  if (strchr (text, ':') != NULL || strstr (text, "：") != NULL)
    before = pattern_length ("^\\s*(?:其中\\s*[:：])?[^:：\\n]{1,24}[:：]", text);
  if (before > 0)
    {
      g_autofree char *front = g_strndup (text, before);

      label = label_of (front);
    }
  *value = text + before;
  return label != LABEL_NONE ? label : split_amount (text, value);
}

gboolean
label_is_head (Label label)
{
  return label >= LABEL_TITLE_ROW && label <= LABEL_BUDGET;
}

gboolean
label_is_level (Label label)
{
  return label >= LABEL_LEVEL1 && label <= LABEL_LEVEL3;
}

gboolean
label_is_column (Label label)
{
  return label >= LABEL_INDICATORS;
}

const char *
label_source (Label label)
{
  switch (label)
    {
    case LABEL_FISCAL:
      return "fiscal";
    case LABEL_LOCAL:
      return "local";
    case LABEL_OTHER:
      return "other";
    default:
      return NULL;
    }
}

gboolean
label_is_level1_name (const char *text)
{
  g_autofree char *folded = fold (text);

  return pattern_match ("^(?:(?:产出|效益|效果|满意度|成本)(?:指标|类指标)?)$", folded);
}

gboolean
label_is_level2_name (const char *text)
{
  g_autofree char *folded = fold (text);

  return pattern_match (
      "^(?:(?:数量|质量|时效|成本|(?:经济|社会|生态环境|生态)(?:成本|效益)|"
      "可持续(?:性)?影响|服务对象满意度)(?:指标)?)$",
      folded);
}

gboolean
label_is_operator (const char *text)
{
  g_autofree char *folded = fold (text);

  return label_is_sign (text) || pattern_match ("^(?:文字描述|定性)$", folded);
}

gboolean
label_is_sign (const char *text)
{
  g_autofree char *folded = fold (text);

  return pattern_match (
      "^(?:[≥≤=<>]|[大小]于(?:或?等于)?|等于|不(?:低|高|少|多|大|小)于|"
      "不超过)$",
      folded);
}

gboolean
label_is_grade (const char *text)
{
  g_autofree char *folded = fold (text);

  return pattern_match ("^(?:优|良|中|差|优秀|良好|合格|及格|一般|较差|不合格)$",
                        folded);
}
