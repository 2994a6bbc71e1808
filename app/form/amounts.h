/* app/form/amounts.h — cells that print amounts beside their own field: a purpose that
 * begins with them as a sentence, other funding with the local share above it.
 *
 * What is typed is taken apart again.  A sentence in front of a purpose sets the
 * amounts that the form prints nowhere else; where it goes, they stay.
 */

#pragma once

#include "app/form/form.h"

/* The whole cell, as printed.  Newly allocated. */
char *form_amounts_text (Db *db, const FormTable *table, const FormCell *cell,
                         GError **error);

/* Store what was typed into such a cell, NULL for nothing, as one action.  FALSE: all
 * is left as it was.  */
gboolean form_amounts_set_purpose (Db *db, const FormTable *table, const FormCell *cell,
                                   const char *text, GError **error);
gboolean form_amounts_set_other (Db *db, const FormTable *table, const FormCell *cell,
                                 const char *text, GError **error);
