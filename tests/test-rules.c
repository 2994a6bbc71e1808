/* tests/test-rules.c — every rule fires where it should and nowhere else.
 *
 * One sound document, in which nothing fires, is the ground.  Each case changes it by
 * SQL, as any tool could, has the change read, and counts what one rule then says.
 */

#include "app/check/check.h"
#include "app/reading/reading.h"
#include "db/waiver.h"
#include "tests/record-file.h"
#include "tests/rules-cases.h"
#include "tests/suite.h"

#include "app/import/recognise.h"
#include "app/read/reader.h"
#include "db/document.h"

#include <stdlib.h>
#include <string.h>

static GPtrArray *
findings_of (const char *rule)
{
  CheckFilter filter = { .rule = rule };
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = check_findings (db, &filter, &error);

  ck_assert_msg (findings != NULL, "%s", error ? error->message : "");
  return findings;
}

START_TEST (nothing_fires_in_a_sound_document)
{
  g_autoptr (GPtrArray) findings = findings_of (NULL);
  g_autofree char *text = check_text (findings);

  ck_assert_msg (findings->len == 0, "%s", text);
}
END_TEST

static void
check_case (const RuleCase *c)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  exec (c->change);
  refresh ();
  findings = findings_of (c->rule);
  text = check_text (findings);
  ck_assert_msg (findings->len == c->fires, "%s: %u, not %u, after %s\n%s", c->rule,
                 findings->len, c->fires, c->change, text);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];

      ck_assert_ptr_nonnull (finding->message);
      ck_assert_ptr_nonnull (finding->title);
      ck_assert_ptr_nonnull (finding->place);
      ck_assert_ptr_nonnull (finding->field);
      ck_assert_msg (c->severity == NULL ||
                         strcmp (finding->severity, c->severity) == 0,
                     "%s is %s after %s", c->rule, finding->severity, c->change);
    }
}

START_TEST (a_rule_about_targets_fires_as_often_as_it_should)
{
  check_case (&target_cases[_i]);
}
END_TEST

START_TEST (a_rule_about_projects_fires_as_often_as_it_should)
{
  check_case (&project_cases[_i]);
}
END_TEST

static gboolean
fires_in (const RuleCase *cases, gsize n, const char *rule)
{
  for (gsize i = 0; i < n; i++)
    if (cases[i].fires > 0 && strcmp (cases[i].rule, rule) == 0)
      return TRUE;
  return FALSE;
}

START_TEST (every_rule_is_tested_to_fire)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, "SELECT id FROM rule", NULL);

  while (db_step (q, NULL) == DB_ROW)
    {
      const char *rule = db_column_text (q, 0);

      ck_assert_msg (fires_in (target_cases, n_target_cases, rule) ||
                         fires_in (project_cases, n_project_cases, rule),
                     "no case for %s", rule);
    }
}
END_TEST

START_TEST (every_rule_has_its_view_and_every_view_its_rule)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT group_concat(name) FROM (SELECT replace(substr(name, 6), '_', '-') AS "
      "name"
      " FROM sqlite_schema WHERE type = 'view' AND name GLOB 'rule_*'"
      " EXCEPT SELECT id FROM rule)"
      " UNION ALL SELECT group_concat(id) FROM rule WHERE NOT EXISTS ("
      " SELECT 1 FROM sqlite_schema WHERE name = 'rule_' || replace(id, '-', '_'))"
      " UNION ALL SELECT group_concat(id) FROM rule WHERE NOT EXISTS ("
      " SELECT 1 FROM sqlite_schema WHERE name = 'fired'"
      "  AND instr(sql, ' rule_' || replace(id, '-', '_') || char(10))"
      "    + instr(sql, ' rule_' || replace(id, '-', '_') || ';'))",
      NULL);

  for (int i = 0; i < 3; i++)
    {
      ck_assert_int_eq (db_step (q, NULL), DB_ROW);
      if (i < 2)
        ck_assert_ptr_null (db_column_text (q, 0));
    }
}
END_TEST

/* The findings of one project must not be looked for among the rows of all: SQLite
 * counts the rows that it steps through without an index.  */
