/* tests/test-target.c — what a target cell means. */

#include "app/decimal.h"
#include "app/fold.h"
#include "app/reading/target.h"
#include "tests/suite.h"

#include <json-glib/json-glib.h>

typedef struct {
  const char *sign_cell, *value, *unit_cell; /* one cell: the value alone */
  TargetKind  kind;
  const char *sign, *number, *unit, *words;
} Case;

#define ONE(value)         NULL, value, NULL
#define NUMBER(s, n, unit) TARGET_NUMBER, s, n, unit, NULL
#define WORDS(words)       TARGET_WORDS, NULL, NULL, NULL, words
#define QUALITATIVE(words) TARGET_WORDS, "定性", NULL, NULL, words
#define DATE(words)        TARGET_DATE, NULL, NULL, NULL, words

static const Case cases[] = {
  { ONE (NULL), TARGET_BLANK, NULL, NULL, NULL, NULL },
  { ONE (" \xE3\x80\x80"), TARGET_BLANK, NULL, NULL, NULL, NULL },
  /* signs in all their writings */
  { ONE ("≥95%"), NUMBER ("≥", "95", "%") },
  { ONE ("≧5个"), NUMBER ("≥", "5", "个") },
  { ONE (">=7200人"), NUMBER ("≥", "7200", "人") },
  { ONE ("＞＝7200人"), NUMBER ("≥", "7200", "人") },
  { ONE ("≦3万/块"), NUMBER ("≤", "3", "万/块") },
  { ONE ("<=0.35万/台"), NUMBER ("≤", "0.35", "万/台") },
  { ONE (">95%"), NUMBER (">", "95", "%") },
  { ONE ("＞300人"), NUMBER (">", "300", "人") },
  { ONE ("＜5次"), NUMBER ("<", "5", "次") },
  { ONE ("＝3000元/个"), NUMBER ("=", "3000", "元/个") },
  { ONE ("=2089.00"), NUMBER ("=", "2089", NULL) },
  { ONE ("= 100.00 ％"), NUMBER ("=", "100", "%") },
  { ONE ("≥２０人"), NUMBER ("≥", "20", "人") },
  { ONE ("≥12,500户"), NUMBER ("≥", "12500", "户") },
  /* operators in words */
  { ONE ("大于7000人"), NUMBER (">", "7000", "人") },
  { ONE ("大于等于90%"), NUMBER ("≥", "90", "%") },
  { ONE ("大于或等于90%"), NUMBER ("≥", "90", "%") },
  { ONE ("小于等于5%"), NUMBER ("≤", "5", "%") },
  { ONE ("不少于10人"), NUMBER ("≥", "10", "人") },
  { ONE ("不低于90%"), NUMBER ("≥", "90", "%") },
  { ONE ("不超过20万元"), NUMBER ("≤", "20", "万元") },
  { ONE ("90%以上"), NUMBER ("≥", "90", "%") },
  { ONE ("90%及以上"), NUMBER ("≥", "90", "%") },
  { ONE ("≥90%以上"), NUMBER ("≥", "90", "%") },
  { ONE ("达到95%以上"), NUMBER ("≥", "95", "%") },
  { ONE ("达到95%"), NUMBER (NULL, "95", "%") },
  { ONE ("控制在5%以内"), NUMBER ("≤", "5", "%") },
  { ONE ("30日内"), NUMBER ("≤", "30", "日") },
  { ONE ("3个月以内"), NUMBER ("≤", "3", "个月") },
  { ONE ("≤45个工作日"), NUMBER ("≤", "45", "个工作日") },
  /* no operator */
  { ONE ("100%"), NUMBER (NULL, "100", "%") },
  { ONE ("100%。"), NUMBER (NULL, "100", "%") },
  { ONE ("431人"), NUMBER (NULL, "431", "人") },
  { ONE ("13590.2平方米"), NUMBER (NULL, "13590.2", "平方米") },
  { ONE ("2000元/月/人"), NUMBER (NULL, "2000", "元/月/人") },
  { ONE ("80元/人/月"), NUMBER (NULL, "80", "元/人/月") },
  { ONE ("12台（套）"), NUMBER (NULL, "12", "台（套）") },
  { ONE ("≥15万"), NUMBER ("≥", "15", "万") },
  { ONE ("≥2倍"), NUMBER ("≥", "2", "倍") },
  { ONE ("=1年"), NUMBER ("=", "1", "年") },
  { ONE ("=2010.12"), NUMBER ("=", "2010.12", NULL) },
  /* dates */
  { ONE ("2024年12月底前"), DATE ("2024年12月底前") },
  { ONE ("2024年12月31日"), DATE ("2024年12月31日") },
  { ONE ("2024 年 12 月 31 日前完成"), DATE ("2024 年 12 月 31 日前完成") },
  { ONE ("2024年"), DATE ("2024年") },
  { ONE ("2024-12-31"), DATE ("2024-12-31") },
  { ONE ("2024.12.31"), DATE ("2024.12.31") },
  { ONE ("12月底前"), DATE ("12月底前") },
  { ONE ("≤2024年12月31日"), DATE ("≤2024年12月31日") },
  { ONE ("年底前"), DATE ("年底前") },
  /* words; numbers that are not certain stay in them */
  { ONE ("是"), WORDS ("是") },
  { ONE ("N/A"), WORDS ("N/A") },
  { ONE ("及时发放"), WORDS ("及时发放") },
  { ONE ("85%-90%"), WORDS ("85%-90%") },
  { ONE ("3至5次"), WORDS ("3至5次") },
  { ONE ("10万元左右"), WORDS ("10万元左右") },
  { ONE ("约10人"), WORDS ("约10人") },
  { ONE ("100余人"), WORDS ("100余人") },
  { ONE ("100%完成"), WORDS ("100%完成") },
  { ONE ("≤95%以上"), WORDS ("≤95%以上") },
  { ONE ("2024年标准执行"), WORDS ("2024年标准执行") },
  { ONE ("文字描述 按时拨付"), QUALITATIVE ("按时拨付") },
  { ONE ("定性：优良"), QUALITATIVE ("优良") },
  { ONE ("文字描述"), TARGET_BLANK, "定性", NULL, NULL, NULL },
  /* three cells */
  { "≥", "95.00", "%", NUMBER ("≥", "95", "%") },
  { "≥", "7010.00", "人", NUMBER ("≥", "7010", "人") },
  { ">=", "7200", "人", NUMBER ("≥", "7200", "人") },
  { "=", "15", "万元", NUMBER ("=", "15", "万元") },
  { "=", "15万", "元", NUMBER ("=", "15", "万元") },
  { "大于等于", "90", "%", NUMBER ("≥", "90", "%") },
  { NULL, "90", "%以上", NUMBER ("≥", "90", "%") },
  { NULL, "≥90", "%", NUMBER ("≥", "90", "%") },
  { "≥", "310.00", "年", NUMBER ("≥", "310", "年") },
  { "文字描述", NULL, "按时拨付到位", QUALITATIVE ("按时拨付到位") },
  { "文字描述", NULL, "232元/人", QUALITATIVE ("232元/人") },
  { "文字描述", "", "", TARGET_BLANK, "定性", NULL, NULL, NULL },
  { "≤", "2024年12月", "", DATE ("≤2024年12月") },
  { "≥", "90%", "人", WORDS ("≥90%人") },
  { "≥", NULL, "全部覆盖", WORDS ("≥全部覆盖") },
};

