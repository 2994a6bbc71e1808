/* tests/test-draft.c — next year's text: which years move, what is marked, what is
 * said. */

#include "app/check/check.h"
#include "app/compare/lineage.h"
#include "app/edit/arrangement.h"
#include "app/edit/draft.h"
#include "app/edit/edit.h"
#include "app/edit/split.h"
#include "app/edit/undo.h"
#include "app/import/import.h"
#include "app/reading/reading.h"
#include "app/reading/years.h"
#include "db/carried.h"
#include "db/lineage.h"
#include "db/project.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

static const struct {
  const char *before, *after;
} moves[] = {
  { NULL, NULL },
  { "完成道路养护", "完成道路养护" },
  { "2024年底前完成", "2025年底前完成" },
  { "2024 年 12 月底", "2025 年 12 月底" },
  { "2024年12月至2025年3月", "2025年12月至2026年3月" },
  { "2024-2025年度供暖期", "2025-2026年度供暖期" },
  { "2024年部门预算绩效文本", "2025年部门预算绩效文本" },
  { "2024农业保险保费补贴", "2025农业保险保费补贴" },
  /* documents */
  { "依据承财发〔2024〕8号，2024年实施", "依据承财发〔2024〕8号，2025年实施" },
  { "按《2024年惠民政策》执行", "按《2024年惠民政策》执行" },
  { "按2024年第8号文件执行", "按2024年第8号文件执行" },
  { "冀财社【2024】192号2024年补助", "冀财社【2024】192号2025年补助" },
  /* bases, and years that began something */
  { "2024年较2020年增长5%", "2025年较2020年增长5%" },
  { "以2021年为计算依据，推算2024年", "以2021年为计算依据，推算2025年" },
  { "2018年以来的欠款，2024年付清", "2018年以来的欠款，2025年付清" },
  { "自2019年起发放", "自2019年起发放" },
  /* older years that nobody moved */
  { "2021年个人缴费标准", "2025年个人缴费标准" },
  { "2020年至2021年的工程尾款", "2024年至2025年的工程尾款" },
  /* no years */
  { "预算2024万元", "预算2024万元" },
  { "编号20240012", "编号20240012" },
};

START_TEST (the_fiscal_year_moves_and_nothing_else)
{
  g_autofree char *moved = years_move (moves[_i].before, 2024, 2025);

  ck_assert_msg (g_strcmp0 (moved, moves[_i].after) == 0, "%s → %s, not %s",
                 moves[_i].before, moved, moves[_i].after);
}
END_TEST

static void
step (ActionStep direction)
{
  g_autofree char *label = NULL;

  ck_assert (undo_step (db, direction, &label, NULL));
}

static gint64
store_written (void)
{
  g_autoptr (Document) document = written_document (2024, 3, 7);
  g_auto (DbTxn) txn = { NULL };

  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, document, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
  return document->record.id;
}

START_TEST (a_draft_continues_its_text)
{
  gint64 id = store_written ();
  Draft  draft;
  g_autoptr (Document) before = document_load (db, id, NULL);
  const Project *ended = before->projects->pdata[1];
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  GPtrArray *said;

  g_array_append_val (ids, ended->record.id);
  ck_assert_msg (draft_next_year (db, id, 2025, &(DraftPlan){ .ended = ids }, &draft,
                                  &error),
                 "%s", error ? error->message : "");
  g_autoptr (Document) after = document_load (db, draft.document, NULL);
  ck_assert_int_eq (after->fiscal_year, 2025);
  ck_assert_str_eq (after->stage, "draft1");
  ck_assert_uint_eq (after->projects->len, before->projects->len - 1);
  ck_assert_uint_eq (after->approvals->len, 0);
  said = lineage_of_document (db, draft.document, NULL);
  ck_assert_uint_eq (said->len, after->projects->len * 7); /* a table and six rows */
  db_record_array_free (&lineage_table, said);
}
END_TEST

/* The lineage knows one → two and two → one. */
static void
check_forks (const Document *before, const Document *after)
{
  GPtrArray *said = lineage_of_document (db, after->record.id, NULL);
  g_autoptr (GPtrArray) tables = lineage_propose (before, after, said);
  guint forks = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];

      if (table->origin != NULL)
        ck_assert_ptr_eq (table->origin, before->projects->pdata[1]);
      if (table->heir != NULL)
        {
          ck_assert_ptr_eq (table->before, before->projects->pdata[3]);
          ck_assert_ptr_eq (table->heir, after->projects->pdata[3]);
        }
      forks += table->is_confirmed && (table->origin != NULL || table->heir != NULL);
    }
  ck_assert_uint_eq (forks, 2);
  db_record_array_free (&lineage_table, said);
}

