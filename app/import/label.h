/* app/import/label.h — the words that a form prints beside its fields, in all the
 * wordings we know, each as the field it stands for.
 */

#pragma once

#include <glib.h>

typedef enum {
  LABEL_NONE,
  LABEL_SERIAL,  /* 序号: numbers the rows */
  LABEL_COLUMNS, /* 栏次: numbers the columns */
  /* the head */
  LABEL_TITLE_ROW, /* 项目编码及名称: [code]name */
  LABEL_CODE,
  LABEL_NAME,
  LABEL_YEAR,
  LABEL_TEMPLATE,
  LABEL_DEPARTMENT, /* 主管部门 */
  LABEL_UNIT_CODE,
  LABEL_UNIT_NAME, /* 预算单位 */
  LABEL_AMOUNT,
  LABEL_LONG_AMOUNT, /* 中期资金总额: of all the years it runs */
  LABEL_FISCAL,
  LABEL_LOCAL,
  LABEL_OTHER,
  LABEL_OUTLINE, /* 项目概况: says the purpose where nothing else does */
  LABEL_PURPOSE,
  LABEL_BUDGET, /* 预算规模及资金用途: amounts beside it, the purpose below */
  LABEL_PLAN,
  LABEL_PERIOD, /* 3月底, 第一季度 */
  LABEL_GOALS,
  LABEL_LONG_GOALS, /* 实施期目标: of all the years it runs */
  LABEL_RESULT,     /* 实际完成情况: what became of the goals beside it */
  LABEL_GOAL,       /* 目标1 */
  /* heads of the columns of targets */
  LABEL_INDICATORS, /* 绩效指标, over or beside all of them */
  LABEL_LEVEL1,
  LABEL_LEVEL2,
  LABEL_LEVEL3,
  LABEL_DESCRIPTION,
  LABEL_CRITERION,
  LABEL_TARGET, /* 指标值, whole or over the next three */
  LABEL_OPERATOR,
  LABEL_NUMBER,
  LABEL_UNIT,
  LABEL_BASIS,
  LABEL_WEIGHT, /* 分值, 权重 */
} Label;

/* The label that the whole text is. White space, width, a colon at the end, 其中 in
 * front and what stands in brackets do not matter.  */
Label label_of (const char *text);

/* Whether a text begins as some label does: most do not, and need no further look. */
gboolean label_may_be (const char *text);
gboolean label_may_be_level (const char *text);

/* The same for a text that is known to be a head over a column of targets: also by a
 * word in it.  */
Label label_of_column (const char *text);

/* The label in front of a colon; value gets what follows, in text. */
Label label_split (const char *text, const char **value);

/* A label of the table's head, above the plan. */
gboolean label_is_head (Label label);
/* A head of a column of targets: of a level of indicators, or of any. */
gboolean label_is_level (Label label);
gboolean label_is_column (Label label);

/* Whose money a label of the head speaks of, static: fiscal, local or other; NULL where
 * it speaks of something else.  */
const char *label_source (Label label);

/* Names of the first and of the second level of indicators, in any wording. 成本指标
 * is both. */
gboolean label_is_level1_name (const char *text);
gboolean label_is_level2_name (const char *text);

/* A sign or word that a 符号 column holds: ≥ = < 文字描述 定性. */
gboolean label_is_operator (const char *text);

/* A sign alone, or as a word: ≥ = < 大于等于. */
gboolean label_is_sign (const char *text);

/* A degree that a target may be reached to: 优, 良, 中, 差, over columns of values. */
gboolean label_is_grade (const char *text);
