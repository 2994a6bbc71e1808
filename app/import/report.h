/* app/import/report.h — what was read of a document, said to the user. */

#pragma once

#include "app/import/proposal.h"

/* Newly allocated lines: what the document is, how much of each part there is, what was
 * put right, what was not understood.  name: the file's; projects: lists them too.  */
char *report_text (const char *name, const Proposal *proposal, gboolean projects);