START_TEST (projects_are_split_merged_and_added)
{
  gint64 id = store_written ();
  g_autoptr (Document) before = document_load (db, id, NULL);
  const Project *first = before->projects->pdata[1],
                *second = before->projects->pdata[2],
                *third = before->projects->pdata[3];
  DraftMerger merger = { third->record.id, second->record.id };
  g_autoptr (GArray) split = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (DraftMerger));
  DraftPlan plan = { .split = split, .merged = merged, .added = 2 };
  g_autoptr (Document) after = NULL;
  g_autoptr (GError) error = NULL;
  const Project *half;
  Draft          draft;

  g_array_append_val (split, first->record.id);
  g_array_append_val (merged, merger);
  ck_assert_msg (draft_next_year (db, id, 2025, &plan, &draft, &error), "%s",
                 error ? error->message : "");
  after = document_load (db, draft.document, NULL);
  /* One more by the split, one less by the merger, two new ones. */
  ck_assert_uint_eq (after->projects->len, before->projects->len + 2);
  half = after->projects->pdata[2];
  ck_assert (g_str_has_suffix (half->name, "（二）"));
  ck_assert_uint_eq (half->indicators->len, first->indicators->len);
  ck_assert_uint_eq (((Project *) after->projects->pdata[3])->indicators->len,
                     second->indicators->len + third->indicators->len);
  ck_assert_ptr_null (((Project *) after->projects->pdata[5])->name);
  {
    /* Both halves come from the first; the third is in the second, with its rows. */
    g_autoptr (sqlite3_stmt) q =
        db_prepare (db,
                    "SELECT (SELECT count(*) FROM lineage WHERE project_id = :half"
                    "   AND earlier_project_id = :first),"
                    " (SELECT count(*) FROM lineage l WHERE l.project_id = :heir"
                    "   AND l.earlier_project_id = :third)",
                    NULL);

    db_bind_int (q, ":half", half->record.id);
    db_bind_int (q, ":first", first->record.id);
    db_bind_int (q, ":heir", ((DbRecord *) after->projects->pdata[3])->id);
    db_bind_int (q, ":third", third->record.id);
    ck_assert_int_eq (db_step (q, NULL), DB_ROW);
    ck_assert_int_eq (sqlite3_column_int (q, 0), 7);
    ck_assert_int_eq (sqlite3_column_int (q, 1), 7);
  }
  ck_assert_ptr_null (half->code);
  ck_assert_uint_eq (draft.split, 1);
  ck_assert_uint_eq (draft.merged, 1);
  ck_assert_uint_eq (draft.added, 2);
  check_forks (before, after);
}
END_TEST

/* What a person leaves in the second half, the first one's row being gone, continues
 * last year's.  */
START_TEST (rows_parted_after_the_draft_continue_theirs)
{
  gint64 id = store_written ();
  g_autoptr (Document) before = document_load (db, id, NULL);
  const Project *whole = before->projects->pdata[1];
  gint64         row = ((DbRecord *) whole->indicators->pdata[0])->id;
  g_autoptr (GArray) split = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (Document) after = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  GPtrArray *said;
  Draft      draft;

  g_array_append_val (split, whole->record.id);
  ck_assert (
      draft_next_year (db, id, 2025, &(DraftPlan){ .split = split }, &draft, NULL));
  after = document_load (db, draft.document, NULL);
  ck_assert (arrangement_remove (
      db, "indicator",
      ((DbRecord *) ((Project *) after->projects->pdata[1])->indicators->pdata[0])->id,
      NULL));
  g_clear_pointer (&after, document_free);
  after = document_load (db, draft.document, NULL);
  said = lineage_of_document (db, draft.document, NULL);
  tables = lineage_propose (before, after, said);
  db_record_array_free (&lineage_table, said);
  {
    const LineageTable *half = tables->pdata[2];
    const LineageRow   *first = half->rows->pdata[0];

    ck_assert_ptr_eq (half->origin, whole);
    ck_assert_int_eq (first->before->record.id, row);
    ck_assert (first->is_confirmed);
  }
}
END_TEST

