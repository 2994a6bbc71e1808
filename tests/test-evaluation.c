/* tests/test-evaluation.c — 绩效自评: points beside those computed by hand. */

#include "app/edit/edit.h"
#include "app/form/edit.h"
#include "app/reading/reading.h"
#include "db/evaluation.h"
#include "db/indicator.h"
#include "db/project.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

static Document  *document;
static Project   *project;
static Indicator *row;

/* One table with a single target of 50 points (a form without cost targets), and one of
 * 30 and of 10 that nobody speaks of.  */
static void
setup (void)
{
  static const char *const levels[][2] = { { "产出指标", "数量指标" },
                                           { "效益指标", "社会效益指标" },
                                           { "满意度指标", "服务对象满意度指标" } };

  open_empty ();
  document = written_document (2024, 1, 3);
  project = document->projects->pdata[1];
  while (project->indicators->len > 3)
    db_record_free (&indicator_table, g_ptr_array_steal_index (project->indicators, 3));
  for (guint i = 0; i < 3; i++)
    {
      row = project->indicators->pdata[i];
      db_record_take_text (&row->level1, g_strdup (levels[i][0]));
      db_record_take_text (&row->level2, g_strdup (levels[i][1]));
    }
  row = project->indicators->pdata[0];
}

static void
teardown (void)
{
  document_free (document);
  close_file ();
}

static void
store (void)
{
  g_auto (DbTxn) txn = { NULL };

  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, document, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
}

/* Fills in what became of a row of a table, in the record that it has of it. */
static void
fill_below (const char *table, const char *key, gint64 parent, const char *column,
            const char *text)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce(max(id), 0) FROM %s WHERE %s = :parent", table,
                       key);
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);
  EditCell cell = { table, 0, column, text, parent, NULL };

  db_bind_int (q, ":parent", parent);
  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  cell.row = sqlite3_column_int64 (q, 0);
  ck_assert_int_eq (db_step (q, NULL), DB_DONE);
  ck_assert (edit_cells (db, &cell, 1, NULL, NULL));
}

/* Of the target; NULL leaves it. */
static void
fill_in (const char *column, const char *text)
{
  if (text != NULL)
    fill_below ("outcome", "indicator_id", row->record.id, column, text);
}

static void
spend (const char *text)
{
  fill_below ("execution", "project_id", project->record.id, "spent_text", text);
}

static const struct {
  const char *level1, *operator_text, *value, *unit, *actual;
  gint64      hundredths; /* of a point, by hand; -1: nobody can say */
  const char *state;
} scores[] = {
  /* more is better */
  { "产出指标", "≥", "80", "%", "80", 5000, "computed" },
  { "产出指标", "≥", "80", "%", "80%", 5000, "computed" },
  { "产出指标", "≥", "80", "%", "100", 5000, "computed" },
  { "产出指标", "≥", "80", "%", "60", 3750, "computed" },
  { "产出指标", "≥", "80", "%", "0", 0, "computed" },
  { "产出指标", "≥", "90", "%", "77.7", 4317, "computed" },
  { "产出指标", ">", "80", "人", "40人", 2500, "computed" },
  { "产出指标", "≥", "0", "人", "0", 5000, "computed" },
  { "产出指标", "=", "12", "个", "12", 5000, "computed" },
  { "产出指标", "=", "12", "个", "9", 3750, "computed" },
  { "产出指标", "=", "12", "个", "15", 5000, "computed" },
  { "产出指标", NULL, "12", "个", "6", 2500, "computed" },
  /* less is better */
  { "产出指标", "≤", "10", "天", "8", 5000, "computed" },
  { "产出指标", "≤", "10", "天", "10", 5000, "computed" },
  { "产出指标", "≤", "10", "天", "20", 2500, "computed" },
  { "产出指标", "<", "10", "天", "12.5", 4000, "computed" },
  { "产出指标", "≤", "0", "起", "0", 5000, "computed" },
  { "产出指标", "≤", "0", "起", "1", 0, "computed" },
  { "成本指标", "=", "100", "万元", "80", 2000, "computed" },
  { "成本指标", "=", "100", "万元", "125", 1600, "computed" },
  { "成本指标", "≤", "100", "万元", "100", 2000, "computed" },
  /* words */
  { "产出指标", "定性", "显著提高", NULL, "显著提高", 5000, "computed" },
  { "产出指标", "定性", "显著提高", NULL, "有所提高", -1, "words" },
  { "产出指标", "≥", "80", "%", "基本完成", -1, "words" },
  { "产出指标", "≥", "80", "%", "80人", -1, "words" },
  /* nothing */
  { "产出指标", "≥", "80", "%", NULL, 0, "missing" },
};

