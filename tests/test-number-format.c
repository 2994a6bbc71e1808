/* tests/test-number-format.c — numbers as cells show them. */

#include "app/read/number-format.h"
#include "tests/suite.h"

static const struct {
  const char *code; /* NULL: General */
  double      number;
  const char *shown;
} numbers[] = {
  /* General */
  { NULL, 0, "0" },
  { NULL, 0.1 + 0.2, "0.3" },
  { NULL, 100, "100" },
  { NULL, -16.5, "-16.5" },
  { NULL, 33.060806, "33.060806" },
  { NULL, 1.0 / 3, "0.333333333" },
  { NULL, 123456.7890123, "123456.789" },
  { NULL, 130811221234567, "130811221234567" },
  { NULL, 1.30811221234567e20, "1.30811E+20" },
  { NULL, 0.00001234, "1.234E-05" },
  { NULL, 0.0012, "0.0012" },
  { "General", 4000, "4000" },
  { "General\"万元\"", 16.5, "16.5万元" },
  { "G/通用格式", 7, "7" },
  /* digits */
  { "0.00", 95, "95.00" },
  { "0.00", 1.005, "1.01" },
  { "0.00", -0.001, "0.00" },
  { "0", 0.5, "1" },
  { "0", 99.5, "100" },
  { "000000", 10101, "010101" },
  { "#,##0.00", 1234567.891, "1,234,567.89" },
  { "#,##0", 999, "999" },
  { "#,##0", 0, "0" },
  { "#.##", 0.5, ".5" },
  { "0.0#", 2, "2.0" },
  { "0.0#", 2.25, "2.25" },
  { "#,##0.0,", 1234567, "1,234.6" },
  { "0,,", 12000000, "12" },
  { "000-0000", 5551234, "555-1234" },
  { "0.00_ ;[Red]\\-0.00\\ ", -3, "-3.00 " },
  { "0%", 0.95, "95%" },
  { "0.00%", 0.95, "95.00%" },
  { "0.00E+00", 12345, "1.23E+04" },
  { "0.0E+0", 0, "0.0E+0" },
  { "0.00\"万元\"", 16.5, "16.50万元" },
  { "\"≥\"0", 95, "≥95" },
  { "[$¥-804]#,##0.00", 1200, "¥1,200.00" },
  { "0!.0", 12, "1.2" },
  { "# ?/?", 0.5, "0.5" },
  /* sections */
  { "0;(0)", -5, "(5)" },
  { "0;-0;\"无\"", 0, "无" },
  { "0;;", -5, "" },
  { ";;;", 5, "" },
  { "[>=10000]0.0,\"千\";0", 25000, "25.0千" },
  { "[>=10000]0.0,\"千\";0", -5, "-5" },
  { "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", 1200, "1,200.00" },
  /* Chinese */
  { "[DBNum1][$-804]General", 123, "一百二十三" },
  { "[DBNum2][$-804]General", 10200, "壹万零贰佰" },
  { "[DBNum1]0", 203, "二〇三" },
  /* dates */
  { "yyyy\"年\"m\"月\"d\"日\"", 45352, "2024年3月1日" },
  { "yyyy-mm-dd", 45352, "2024-03-01" },
  { "yyyy/m/d;@", 45352, "2024/3/1" },
  { "yyyy.mm.dd", 45352, "2024.03.01" },
  { "yy-m", 45352, "24-3" },
  { "yyyy\"年\"m\"月\"", 60, "1900年2月" },
  { "yyyy/m/d", 1, "1900/1/1" },
  { "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45281, "二〇二三年十二月二十一日" },
  { "aaaa", 45352, "星期五" },
  { "h:mm", 0.75, "18:00" },
  { "h:mm:ss", 45352.999999, "0:00:00" },
  { "上午/下午h\"时\"mm\"分\"", 0.5 + 1.5 / 24, "下午1时30分" },
  { "[h]:mm", 1.5, "36:00" },
  { "mm:ss", 1.0 / 24 / 60 * 2.5, "02:30" },
  { "yyyy", -1, "-1" },
};

START_TEST (a_number_shows_as_in_its_cell)
{
  NumberFormat    *format = number_format_new (numbers[_i].code);
  g_autofree char *shown = number_format_number (format, numbers[_i].number, FALSE);

  ck_assert_msg (g_strcmp0 (shown, numbers[_i].shown) == 0, "%s %g: %s, not %s",
                 numbers[_i].code, numbers[_i].number, shown, numbers[_i].shown);
  number_format_free (format);
}
END_TEST

static const struct {
  const char *code, *text, *shown;
} texts[] = {
  { NULL, "甲", "甲" },        { "@", "010101", "010101" },
  { "0.00", "甲", "甲" },      { "0;0;0;\"第\"@\"号\"", "7", "第7号" },
  { "\"第\"@", "甲", "第甲" }, { ";;;", "甲", "" },
};

START_TEST (a_text_shows_as_in_its_cell)
{
  NumberFormat    *format = number_format_new (texts[_i].code);
  g_autofree char *shown = number_format_text (format, texts[_i].text);

  ck_assert_str_eq (shown, texts[_i].shown);
  number_format_free (format);
}
END_TEST

/* Codes that no program writes must end, and be shown somehow. */
static const char *const odd_codes[] = {
  "",
  "\"",
  "[",
  "[]",
  "[$",
  "[h",
  "\\",
  "!",
  "_",
  "*",
  "%",
  "E+",
  "E+0",
  ".",
  ",",
  ";",
  ";;;;;;;;",
  "y",
  "[s]",
  "@@",
  "[<]",
  "[DBNum9]0",
  "0.0.0",
  "yyyyyyyyyyyyyyyyyy",
  "####################################################################################"
  "0",
};

START_TEST (odd_codes_do_no_harm)
{
  static const double values[] = { 0, 1, -1, 0.5, 1e300, -1e300, 1e-300, 45352.75 };
  NumberFormat       *format = number_format_new (odd_codes[_i]);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *shown = number_format_number (format, values[i], FALSE);

      ck_assert_ptr_nonnull (shown);
    }
  number_format_free (format);
}
END_TEST

START_TEST (dates_may_count_from_1904)
{
  NumberFormat    *format = number_format_new (number_format_builtin (31));
  g_autofree char *shown = number_format_number (format, 45352 - 1462, TRUE);

  ck_assert_str_eq (shown, "2024年3月1日");
  number_format_free (format);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("number-format");
  TCase *tc = tcase_create ("number-format");

  tcase_add_loop_test (tc, a_number_shows_as_in_its_cell, 0, G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tc, a_text_shows_as_in_its_cell, 0, G_N_ELEMENTS (texts));
  tcase_add_loop_test (tc, odd_codes_do_no_harm, 0, G_N_ELEMENTS (odd_codes));
  tcase_add_test (tc, dates_may_count_from_1904);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
