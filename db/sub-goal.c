/* db/sub-goal.c — a 分项绩效目标. */

#include "db/sub-goal.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (SubGoal, title),
  DB_FIELD_TEXT (SubGoal, goal),
  DB_FIELD_TEXT (SubGoal, indicators_text),
};

const DbTable sub_goal_table = {
  .name = "sub_goal",
  .parent = "document_id",
  .size = sizeof (SubGoal),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
