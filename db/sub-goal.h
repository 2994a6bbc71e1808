/* db/sub-goal.h — a 分项绩效目标.  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *title;
  char    *goal;
  char    *indicators_text;
} SubGoal;

extern const DbTable sub_goal_table;
