/* tests/test-library.c — 指标库: what is one indicator, where it stands, what is
 * unusual. */

#include "app/edit/arrangement.h"
#include "app/edit/undo.h"
#include "app/library/library.h"
#include "app/reading/reading.h"
#include "db/document.h"
#include "db/indicator.h"
#include "db/project.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <string.h>

typedef struct {
  const char *level2, *name, *value, *unit, *basis;
} Row;

/* A text of a year with one table of these rows. */
static void
store (int year, const Row *rows, guint n)
{
  g_autoptr (Document) document = written_document (year, 1, (guint) year);
  Project *project = document->projects->pdata[1];
  Project *overall = document->projects->pdata[0];
  g_auto (DbTxn) txn = { NULL };

  while (overall->indicators->len > 0)
    db_record_free (&indicator_table, g_ptr_array_steal_index (overall->indicators, 0));
  while (project->indicators->len > 0)
    db_record_free (&indicator_table, g_ptr_array_steal_index (project->indicators, 0));
  for (guint i = 0; i < n; i++)
    {
      Indicator *row = db_record_add (project->indicators, &indicator_table);

      row->level1 = g_strdup ("产出指标");
      row->level2 = g_strdup (rows[i].level2);
      row->name = g_strdup (rows[i].name);
      row->operator_text = g_strdup ("≥");
      row->value_text = g_strdup (rows[i].value);
      row->unit_text = g_strdup (rows[i].unit);
      row->basis = g_strdup (rows[i].basis);
    }
  ck_assert (db_txn_begin (&txn, db, NULL));
  ck_assert (document_store (db, document, NULL));
  ck_assert (reading_refresh (db, NULL));
  ck_assert (db_txn_commit (&txn, NULL));
}

static void
setup (void)
{
  static const Row first[] = {
    { "质量指标", "高标准农田管护设施验收合格率", "95", "%", "承财〔2024〕5号" },
    { "数量指标", "补助发放人数", "120", "人", "工作计划" },
    { "质量指标", "补助发放人数", "100", "%", "工作计划" },
  };
  static const Row second[] = {
    { "质量指标", "高标准农田管护设施验收合格率", "96", "%", "承财[2024]5号" },
    { "质量指标", "高标准农田管护设施的验收合格率", "97", "%", "承财〔2024〕5号" },
    { "数量指标", "补助发放人数", "125", "人", "工作计划" },
    { "数量指标", "补助发放人数", "118", "人 ", "工作计划" },
    { "数量指标", "补助发放人数", "9000", "人", "工作计划" },
  };

  open_empty ();
  store (2023, first, G_N_ELEMENTS (first));
  store (2024, second, G_N_ELEMENTS (second));
}

static gint64
count_of (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return sqlite3_column_int64 (q, 0);
}

static const struct {
  const char *words, *level2;
  guint       entries, times; /* of the first */
} searches[] = {
  { "验收合格", NULL, 1, 3 }, /* two spellings, three places */
  { "补助", NULL, 2, 4 },     /* another 二级指标 is another indicator */
  { "补助", "质量指标", 1, 1 },   { "补助 人数", NULL, 2, 4 },
  { "ffrs", NULL, 2, 4 }, /* 发放人数 */
  { "没有这个", NULL, 0, 0 },     { "", NULL, 3, 4 },
  { "验收　合格", NULL, 1, 3 }, /* a white space of full width */
  { "一、没有这个", NULL, 0, 0 },
};

START_TEST (like_ones_are_one)
{
  g_autoptr (Library) library = library_new (db, NULL);
  g_autoptr (GPtrArray) found =
      library_find (library, searches[_i].words, searches[_i].level2);

  ck_assert_uint_eq (found->len, searches[_i].entries);
  if (found->len > 0)
    ck_assert_uint_eq (((LibraryEntry *) found->pdata[0])->times, searches[_i].times);
}
END_TEST

START_TEST (an_entry_knows_its_years_and_places)
{
  g_autoptr (Library) library = library_new (db, NULL);
  g_autoptr (GPtrArray) found = library_find (library, "验收", NULL);
  const LibraryEntry *entry = found->pdata[0];
  g_autoptr (GPtrArray) uses = library_entry_uses (db, entry, NULL);

  ck_assert_int_eq (entry->first_year, 2023);
  ck_assert_int_eq (entry->last_year, 2024);
  ck_assert_uint_eq (entry->spellings->len, 2);
  ck_assert_str_eq (entry->name->name, "高标准农田管护设施验收合格率");
  ck_assert_uint_eq (uses->len, 3);
  ck_assert_str_eq (((LibraryUse *) uses->pdata[0])->target, "≥96%");
  ck_assert_int_eq (library_newest (db, entry->name->name, entry->name->level2, NULL),
                    ((LibraryUse *) uses->pdata[0])->indicator);
  ck_assert_int_eq (library_newest (db, "没有这个", NULL, NULL), 0);
}
END_TEST

