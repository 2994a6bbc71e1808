/* db/plan-point.h — a checkpoint of the 资金支出计划, cumulative.  See schema.sql for
 * its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *label;
  char    *percent_text;
  gint64   percent_e6;
} PlanPoint;

extern const DbTable plan_point_table;
