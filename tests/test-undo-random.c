/* tests/test-undo-random.c — every step of random actions is taken back to the last
 * cell, and done again.
 *
 * JIXIAO_ACTIONS sets how many actions are tried (50).
 */

#include "app/check/waive.h"
#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/edit/undo.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/written.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* 0: there is none. */
static gint64
some (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, NULL);

  return db_step (q, NULL) == DB_ROW ? sqlite3_column_int64 (q, 0) : 0;
}

/* Takes a step that there is. */
static void
step (ActionStep way)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  ck_assert_msg (undo_step (db, way, &label, &error), "%s",
                 error ? error->message : "");
  ck_assert_ptr_nonnull (label);
}

static void
assert_hash (const char *expected)
{
  g_autofree char *hash = written_hash (db);

  ck_assert_str_eq (hash, expected);
}

static void
assert_nothing (ActionStep way)
{
  g_autofree char *label = NULL;

  ck_assert_ptr_null (undo_next (db, way, NULL));
  ck_assert (undo_step (db, way, &label, NULL));
  ck_assert_ptr_null (label);
}

static GRand *chance;

static gint64
random_row (const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET"
                                          " (SELECT %u %% max(count(*), 1) FROM %s)",
                                          table, g_rand_int (chance), table);

  return some (sql);
}

static char *
random_text (void)
{
  static const char *const texts[] = { "",         "≥95%", "大于7000人", "是",
                                       "165000元", "16.5", "全年\n两次" };
  int                      n = g_rand_int_range (chance, 0, G_N_ELEMENTS (texts) + 3);

  return n < (int) G_N_ELEMENTS (texts)
             ? g_strdup (texts[n])
             : g_strdup_printf ("%d", g_rand_int_range (chance, 0, 1000));
}

static const char *const tables[] = {
  "project",
  "goal",
  "indicator",
  "indicator",
  "plan_point",
  "funding",
  "sub_goal",
  "safeguard",
  "section",
  "catalogue_entry",
  "overall_goal",
  "glossary_term",
  "procurement",
  "procurement_item",
  "asset_report",
  "asset",
  "approval",
  "unit",
  "approval_paragraph",
  "document",
};

static const char *
random_table (void)
{
  return tables[g_rand_int_range (chance, 0, G_N_ELEMENTS (tables))];
}

static const char *
random_column (const char *table)
{
  const DbTable *described = table_find (table);
  const DbField *field;

  do
    field = &described->fields[g_rand_int_range (chance, 0, (int) described->n_fields)];
  while (field->column == NULL);
  return field->column;
}

static void
set_cell (void)
{
  const char      *table = random_table ();
  g_autofree char *text = random_text ();

  edit_cell (db, table, random_row (table), random_column (table), text, NULL);
}

static void
set_cells (void)
{
  gint64           project = random_row ("project");
  g_autofree char *text = random_text ();
  EditCell         cells[] = {
            { "indicator", random_row ("indicator"), "value_text", text },
            { "project", project, "amount_text", text },
            { "project", project, "currency_line", "单位：元" },
            { "funding", 0, "amount_text", text, project, "other" },
            { "indicator", 0, "name", "粘贴", project },
            { "indicator", 0, "value_text", text, project },
            { "goal", -1, "text", text, project },
  };

  edit_cells (db, cells, G_N_ELEMENTS (cells), "粘贴", NULL);
}

static void
add_row (void)
{
  const char    *table = random_table ();
  const DbTable *described = table_find (table);
  const DbTable *parent = table_parent (described);
  const RowValue values[] = { { "source", "fiscal" }, { "kind", "cover" } };
  gboolean       is_funding = g_str_equal (table, "funding");
  gboolean       is_section = g_str_equal (table, "section");

  arrangement_add (db, table, random_row (parent->name),
                   g_rand_int_range (chance, 0, 4), &values[is_section],
                   is_funding || is_section, NULL);
}

static void
copy_row (void)
{
  const char *table = random_table ();

  arrangement_copy (db, table, random_row (table), NULL);
}

