/* tests/test-form-understanding.c — what is typed is said as it is understood. */

#include "app/form/understanding.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

static const FormCell *
cell_of (const FormTable *table, const char *field)
{
  for (guint i = 0; i < table->cells->len; i++)
    if (g_strcmp0 (((FormCell *) table->cells->pdata[i])->field, field) == 0)
      return table->cells->pdata[i];
  ck_abort_msg ("no %s", field);
  return NULL;
}

static const struct {
  const char *form, *field, *typed, *understood;
} typings[] = {
  { "zunhua", "target", "≥95%", "≥ 95 %" },
  { "zunhua", "target", "大于7000人", "> 7000 人" },
  { "zunhua", "target", "7000", "7000" },
  { "zunhua", "target", "是", "文字：是" },
  { "zunhua", "target", " ", NULL },
  { "chengde", "value", "95", "≥ 95 公里" },
  { "chengde", "value_unit", "人", "≥ 0.5 人" },
  { "chengde", "operator", "≤", "≤ 0.5 公里" },
  { "zunhua", "amount", "12.50", "12.5 万元" },
  { "zunhua", "amount", "165000元", "16.5 万元" },
  { "zunhua", "fiscal", "若干", "不是金额" },
  { "zunhua", "percent", "30%", "30%" },
  { "zunhua", "percent", "30", "30%" },
  { "zunhua", "percent", "三成", "不是百分数" },
  { "zunhua", "purpose", "用于清淤。", NULL },
  { "tangshan-shehui", "purpose", "预算数30万元，其中：财政资金200000元。用于清淤。",
    "预算数 30 万元，财政资金 20 万元" },
  { "zunhua", "indicator", "95%", NULL },
};

START_TEST (what_is_typed_is_said_as_it_is_understood)
{
  Printed printed = { typings[_i].form, 1, 1, 1, FALSE };
  gint64  project = printed_store (db, &printed);
  g_autoptr (FormTable) table = form_table_new (db, project, NULL, NULL);
  g_autofree char *words =
      form_understanding (db, table, cell_of (table, typings[_i].field),
                          typings[_i].typed);

  ck_assert_pstr_eq (words, typings[_i].understood);
}
END_TEST

static Suite *
form_understanding_suite (void)
{
  Suite *suite = suite_create ("form-understanding");
  TCase *tests = tcase_create ("form-understanding");

  tcase_add_checked_fixture (tests, open_empty, close_file);
  tcase_add_loop_test (tests, what_is_typed_is_said_as_it_is_understood, 0,
                       G_N_ELEMENTS (typings));
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return suite_run (form_understanding_suite ());
}
