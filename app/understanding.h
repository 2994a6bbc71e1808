/* app/understanding.h — the number that is stored beside a text: amounts in 分,
 * percents.
 *
 * Import reads them the same way; what is not understood leaves the number blank.
 */

#pragma once

#include "db/table.h"

/* Stores a text (NULL: blank) and all that is understood of it. */
gboolean understanding_set (Db *db, const DbTable *table, gint64 row,
                            const char *column, const char *text, GError **error);

/* Whether a column holds what is understood of another one: nobody types into it. */
gboolean understanding_fills (const char *table, const char *column);
