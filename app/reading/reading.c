/* app/reading/reading.c — bringing the readings up to date. */

#include "app/reading/reading.h"
#include "app/reading/copy.h"
#include "app/reading/list.h"
#include "app/reading/project.h"
#include "app/reading/years.h"
#include "app/search/search.h"
#include "db/catalogue-entry.h"
#include "db/procurement.h"
#include "db/sub-goal.h"

/* What a refresh works with. */
typedef struct {
  Db          *db;
  Words       *words;
  DbWriter    *writer;
  SearchIndex *index;
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
  return db_writer_insert (refresh->writer, &project_reading_table, reading, id,
                           error) &&
         search_learn (refresh->index, id, error);
}

/* What the records of a document besides its tables say. */
typedef struct {
  GPtrArray *catalogue, *sub_goals, *procurements;
  GPtrArray *projects; /* ListedProject */
  GPtrArray *texts;    /* ProjectText */
} DocumentTexts;

static void
document_texts_clear (DocumentTexts *texts)
{
  db_record_array_free (&catalogue_entry_table, texts->catalogue);
  db_record_array_free (&sub_goal_table, texts->sub_goals);
  db_record_array_free (&procurement_table, texts->procurements);
  g_clear_pointer (&texts->projects, g_ptr_array_unref);
  g_clear_pointer (&texts->texts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocumentTexts, document_texts_clear)

static gboolean
load_texts (DocumentTexts *texts, Db *db, gint64 id, GError **error)
{
  return (texts->catalogue = db_record_list (db, &catalogue_entry_table, id, error)) &&
         (texts->sub_goals = db_record_list (db, &sub_goal_table, id, error)) &&
         (texts->procurements = db_record_list (db, &procurement_table, id, error)) &&
         (texts->projects = listing_projects (db, id, error)) &&
         (texts->texts = reading_project_texts (db, id, error));
}

static char *
procurement_years (GPtrArray *procurements)
{
  g_autoptr (GString) statements = g_string_new (NULL);

  for (guint i = 0; i < procurements->len; i++)
    {
      const char *statement = ((Procurement *) procurements->pdata[i])->statement;

      g_string_append (statements, statement ? statement : "");
    }
  return years_read (statements->str);
}

static gboolean
read_document (Refresh *refresh, gint64 id, GError **error)
{
  g_auto (DocumentTexts) texts = { 0 };
  DocumentReading *reading;
  gboolean         done;

  if (!load_texts (&texts, refresh->db, id, error))
    return FALSE;
  reading = db_record_new (&document_reading_table);
  reading->procurement_years = procurement_years (texts.procurements);
  reading_add_lists (reading->lists, texts.catalogue, texts.sub_goals, texts.projects);
  reading_add_copies (reading->copies, texts.texts);
  done =
      db_writer_insert (refresh->writer, &document_reading_table, reading, id, error);
  db_record_free (&document_reading_table, reading);
  return done;
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
  return reading_find_alike (refresh->db, projects, error);
}

gboolean
reading_refresh (Db *db, GError **error)
{
  g_autoptr (GArray) projects = reading_unread_projects (db, error);
  g_autoptr (GArray) documents = projects ? reading_unread_documents (db, error) : NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (Words) words = NULL;
  g_autoptr (DbWriter) writer = NULL;
  g_autoptr (SearchIndex) index = NULL;
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
  index = search_index_new (db);
  refresh = (Refresh){ db, words, writer, index };
  return reading_clear_queued (db, error) &&
         read_all (&refresh, projects, documents, error) &&
         reading_all_read (db, error) && db_txn_commit (&txn, error);
}
