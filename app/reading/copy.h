/* app/reading/copy.h — what the purposes and goals of a document have from one another.
 */

#pragma once

#include "db/reading.h"

/* Adds a CopyReading for each of texts (ProjectText * in the order of the projects)
 * that shares a long run of words with a text of an earlier project, but is not the
 * same.  */
void reading_add_copies (GPtrArray *copies, GPtrArray *texts);
