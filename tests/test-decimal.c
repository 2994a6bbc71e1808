/* tests/test-decimal.c — exact decimals and amounts. */

#include "app/decimal.h"
#include "tests/suite.h"

static const struct {
  const char *text;
  int         read; /* bytes */
  gint64      e6;
  int         decimals;
} numbers[] = {
  { "95", 2, 95000000, 0 },
  { "95.00%", 5, 95000000, 2 },
  { "33.060806万元", 9, 33060806, 6 },
  { "-0.5", 4, -500000, 1 },
  { "1,234,567.8", 11, G_GINT64_CONSTANT (1234567800000), 1 },
  { "1,23", 1, 1000000, 0 },
  { "１２．５", 12, 12500000, 1 },
  { "3.", 1, 3000000, 0 },
  { "1.0000000", 9, 1000000, 7 },
  { "1.0000001", 0, 0, 0 },
  { "9223372036855", 0, 0, 0 },
  { "9223372036854", 13, G_GINT64_CONSTANT (9223372036854000000), 0 },
  { "9999999999999999999999", 0, 0, 0 },
  { "", 0, 0, 0 },
  { "≥5", 0, 0, 0 },
};

START_TEST (a_number_is_read_exactly_or_not_at_all)
{
  gint64 e6 = 0;
  int    decimals = 0;

  ck_assert_int_eq (decimal_read (numbers[_i].text, &e6, &decimals), numbers[_i].read);
  if (numbers[_i].read > 0)
    {
      ck_assert_int_eq (e6, numbers[_i].e6);
      ck_assert_int_eq (decimals, numbers[_i].decimals);
    }
}
END_TEST

static const struct {
  gint64      e6;
  const char *text;
} writings[] = {
  { 0, "0" },
  { 16500000, "16.5" },
  { 33060806, "33.060806" },
  { -500000, "-0.5" },
  { 1, "0.000001" },
  { G_GINT64_CONSTANT (18692000000), "18692" },
  { G_MININT64, "-9223372036854.775808" },
};

START_TEST (a_number_is_written_shortest)
{
  g_autofree char *text = decimal_write (writings[_i].e6);

  ck_assert_str_eq (text, writings[_i].text);
}
END_TEST

static const struct {
  const char *text;
  const char *default_unit;
  gboolean    ok;
  gint64      fen;
  const char *unit;
} amounts[] = {
  { "16.5万元", "万元", TRUE, 16500000, "万元" },
  { "114 万元", "万元", TRUE, 114000000, "万元" },
  { "800.00", "万元", TRUE, 800000000, NULL },
  { "165000元", "万元", TRUE, 16500000, "元" },
  { "￥ 68.00", "万元", TRUE, 68000000, NULL },
  { "人民币165000元", "万元", TRUE, 16500000, "元" },
  { "1,200.50", "元", TRUE, 120050, NULL },
  { "33.060806", "万元", TRUE, 33060806, NULL },
  { "０．７８元", "万元", TRUE, 78, "元" },
  { "0.001元", "万元", FALSE, 0, NULL },
  { "约10万元", "万元", FALSE, 0, NULL },
  { "10万元整", "万元", FALSE, 0, NULL },
  { "10%", "万元", FALSE, 0, NULL },
  { "", "万元", FALSE, 0, NULL },
};

START_TEST (an_amount_is_whole_fen)
{
  gint64      fen = -1;
  const char *unit = "?";

  ck_assert_int_eq (amount_read (amounts[_i].text, amounts[_i].default_unit, &fen,
                                 &unit),
                    amounts[_i].ok);
  if (amounts[_i].ok)
    {
      ck_assert_int_eq (fen, amounts[_i].fen);
      ck_assert_pstr_eq (unit, amounts[_i].unit);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("decimal");
  TCase *tcase = tcase_create ("decimal");

  tcase_add_loop_test (tcase, a_number_is_read_exactly_or_not_at_all, 0,
                       G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tcase, a_number_is_written_shortest, 0, G_N_ELEMENTS (writings));
  tcase_add_loop_test (tcase, an_amount_is_whole_fen, 0, G_N_ELEMENTS (amounts));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