START_TEST (a_merger_that_cannot_be_is_refused)
{
  gint64 id = store_written ();
  g_autoptr (Document) before = document_load (db, id, NULL);
  gint64            one = ((DbRecord *) before->projects->pdata[1])->id;
  gint64            other = ((DbRecord *) before->projects->pdata[2])->id;
  const DraftMerger mergers[] = { { one, one }, { one, 4711 }, { one, other } };
  g_autoptr (GArray) ended = g_array_new (FALSE, FALSE, sizeof (gint64));
  Draft draft;

  g_array_append_val (ended, other); /* into one that ends */
  for (gsize i = 0; i < G_N_ELEMENTS (mergers); i++)
    {
      g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (DraftMerger));
      g_autoptr (GError) error = NULL;

      g_array_append_val (merged, mergers[i]);
      ck_assert (!draft_next_year (db, id, 2025,
                                   &(DraftPlan){ .ended = ended, .merged = merged },
                                   &draft, &error));
      ck_assert_ptr_nonnull (strstr (error->message, "并入"));
    }
}
END_TEST

START_TEST (what_came_over_is_marked_until_touched_or_confirmed)
{
  gint64     id = store_written ();
  Draft      draft;
  GPtrArray *cells;
  guint      n;

  ck_assert (draft_next_year (db, id, 2025, NULL, &draft, NULL));
  /* of each table an amount, its funding, four plan points and six targets */
  ck_assert_uint_eq (draft.carried, 4 * 12);
  cells = carried_cells (db, draft.document, 0, NULL);
  n = cells->len;
  ck_assert_uint_eq (n, draft.carried);
  const Carried *first = cells->pdata[0];
  ck_assert (
      edit_cell (db, first->table_name, first->row_id, first->column_name, "77", NULL));
  ck_assert_int_eq (carried_count (db, draft.document, 0, NULL), n - 1);
  step (ACTION_UNDO);
  ck_assert_int_eq (carried_count (db, draft.document, 0, NULL), n);
  ck_assert (draft_confirm_cell (db, first->table_name, first->row_id,
                                 first->column_name, NULL));
  ck_assert_int_eq (carried_count (db, draft.document, 0, NULL), n - 1);
  db_record_array_free (&carried_table, cells);
  ck_assert (draft_confirm (db, draft.document, 0, NULL));
  ck_assert_int_eq (carried_count (db, draft.document, 0, NULL), 0);
  step (ACTION_UNDO);
  ck_assert_int_eq (carried_count (db, draft.document, 0, NULL), n - 1);
}
END_TEST

START_TEST (a_draft_is_undone_and_done_again)
{
  gint64           id = store_written ();
  Draft            draft;
  g_autofree char *before = written_hash (db), *with = NULL, *again = NULL;

  ck_assert (draft_next_year (db, id, 2025, NULL, &draft, NULL));
  with = written_hash (db);
  step (ACTION_UNDO);
  again = written_hash (db);
  ck_assert_str_eq (again, before);
  step (ACTION_REDO);
  g_free (again);
  again = written_hash (db);
  ck_assert_str_eq (again, with);
}
END_TEST

START_TEST (what_cannot_be_drafted_is_said)
{
  gint64 id = store_written ();
  Draft  draft;
  g_autoptr (GError) error = NULL;

  ck_assert (!draft_next_year (db, id, 2024, NULL, &draft, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "不能是 2024 年"));
  g_clear_error (&error);
  ck_assert (draft_next_year (db, id, 2025, NULL, &draft, NULL));
  ck_assert (!draft_next_year (db, id, 2025, NULL, &draft, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "已有"));
  g_clear_error (&error);
  ck_assert (!draft_next_year (db, 4711, 2025, NULL, &draft, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "已不在文件里"));
}
END_TEST

/* Every 〔…〕…号 of a text. */
static void
add_numbers (GHashTable *numbers, const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("[〔【\\[][0-9]{4}[〕】\\]][0-9]+号?|《[^》]*》", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  g_regex_match (regex, text ? text : "", 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    g_hash_table_add (numbers, g_match_info_fetch (info, 0));
}

static GHashTable *
numbers_of (const DbTable *table, gconstpointer record, GHashTable *numbers)
{
  for (gsize i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == DB_TEXT)
      add_numbers (numbers,
                   G_STRUCT_MEMBER (const char *, record, table->fields[i].offset));
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      GPtrArray *below =
          G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);

      for (guint k = 0; k < below->len; k++)
        numbers_of (table->children[i].table, below->pdata[k], numbers);
    }
  return numbers;
}

