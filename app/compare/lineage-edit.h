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
 * what was said of others that continue the same.  Where two of these claims are of one
 * table, or name one earlier table, the first is what it continues: the others tell of
 * a merger, or a split.  */
gboolean lineage_edit_say (Db *db, gint64 document, const LineageClaim *claims, gsize n,
                           GError **error);

/* Says of two tables that one was parted from the other, or went into it, which has the
 * pair kept already: that stays, said now if it was not, and so do other forks of it.
 */
gboolean lineage_edit_fork (Db *db, gint64 document, const LineageClaim *kept,
                            const LineageClaim *fork, GError **error);

/* Takes back what was said, so that it is proposed again; indicator DB_NULL: of the
 * table.  n: how much was said; where it is nothing there is no action.  */
gboolean lineage_edit_forget (Db *db, gint64 project, gint64 indicator, guint *n,
                              GError **error);

/* Confirms the pairs (LineageTable *, as lineage_propose()) that are at least so sure
 * (0…1000).  n: how many were not confirmed yet; without any there is no action.  */
gboolean lineage_edit_confirm (Db *db, gint64 document, const GPtrArray *tables,
                               int least, guint *n, GError **error);