START_TEST (what_is_far_from_the_others_is_marked)
{
  g_autoptr (Library) library = library_new (db, NULL);
  g_autoptr (GPtrArray) found = library_find (library, "补助", "数量指标");
  g_autoptr (GPtrArray) uses = library_entry_uses (db, found->pdata[0], NULL);

  ck_assert_uint_eq (uses->len, 4);
  for (guint i = 0; i < uses->len; i++)
    {
      const LibraryUse *use = uses->pdata[i];

      ck_assert_int_eq (library_is_outlier (uses, use),
                        use->number_e6 == 9000 * G_GINT64_CONSTANT (1000000));
    }
}
END_TEST

START_TEST (an_entry_says_where_it_stands_and_what_its_targets_are)
{
  static const struct {
    const char *words, *level2, *values;
    guint       places;
  } cases[] = {
    { "验收", NULL, "95…97 %", 2 },
    { "补助", "质量指标", "100 %", 1 },
    { "补助", "数量指标", "118…9000 人", 2 },
  };
  g_autoptr (Library) library = library_new (db, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found =
          library_find (library, cases[i].words, cases[i].level2);
      const LibraryEntry *entry = found->pdata[0];
      g_autofree char    *values = library_entry_values (entry);

      ck_assert_str_eq (values, cases[i].values);
      ck_assert_uint_eq (entry->places->len, cases[i].places);
    }
}
END_TEST

START_TEST (an_entry_knows_its_findings)
{
  g_autoptr (Library) library = library_new (db, NULL);
  g_autoptr (GHashTable) findings = library_findings (db, NULL);
  guint n = 0;

  for (guint i = 0; i < library_entries (library)->len; i++)
    n += library_entry_findings (library_entries (library)->pdata[i], findings);
  ck_assert_uint_gt (n, 0);
  ck_assert_int_eq (n, count_of ("SELECT count(*) FROM finding WHERE NOT waived"
                                 " AND indicator_id IS NOT NULL"));
}
END_TEST

START_TEST (a_row_is_filled_where_it_is_blank)
{
  g_autoptr (Library) library = library_new (db, NULL);
  g_autoptr (GPtrArray) found = library_find (library, "验收", NULL);
  g_autoptr (GPtrArray) uses = library_entry_uses (db, found->pdata[0], NULL);
  gint64           project = count_of ("SELECT max(id) FROM project");
  RowValue         values[] = { { "level1", "效益指标" }, { "name", "yshgl" } };
  gint64           row = arrangement_add (db, "indicator", project, 0, values,
                                          G_N_ELEMENTS (values), NULL);
  g_autofree char *before = written_hash (db), *after = NULL, *label = NULL;

  ck_assert (library_fill (db, ((LibraryUse *) uses->pdata[0])->indicator, row, NULL));
  ck_assert_int_eq (count_of ("SELECT count(*) FROM indicator WHERE level1 = '效益指标'"
                              " AND name = '高标准农田管护设施验收合格率'"
                              " AND value_text = '96' AND level2 = '质量指标'"),
                    1);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  after = written_hash (db);
  ck_assert_str_eq (after, before);
}
END_TEST

START_TEST (a_use_becomes_a_row)
{
  g_autoptr (Library) library = library_new (db, NULL);
  g_autoptr (GPtrArray) found = library_find (library, "验收", NULL);
  g_autoptr (GPtrArray) uses = library_entry_uses (db, found->pdata[0], NULL);
  gint64 project = count_of ("SELECT max(id) FROM project");
  gint64 row =
      library_insert (db, ((LibraryUse *) uses->pdata[0])->indicator, project, NULL);

  ck_assert_int_ne (row, 0);
  ck_assert_int_eq (count_of ("SELECT count(*) FROM indicator WHERE ordinal = 3"
                              " AND value_text = '96' AND basis = '承财[2024]5号'"
                              " AND project_id = (SELECT max(id) FROM project)"),
                    1);
}
END_TEST

static const struct {
  LibraryKind kind;
  const char *spelling, *other;
} variants[] = {
  { LIBRARY_UNITS, "人", "人 " },
  { LIBRARY_BASES, "承财〔2024〕5号", "承财[2024]5号" },
  { LIBRARY_NUMBERS, "承财〔2024〕5号", "承财[2024]5号" },
};

