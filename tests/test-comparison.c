/* tests/test-comparison.c — what changed between two texts, and what is said of it. */

#include "app/compare/difference.h"
#include "app/compare/remark.h"
#include "app/compare/wording.h"
#include "app/compare/write.h"
#include "db/lineage.h"
#include "tests/record-file.h"
#include "tests/second-year.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <json-glib/json-glib.h>
#include <string.h>

static gint64
store (Document *document)
{
  ck_assert (document_store (db, document, NULL));
  return document->record.id;
}

static Comparison *
compare_both (Document *before, Document *after)
{
  gint64      one = store (before), other = store (after);
  Comparison *comparison = comparison_new (db, one, other, FALSE, NULL, NULL);

  ck_assert_ptr_nonnull (comparison);
  return comparison;
}

START_TEST (a_text_beside_itself_is_unchanged)
{
  g_autoptr (Document) before = written_document (2024, 3, 7);
  g_autoptr (Document) after = written_document (2025, 3, 7);
  g_autoptr (Comparison) comparison = compare_both (before, after);

  ck_assert_uint_eq (comparison->n_tables[COMPARISON_SAME], 3);
  for (int kind = COMPARISON_SAME + 1; kind < COMPARISON_N_KINDS; kind++)
    ck_assert_uint_eq (comparison->n_tables[kind] + comparison->n_rows[kind], 0);
  ck_assert_uint_eq (comparison->differences->len, 0);
}
END_TEST

/* What is wrong with the counts, per thousand rows. */
static guint
miscounted (const Comparison *comparison, const SecondYear *years)
{
  int   wrong = 0;
  guint rows = 0;

  wrong += ABS ((int) comparison->n_rows[COMPARISON_ADDED] - (int) years->added);
  wrong += ABS ((int) comparison->n_rows[COMPARISON_REMOVED] - (int) years->removed);
  wrong += ABS ((int) comparison->n_rows[COMPARISON_TARGET] -
                (int) g_hash_table_size (years->targets));
  wrong += ABS (
      (int) comparison->n_rows[COMPARISON_CHANGED] -
      (int) (g_hash_table_size (years->changed) + g_hash_table_size (years->renamed)));
  for (int kind = 0; kind < COMPARISON_N_KINDS; kind++)
    rows += comparison->n_rows[kind];
  return (guint) wrong * 1000 / rows;
}

START_TEST (reported_changes_are_the_true_ones)
{
  g_autoptr (SecondYear) years = second_year_new (60, 12, 0, (guint) _i);
  g_autoptr (Comparison) comparison = compare_both (years->before, years->after);

  ck_assert_uint_le (miscounted (comparison, years), 6);
}
END_TEST

/* The parts of a changed text: [-removed-]{+added+}. */
static char *
marked (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = wording_compare (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const WordingPart *part = parts->pdata[i];

      g_string_append_printf (text,
                              part->kind == WORDING_KEPT      ? "%s"
                              : part->kind == WORDING_REMOVED ? "[-%s-]"
                                                              : "{+%s+}",
                              part->text);
    }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *before, *after, *marked;
} wordings[] = {
  { "一样", "一样", "一样" },
  { NULL, "新写", "{+新写+}" },
  { "删去", "", "[-删去-]" },
  { "2024年底前", "2025年底前", "[-2024-]{+2025+}年底前" },
  { "≥95.5%", "≥96%", "≥[-95.5%-]{+96%+}" },
  { "保障120人就餐", "保障150名学生就餐", "保障[-120人-]{+150名学生+}就餐" },
  { "完成道路养护任务", "完成全部道路养护任务", "完成{+全部+}道路养护任务" },
  { "甲乙丙丁", "丙丁甲乙", "[-甲乙-]丙丁{+甲乙+}" },
};

START_TEST (changed_words_are_marked)
{
  g_autofree char *text = marked (wordings[_i].before, wordings[_i].after);

  ck_assert_str_eq (text, wordings[_i].marked);
}
END_TEST