START_TEST (one_project_is_asked_for_without_a_scan)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT * FROM finding WHERE project_id = 1", NULL);
  int found = 0;

  exec ("UPDATE indicator SET basis = NULL");
  refresh ();
  while (db_step (q, NULL) == DB_ROW)
    found++;
  ck_assert_int_eq (found, 6);
  ck_assert_int_eq (sqlite3_stmt_status (q, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0), 0);
}
END_TEST

START_TEST (one_projects_findings_are_those_of_the_whole_file)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = 1;
  guint  n = 0;

  exec ("UPDATE indicator SET value_text = '是', basis = NULL; UPDATE project SET code "
        "= '1'");
  refresh ();
  all = findings_of (NULL);
  g_array_append_val (ids, id);
  one = finding_of_projects (db, ids, NULL);
  for (guint i = 0; i < all->len; i++)
    n += ((Finding *) all->pdata[i])->project_id == id;
  ck_assert_uint_gt (n, 5);
  ck_assert_uint_eq (one->len, n);
}
END_TEST

/* An index that is not in the words of its rule would be of no use, and nobody would
 * notice but a large office. */
START_TEST (every_suspect_index_serves_its_rule)
{
  g_autoptr (sqlite3_stmt) names = db_prepare (
      db, "SELECT name, substr(name, 9) FROM sqlite_schema WHERE name GLOB 'suspect_*'",
      NULL);
  guint n = 0;

  while (db_step (names, NULL) == DB_ROW)
    {
      const char      *name = db_column_text (names, 0);
      g_autofree char *sql =
          g_strdup_printf ("EXPLAIN QUERY PLAN SELECT * FROM rule_%s",
                           db_column_text (names, 1));
      g_autoptr (sqlite3_stmt) plan = db_prepare (db, sql, NULL);
      gboolean used = FALSE;

      while (db_step (plan, NULL) == DB_ROW)
        used |= strstr (db_column_text (plan, 3), name) != NULL;
      ck_assert_msg (used, "%s", name);
      n++;
    }
  ck_assert_uint_gt (n, 40);
}
END_TEST

/* A row of project 2 as that of project 1 with the same place. */
#define COPY_ROW(id)                                                        \
  "UPDATE indicator SET (level1, level2, name, description, value_text) = " \
  "(SELECT level1, level2, name, description, value_text FROM indicator o"  \
  " WHERE o.id = indicator.id - 6) WHERE id = " #id ";"

START_TEST (alike_projects_are_known_whichever_is_changed)
{
  static const struct {
    const char *change;
    guint       fires;
  } steps[] = {
    { COPY_ROW (7) COPY_ROW (8) COPY_ROW (9) COPY_ROW (10), 1 },
    { "UPDATE indicator SET name = '别的' WHERE id = 1", 0 },
    { "UPDATE indicator SET name = '培训人数' WHERE id = 1", 1 },
    { "UPDATE indicator SET name = '别的' WHERE id = 7", 0 },
    { COPY_ROW (7), 1 },
    { "DELETE FROM indicator WHERE id IN (11, 12)", 1 },
    { "DELETE FROM project WHERE id = 1", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      exec (steps[i].change);
      refresh ();
      findings = findings_of ("indicator-set-cloned");
      ck_assert_msg (findings->len == steps[i].fires, "%u after %s", findings->len,
                     steps[i].change);
    }
}
END_TEST

START_TEST (an_office_may_see_a_rule_otherwise)
{
  g_autoptr (GPtrArray) findings = NULL;

  exec ("INSERT INTO office_severity (rule, severity) VALUES ('unit-missing', 'hint');"
        "UPDATE indicator SET value_text = '≥300' WHERE id = 1");
  refresh ();
  findings = findings_of ("unit-missing");
  ck_assert_uint_eq (findings->len, 1);
  ck_assert_str_eq (((Finding *) findings->pdata[0])->severity, "hint");
}
END_TEST

START_TEST (a_waiver_lapses_when_the_value_changes)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) waived = NULL;
  g_autoptr (GPtrArray) after = NULL;

  exec ("UPDATE indicator SET value_text = '≥300' WHERE id = 1");
  refresh ();
  before = findings_of ("unit-missing");
  ck_assert_uint_eq (check_count (before, "error"), 1);
  ck_assert (waiver_add (db, before->pdata[0], "按惯例不写", "测试", DB_NULL, NULL));
  waived = findings_of ("unit-missing");
  ck_assert_uint_eq (waived->len, 1);
  ck_assert_uint_eq (check_count (waived, "error"), 0);
  exec ("UPDATE indicator SET value_text = '≥301' WHERE id = 1");
  refresh ();
  after = findings_of ("unit-missing");
  ck_assert_uint_eq (check_count (after, "error"), 1);
}
END_TEST

