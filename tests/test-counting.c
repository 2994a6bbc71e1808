/* tests/test-counting.c — numbers are written as lists and dates write them. */

#include "app/read/counting.h"
#include "tests/suite.h"

static const struct {
  const char *format;
  guint       n;
  const char *written;
} formats[] = {
  { "decimal", 12, "12" },
  { "none", 3, "" },
  { "bullet", 3, "" },
  { NULL, 4, "4" },
  { "thaiCounting", 5, "5" },
  { "decimalZero", 7, "07" },
  { "decimalFullWidth", 10, "１０" },
  { "chineseCounting", 10, "十" },
  { "chineseCounting", 11, "十一" },
  { "japaneseCounting", 20, "二十" },
  { "chineseCountingThousand", 110, "一百一十" },
  { "taiwaneseCounting", 1005, "一千零五" },
  { "chineseLegalSimplified", 15, "壹拾伍" },
  { "ideographDigital", 2024, "二〇二四" },
  { "ideographTraditional", 1, "甲" },
  { "ideographTraditional", 11, "甲" },
  { "ideographTraditional", 0, "" },
  { "ideographZodiac", 12, "亥" },
  { "upperRoman", 1994, "MCMXCIV" },
  { "lowerRoman", 4, "iv" },
  { "upperRoman", 5000, "5000" },
  { "upperLetter", 26, "Z" },
  { "upperLetter", 27, "AA" },
  { "lowerLetter", 3, "c" },
  { "lowerLetter", 0, "" },
  { "decimalEnclosedCircle", 20, "⑳" },
  { "decimalEnclosedCircle", 21, "21" },
  { "decimalEnclosedParen", 1, "⑴" },
  { "decimalEnclosedFullstop", 2, "⒉" },
  { "ideographEnclosedCircle", 3, "㊂" },
  { "ideographEnclosedCircle", 11, "11" },
};

START_TEST (a_list_is_numbered_in_its_format)
{
  g_autofree char *written = counting_write (formats[_i].format, formats[_i].n);

  ck_assert_str_eq (written, formats[_i].written);
}
END_TEST

static const struct {
  guint64     n;
  const char *plain, *legal;
} numbers[] = {
  { 0, "〇", "零" },
  { 203, "二百零三", "贰佰零叁" },
  { 10010, "一万零一十", "壹万零壹拾" },
  { 100000000, "一亿", "壹亿" },
  { 100100000, "一亿零一十万", "壹亿零壹拾万" },
  { G_GUINT64_CONSTANT (1000000000001), "一万亿零一", "壹万亿零壹" },
};

START_TEST (a_number_is_read_out)
{
  g_autofree char *plain = counting_chinese (numbers[_i].n, FALSE);
  g_autofree char *legal = counting_chinese (numbers[_i].n, TRUE);

  ck_assert_str_eq (plain, numbers[_i].plain);
  ck_assert_str_eq (legal, numbers[_i].legal);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("counting");
  TCase *tcase = tcase_create ("counting");

  tcase_add_loop_test (tcase, a_list_is_numbered_in_its_format, 0,
                       G_N_ELEMENTS (formats));
  tcase_add_loop_test (tcase, a_number_is_read_out, 0, G_N_ELEMENTS (numbers));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
