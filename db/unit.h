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