static const char *const samples[] = {
  "chengde-2024",      "zunhua-2022-first12",          "tangshan-renshe-2024",
  "nanpu-2020-first7", "tangshan-shehui-2024-first12",
};

static Document *
recognise_sample (const char *path)
{
  g_autofree char *text = NULL;
  gsize            size;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (Proposal) proposal = NULL;

  ck_assert (g_file_get_contents (path, &text, &size, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  blocks = text_read (bytes, path, NULL);
  ck_assert_ptr_nonnull (blocks);
  proposal = recognise (blocks, path, NULL);
  ck_assert_ptr_nonnull (proposal);
  return g_steal_pointer (&proposal->document);
}

static int
compare_lines (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* "rule project indicator" for each finding, - for none; sorted. */
static char *
firings (void)
{
  g_autoptr (GPtrArray) findings = findings_of (NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding   *f = findings->pdata[i];
      g_autofree char *project =
          f->project_no == DB_NULL
              ? g_strdup (f->project_id == DB_NULL ? "-" : "overall")
              : g_strdup_printf ("%d", (int) f->project_no);
      g_autofree char *row = f->indicator_no == DB_NULL
                                 ? g_strdup ("-")
                                 : g_strdup_printf ("%d", (int) f->indicator_no);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %s\n", f->rule, project, row,
                                               f->severity));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
  return g_string_free (text, FALSE);
}

START_TEST (the_real_documents_have_exactly_the_known_findings)
{
  g_autofree char *file = g_strconcat (samples[_i], ".txt", NULL);
  g_autofree char *path = real_sample_path (file);
  g_autofree char *list =
      g_build_filename (g_getenv ("JIXIAO_DATA") ? g_getenv ("JIXIAO_DATA") : "data",
                        "..", "tests", "firings", file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;
  g_autoptr (Document) document = NULL;

  if (path == NULL)
    return;
  exec ("DELETE FROM document");
  document = recognise_sample (path);
  ck_assert (document_store (db, document, NULL));
  refresh ();
  got = firings ();
  if (g_getenv ("JIXIAO_WRITE_FIRINGS") != NULL)
    g_file_set_contents (list, got, -1, NULL);
  ck_assert (g_file_get_contents (list, &expected, NULL, NULL));
  ck_assert_str_eq (got, expected);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rules");
  TCase *tcase = tcase_create ("rules");

  /* Unchecked: made once, and every test changes its own copy. */
  tcase_add_unchecked_fixture (tcase, open_sound, close_file);
  tcase_add_test (tcase, nothing_fires_in_a_sound_document);
  tcase_add_loop_test (tcase, a_rule_about_targets_fires_as_often_as_it_should, 0,
                       n_target_cases);
  tcase_add_loop_test (tcase, a_rule_about_projects_fires_as_often_as_it_should, 0,
                       n_project_cases);
  tcase_add_test (tcase, every_rule_is_tested_to_fire);
  tcase_add_test (tcase, every_rule_has_its_view_and_every_view_its_rule);
  tcase_add_test (tcase, one_project_is_asked_for_without_a_scan);
  tcase_add_test (tcase, one_projects_findings_are_those_of_the_whole_file);
  tcase_add_test (tcase, every_suspect_index_serves_its_rule);
  tcase_add_test (tcase, alike_projects_are_known_whichever_is_changed);
  tcase_add_test (tcase, an_office_may_see_a_rule_otherwise);
  tcase_add_test (tcase, a_waiver_lapses_when_the_value_changes);
  tcase_add_loop_test (tcase, the_real_documents_have_exactly_the_known_findings, 0,
                       G_N_ELEMENTS (samples));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
