/* app/reading.c — bringing the readings up to date. */

#include "app/reading.h"
#include "app/reading-list.h"
#include "app/reading-project.h"
#include "db/catalogue-entry.h"
#include "db/procurement.h"
#include "db/sub-goal.h"

/* What a refresh works with. */
typedef struct {
  Db       *db;
  Words    *words;
  DbWriter *writer;
} Refresh;

static gboolean
read_project (Refresh *refresh, gint64 id, GError **error)
{
  Project *project = db_record_get (refresh->db, &project_table, id, error);
  g_autoptr (ProjectReading) reading = NULL;

  if (project == NULL)
    return FALSE;
  reading = reading_of_project (refresh->words, project);
  db_record_free (&project_table, project);
  return db_writer_insert (refresh->writer, &project_reading_table, reading, id, error);
}

static gboolean
read_document (Refresh *refresh, gint64 id, GError **error)
{
  Db        *db = refresh->db;
  GPtrArray *catalogue = db_record_list (db, &catalogue_entry_table, id, error);
  GPtrArray *sub_goals =
      catalogue ? db_record_list (db, &sub_goal_table, id, error) : NULL;
  GPtrArray *procurements =
      sub_goals ? db_record_list (db, &procurement_table, id, error) : NULL;
  g_autoptr (GPtrArray) projects =
      procurements ? listing_projects (db, id, error) : NULL;
  g_autoptr (DocumentReading) reading = NULL;

  if (projects != NULL)
    reading = reading_of_document (catalogue, sub_goals, projects, procurements);
  db_record_array_free (&catalogue_entry_table, catalogue);
  db_record_array_free (&sub_goal_table, sub_goals);
  db_record_array_free (&procurement_table, procurements);
  return reading != NULL && db_writer_insert (refresh->writer, &document_reading_table,
                                              reading, id, error);
}

static gboolean
read_all (Refresh *refresh, GArray *projects, GArray *documents, GError **error)
{
  for (guint i = 0; i < projects->len; i++)
    if (!read_project (refresh, g_array_index (projects, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < documents->len; i++)
    if (!read_document (refresh, g_array_index (documents, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
reading_refresh (Db *db, GError **error)
{
  g_autoptr (GArray) projects = reading_unread_projects (db, error);
  g_autoptr (GArray) documents = projects ? reading_unread_documents (db, error) : NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (Words) words = NULL;
  g_autoptr (DbWriter) writer = NULL;
  g_auto (DbTxn) txn = { NULL };
  Refresh refresh;

  if (documents == NULL)
    return FALSE;
  if (projects->len == 0 && documents->len == 0)
    return TRUE;
  if (!db_txn_begin (&txn, db, error) || (listed = reading_words (db, error)) == NULL)
    return FALSE;
  words = words_new (listed);
  writer = db_writer_new (db);
  refresh = (Refresh){ db, words, writer };
  return read_all (&refresh, projects, documents, error) &&
         reading_all_read (db, error) && db_txn_commit (&txn, error);
}