/* What is said of one row, whose target and budget moved. */
static const struct {
  const char *operator_text, *before, *after, *unit, *unit_after;
  gint64      wan_before, wan_after;
  int         kind; /* RemarkKind, -1: nothing */
} bars[] = {
  { "≥", "95", "90", "%", "%", 100, 120, REMARK_BAR_LOWERED_MONEY_ROSE },
  { "≥", "95", "90", "%", "%", 100, 100, REMARK_BAR_LOWERED },
  { "≥", "95", "98", "%", "%", 100, 120, -1 },
  { "≤", "10", "12", "天", "天", 100, 120, REMARK_BAR_LOWERED_MONEY_ROSE },
  { "≤", "10", "8", "天", "天", 100, 120, -1 },
  { "=", "300", "200", "人", "人", 100, 120, REMARK_BAR_LOWERED_MONEY_ROSE },
  { "≥", "95", "95", "%", "人", 100, 100, REMARK_UNIT_CHANGED },
  { "≥", "95", "95", "%", "%", 100, 120, -1 },
  { "≥", "95", "95", "%", "%", 100, 121, REMARK_TARGETS_SAME_MONEY_MOVED },
  { "≥", "95", "95", "%", "%", 100, 79, REMARK_TARGETS_SAME_MONEY_MOVED },
};

/* A text with one table of one row. */
static Document *
single_row (int year, const char *operator_text, const char *value, const char *unit,
            gint64 wan)
{
  Document  *document = written_document (year, 1, 3);
  Project   *project = document->projects->pdata[1];
  Indicator *row = project->indicators->pdata[0];

  for (guint i = 1; i < project->indicators->len; i++)
    db_record_free (&indicator_table, project->indicators->pdata[i]);
  g_ptr_array_set_size (project->indicators, 1);
  db_record_take_text (&row->operator_text, g_strdup (operator_text));
  db_record_take_text (&row->value_text, g_strdup (value));
  db_record_take_text (&row->unit_text, g_strdup (unit));
  db_record_take_text (&project->amount_text, g_strdup_printf ("%d", (int) wan));
  project->amount_fen = wan * 1000000;
  return document;
}

START_TEST (what_two_cells_say_together_is_said)
{
  g_autoptr (Document) before =
      single_row (2024, bars[_i].operator_text, bars[_i].before, bars[_i].unit,
                  bars[_i].wan_before);
  g_autoptr (Document) after = single_row (2025, bars[_i].operator_text, bars[_i].after,
                                           bars[_i].unit_after, bars[_i].wan_after);
  g_autoptr (Comparison) comparison = compare_both (before, after);

  for (int kind = 0; kind < REMARK_N_KINDS; kind++)
    ck_assert_msg (comparison->n_remarks[kind] == (kind == bars[_i].kind), "%d: %s %u",
                   _i, remark_kind_name (kind), comparison->n_remarks[kind]);
}
END_TEST

/* By how much a target differs, as every writer tells it. */
static const struct {
  const char *before, *after, *unit, *unit_after, *told; /* NULL: by no number */
} amounts[] = {
  { "120", "150", "人", "人", "+30，+25.0%" },
  { "90", "95", "%", "%", "+5个百分点，+5.6%" },
  { "95", "90.5", "%", "%", "-4.5个百分点，-4.7%" },
  { "0", "3", "起", "起", "+3" },
  { "12.8", "12.80", "万亩", "万亩", NULL },
  { "120", "150", "人", "户", NULL },
  { "明显改善", "显著改善", NULL, NULL, NULL },
  { "120", "若干", "人", NULL, NULL },
};

