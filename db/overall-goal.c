/* db/overall-goal.c — a paragraph of the 总体绩效目标. */

#include "db/overall-goal.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (OverallGoal, text),
};

const DbTable overall_goal_table = {
  .name = "overall_goal",
  .parent = "document_id",
  .size = sizeof (OverallGoal),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
