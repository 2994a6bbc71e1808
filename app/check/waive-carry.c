/* app/check/waive-carry.c — last year's answers along the lineage of tables and rows.
 */

#include "app/check/waive-carry.h"
#include "app/compare/lineage.h"
#include "db/document.h"
#include "db/lineage.h"

static void
earlier_free (gpointer data)
{
  EarlierWaiver *earlier = data;

  db_record_free (&waiver_table, earlier->waiver);
  g_free (earlier);
}

/* Where the tables and rows of the earlier text went: id → gint64 *, both lent by the
 * records.  */
typedef struct {
  GHashTable *projects, *indicators;
} Heirs;

static Heirs
heirs_new (const GPtrArray *tables)
{
  Heirs heirs = { g_hash_table_new (g_int64_hash, g_int64_equal),
                  g_hash_table_new (g_int64_hash, g_int64_equal) };

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];

      if (table->before != NULL && table->after != NULL)
        g_hash_table_insert (heirs.projects, (gpointer) &table->before->record.id,
                             (gpointer) &table->after->record);
      for (guint k = 0; k < table->rows->len; k++)
        {
          const LineageRow *row = table->rows->pdata[k];

          if (row->before != NULL && row->after != NULL)
            g_hash_table_insert (heirs.indicators, (gpointer) &row->before->record.id,
                                 (gpointer) &row->after->record);
        }
    }
  return heirs;
}

static void
heirs_clear (Heirs *heirs)
{
  g_hash_table_unref (heirs->projects);
  g_hash_table_unref (heirs->indicators);
}

/* FALSE where nothing continues it.  The table of a row is the one it stands in now. */
static gboolean
find_heir (const Heirs *heirs, EarlierWaiver *earlier)
{
  const Waiver   *waiver = earlier->waiver;
  const DbRecord *heir;

  earlier->project_id = earlier->indicator_id = DB_NULL;
  if (waiver->indicator_id != DB_NULL)
    {
      heir = g_hash_table_lookup (heirs->indicators, &waiver->indicator_id);
      if (heir == NULL)
        return FALSE;
      earlier->indicator_id = heir->id;
      earlier->project_id = heir->parent;
    }
  else if (waiver->project_id != DB_NULL)
    {
      heir = g_hash_table_lookup (heirs->projects, &waiver->project_id);
      if (heir == NULL)
        return FALSE;
      earlier->project_id = heir->id;
    }
  return TRUE;
}

/* Takes the waiver. */
static void
add (GPtrArray *found, const Heirs *heirs, Waiver *waiver, gint64 year)
{
  EarlierWaiver *earlier = g_new0 (EarlierWaiver, 1);

  earlier->waiver = waiver;
  earlier->year = year;
  if (find_heir (heirs, earlier))
    g_ptr_array_add (found, earlier);
  else
    earlier_free (earlier);
}

static gboolean
add_document (Db *db, GPtrArray *found, gint64 id, const Document *after,
              const GPtrArray *said, GError **error)
{
  g_autoptr (Document) before = document_load (db, id, error);
  g_autoptr (GPtrArray) tables = NULL;
  GPtrArray *waivers = before ? db_record_list (db, &waiver_table, id, error) : NULL;
  Heirs      heirs;

  if (waivers == NULL)
    return FALSE;
  tables = lineage_propose (before, after, said);
  heirs = heirs_new (tables);
  for (guint i = 0; i < waivers->len; i++)
    add (found, &heirs, waivers->pdata[i], before->fiscal_year);
  heirs_clear (&heirs);
  g_ptr_array_unref (waivers);
  return TRUE;
}

GPtrArray *
waive_carry (Db *db, gint64 document, GError **error)
{
  g_autoptr (GArray) ids = waiver_earlier_documents (db, document, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (earlier_free);
  g_autoptr (Document) after = NULL;
  GPtrArray *said;
  gboolean   done;

  if (ids == NULL || ids->len == 0)
    return ids != NULL ? g_steal_pointer (&found) : NULL;
  after = document_load (db, document, error);
  said = after != NULL ? lineage_of_document (db, document, error) : NULL;
  done = said != NULL;
  for (guint i = 0; done && i < ids->len; i++)
    done = add_document (db, found, g_array_index (ids, gint64, i), after, said, error);
  db_record_array_free (&lineage_table, said);
  return done ? g_steal_pointer (&found) : NULL;
}
