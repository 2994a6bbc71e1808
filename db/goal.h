/* db/goal.h — a 绩效目标 of a project.  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *label;
  char    *text;
} Goal;

extern const DbTable goal_table;
