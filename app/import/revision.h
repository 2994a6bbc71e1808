/* app/import/revision.h — what a proposed record and a stored one differ in, all
 * below them included, and making the stored one like the proposed.
 *
 * Texts that differ only in white space are the same.  What a document does not say of
 * a record itself (a field or a whole list below it that is blank) it says nothing
 * about; a row of a list is compared whole.
 */

#pragma once

#include "db/table.h"

typedef struct {
  const DbTable *table;
  const DbField *field; /* NULL: a whole row, which only one of the two has */
  DbRecord      *stored, *proposed; /* borrowed */
  guint          place;             /* of the row among its siblings, from 1 */
} Revision;

/* Adds to revisions.  without: a table whose rows are not compared, or NULL. */
void revision_find (GArray *revisions, const DbTable *table, gpointer stored,
                    gpointer proposed, const DbTable *without);

/* Rows that stand for each other; one may be NULL. */
typedef struct {
  DbRecord *stored, *proposed;
} RevisionPair;

/* Pairs the rows of two lists, equal ones first, then those that say half the same,
 * then what is left by its place: RevisionPair in the order of the proposed rows,
 * behind them those that only the stored list has.  */
GArray *revision_pair (const DbTable *table, const GPtrArray *stored,
                       const GPtrArray *proposed);

/* “指标 3 指标值：95 → 98”, “新增指标：完成率”; newly allocated. */
char *revision_text (const Revision *revision);

/* Makes the stored record like the proposed one, which gets the ids.  Inside an action.
 */
gboolean revision_apply (Db *db, const DbTable *table, gpointer stored,
                         gpointer proposed, const DbTable *without, GError **error);
