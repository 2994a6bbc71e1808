/* tests/test-split.c — a project that becomes two by hand: its rows, its money, what
 * was said of it.
 */

#include "app/compare/lineage-edit.h"
#include "app/compare/lineage.h"
#include "app/decimal.h"
#include "app/edit/split.h"
#include "app/edit/undo.h"
#include "app/reading/reading.h"
#include "db/document.h"
#include "db/funding.h"
#include "db/indicator.h"
#include "db/lineage.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

static Db     *db;
static gint64  before, after; /* texts of two years */
static gint64  origin, whole; /* the first project of each */
static GArray *targets;       /* its second and third */

/* Stores a text; its first project has a code and a heading. */
static gint64
store (int year, gint64 *first)
{
  g_autoptr (Document) document = written_document (year, 2, 7);
  g_auto (DbTxn) txn = { NULL };
  Project *project = document->projects->pdata[1];

  db_record_take_text (&project->code, g_strdup ("13088224P00110610001X"));
  db_record_take_text (&project->heading,
                       g_strconcat ("1、", project->name, "绩效目标表", NULL));
  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, document, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
  *first = project->record.id;
  return document->record.id;
}

static Project *
project (gint64 id)
{
  return db_record_get (db, &project_table, id, NULL);
}

static GArray *
project_rows (gint64 id)
{
  Project *one = project (id);
  GArray  *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < one->indicators->len; i++)
    g_array_append_val (ids, ((DbRecord *) one->indicators->pdata[i])->id);
  db_record_free (&project_table, one);
  return ids;
}

static void
setup (void)
{
  db = db_open (":memory:", DB_OPEN_CREATE, NULL);
  before = store (2024, &origin);
  after = store (2025, &whole);
  targets = project_rows (whole);
  g_array_remove_index (targets, 0);
  g_array_set_size (targets, 2);
}

static void
teardown (void)
{
  g_array_unref (targets);
  db_close (db);
}

