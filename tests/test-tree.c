/* tests/test-tree.c — the lines of a file: which there are, and what is on them. */

#include "db/tree.h"
#include "tests/record-file.h"
#include "tests/suite.h"

static void
set_up (void)
{
  open_empty ();
  ck_assert (db_exec (
      db,
      "INSERT INTO department (id, name) VALUES (1, '甲局'), (2, '乙局');"
      "INSERT INTO unit (id, department_id, code, name)"
      " VALUES (1, 1, '102', '服务站'), (2, 1, '101', '本级');"
      "INSERT INTO document (id, department_id, fiscal_year, stage, form_id)"
      " SELECT 1, 1, 2024, 'approved', min(id) FROM form;"
      "INSERT INTO document (id, department_id, fiscal_year, stage, form_id)"
      " SELECT 2, 1, 2025, 'approved', min(id) FROM form;"
      "INSERT INTO document (id, department_id, fiscal_year, stage, form_id)"
      " SELECT 3, 2, 2025, 'draft1', min(id) FROM form;"
      "INSERT INTO project (id, document_id, unit_id, kind, ordinal, name, amount_fen)"
      " VALUES (1, 1, 1, 'project', 1, '一', 100), (2, 1, 1, 'project', 2, '二', 200),"
      " (3, 2, 1, 'project', 1, '三', 300), (4, 2, 2, 'project', 2, '四', NULL),"
      " (5, 2, NULL, 'project', 3, '五', 500), (6, 2, NULL, 'overall', 1, NULL, NULL),"
      " (7, 2, 1, 'project', 4, NULL, 700);",
      NULL));
}

/* y2025 d1 u0 p3 */
static char *
in_words (GArray *keys)
{
  GString *text = g_string_new (NULL);

  ck_assert (keys != NULL);
  for (guint i = 0; i < keys->len; i++)
    {
      const TreeKey *key = &g_array_index (keys, TreeKey, i);

      g_string_append_printf (text, "%s%c%d", i > 0 ? " " : "", "ydup"[key->kind],
                              (int) key -> id);
    }
  g_array_unref (keys);
  return g_string_free (text, FALSE);
}

static const struct {
  const char *what;
  char        above; /* f: the file */
  gint64      document, id;
  const char *below;
} branches[] = {
  { "the newest year first, a year with one document has no line", 'f', 0, 0,
    "y2025 d1" },
  { "the documents of a year", 'y', 0, 2025, "d3 d2" },
  { "one unit has no line", 'd', 1, 1, "p1 p2" },
  { "units by code, the overall table before them", 'd', 2, 2, "p6 u2 u1 u0" },
  { "a document without projects", 'd', 3, 3, "" },
  { "the projects of a unit in this document alone", 'u', 2, 1, "p3 p7" },
  { "the projects without a unit", 'u', 2, 0, "p5" },
};

START_TEST (a_line_has_what_belongs_to_it_below)
{
  g_autofree char *below = NULL;

  switch (branches[_i].above)
    {
    case 'f':
      below = in_words (tree_of_file (db, NULL));
      break;
    case 'y':
      below = in_words (tree_of_year (db, branches[_i].id, NULL));
      break;
    case 'd':
      below = in_words (tree_of_document (db, branches[_i].id, NULL));
      break;
    default:
      below =
          in_words (tree_of_unit (db, branches[_i].document, branches[_i].id, NULL));
    }
  ck_assert_msg (strcmp (below, branches[_i].below) == 0, "%s: %s", branches[_i].what,
                 below);
}
END_TEST

START_TEST (a_line_says_what_its_record_holds)
{
  TreeKey keys[] = { { TREE_DOCUMENT, 3 }, { TREE_UNIT, 2 }, { TREE_PROJECT, 5 } };
  g_autoptr (TreeLine) document = tree_line (db, &keys[0], NULL);
  g_autoptr (TreeLine) unit = tree_line (db, &keys[1], NULL);
  g_autoptr (TreeLine) project = tree_line (db, &keys[2], NULL);

  ck_assert_str_eq (document->name, "乙局");
  ck_assert_str_eq (document->stage, "draft1");
  ck_assert_int_eq (document->year, 2025);
  ck_assert_str_eq (unit->name, "本级");
  ck_assert_str_eq (project->name, "五");
  ck_assert_int_eq (project->ordinal, 3);
  ck_assert_int_eq (project->amount_fen, 500);
}
END_TEST

START_TEST (a_line_that_is_gone_is_no_error)
{
  TreeKey key = { TREE_PROJECT, 99 };
  g_autoptr (GError) error = NULL;
  gint64 document, unit;

  ck_assert (tree_line (db, &key, &error) == NULL && error == NULL);
  ck_assert (!tree_find (db, 99, &document, &unit, &error) && error == NULL);
}
END_TEST

START_TEST (a_project_knows_where_it_hangs)
{
  gint64 document, unit;

  ck_assert (tree_find (db, 7, &document, &unit, NULL));
  ck_assert_int_eq (document, 2);
  ck_assert_int_eq (unit, 1);
  ck_assert (tree_find (db, 6, &document, &unit, NULL));
  ck_assert_int_eq (unit, 0);
}
END_TEST

START_TEST (tables_are_listed_in_portions)
{
  g_autoptr (GArray) first = tree_entries (db, 0, 3, NULL);
  g_autoptr (GArray) second = tree_entries (db, 3, 3, NULL);
  const TreeEntry *overall;

  ck_assert_uint_eq (first->len, 3);
  ck_assert_uint_eq (second->len, 3);
  overall = &g_array_index (second, TreeEntry, 2);
  ck_assert_int_eq (overall->id, 6);
  ck_assert (!overall->is_project);
  ck_assert_int_eq (overall->unit, 0);
  ck_assert_int_eq (overall->amount_fen, DB_NULL);
}
END_TEST

static Suite *
tree_suite (void)
{
  Suite *suite = suite_create ("tree");
  TCase *tests = tcase_create ("tree");

  tcase_add_checked_fixture (tests, set_up, close_file);
  tcase_add_loop_test (tests, a_line_has_what_belongs_to_it_below, 0,
                       G_N_ELEMENTS (branches));
  tcase_add_test (tests, a_line_says_what_its_record_holds);
  tcase_add_test (tests, a_line_that_is_gone_is_no_error);
  tcase_add_test (tests, a_project_knows_where_it_hangs);
  tcase_add_test (tests, tables_are_listed_in_portions);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return suite_run (tree_suite ());
}
