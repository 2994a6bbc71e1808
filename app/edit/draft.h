/* app/edit/draft.h — next year's text from this year's. */

#pragma once

#include "db/db.h"

typedef struct {
  gint64 document; /* the draft */
  guint  projects; /* its tables that came over */
  guint  ended, split, merged, added;
  guint  years;   /* texts whose year was moved */
  guint  carried; /* amounts, plan points and targets marked 照搬上年 */
} Draft;

/* What becomes of the projects; those that are not named go on as they are.  Ids are
 * gint64, the arrays may be NULL.  */
typedef struct {
  const GArray *ended;
  const GArray *split;  /* each becomes two, for the user to part what is in them */
  const GArray *merged; /* DraftMerger */
  guint         added;  /* blank ones, behind the others */
} DraftPlan;

/* The goals and targets of a project go behind those of another one. */
typedef struct {
  gint64 project, into;
} DraftMerger;

/* Makes the draft (一上) of a year after the text's own as one action.  plan NULL: all
 * go on.  Every text comes over with its
 * years moved (app/reading/years.h); amounts, plans and targets are marked 照搬上年;
 * each table and row is said to continue the one it came from.  The letter of approval
 * stays behind.  */
gboolean draft_next_year (Db *db, gint64 document, gint64 year, const DraftPlan *plan,
                          Draft *draft, GError **error);

/* Says of marked cells that they are meant so, as one action: of a project, or (0) of
 * all of the document.  */
gboolean draft_confirm (Db *db, gint64 document, gint64 project, GError **error);

/* … of one cell. */
gboolean draft_confirm_cell (Db *db, const char *table, gint64 row, const char *column,
                             GError **error);
