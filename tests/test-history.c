/* tests/test-history.c — the triggers that keep history forget no table and no column,
 * and lists tell what they kept.
 */

#include "db/action.h"
#include "db/document.h"
#include "db/goal.h"
#include "db/history.h"
#include "db/project.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <string.h>

/* The record tables: all that hang below a department, and what an office sets. */
static const char *const tables[] = {
  "department",      "unit",        "document",      "section",
  "overall_goal",    "sub_goal",    "safeguard",     "catalogue_entry",
  "project",         "funding",     "plan_point",    "goal",
  "indicator",       "procurement", "asset_report",  "procurement_item",
  "asset",           "approval",    "glossary_term", "approval_paragraph",
  "waiver",          "lineage",     "carried",       "word",
  "office_severity", "outcome",     "execution",     "comment",
};

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
               "  VALUES ('department'), ('word'), ('office_severity')"
               "  UNION SELECT m.name FROM sqlite_schema m, "
               "pragma_foreign_key_list(m.name) k, below"
               "  WHERE m.type = 'table' AND k.\"table\" = below.name)"
               " SELECT count(*) FROM below WHERE EXISTS ("
               "   SELECT 1 FROM pragma_table_info(below.name) WHERE name = 'id')"
               " AND name NOT IN ('source', 'import_note', 'draft')"
               " AND name NOT LIKE '%reading%'");

  ck_assert_int_eq (atoi (n), G_N_ELEMENTS (tables));
}
END_TEST

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

/* Two projects; an action on the first, another program on it, an undoing on the
 * second. */
static void
make_history (void)
{
  exec ("INSERT INTO recording VALUES (1, NULL, 0);"
        "INSERT INTO department (id, name) VALUES (1, '甲');"
        "INSERT INTO document (id, department_id, form_id) VALUES (2, 1, 'zunhua');"
        "INSERT INTO project (id, document_id, ordinal) VALUES (3, 2, 1), (4, 2, 2);"
        "DELETE FROM recording; DELETE FROM history;");
  ck_assert_int_eq (action_begin (db, "编码 →1", NULL), 1);
  exec ("UPDATE project SET code = '1', amount_fen = 5 WHERE id = 3;"
        "INSERT INTO goal (project_id, ordinal, text) VALUES (3, 1, '目标');");
  ck_assert (action_end (db, NULL));
  exec ("DELETE FROM goal");
  ck_assert_int_eq (action_begin_step (db, ACTION_UNDO, 1, NULL), 2);
  exec ("UPDATE project SET code = '2' WHERE id = 4");
  ck_assert (action_end (db, NULL));
}

static const struct {
  gint64      project;
  guint       limit;
  const char *entries;
} listings[] = {
  { 0, 0,
    "撤销 编码 →1：project.code（—→2）。"
    "别的程序：goal 删。"
    "编码 →1：project.code（—→1） goal 增。" },
  { 0, 1, "撤销 编码 →1：project.code（—→2）。" },
  { 3, 0, "别的程序：goal 删。编码 →1：project.code（—→1） goal 增。" },
  { 3, 1, "别的程序：goal 删。" },
  { 4, 0, "撤销 编码 →1：project.code（—→2）。" },
};

static void
append_changes (GString *words, const HistoryEntry *entry)
{
  g_autoptr (GPtrArray) changes = history_changes (db, entry, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      HistoryChange *change = changes->pdata[i];

      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", change->table);
      if (change->kind == HISTORY_UPDATED)
        g_string_append_printf (words, ".%s（%s→%s）", change->column,
                                change->old ? change->old : "—", change->new);
      else
        g_string_append (words, change->kind == HISTORY_INSERTED ? " 增" : " 删");
    }
}

START_TEST (a_listing_tells_who_changed_what_newest_first)
{
  static const char *const kinds[] = { "", "撤销 ", "重做 ", "别的程序" };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = NULL;

  make_history ();
  entries = history_entries (db, listings[_i].project, listings[_i].limit, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      HistoryEntry *entry = entries->pdata[i];

      g_string_append_printf (words, "%s%s：", kinds[entry->kind],
                              entry->label ? entry->label : "");
      append_changes (words, entry);
      g_string_append (words, "。");
    }
  ck_assert_str_eq (words->str, listings[_i].entries);
}
END_TEST

static const struct {
  const char   *what;
  HistoryChoice choice;
  const char   *entries; /* their kinds, the newest first */
} searches[] = {
  { "all", { 0 }, "231" },
  { "of the first project", { .project = 3 }, "31" },
  { "of the second project", { .project = 4 }, "2" },
  { "by what was done", { .text = "编码" }, "21" },
  { "by a value", { .text = "2" }, "2" },
  { "by a value that another program removed", { .text = "目标" }, "3" },
  { "by what is nowhere", { .text = "没有" }, "" },
  { "in time", { .since = "2000-01-01" }, "21" },
  { "in the future", { .since = "9000-01-01" }, "" },
  { "before there was any", { .until = "2000-01-01" }, "" },
};

START_TEST (a_search_finds_entries_each_once)
{
  static const char kinds[] = { '1', '2', 'R', '3' };
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) lines = NULL;

  make_history ();
  lines = history_search (db, &searches[_i].choice, NULL);
  ck_assert (lines != NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      HistoryEntry *entry = history_entry (db, g_array_index (lines, gint64, i), NULL);

      g_string_append_c (found, kinds[entry->kind]);
      history_entry_free (entry);
    }
  ck_assert_msg (strcmp (found->str, searches[_i].entries) == 0, "%s: %s",
                 searches[_i].what, found->str);
}
END_TEST

START_TEST (an_entry_has_all_its_lines_whichever_found_it)
{
  g_autoptr (GPtrArray) entries = NULL;

  make_history ();
  entries = history_entries (db, 0, 0, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const HistoryEntry *listed = entries->pdata[i];

      for (guint k = 0; k < listed->lines->len; k++)
        {
          HistoryEntry *entry =
              history_entry (db, g_array_index (listed->lines, gint64, k), NULL);

          ck_assert_uint_eq (entry->lines->len, listed->lines->len);
          ck_assert_int_eq (g_array_index (entry->lines, gint64, 0),
                            g_array_index (listed->lines, gint64, 0));
          ck_assert_str_eq (entry->label ? entry->label : "",
                            listed->label ? listed->label : "");
          history_entry_free (entry);
        }
    }
}
END_TEST

START_TEST (a_line_that_is_not_there_is_an_error)
{
  g_autoptr (GError) error = NULL;

  ck_assert (history_entry (db, 99, &error) == NULL);
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history");
  TCase *tcase = tcase_create ("history");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_loop_test (tcase, every_column_stands_in_the_update_and_delete_triggers, 0,
                       G_N_ELEMENTS (tables));
  tcase_add_loop_test (tcase, every_table_below_a_department_has_three_triggers, 0,
                       G_N_ELEMENTS (tables));
  tcase_add_test (tcase, no_record_table_is_missing_from_the_list);
  tcase_add_test (tcase, an_edit_by_another_tool_is_remembered_without_an_action);
  tcase_add_test (tcase, while_a_document_comes_in_only_its_own_row_is_remembered);
  tcase_add_loop_test (tcase, a_listing_tells_who_changed_what_newest_first, 0,
                       G_N_ELEMENTS (listings));
  tcase_add_loop_test (tcase, a_search_finds_entries_each_once, 0,
                       G_N_ELEMENTS (searches));
  tcase_add_test (tcase, an_entry_has_all_its_lines_whichever_found_it);
  tcase_add_test (tcase, a_line_that_is_not_there_is_an_error);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