static const Difference *
target_difference (const Comparison *comparison)
{
  for (guint i = 0; i < comparison->tables->len; i++)
    {
      const TableComparison *table = comparison->tables->pdata[i];

      for (guint k = 0; k < table->rows->len; k++)
        {
          const RowComparison *row = table->rows->pdata[k];

          if (row->differences->len > 0)
            return row->differences->pdata[0];
        }
    }
  ck_abort_msg ("no row differs");
}

START_TEST (a_target_tells_by_how_much_it_differs)
{
  g_autoptr (Document) before =
      single_row (2024, "≥", amounts[_i].before, amounts[_i].unit, 100);
  g_autoptr (Document) after =
      single_row (2025, "≥", amounts[_i].after, amounts[_i].unit_after, 100);
  g_autoptr (Comparison) comparison = compare_both (before, after);
  g_autofree char *amount = difference_amount (target_difference (comparison));
  g_autofree char *text = comparison_text (comparison, &comparison_changes);
  g_autofree char *html = comparison_html (comparison, &comparison_changes);
  g_autofree char *json = comparison_json (comparison, &comparison_changes);

  ck_assert_pstr_eq (amount, amounts[_i].told);
  ck_assert ((strstr (json, "\"difference\"") != NULL) == (amounts[_i].told != NULL));
  if (amounts[_i].told == NULL)
    return;
  ck_assert_ptr_nonnull (strstr (text, amounts[_i].told));
  ck_assert_ptr_nonnull (strstr (html, amounts[_i].told));
}
END_TEST

static const struct {
  const char *purpose;
  gboolean    is_said;
} purposes[] = {
  { "用于2024年道路养护", TRUE },
  { "用于道路养护", FALSE },
  { "按照县发〔2024〕8号文件用于道路养护", FALSE },
  { "用于2023年道路养护尾款", FALSE },
};

START_TEST (last_years_words_that_name_last_year_are_said)
{
  g_autoptr (Document) before = single_row (2024, "≥", "95", "%", 100);
  g_autoptr (Document) after = single_row (2025, "≥", "96", "%", 100);
  Project *old = before->projects->pdata[1], *new = after->projects->pdata[1];

  db_record_take_text (&old->purpose, g_strdup (purposes[_i].purpose));
  db_record_take_text (&new->purpose, g_strdup (purposes[_i].purpose));
  g_autoptr (Comparison) comparison = compare_both (before, after);
  ck_assert_uint_eq (comparison->n_remarks[REMARK_OLD_YEAR_KEPT], purposes[_i].is_said);
}
END_TEST

START_TEST (what_a_person_said_is_taken)
{
  g_autoptr (Document) before = written_document (2024, 2, 7);
  g_autoptr (Document) after = written_document (2025, 2, 7);
  gint64   one = store (before), other = store (after);
  gint64   later = ((Project *) after->projects->pdata[1])->record.id;
  gint64   earlier = ((Project *) before->projects->pdata[2])->record.id;
  Lineage *said = db_record_new (&lineage_table);

  said->project_id = later;
  said->earlier_project_id = earlier;
  said->who = g_strdup ("审核人");
  said->at = g_strdup ("2025-01-02T03:04:05Z");
  ck_assert (db_record_insert (db, &lineage_table, said, other, NULL));
  db_record_free (&lineage_table, said);

  g_autoptr (Comparison) comparison =
      comparison_new (db, one, other, FALSE, NULL, NULL);
  for (guint i = 0; i < comparison->tables->len; i++)
    {
      const LineageTable *table =
          ((TableComparison *) comparison->tables->pdata[i])->table;

      if (table->after == NULL || table->after->record.id != later)
        continue;
      ck_assert_int_eq (table->before->record.id, earlier);
      ck_assert (table->is_confirmed);
      return;
    }
  ck_abort_msg ("the table is gone");
}
END_TEST

