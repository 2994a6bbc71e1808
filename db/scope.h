/* db/scope.h — what a rule had to look at in a table of targets, or in a document. */

#pragma once

#include "db/record.h"

typedef struct {
  char *rule;
  char *title;    /* of the rule */
  char *severity; /* the office's own, where it has set one */
  char *subject;  /* what it looks at: 成本指标 */
  char *lacks;    /* what was blank or not understood where lacking > 0; NULL: nothing
                     can be */
  gint64 looked;  /* how many of them it could judge, */
  gint64 lacking; /* and how many it could not */
} Scope;

void scope_free (gpointer scope);

/* Of one table, or of a document as a whole (project DB_NULL), in the order of the
 * rules: Scope *, freed with the array.  */
GPtrArray *scope_list (Db *db, gint64 document, gint64 project, GError **error);