static void
set_money (const char *amount, const char *fiscal, const char *other)
{
  g_autoptr (sqlite3_stmt) clear =
      db_prepare (db, "DELETE FROM funding WHERE project_id = :project", NULL);
  Funding parts[] = { { .source = (char *) "fiscal", .amount_text = (char *) fiscal },
                      { .source = (char *) "other", .amount_text = (char *) other } };
  g_autoptr (sqlite3_stmt) budget =
      db_prepare (db,
                  "UPDATE project SET amount_text = :text, amount_unit = :unit,"
                  " amount_fen = :fen WHERE id = :project",
                  NULL);
  const char *unit = NULL;
  gint64      fen = DB_NULL;

  db_bind_int (clear, ":project", whole);
  ck_assert (db_run (clear, NULL));
  amount_read (amount, "万元", &fen, &unit);
  db_bind_text (budget, ":text", amount);
  db_bind_text (budget, ":unit", unit);
  db_bind_int (budget, ":fen", fen);
  db_bind_int (budget, ":project", whole);
  ck_assert (db_run (budget, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      amount_read (parts[i].amount_text, "万元", &parts[i].amount_fen, &unit);
      ck_assert (db_record_insert (db, &funding_table, &parts[i], whole, NULL));
    }
}

static const struct {
  const char *amount, *fiscal, *other; /* of the old one at first */
  const char *typed[3];                /* of the new one */
  const char *left[3], *gone[3];       /* of both in the end */
} shares[] = {
  /* shared as the budget is */
  { "16.5",
    "10",
    "6.5",
    { "5.5", NULL, "" },
    { "11", "6.666667", "4.333333" },
    { "5.5", "3.333333", "2.166667" } },
  /* as typed */
  { "16.5",
    "10",
    "6.5",
    { "5.5", "5.5", "0" },
    { "11", "4.5", "6.5" },
    { "5.5", "5.5", "0" } },
  /* as it was written, in its unit */
  { "165000元",
    "16.5万元",
    "0",
    { "5.5万元", NULL, NULL },
    { "110000元", "11万元", "0" },
    { "55000元", "5.5万元", "0" } },
  /* all of it */
  { "16.5",
    "10",
    "6.5",
    { "16.5", NULL, NULL },
    { "0", "0", "0" },
    { "16.5", "10", "6.5" } },
  /* none of it */
  { "16.5",
    "10",
    "6.5",
    { "", NULL, NULL },
    { "16.5", "10", "6.5" },
    { NULL, NULL, NULL } },
};

static void
check_money (gint64 id, const char *const texts[3])
{
  Project *one = project (id);

  ck_assert_pstr_eq (one->amount_text, texts[0]);
  for (guint i = 0; i < 2; i++)
    ck_assert_pstr_eq (((Funding *) one->fundings->pdata[i])->amount_text,
                       texts[i + 1]);
  db_record_free (&project_table, one);
}

START_TEST (money_is_shared)
{
  const char *fundings[] = { shares[_i].typed[1], shares[_i].typed[2], NULL };
  Split split = { whole, "新项目", targets, NULL, shares[_i].typed[0], fundings };
  g_autoptr (GError) error = NULL;
  gint64 half;

  set_money (shares[_i].amount, shares[_i].fiscal, shares[_i].other);
  half = split_project (db, &split, &error);
  ck_assert_msg (half != 0, "%s", error ? error->message : "");
  check_money (whole, shares[_i].left);
  check_money (half, shares[_i].gone);
}
END_TEST

START_TEST (rows_go_with_what_was_said_of_them)
{
  gint64           row = g_array_index (targets, gint64, 0);
  g_autofree char *hash = written_hash (db), *again = NULL, *label = NULL;
  Split            split = { whole, "新项目", targets, NULL, NULL, NULL };
  gint64           half;
  Project         *one, *other;

  half = split_project (db, &split, NULL);
  ck_assert_int_ne (half, 0);
  one = project (whole);
  other = project (half);
  ck_assert_uint_eq (one->indicators->len, 4);
  ck_assert_uint_eq (other->indicators->len, 2);
  ck_assert_int_eq (((DbRecord *) other->indicators->pdata[0])->id, row);
  ck_assert_uint_eq (other->goals->len, 0);
  ck_assert_uint_eq (other->plan->len, one->plan->len);
  ck_assert_str_eq (other->name, "新项目");
  ck_assert_str_eq (other->heading, "1、新项目绩效目标表");
  ck_assert_ptr_null (other->code);
  db_record_free (&project_table, one);
  db_record_free (&project_table, other);
  /* Both are read anew, also by undo. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (sqlite3_stmt) q = db_prepare (
          db,
          "SELECT (SELECT count(*) FROM unread_project), (SELECT count(*) FROM"
          " indicator_reading r JOIN indicator i ON i.id = r.indicator_id"
          " WHERE i.project_id <> r.project_id)",
          NULL);

      ck_assert_int_eq (db_step (q, NULL), DB_ROW);
      ck_assert_int_eq (sqlite3_column_int (q, 0), 0);
      ck_assert_int_eq (sqlite3_column_int (q, 1), 0);
      if (i == 0)
        ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
    }
  again = written_hash (db);
  ck_assert_str_eq (again, hash);
}
END_TEST

START_TEST (the_new_one_is_parted_from_what_the_old_one_continues)
{
  g_autoptr (Document) earlier = document_load (db, before, NULL), later = NULL;
  g_autoptr (GArray) rows = project_rows (origin);
  const LineageClaim claims[] = {
    { whole, DB_NULL, origin, DB_NULL },
    { whole, g_array_index (targets, gint64, 0), DB_NULL,
      g_array_index (rows, gint64, 1) },
  };
  Split  split = { whole, "新项目", targets, NULL, NULL, NULL };
  gint64 half;
  g_autoptr (GPtrArray) tables = NULL;
  GPtrArray *said;

  ck_assert (lineage_edit_say (db, after, claims, 2, NULL));
  half = split_project (db, &split, NULL);
  later = document_load (db, after, NULL);
  said = lineage_of_document (db, after, NULL);
  tables = lineage_propose (earlier, later, said);
  db_record_array_free (&lineage_table, said);
  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];
      const LineageRow   *row = table->rows->pdata[0];

      if (table->after == NULL || table->after->record.id != half)
        continue;
      ck_assert_int_eq (table->origin->record.id, origin);
      ck_assert (row->is_confirmed);
      ck_assert_int_eq (row->before->record.id, claims[1].earlier_indicator);
      return;
    }
  ck_abort_msg ("the new table is not there");
}
END_TEST

START_TEST (what_cannot_be_split_is_said)
{
  const gint64 stranger = 4711;
  g_autoptr (GArray) strangers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *hash = written_hash (db);
  const char      *fundings[] = { "viel", NULL, NULL };
  g_autoptr (GArray) overall = project_ids (db, after, "overall", NULL);
  const struct {
    Split       split;
    const char *says;
  } refusals[] = {
    { { whole, " ", targets, NULL, NULL, NULL }, "名称" },
    { { whole, "新项目", NULL, NULL, NULL, NULL }, "请选" },
    { { whole, "新项目", strangers, NULL, NULL, NULL }, "不是这个项目的" },
    { { whole, "新项目", targets, NULL, "16.6", NULL }, "还多" },
    { { whole, "新项目", targets, NULL, "viel", NULL }, "不是金额" },
    { { whole, "新项目", targets, NULL, "-1", NULL }, "不是金额" },
    { { whole, "新项目", targets, NULL, "5", fundings }, "不是金额" },
    { { 4711, "新项目", targets, NULL, NULL, NULL }, "已不在文件里" },
    { { g_array_index (overall, gint64, 0), "新项目", targets, NULL, NULL, NULL },
      "只有项目" },
  };

  g_array_append_val (strangers, stranger);
  set_money ("16.5", "10", "6.5");
  g_free (hash);
  hash = written_hash (db);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *again = NULL;

      ck_assert_int_eq (split_project (db, &refusals[i].split, &error), 0);
      ck_assert_msg (strstr (error->message, refusals[i].says) != NULL, "%s",
                     error->message);
      again = written_hash (db);
      ck_assert_str_eq (again, hash);
    }
}
END_TEST

static Suite *
split_suite (void)
{
  Suite *suite = suite_create ("split");
  TCase *tcase = tcase_create ("split");

  tcase_add_checked_fixture (tcase, setup, teardown);
  tcase_add_loop_test (tcase, money_is_shared, 0, G_N_ELEMENTS (shares));
  tcase_add_test (tcase, rows_go_with_what_was_said_of_them);
  tcase_add_test (tcase, the_new_one_is_parted_from_what_the_old_one_continues);
  tcase_add_test (tcase, what_cannot_be_split_is_said);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (split_suite ());
}