START_TEST (every_writer_tells_the_counts)
{
  g_autoptr (SecondYear) years = second_year_new (10, 8, 0, 5);
  g_autoptr (Comparison) comparison = compare_both (years->before, years->after);
  g_autofree char *text = comparison_text (comparison, &comparison_changes);
  g_autofree char *html = comparison_html (comparison, &comparison_changes);
  g_autofree char *json = comparison_json (comparison, &comparison_changes);
  g_autofree char *counts = comparison_counts (comparison, TRUE);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *rows;

  ck_assert_ptr_nonnull (strstr (text, counts));
  ck_assert_ptr_nonnull (strstr (html, counts));
  ck_assert (json_parser_load_from_data (parser, json, -1, NULL));
  rows = json_node_get_object (json_parser_get_root (parser));
  rows = json_object_get_object_member (json_object_get_object_member (rows, "summary"),
                                        "indicators");
  ck_assert_int_eq (json_object_get_int_member (rows, "target_changed"),
                    comparison->n_rows[COMPARISON_TARGET]);
}
END_TEST

static const struct {
  const char         *says;
  ComparisonSelection selection;
  ComparisonKind      kind;
  gboolean            is_moved, is_remarked, is_taken;
} choices[] = {
  { "a kind", { .kinds = { [COMPARISON_ADDED] = TRUE } }, COMPARISON_ADDED, 0, 0, 1 },
  { "another", { .kinds = { [COMPARISON_ADDED] = TRUE } }, COMPARISON_TARGET, 0, 0, 0 },
  { "moved", { .only_moved = TRUE }, COMPARISON_SAME, 1, 0, 1 },
  { "not moved", { .only_moved = TRUE }, COMPARISON_SAME, 0, 0, 0 },
  { "moved, of no chosen kind", { .only_moved = TRUE }, COMPARISON_TARGET, 1, 0, 0 },
  { "moved, of a chosen kind",
    { .only_moved = TRUE, .kinds = { [COMPARISON_TARGET] = TRUE } },
    COMPARISON_TARGET,
    1,
    0,
    1 },
  { "remarked", { .only_remarked = TRUE }, COMPARISON_SAME, 0, 1, 1 },
  { "moved and remarked",
    { .only_moved = TRUE, .only_remarked = TRUE },
    COMPARISON_SAME,
    1,
    1,
    1 },
  { "moved, not remarked",
    { .only_moved = TRUE, .only_remarked = TRUE },
    COMPARISON_SAME,
    1,
    0,
    0 },
};

START_TEST (filters_hold_together)
{
  LineageRow row = { .is_moved = choices[_i].is_moved };
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
  RowComparison compared = { choices[_i].kind, &row, NULL, remarks };

  if (choices[_i].is_remarked)
    g_ptr_array_add (remarks, NULL);
  ck_assert_msg (comparison_takes_row (&choices[_i].selection, &compared) ==
                     choices[_i].is_taken,
                 "%s", choices[_i].says);
}
END_TEST

static Suite *
comparison_suite (void)
{
  Suite *suite = suite_create ("comparison");
  TCase *tcase = tcase_create ("comparison");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_test (tcase, a_text_beside_itself_is_unchanged);
  tcase_add_loop_test (tcase, reported_changes_are_the_true_ones, 1, 5);
  tcase_add_loop_test (tcase, changed_words_are_marked, 0, G_N_ELEMENTS (wordings));
  tcase_add_loop_test (tcase, what_two_cells_say_together_is_said, 0,
                       G_N_ELEMENTS (bars));
  tcase_add_loop_test (tcase, a_target_tells_by_how_much_it_differs, 0,
                       G_N_ELEMENTS (amounts));
  tcase_add_loop_test (tcase, last_years_words_that_name_last_year_are_said, 0,
                       G_N_ELEMENTS (purposes));
  tcase_add_test (tcase, what_a_person_said_is_taken);
  tcase_add_test (tcase, every_writer_tells_the_counts);
  tcase_add_loop_test (tcase, filters_hold_together, 0, G_N_ELEMENTS (choices));
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (comparison_suite ());
}
