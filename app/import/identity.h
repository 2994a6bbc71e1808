/* app/import/identity.h — what a text is: whose, of which year, in which layout. */

#pragma once

#include "app/import/recognition.h"

/* Fills title, department, fiscal_year, form_id and stage of the document from what was
 * read; name is the file's.  */
void identity_conclude (Recognition *r, const char *name);