START_TEST (spellings_are_made_one_and_back)
{
  g_autoptr (GPtrArray) groups = library_variants (db, variants[_i].kind, NULL);
  const char      *others[] = { variants[_i].other, variants[_i].spelling, NULL };
  g_autofree char *before = written_hash (db), *after = NULL, *label = NULL;
  g_autoptr (GPtrArray) cells =
      library_respell (db, variants[_i].kind, others, variants[_i].spelling, NULL);

  ck_assert_uint_eq (groups->len, 1);
  ck_assert_str_eq (((LibraryName *) ((GPtrArray *) groups->pdata[0])->pdata[0])->name,
                    variants[_i].spelling);
  ck_assert_uint_eq (cells->len, 1);
  ck_assert_str_eq (((Respelling *) cells->pdata[0])->after, variants[_i].spelling);
  ck_assert (library_unify (db, cells, variants[_i].spelling, NULL));
  g_ptr_array_unref (groups);
  groups = library_variants (db, variants[_i].kind, NULL);
  ck_assert_uint_eq (groups->len, 0);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  after = written_hash (db);
  ck_assert_str_eq (after, before);
}
END_TEST

/* A text's paragraphs, goals and bases, with numbers in them. */
static void
quote (const char *table, const char *column, const char *text)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE %s SET %s = '%s' WHERE id = (SELECT min(id) FROM %s)",
                       table, column, text, table);

  ck_assert (db_exec (db, sql, NULL));
}

static const struct {
  const char *table, *column, *before, *after; /* NULL: it stays */
} quotes[] = {
  { "overall_goal", "text", "落实财预[2020]10 号、冀财社〔2021〕3号的要求",
    "落实财预〔2020〕10号、冀财社〔2021〕3号的要求" },
  { "safeguard", "text",
    "按照财预（2020）第10号和财预【2020】 10号执行，见财预〔2020〕11号",
    "按照财预〔2020〕10号和财预〔2020〕10号执行，见财预〔2020〕11号" },
  { "goal", "text", "根据市财政局财预﹝２０２０﹞１０号",
    "根据市财政局财预〔2020〕10号" },
  { "project", "purpose", "财预〔2020〕10号", NULL },
  { "project", "heading", "冀财预（2020）10号", NULL }, /* another issuer's */
  { "sub_goal", "goal", "财预(2020)10", NULL },         /* no number */
};

START_TEST (numbers_inside_texts_are_spelled_in_one_way)
{
  g_autoptr (GPtrArray) groups = NULL, cells = NULL;
  const GPtrArray *group;
  const char      *others[9] = { NULL };
  g_autofree char *before = NULL, *after = NULL, *label = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    quote (quotes[i].table, quotes[i].column, quotes[i].before);
  ck_assert (reading_refresh (db, NULL));
  before = written_hash (db);
  groups = library_variants (db, LIBRARY_NUMBERS, NULL);
  ck_assert_uint_eq (groups->len, 2); /* and 承财〔2024〕5号 */
  group = groups->pdata[0];
  ck_assert_uint_eq (group->len, 5);
  for (guint i = 0; i < group->len; i++)
    others[i] = ((LibraryName *) group->pdata[i])->name;
  ck_assert_str_eq (others[0], "财预〔2020〕10号");
  cells = library_respell (db, LIBRARY_NUMBERS, others, others[0], NULL);
  ck_assert_uint_eq (cells->len, 3);
  ck_assert (strstr (((Respelling *) cells->pdata[0])->place, "甲局") != NULL);
  ck_assert (library_unify (db, cells, others[0], NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM %s WHERE %s = '%s'", quotes[i].table,
                           quotes[i].column,
                           quotes[i].after ? quotes[i].after : quotes[i].before);

      ck_assert_msg (count_of (sql) == 1, "%s", sql);
    }
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_str_eq (label, "统一写法：财预〔2020〕10号");
  after = written_hash (db);
  ck_assert_str_eq (after, before);
}
END_TEST

static Suite *
library_suite (void)
{
  Suite *suite = suite_create ("library");
  TCase *tcase = tcase_create ("library");

  tcase_add_checked_fixture (tcase, setup, close_file);
  tcase_add_loop_test (tcase, like_ones_are_one, 0, G_N_ELEMENTS (searches));
  tcase_add_test (tcase, an_entry_knows_its_years_and_places);
  tcase_add_test (tcase, what_is_far_from_the_others_is_marked);
  tcase_add_test (tcase, an_entry_says_where_it_stands_and_what_its_targets_are);
  tcase_add_test (tcase, an_entry_knows_its_findings);
  tcase_add_test (tcase, a_row_is_filled_where_it_is_blank);
  tcase_add_test (tcase, a_use_becomes_a_row);
  tcase_add_loop_test (tcase, spellings_are_made_one_and_back, 0,
                       G_N_ELEMENTS (variants));
  tcase_add_test (tcase, numbers_inside_texts_are_spelled_in_one_way);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return suite_run (library_suite ());
}
