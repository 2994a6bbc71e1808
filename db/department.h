/* db/department.h — a government department (部门).  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *name;
} Department;

extern const DbTable department_table;
