/* app/edit/removal.h — removing a department, a text, a unit or a project: what goes
 * with it, and the action, which can be undone.
 */

#pragma once

#include "db/db.h"

typedef enum {
  REMOVAL_DEPARTMENT,
  REMOVAL_DOCUMENT, /* with its department when that has no other */
  REMOVAL_UNIT, /* its projects of one document, and the unit when it has no other */
  REMOVAL_PROJECT,
} RemovalKind;

typedef struct {
  RemovalKind kind;
  gint64      id;       /* of a unit 0: the projects without one */
  gint64      document; /* of REMOVAL_UNIT */
} Removal;

/* What is removed, in the user's words; newly allocated.  NULL on error. */
char *removal_title (Db *db, const Removal *removal, GError **error);

/* What goes with it: “3 个项目、27 个指标”; "" for nothing.  Newly allocated; NULL on
 * error.  */
char *removal_extent (Db *db, const Removal *removal, GError **error);

/* Removes it, as one action.  FALSE: all is left as it was. */
gboolean removal_run (Db *db, const Removal *removal, GError **error);