static void
assert_texts (const char *got, const char *expected, const char *what, const char *cell)
{
  ck_assert_msg (g_strcmp0 (got, expected) == 0, "%s of %s: %s, not %s", what, cell,
                 got ? got : "none", expected ? expected : "none");
}

START_TEST (a_cell_is_read_as_what_is_certain)
{
  const Case      *c = &cases[_i];
  const char      *cell = c->value ? c->value : c->unit_cell ? c->unit_cell : "nothing";
  g_autofree char *number = NULL;
  g_auto (Target) target = { 0 };

  target_read (&target, c->sign_cell, c->value, c->unit_cell);
  number = target.kind == TARGET_NUMBER ? decimal_write (target.number_e6) : NULL;
  ck_assert_msg (target.kind == c->kind, "kind %d of %s", target.kind, cell);
  assert_texts (target.sign, c->sign, "sign", cell);
  assert_texts (number, c->number, "number", cell);
  assert_texts (target.unit, c->unit, "unit", cell);
  assert_texts (target.words, c->words, "words", cell);
}
END_TEST

START_TEST (the_digits_of_the_fraction_are_counted)
{
  g_auto (Target) target = { 0 };

  target_read (&target, "≥", "95.00", "%");
  ck_assert_int_eq (target.decimals, 2);
}
END_TEST

