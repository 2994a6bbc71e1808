/* app/compare/lineage-edit.h — 沿革 as a person settles it: what a table or row
 * continues. Each verb is one action.
 */

#pragma once

#include "app/compare/lineage.h"

/* indicator DB_NULL: the table.  Of a row earlier_project may be left out, its table is
 * known; both earlier ids DB_NULL: it is new.  */
typedef struct {
  gint64 project, indicator;
  gint64 earlier_project, earlier_indicator;
} LineageClaim;

/* Says it of tables and rows of a text.  What was said of them before goes, and so does
 * what was said of others that continue the same.  */
gboolean lineage_edit_say (Db *db, gint64 document, const LineageClaim *claims, gsize n,
                           GError **error);

/* Takes back what was said, so that it is proposed again; indicator DB_NULL: of the
 * table.  */
gboolean lineage_edit_forget (Db *db, gint64 project, gint64 indicator, GError **error);

/* Confirms the pairs (LineageTable *, as lineage_propose()) that are at least so sure
 * (0…1000).  n: how many were not confirmed yet; without any there is no action.  */
gboolean lineage_edit_confirm (Db *db, gint64 document, const GPtrArray *tables,
                               int least, guint *n, GError **error);
