/* db/overall-goal.h — a paragraph of the 总体绩效目标.  See schema.sql for its columns.
 */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *text;
} OverallGoal;

extern const DbTable overall_goal_table;