static void
move_row (void)
{
  const char *table = random_table ();

  arrangement_move (db, table, random_row (table), g_rand_int_range (chance, 1, 8),
                    NULL);
}

static void
remove_row (void)
{
  const char *table =
      g_rand_int_range (chance, 0, 30) == 0 ? "department" : random_table ();

  arrangement_remove (db, table, random_row (table), NULL);
}

static void
copy_document (void)
{
  const NewText copy = { .year = g_rand_int_range (chance, 2020, 2030),
                         .stage = "draft1",
                         .copied = random_row ("document") };

  arrangement_begin_text (db, &copy, NULL);
}

static void
set_unit (void)
{
  arrangement_set_unit (db, random_row ("project"), NULL,
                        g_rand_boolean (chance) ? "别的单位" : NULL, NULL);
}

static void
waive_something (void)
{
  gint64  project = random_row ("project");
  Finding finding = {
    .rule = (char *) "funding-parts-sum",
    .document_id = some ("SELECT document_id FROM project WHERE id ="
                         " (SELECT max(id) FROM project)"),
    .project_id = project,
    .indicator_id = DB_NULL,
  };
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();

  g_ptr_array_add (findings, &finding);
  waive (db, findings, "已核实", NULL);
}

static void
import_text (void)
{
  g_autoptr (Import) text = written_import (g_rand_int_range (chance, 2020, 2030), 2,
                                            g_rand_int_range (chance, 1, 1000));

  import_store (text, db, TRUE, NULL);
}

static void
act (void)
{
  static void (*const acts[]) (void) = {
    set_cell, set_cell, set_cell, set_cell,        set_cells,
    add_row,  add_row,  copy_row, remove_row,      copy_document,
    set_unit, move_row, move_row, waive_something, import_text,
  };

  acts[g_rand_int_range (chance, 0, G_N_ELEMENTS (acts))]();
}

static void
assert_keys_hold (void)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, "PRAGMA foreign_key_check", NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_DONE);
}

/* The hash after each action; an action that was refused or changed nothing has none.
 */
static GPtrArray *
act_at_random (guint n)
{
  GPtrArray *hashes = g_ptr_array_new_with_free_func (g_free);
  gint64     last = 0;

  g_ptr_array_add (hashes, written_hash (db));
  while (hashes->len <= n)
    {
      gint64 action;

      act ();
      action = some ("SELECT max(id) FROM action");
      if (action == last || some ("SELECT count(*) FROM action") == 0)
        assert_hash (hashes->pdata[hashes->len - 1]);
      else
        g_ptr_array_add (hashes, written_hash (db));
      last = action;
    }
  return hashes;
}

/* Walks from one state to another, step by step. */
static void
walk (GPtrArray *hashes, guint from, guint to)
{
  while (from != to)
    {
      ActionStep way = to < from ? ACTION_UNDO : ACTION_REDO;

      from += way == ACTION_UNDO ? -1 : 1;
      step (way);
      assert_hash (hashes->pdata[from]);
    }
  assert_keys_hold ();
}

START_TEST (every_step_of_random_actions_is_taken_back_and_forth)
{
  const char *asked = g_getenv ("JIXIAO_ACTIONS");
  guint       n = asked != NULL ? (guint) atoi (asked) : 50;
  g_autoptr (GPtrArray) hashes = NULL;

  chance = g_rand_new_with_seed (n + (guint32) _i);
  hashes = act_at_random (n);
  assert_keys_hold ();
  walk (hashes, n, n / 2);
  reopen ();
  walk (hashes, n / 2, 0);
  assert_nothing (ACTION_UNDO);
  reopen ();
  walk (hashes, 0, n / 3);
  walk (hashes, n / 3, n / 4);
  reopen ();
  walk (hashes, n / 4, n);
  assert_nothing (ACTION_REDO);
  g_rand_free (chance);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("undo-random");
  TCase *tcase = tcase_create ("undo-random");

  tcase_add_checked_fixture (tcase, open_in_folder, close_file);
  tcase_add_loop_test (tcase, every_step_of_random_actions_is_taken_back_and_forth, 1,
                       3);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
