/* app/compare/lineage-edit.c — 沿革 as a person settles it. */

#include "app/compare/lineage-edit.h"
#include "app/edit/change.h"
#include "db/cell.h"
#include "db/lineage.h"

static gboolean
is_of (const Lineage *said, const LineageClaim *claim)
{
  return said->project_id == claim->project && said->indicator_id == claim->indicator;
}

/* Whether both name the same record of the earlier text. */
static gboolean
is_rival (const Lineage *said, const LineageClaim *claim)
{
  if ((said->indicator_id == DB_NULL) != (claim->indicator == DB_NULL))
    return FALSE;
  return claim->indicator == DB_NULL
             ? claim->earlier_project != DB_NULL &&
                   said->earlier_project_id == claim->earlier_project
             : claim->earlier_indicator != DB_NULL &&
                   said->earlier_indicator_id == claim->earlier_indicator;
}

/* kept: a pair that stays, with what else is said of it; NULL: there is none. */
static gboolean
make_room (Db *db, gint64 document, const LineageClaim *claim, const LineageClaim *kept,
           GError **error)
{
  GPtrArray *said = lineage_of_document (db, document, error);
  gboolean   done = said != NULL;

  for (guint i = 0; done && i < said->len; i++)
    {
      const Lineage *other = said->pdata[i];

      if ((kept == NULL || (!is_of (other, kept) && !is_rival (other, kept))) &&
          (is_of (other, claim) || is_rival (other, claim)))
        done = lineage_forget (db, other->project_id, other->indicator_id, NULL, error);
    }
  if (said != NULL)
    db_record_array_free (&lineage_table, said);
  return done;
}

static gboolean
store (Db *db, gint64 document, const LineageClaim *claims, gsize n, GError **error)
{
  g_autoptr (DbWriter) writer = db_writer_new (db);

  for (gsize i = 0; i < n; i++)
    {
      LineageClaim claim = claims[i];

      if (claim.earlier_indicator != DB_NULL && claim.earlier_project == DB_NULL &&
          !cell_get_integer (db, &indicator_table, claim.earlier_indicator,
                             indicator_table.parent, &claim.earlier_project, error))
        return FALSE;
      if (!lineage_say (writer, document, claim.project, claim.indicator,
                        claim.earlier_project, claim.earlier_indicator, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows go on one by one. */
static gboolean
check_rows (const LineageClaim *claims, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    for (gsize k = 0; k < i; k++)
      if (claims[i].indicator != DB_NULL &&
          (claims[i].indicator == claims[k].indicator ||
           (claims[i].earlier_indicator != DB_NULL &&
            claims[i].earlier_indicator == claims[k].earlier_indicator)))
        {
          g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED,
                               "一行只能承接一行，也只能由一行承接");
          return FALSE;
        }
  return TRUE;
}

gboolean
lineage_edit_say (Db *db, gint64 document, const LineageClaim *claims, gsize n,
                  GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  if (!check_rows (claims, n, error) || !change_begin (&txn, db, "认定沿革", error))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!make_room (db, document, &claims[i], NULL, error))
      return FALSE;
  return store (db, document, claims, n, error) && change_finish (&txn, error);
}

/* -1 on error. */
static int
is_said (Db *db, gint64 document, const LineageClaim *claim, GError **error)
{
  GPtrArray *said = lineage_of_document (db, document, error);
  int        found = said != NULL ? 0 : -1;

  for (guint i = 0; found == 0 && i < said->len; i++)
    found = is_of (said->pdata[i], claim) && is_rival (said->pdata[i], claim);
  if (said != NULL)
    db_record_array_free (&lineage_table, said);
  return found;
}

gboolean
lineage_edit_fork (Db *db, gint64 document, const LineageClaim *kept,
                   const LineageClaim *fork, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  int there = is_said (db, document, kept, error);

  return there != -1 && change_begin (&txn, db, "认定沿革", error) &&
         (there || (make_room (db, document, kept, NULL, error) &&
                    store (db, document, kept, 1, error))) &&
         make_room (db, document, fork, kept, error) &&
         store (db, document, fork, 1, error) && change_finish (&txn, error);
}

gboolean
lineage_edit_forget (Db *db, gint64 project, gint64 indicator, guint *n, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  return change_begin (&txn, db, "取消认定的沿革", error) &&
         lineage_forget (db, project, indicator, n, error) &&
         (*n == 0 || change_finish (&txn, error));
}

static void
add_row (GArray *claims, const LineageTable *table, const LineageRow *row, int least)
{
  const Project *from = row->from != NULL ? row->from : table->before;
  LineageClaim   claim = { .earlier_indicator = DB_NULL };

  if (row->before == NULL || row->after == NULL || row->is_confirmed ||
      row->sureness < least || from == NULL)
    return;
  claim = (LineageClaim){ table->after->record.id, row->after->record.id,
                          from->record.id, row->before->record.id };
  g_array_append_val (claims, claim);
}

static GArray *
claims_of (const GPtrArray *tables, int least)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (LineageClaim));

  for (guint i = 0; i < tables->len; i++)
    {
      const LineageTable *table = tables->pdata[i];

      if (table->after == NULL)
        continue;
      if (table->before != NULL && !table->is_confirmed && table->sureness >= least)
        {
          LineageClaim claim = { table->after->record.id, DB_NULL,
                                 table->before->record.id, DB_NULL };

          g_array_append_val (claims, claim);
        }
      for (guint k = 0; k < table->rows->len; k++)
        add_row (claims, table, table->rows->pdata[k], least);
    }
  return claims;
}

/* Nothing was said of any of them: what is proposed makes way for what was said. */
gboolean
lineage_edit_confirm (Db *db, gint64 document, const GPtrArray *tables, int least,
                      guint *n, GError **error)
{
  g_autoptr (GArray) claims = claims_of (tables, least);
  g_auto (DbTxn) txn = { NULL };

  *n = claims->len;
  return claims->len == 0 ||
         (change_begin (&txn, db, "认定沿革", error) &&
          store (db, document, (LineageClaim *) claims->data, claims->len, error) &&
          change_finish (&txn, error));
}
