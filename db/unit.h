/* db/unit.h — a budget unit (预算单位) of a department.  See schema.sql for its
 * columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *code;
  char    *name;
} Unit;

extern const DbTable unit_table;

/* The id of the unit with this code (NULL: none) and name, which is made when there is
 * none yet; -1 on error.  */
gint64 unit_ensure (Db *db, gint64 department, const char *code, const char *name,
                    GError **error);

/* Whether a project is of this unit. */
gboolean unit_is_used (Db *db, gint64 unit);