START_TEST (a_unit_beside_the_number_is_noticed_where_it_has_a_cell)
{
  static const struct {
    const char *sign, *value, *unit;
    gboolean    noticed;
  } cells[] = {
    { "≥", "95.00 %", NULL, TRUE }, { "≥", "95.00%", "", TRUE },
    { "≥", "95.00", "%", FALSE },   { "≥", "95%", "%", FALSE },
    { NULL, "≥95%", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_auto (Target) target = { 0 };

      target_read (&target, cells[i].sign, cells[i].value, cells[i].unit);
      ck_assert_str_eq (target.unit, "%");
      ck_assert_int_eq (target.unit_in_value_cell, cells[i].noticed);
    }
}
END_TEST

static const char *const samples[] = {
  "chengde-2024.expected.json",
  "zunhua-2022-first12.expected.json",
  "tangshan-renshe-2024.expected.json",
  "nanpu-2020-first7.expected.json",
  "tangshan-shehui-2024-first12.expected.json",
};

static const char *
text_of (JsonObject *object, const char *key)
{
  return json_object_get_string_member_with_default (object, key, NULL);
}

/* Whether the sample accepts another reading of this field. */
static gboolean
is_open (JsonObject *indicator, const char *key)
{
  return json_object_has_member (indicator, "accept") &&
         json_object_has_member (json_object_get_object_member (indicator, "accept"),
                                 key);
}

static void
assert_same (JsonObject *indicator, const char *key, const char *got)
{
  g_autofree char *expected = fold (text_of (indicator, key));
  g_autofree char *folded = fold (got);

  if (!is_open (indicator, key))
    assert_texts (folded, expected, key, text_of (indicator, "value_as_printed"));
}

/* The cell as it stands must be read as a careful person keyed it in. */
static guint
check_indicators (JsonArray *indicators)
{
  guint n = indicators ? json_array_get_length (indicators) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject      *indicator = json_array_get_object_element (indicators, i);
      g_autofree char *number = NULL;
      g_auto (Target) target = { 0 };

      target_read (&target, NULL, text_of (indicator, "value_as_printed"), NULL);
      if (target.kind == TARGET_NUMBER)
        number = decimal_write (target.number_e6);
      assert_same (indicator, "symbol",
                   target.kind == TARGET_NUMBER ? target.sign : NULL);
      assert_same (indicator, "number", number);
      assert_same (indicator, "unit", target.unit);
      assert_same (indicator, "text", target.words);
    }
  return n;
}

START_TEST (a_target_is_found_behind_what_it_is_of)
{
  static const struct {
    const char *text, *target;
  } cells[] = {
    { "培训人数≥600人", "≥600人" }, { "合格率不低于95%", "不低于95%" },
    { "就业率达到60%", "达到60%" }, { "覆盖率提高0.2个百分点", "提高0.2个百分点" },
    { "维护站点32个", NULL },       { "≥600人", NULL },
    { "提高生活自理能力", NULL },   { "", NULL },
    { "2024年12月底前", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      gsize at = target_begins (cells[i].text);

      ck_assert_msg ((at > 0) == (cells[i].target != NULL), "%s", cells[i].text);
      if (at > 0)
        ck_assert_str_eq (cells[i].text + at, cells[i].target);
    }
}
END_TEST

START_TEST (the_real_documents_are_read_as_they_were_keyed_in)
{
  g_autofree char *path = real_sample_path (samples[_i]);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *document;
  JsonArray  *projects;
  guint       n = 0;

  if (path == NULL)
    return;
  ck_assert (json_parser_load_from_file (parser, path, NULL));
  document = json_node_get_object (json_parser_get_root (parser));
  projects = json_object_get_array_member (document, "projects");
  for (guint i = 0; i < json_array_get_length (projects); i++)
    n += check_indicators (
        json_object_get_array_member (json_array_get_object_element (projects, i),
                                      "indicators"));
  check_indicators (
      json_object_get_array_member (json_object_get_object_member (document, "overall"),
                                    "indicators"));
  ck_assert_uint_gt (n, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("target");
  TCase *tcase = tcase_create ("target");

  tcase_add_loop_test (tcase, a_cell_is_read_as_what_is_certain, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (tcase, the_digits_of_the_fraction_are_counted);
  tcase_add_test (tcase, a_unit_beside_the_number_is_noticed_where_it_has_a_cell);
  tcase_add_test (tcase, a_target_is_found_behind_what_it_is_of);
  tcase_add_loop_test (tcase, the_real_documents_are_read_as_they_were_keyed_in, 0,
                       G_N_ELEMENTS (samples));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
