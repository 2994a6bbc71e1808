/* app/edit/split.h — a project that becomes two. */

#pragma once

#include "db/project.h"

/* What a second half is called until somebody names it: “…（二）”, and that of
 * “…（二）” is “…（三）”; newly allocated.  */
char *split_half_name (const char *name);

/* A second project like one of the file, not stored: of another name, which its heading
 * and its title row say too, and without a code.  Its rows keep the ids of those that
 * they are like.  NULL on error.  */
Project *split_half_new (Db *db, gint64 project, const char *name, GError **error);

/* What goes into the new project. */
typedef struct {
  gint64        project;
  const char   *name;     /* of the new one */
  const GArray *targets;  /* ids of indicators, gint64 */
  const GArray *goals;    /* ids of goals, gint64 */
  const char   *amount;   /* of its budget; NULL or blank: none of it */
  const char  **fundings; /* of each of the project's sources, in their order; NULL or
                             blank: its share, as the budget is shared */
} Split;

/* Makes the new project behind the old one, as one action: rows go there with all that
 * was said of them, the amounts are taken off those of the old one, the plan of
 * spending is the same.  Where the old one is said to continue an earlier project, the
 * new one is said to be parted from it.  Returns its id, 0 on error.  */
gint64 split_project (Db *db, const Split *split, GError **error);
