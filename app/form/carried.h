/* app/form/carried.h — 照搬上年: the cells of a printed table that still stand as they
 * came over from the year before.
 */

#pragma once

#include "app/form/form.h"

/* The cells of the table that show something marked, each once: FormCell *, lent by the
 * table.  */
GPtrArray *form_carried_cells (Db *db, gint64 document, const FormTable *table,
                               GError **error);

/* Confirms what a cell shows, as one action; where nothing is marked there is none. */
gboolean form_carried_confirm (Db *db, gint64 document, const FormTable *table,
                               const FormCell *cell, GError **error);
