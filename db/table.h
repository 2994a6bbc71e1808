/* db/table.h — the record tables and their columns by name.
 *
 * A name that comes from a file or a caller becomes SQL only as the static text
 * that is returned here.
 */

#pragma once

#include "db/record.h"

/* NULL when there is no such record table. */
const DbTable *table_find (const char *name);

/* The table that the rows belong to; NULL: they stand alone. */
const DbTable *table_parent (const DbTable *table);

/* The name as the program spells it, of a field, the parent's column or ordinal; NULL
 * when the table has no such column.  */
const char *table_column (const DbTable *table, const char *name);

/* The field of that name; NULL when there is none. */
const DbField *table_field (const DbTable *table, const char *name);

/* Every column but id, in the order of its table: const char *, static. */
GPtrArray *table_columns (const DbTable *table);
