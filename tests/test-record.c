/* tests/test-record.c — a document is stored and loaded whole. */

#include "db/document.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/project.h"
#include "tests/record-file.h"
#include "tests/suite.h"

/* Columns with a CHECK take these words only. */
static char *
text_for (const DbTable *table, const DbField *field, int n)
{
  static const struct {
    const char *table, *column, *text;
  } fixed[] = {
    { "document", "stage", "adjusted" }, { "document", "form_id", "zunhua" },
    { "section", "kind", "cover" },      { "project", "kind", "project" },
    { "funding", "source", "other" },    { "indicator", "repair", "shifted" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (table->name, fixed[i].table) &&
        g_strcmp0 (field->column, fixed[i].column) == 0)
      return g_strdup (fixed[i].text);
  return g_strdup_printf ("%s/%s/%d", table->name, field->column, n);
}

static gint64
integer_for (const DbField *field, int n)
{
  if (g_str_equal (field->column, "fiscal_year"))
    return 2025;
  if (g_str_has_prefix (field->column, "is_") ||
      g_str_equal (field->column, "year_is_printed"))
    return 1;
  return g_str_equal (field->column, "unit_id") ? DB_NULL
                                                : n * G_GINT64_CONSTANT (1000003);
}

/* Fills every member of the record with a value of its own, two children each. */
static void
fill (const DbTable *table, gpointer record, int *n)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];
      gpointer       member = (char *) record + field->offset;

      ++*n;
      if (field->type == DB_TEXT)
        *(char **) member = text_for (table, field, *n);
      else
        *(gint64 *) member = integer_for (field, *n);
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    for (int k = 0; k < 2; k++)
      {
        GPtrArray *children =
            *(GPtrArray **) ((char *) record + table->children[i].offset);

        fill (table->children[i].table,
              db_record_add (children, table->children[i].table), n);
      }
}

static void
assert_same (const DbTable *table, gpointer a, gpointer b)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];
      gpointer       x = (char *) a + field->offset;
      gpointer       y = (char *) b + field->offset;

      if (field->type == DB_TEXT)
        ck_assert_pstr_eq (*(char **) x, *(char **) y);
      else
        ck_assert_int_eq (*(gint64 *) x, *(gint64 *) y);
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      GPtrArray *x = *(GPtrArray **) ((char *) a + table->children[i].offset);
      GPtrArray *y = *(GPtrArray **) ((char *) b + table->children[i].offset);

      ck_assert_uint_eq (x->len, y->len);
      for (guint k = 0; k < x->len; k++)
        assert_same (table->children[i].table, x->pdata[k], y->pdata[k]);
    }
}

START_TEST (every_member_of_every_record_comes_back)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = db_record_new (&document_table);
  g_autoptr (Document) loaded = NULL;
  int n = 0;

  fill (&document_table, document, &n);
  ck_assert_msg (document_store (db, document, &error), "%s",
                 error ? error->message : "");
  loaded = document_load (db, document->record.id, &error);
  ck_assert_msg (loaded != NULL, "%s", error ? error->message : "");
  assert_same (&document_table, document, loaded);
}
END_TEST

START_TEST (a_record_that_is_not_there_is_told)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (document_load (db, 4711, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
  ck_assert_str_eq (error->message, "要找的文本已不在文件里");
}
END_TEST

static Document *
small_document (void)
{
  Document *document = db_record_new (&document_table);

  document->department = g_strdup ("甲局");
  document->form_id = g_strdup ("zunhua");
  document->stage = g_strdup ("approved");
  document->fiscal_year = 2025;
  document->year_is_printed = 1;
  return document;
}

static Project *
add_project (Document *document, const char *kind, const char *unit)
{
  Project *project = db_record_add (document->projects, &project_table);

  project->kind = g_strdup (kind);
  project->unit_name = g_strdup (unit);
  return project;
}

START_TEST (ordinals_count_within_the_kind_of_table)
{
  g_autoptr (Document) document = small_document ();
  g_autoptr (sqlite3_stmt) q = NULL;

  add_project (document, "project", NULL);
  add_project (document, "overall", NULL);
  add_project (document, "project", NULL);
  ck_assert (document_store (db, document, NULL));
  q = db_prepare (db,
                  "SELECT group_concat(kind || ordinal) FROM"
                  " (SELECT * FROM project ORDER BY id)",
                  NULL);
  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  ck_assert_str_eq (db_column_text (q, 0), "project1,overall1,project2");
}
END_TEST

START_TEST (a_unit_named_twice_is_one_record)
{
  g_autoptr (Document) document = small_document ();

  add_project (document, "project", "乙中心");
  add_project (document, "project", "丙学校");
  add_project (document, "project", "乙中心");
  ck_assert (document_store (db, document, NULL));
  ck_assert_int_eq (((Project *) document->projects->pdata[0])->unit_id,
                    ((Project *) document->projects->pdata[2])->unit_id);
  ck_assert_int_ne (((Project *) document->projects->pdata[0])->unit_id,
                    ((Project *) document->projects->pdata[1])->unit_id);
}
END_TEST

START_TEST (deleting_a_document_takes_all_below_it)
{
  g_autoptr (Document) document = small_document ();
  g_autoptr (sqlite3_stmt) q = NULL;
  Project *project = add_project (document, "project", NULL);

  ((Goal *) db_record_add (project->goals, &goal_table))->text = g_strdup ("目标");
  db_record_add (project->indicators, &indicator_table);
  ck_assert (document_store (db, document, NULL));
  ck_assert (document_delete (db, document->record.id, NULL));
  q = db_prepare (db,
                  "SELECT (SELECT count(*) FROM project) + (SELECT count(*) FROM goal)"
                  " + (SELECT count(*) FROM indicator)",
                  NULL);
  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  ck_assert_int_eq (sqlite3_column_int (q, 0), 0);
}
END_TEST

START_TEST (a_second_document_for_the_same_year_and_stage_is_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) first = small_document ();
  g_autoptr (Document) second = small_document ();

  ck_assert (document_store (db, first, NULL));
  ck_assert_int_eq (document_find (db, second, NULL), first->record.id);
  ck_assert (!document_store (db, second, &error));
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_REFUSED));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("record");
  TCase *tcase = tcase_create ("record");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_test (tcase, a_record_that_is_not_there_is_told);
  tcase_add_test (tcase, every_member_of_every_record_comes_back);
  tcase_add_test (tcase, ordinals_count_within_the_kind_of_table);
  tcase_add_test (tcase, a_unit_named_twice_is_one_record);
  tcase_add_test (tcase, deleting_a_document_takes_all_below_it);
  tcase_add_test (tcase, a_second_document_for_the_same_year_and_stage_is_refused);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
