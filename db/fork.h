/* db/fork.h — two copies of one record file: where they parted, and what one of them
 * did since, told by its history.
 */

#pragma once

#include "db/table.h"

/* The last action that both have, 0 when there is none: they are not copies of one
 * file. -1 on error.  */
gint64 fork_find (Db *one, Db *other, GError **error);

/* A row that was touched since. */
typedef struct {
  const DbTable *table;
  gint64         row;
  gboolean       is_new, is_gone;
  GPtrArray *columns;  /* const char *, static: cells that were written, not ordinal */
  GPtrArray *before;   /* char *, NULL: blank: what stood in them when they parted */
  gboolean   is_moved; /* among its siblings */
} ForkRow;

/* What was touched after the action, in the order it was: ForkRow *, freed with the
 * array. Of a document that came in whole there is only its own row.  */
GPtrArray *fork_rows (Db *db, gint64 action, GError **error);

/* The ids of a parent's rows in their order: gint64. */
GArray *fork_children (Db *db, const DbTable *table, gint64 parent, GError **error);
