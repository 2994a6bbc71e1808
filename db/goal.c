/* db/goal.c — a 绩效目标 of a project. */

#include "db/goal.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Goal, label),
  DB_FIELD_TEXT (Goal, text),
};

const DbTable goal_table = {
  .name = "goal",
  .parent = "project_id",
  .size = sizeof (Goal),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