START_TEST (points_are_those_computed_by_hand)
{
  g_autofree char *state = NULL;
  gint64           score;

  db_record_take_text (&row->level1, g_strdup (scores[_i].level1));
  db_record_take_text (&row->level2,
                       g_strdup (strcmp (scores[_i].level1, "成本指标") == 0
                                     ? "经济成本指标"
                                     : "数量指标"));
  db_record_take_text (&row->operator_text, g_strdup (scores[_i].operator_text));
  db_record_take_text (&row->value_text, g_strdup (scores[_i].value));
  db_record_take_text (&row->unit_text, g_strdup (scores[_i].unit));
  store ();
  fill_in ("actual_text", scores[_i].actual);
  ck_assert (evaluation_score (db, row->record.id, &score, &state, NULL));
  ck_assert_msg (strcmp (state, scores[_i].state) == 0, "%d: %s", _i, state);
  ck_assert_msg (scores[_i].hundredths < 0 ? score == DB_NULL
                                           : score == scores[_i].hundredths * 10000,
                 "%d: %" G_GINT64_FORMAT, _i, score);
}
END_TEST

static const struct {
  const char *spent;
  gint64      rate, hundredths;
} rates[] = {
  { "3.5", 10000, 1000 }, { "1.75", 5000, 500 },      { "0", 0, 0 },
  { "7", 20000, 1000 },   { "35000元", 10000, 1000 },
};

START_TEST (the_rate_of_execution_makes_ten_points)
{
  EvaluationTotal total;

  store (); /* 3.5 万元 would be written with seed 3, of the overall table; this one
               has 4.5 */
  project->amount_fen = 3500000;
  ck_assert (edit_cell (db, "project", project->record.id, "amount_text", "3.5", NULL));
  spend (rates[_i].spent);
  ck_assert (evaluation_total (db, project->record.id, &total, NULL));
  ck_assert_int_eq (total.rate_e6, rates[_i].rate * 10000);
  ck_assert_int_eq (total.execution_e6, rates[_i].hundredths * 10000);
}
END_TEST

START_TEST (all_points_are_a_hundred)
{
  EvaluationTotal total;

  store ();
  ck_assert (evaluation_total (db, project->record.id, &total, NULL));
  ck_assert_int_eq (total.weight_e6, 100000000);
  ck_assert (edit_cell (db, "indicator", row->record.id, "weight_text", "40", NULL));
  ck_assert (evaluation_total (db, project->record.id, &total, NULL));
  ck_assert_int_eq (total.weight_e6, 90000000); /* nobody has the other ten */
}
END_TEST

START_TEST (points_that_a_person_gave_stand)
{
  g_autofree char *state = NULL;
  gint64           score;

  store ();
  fill_in ("score_text", "33.5");
  ck_assert (evaluation_score (db, row->record.id, &score, &state, NULL));
  ck_assert_str_eq (state, "given");
  ck_assert_int_eq (score, 33500000);
}
END_TEST

