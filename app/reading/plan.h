/* app/reading/plan.h — what a 资金支出计划 says. */

#pragma once

#include "db/reading.h"

/* Fills the columns plan_… of the reading from the points (PlanPoint *). */
void reading_add_plan (ProjectReading *reading, GPtrArray *plan);
