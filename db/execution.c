/* db/execution.c — what became of a project's money and goal. */

#include "db/execution.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Execution, adjusted_text),
  DB_FIELD_INTEGER (Execution, adjusted_fen),
  DB_FIELD_TEXT (Execution, monitored_text),
  DB_FIELD_INTEGER (Execution, monitored_fen),
  DB_FIELD_TEXT (Execution, spent_text),
  DB_FIELD_INTEGER (Execution, spent_fen),
  DB_FIELD_TEXT (Execution, conclusion),
};

const DbTable execution_table = {
  .name = "execution",
  .parent = "project_id",
  .size = sizeof (Execution),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