static gboolean
is_asked (const char *kind)
{
  g_autoptr (GPtrArray) questions =
      evaluation_questions (db, project->record.id, FALSE, NULL);

  for (guint i = 0; i < questions->len; i++)
    if (strcmp (((EvaluationQuestion *) questions->pdata[i])->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

START_TEST (what_a_self_evaluation_lacks_is_asked)
{
  g_autoptr (GPtrArray) questions = NULL;

  db_record_take_text (&row->value_text, g_strdup ("80"));
  store ();
  questions = evaluation_questions (db, project->record.id, FALSE, NULL);
  ck_assert_uint_eq (questions->len, 0); /* nobody has begun */
  fill_in ("actual_text", "70");
  ck_assert (is_asked ("missing")); /* the other rows */
  ck_assert (is_asked ("unexplained"));
  ck_assert (is_asked ("spent"));
}
END_TEST

START_TEST (money_that_is_left_is_to_be_explained)
{
  db_record_take_text (&project->amount_text, g_strdup ("100"));
  project->amount_fen = 100 * G_GINT64_CONSTANT (1000000);
  store ();
  ck_assert (!is_asked ("execution"));
  spend ("100");
  ck_assert (!is_asked ("execution"));
  spend ("60");
  ck_assert (is_asked ("execution"));
  spend ("101");
  ck_assert (is_asked ("execution"));
  fill_below ("execution", "project_id", project->record.id, "conclusion",
              "工程尾款结转");
  ck_assert (!is_asked ("execution"));
}
END_TEST

static gboolean
is_asked_at_monitoring (const char *kind)
{
  g_autoptr (GPtrArray) questions =
      evaluation_questions (db, project->record.id, TRUE, NULL);

  for (guint i = 0; i < questions->len; i++)
    if (strcmp (((EvaluationQuestion *) questions->pdata[i])->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

static const struct {
  const char *likelihood, *reason;
  gboolean    is_asked;
} doubts[] = {
  { "确定能", NULL, FALSE },    { "有可能", NULL, TRUE },
  { "完全不可能", NULL, TRUE }, { "有可能", "招标推迟", FALSE },
  { "可能性大", NULL, FALSE },  { "可能性小", NULL, TRUE },
  { "能", NULL, FALSE },        { "难以完成", NULL, TRUE },
};

START_TEST (whoever_doubts_says_why)
{
  store ();
  ck_assert (!is_asked_at_monitoring ("monitored"));
  fill_in ("likelihood", doubts[_i].likelihood);
  fill_in ("monitored_reason", doubts[_i].reason);
  ck_assert_int_eq (is_asked_at_monitoring ("deviation"), doubts[_i].is_asked);
  ck_assert (is_asked_at_monitoring ("monitored"));
  fill_in ("monitored_text", "40");
  ck_assert (!is_asked_at_monitoring ("likelihood"));
  ck_assert (is_asked_at_monitoring ("monitored_spent"));
}
END_TEST

START_TEST (a_target_far_exceeded_is_asked_about)
{
  db_record_take_text (&row->value_text, g_strdup ("50"));
  store ();
  fill_in ("actual_text", "65");
  ck_assert (!is_asked ("exceeded"));
  ck_assert (!is_asked ("unexplained"));
}
END_TEST

START_TEST (the_form_takes_what_is_typed)
{
  g_autoptr (FormTable) table = NULL;
  const FormCell *cell;

  store ();
  table = form_table_new (db, project->record.id, "evaluation", NULL);
  ck_assert_ptr_nonnull (table);
  cell = form_edit_find (table, "actual", row->record.id);
  ck_assert_ptr_nonnull (cell);
  ck_assert (form_edit_set (db, table, cell, "96%", NULL));
  form_table_free (g_steal_pointer (&table));
  table = form_table_new (db, project->record.id, "evaluation", NULL);
  cell = form_edit_find (table, "actual", row->record.id);
  ck_assert_str_eq (cell->text, "96%");
}
END_TEST

/* What nobody knows yet is blank: the form may be printed to be filled in by hand. */
START_TEST (what_is_not_known_is_no_nought)
{
  static const struct {
    const char *layout, *field;
  } cells[] = { { "evaluation", "execution_rate" },
                { "monitoring", "monitored_rate" } };

  store ();
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (FormTable) table =
          form_table_new (db, project->record.id, cells[i].layout, NULL);
      guint found = 0;

      for (guint k = 0; k < table->cells->len; k++)
        {
          const FormCell *cell = table->cells->pdata[k];

          if (g_strcmp0 (cell->field, cells[i].field) != 0)
            continue;
          found++;
          ck_assert_str_eq (cell->text != NULL ? cell->text : "", "");
        }
      ck_assert_uint_eq (found, 1);
    }
}
END_TEST

static Suite *
evaluation_suite (void)
{
  Suite *suite = suite_create ("evaluation");
  TCase *tcase = tcase_create ("evaluation");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_loop_test (tcase, points_are_those_computed_by_hand, 0,
                       G_N_ELEMENTS (scores));
  tcase_add_loop_test (tcase, the_rate_of_execution_makes_ten_points, 0,
                       G_N_ELEMENTS (rates));
  tcase_add_test (tcase, all_points_are_a_hundred);
  tcase_add_test (tcase, points_that_a_person_gave_stand);
  tcase_add_test (tcase, what_a_self_evaluation_lacks_is_asked);
  tcase_add_test (tcase, money_that_is_left_is_to_be_explained);
  tcase_add_loop_test (tcase, whoever_doubts_says_why, 0, G_N_ELEMENTS (doubts));
  tcase_add_test (tcase, a_target_far_exceeded_is_asked_about);
  tcase_add_test (tcase, what_is_not_known_is_no_nought);
  tcase_add_test (tcase, the_form_takes_what_is_typed);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (evaluation_suite ());
}
