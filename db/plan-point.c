/* db/plan-point.c — a checkpoint of the 资金支出计划, cumulative. */

#include "db/plan-point.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (PlanPoint, label),
  DB_FIELD_TEXT (PlanPoint, percent_text),
  DB_FIELD_INTEGER (PlanPoint, percent_e6),
};

const DbTable plan_point_table = {
  .name = "plan_point",
  .parent = "project_id",
  .size = sizeof (PlanPoint),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