static const char *const samples[] = { "nongye-2024.txt", "shijian-2023.txt",
                                       "shuiwu-2025.txt", "wenlv-2025.txt",
                                       "zhujian-2025.txt" };
static const char *const real_samples[] = { "chengde-2024.txt", "nanpu-2020-first7.txt",
                                            "tangshan-renshe-2024.txt",
                                            "tangshan-shehui-2024-first12.txt",
                                            "zunhua-2022-first12.txt" };

static void
draft_sample (const char *path)
{
  g_autoptr (Import) import = import_read (path, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  CheckFilter filter = { .documents = ids, .rule = "other-year-mentioned" };
  Draft       draft;
  gint64      id;

  ck_assert_ptr_nonnull (import);
  g_autoptr (Document) before = ((Proposal *) import->proposals->pdata[0])->document;
  ((Proposal *) import->proposals->pdata[0])->document =
      db_record_new (&document_table);
  if (before->fiscal_year == DB_NULL)
    return;
  g_auto (DbTxn) txn = { NULL };
  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, before, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
  id = before->record.id;
  ck_assert (draft_next_year (db, id, before->fiscal_year + 1, NULL, &draft, NULL));
  g_array_append_val (ids, draft.document);
  g_autoptr (GPtrArray) findings = check_findings (db, &filter, NULL);
  ck_assert_msg (findings->len == 0, "%s: %s", path,
                 findings->len > 0 ? ((Finding *) findings->pdata[0])->message : "");
  g_autoptr (Document) after = document_load (db, draft.document, NULL);
  g_autoptr (GHashTable) old =
      numbers_of (&document_table, before,
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  g_autoptr (GHashTable) new =
      numbers_of (&document_table, after,
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  GHashTableIter iter;
  gpointer       number;

  g_hash_table_iter_init (&iter, new);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    ck_assert_msg (g_hash_table_contains (old, number), "%s: %s is new", path,
                   (char *) number);
}

START_TEST (no_stale_year_stays_and_no_document_is_touched)
{
  g_autofree char *path = sample_path (samples[_i]);

  draft_sample (path);
}
END_TEST

START_TEST (nor_in_the_real_ones)
{
  g_autofree char *path = real_sample_path (real_samples[_i]);

  if (path != NULL)
    draft_sample (path);
}
END_TEST

static const struct {
  const char *whole, *half;
} halves[] = {
  { "公路养护", "公路养护（二）" },
  { "公路养护（二）", "公路养护（三）" },
  { "公路养护（六）", "公路养护（六）（二）" },
  { NULL, "（二）" },
};

START_TEST (a_half_of_a_half_counts_on)
{
  g_autofree char *name = split_half_name (halves[_i].whole);

  ck_assert_str_eq (name, halves[_i].half);
}
END_TEST

static Suite *
draft_suite (void)
{
  Suite *suite = suite_create ("draft");
  TCase *tcase = tcase_create ("draft");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_loop_test (tcase, the_fiscal_year_moves_and_nothing_else, 0,
                       G_N_ELEMENTS (moves));
  tcase_add_loop_test (tcase, a_half_of_a_half_counts_on, 0, G_N_ELEMENTS (halves));
  tcase_add_test (tcase, a_draft_continues_its_text);
  tcase_add_test (tcase, projects_are_split_merged_and_added);
  tcase_add_test (tcase, rows_parted_after_the_draft_continue_theirs);
  tcase_add_test (tcase, a_merger_that_cannot_be_is_refused);
  tcase_add_test (tcase, what_came_over_is_marked_until_touched_or_confirmed);
  tcase_add_test (tcase, a_draft_is_undone_and_done_again);
  tcase_add_test (tcase, what_cannot_be_drafted_is_said);
  tcase_add_loop_test (tcase, no_stale_year_stays_and_no_document_is_touched, 0,
                       G_N_ELEMENTS (samples));
  tcase_add_loop_test (tcase, nor_in_the_real_ones, 0, G_N_ELEMENTS (real_samples));
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (draft_suite ());
}
