/* tests/large-file.c — record files of any size, for measuring. */

#include "tests/large-file.h"
#include "app/import/import.h"
#include "app/reading/reading.h"
#include "db/project.h"

#include <stdlib.h>

#define UNITS_A_DOCUMENT 4
#define YEARS            5

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static void
run (Db *db, const char *sql, gint64 number, gint64 document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, &error);

  stop_on (error);
  db_bind_int (q, ":number", number);
  db_bind_int (q, ":document", document);
  db_run (q, &error);
  stop_on (error);
}

/* The copies get units, codes and names of their own. */
static void
tell_apart (Db *db, gint64 document)
{
  for (gint64 i = 0; i < UNITS_A_DOCUMENT; i++)
    run (db,
         "INSERT OR IGNORE INTO unit (department_id, code, name)"
         " SELECT department_id, 100 + :number, '第' || :number || '服务中心'"
         " FROM document WHERE id = :document",
         i, document);
  run (db,
       "UPDATE project SET unit_id = (SELECT id FROM unit WHERE department_id ="
       " (SELECT department_id FROM document WHERE id = :document)"
       " AND code = CAST (100 + ordinal % :number AS TEXT)),"
       " code = '130998' || printf ('%015d', id), name = name || '（' || id || '）'"
       " WHERE document_id = :document AND kind = 'project'",
       UNITS_A_DOCUMENT, document);
}

static void
add_document (Db *db, const char *path, guint number, guint projects)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = import_read (path, &error);
  Document  *document;
  GPtrArray *tables;
  guint      own;

  stop_on (error);
  document = ((Proposal *) import->proposals->pdata[0])->document;
  tables = document->projects;
  own = tables->len;
  for (guint i = own; i < projects; i++)
    g_ptr_array_add (tables, tables->pdata[i % own]);
  g_free (document->department);
  document->department = g_strdup_printf ("第%u局", number / YEARS);
  document->fiscal_year = 2020 + number % YEARS;
  document_store (db, document, &error);
  stop_on (error);
  g_ptr_array_set_size (tables, own);
  tell_apart (db, document->record.id);
}

void
large_file_make (const char *file, const char *path, guint projects,
                 guint projects_a_document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = db_open (file, DB_OPEN_CREATE, &error);
  g_auto (DbTxn) txn = { NULL };

  stop_on (error);
  db_txn_begin (&txn, db, &error);
  stop_on (error);
  db_exec (db, "INSERT INTO recording VALUES (1, NULL, 0)", &error);
  for (guint i = 0; i * projects_a_document < projects; i++)
    add_document (db, path, i,
                  MIN (projects_a_document, projects - i * projects_a_document));
  db_exec (db, "DELETE FROM recording", &error);
  reading_refresh (db, &error);
  stop_on (error);
  db_txn_commit (&txn, &error);
  stop_on (error);
}
