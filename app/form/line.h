/* app/form/line.h — the lines of a list on the page of a whole text: what is typed into
 * the blank one at its end makes the next.
 */

#pragma once

#include "app/form/edit.h"

/* Whether a table has such lines. */
gboolean form_line_is_listed (const FormTable *table);

/* Makes a record for each row below 1 that some of the texts give words to, and tells
 * the texts its id; part of an action that has begun.  */
gboolean form_line_make (Db *db, const FormTable *table, FormText *texts, gsize n,
                         GError **error);
