/* app/edit/understanding.h — the number that is stored beside a text: amounts in 分,
 * percents.
 *
 * Import reads them the same way; what is not understood leaves the number blank.
 */

#pragma once

#include "db/table.h"

/* Stores a text (NULL: blank) and all that is understood of it. */
gboolean understanding_set (Db *db, const DbTable *table, gint64 row,
                            const char *column, const char *text, GError **error);

/* What would be understood of an amount of a project, in 分, and of a percent, × 10⁶;
 * DB_NULL: nothing.  */
gint64 understanding_amount (Db *db, gint64 project, const char *text);
gint64 understanding_percent (const char *text);

/* Points of a target (10, 10分, 10%), × 10⁶; DB_NULL: nothing but words, or NULL. */
gint64 understanding_points (const char *text);

/* Whether a column holds what is understood of another one: nobody types into it. */
gboolean understanding_fills (const char *table, const char *column);
