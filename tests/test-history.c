/* tests/test-history.c — the triggers that keep history forget no table and no column.
 */

#include "db/document.h"
#include "db/goal.h"
#include "db/project.h"
#include "tests/suite.h"

/* The record tables: all that hang below a department. */
static const char *const tables[] = {
  "department",   "unit",        "document",      "section",
  "overall_goal", "sub_goal",    "safeguard",     "catalogue_entry",
  "project",      "funding",     "plan_point",    "goal",
  "indicator",    "procurement", "asset_report",  "procurement_item",
  "asset",        "approval",    "glossary_term", "approval_paragraph",
  "waiver",
};

static Db *db;

static void
open_db (void)
{
  g_autoptr (GError) error = NULL;

  db = db_open (":memory:", DB_OPEN_CREATE, &error);
  ck_assert_msg (db != NULL, "%s", error ? error->message : "");
}

static void
close_db (void)
{
  db_close (db);
}

static char *
text_of (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return g_strdup (db_column_text (q, 0));
}

/* A column that a trigger does not name would vanish from undo in silence. */
START_TEST (every_column_stands_in_the_update_and_delete_triggers)
{
  g_autofree char *missing = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) || ' ' || coalesce(group_concat(c.name || ' of ' || t.name), '')"
      " FROM pragma_table_info('%s') c,"
      "      (SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
      "       AND name IN ('%s_updated', '%s_deleted')) t"
      " WHERE c.name <> 'id' AND instr(t.sql, '(''' || c.name || ''', OLD.') = 0",
      tables[_i], tables[_i], tables[_i]);

  missing = text_of (sql);
  ck_assert_str_eq (missing, "0 ");
}
END_TEST

START_TEST (every_table_below_a_department_has_three_triggers)
{
  g_autofree char *n = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name"
      " IN ('%s_inserted', '%s_updated', '%s_deleted')",
      tables[_i], tables[_i], tables[_i]);

  n = text_of (sql);
  ck_assert_str_eq (n, "3");
}
END_TEST

/* All record tables reach department by their foreign keys, so a new one is
 * found here even when nobody thought of this test.  */
START_TEST (no_record_table_is_missing_from_the_list)
{
  g_autofree char *n =
      text_of ("WITH RECURSIVE below (name) AS ("
               "  VALUES ('department')"
               "  UNION SELECT m.name FROM sqlite_schema m, "
               "pragma_foreign_key_list(m.name) k, below"
               "  WHERE m.type = 'table' AND k.\"table\" = below.name)"
               " SELECT count(*) FROM below WHERE EXISTS ("
               "   SELECT 1 FROM pragma_table_info(below.name) WHERE name = 'id')"
               " AND name NOT IN ('source', 'import_note')"
               " AND name NOT LIKE '%reading%'");

  ck_assert_int_eq (atoi (n), G_N_ELEMENTS (tables));
}
END_TEST

static void
exec (const char *sql)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (db_exec (db, sql, &error), "%s", error ? error->message : "");
}

START_TEST (an_edit_by_another_tool_is_remembered_without_an_action)
{
  g_autofree char *history = NULL;

  exec (
      "INSERT INTO department (name) VALUES ('甲'); UPDATE department SET name = '乙';"
      "DELETE FROM department;");
  history =
      text_of ("SELECT group_concat(format('%s %s %s>%s', change,"
               " coalesce(column_name, '-'), coalesce(old, '-'), coalesce(new, '-')),"
               " ';') FROM history WHERE action_id IS NULL");
  ck_assert_str_eq (history,
                    "insert - ->-;update name 甲>乙;delete - ->-;delete name 乙>-");
}
END_TEST

START_TEST (while_a_document_comes_in_only_its_own_row_is_remembered)
{
  g_autofree char *lines = NULL;

  exec ("INSERT INTO recording VALUES (1, NULL, 0);"
        "INSERT INTO department (id, name) VALUES (1, '甲');"
        "INSERT INTO document (id, department_id, form_id) VALUES (2, 1, 'zunhua');"
        "INSERT INTO project (id, document_id, ordinal) VALUES (3, 2, 1);"
        "INSERT INTO goal (project_id, ordinal, text) VALUES (3, 1, '目标');"
        "DELETE FROM recording;");
  lines = text_of ("SELECT group_concat(format('%s %s %d', change, table_name, row_id),"
                   " ';') FROM history");
  ck_assert_str_eq (lines, "insert department 1;insert document 2");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history");
  TCase *tcase = tcase_create ("history");

  tcase_add_checked_fixture (tcase, open_db, close_db);
  tcase_add_loop_test (tcase, every_column_stands_in_the_update_and_delete_triggers, 0,
                       G_N_ELEMENTS (tables));
  tcase_add_loop_test (tcase, every_table_below_a_department_has_three_triggers, 0,
                       G_N_ELEMENTS (tables));
  tcase_add_test (tcase, no_record_table_is_missing_from_the_list);
  tcase_add_test (tcase, an_edit_by_another_tool_is_remembered_without_an_action);
  tcase_add_test (tcase, while_a_document_comes_in_only_its_own_row_is_remembered);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
