/* app/edit/draft-plan.h — what becomes of a text's projects in the next year: those
 * that end, are split in two, or go into another one.
 */

#pragma once

#include "app/edit/draft.h"
#include "db/document.h"

/* Arranges the projects of a loaded document, which is of the file, by a plan.  The
 * second half of a project has its id, and so have its rows.  Rows that went to another
 * project keep the one they came from as their parent.  FALSE: the plan cannot be.  */
gboolean draft_arrange (Db *db, Document *document, const DraftPlan *plan,
                        GError **error);
