/* db/outcome.c — what became of a target (绩效运行监控, 绩效自评). */

#include "db/outcome.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Outcome, monitored_text),   DB_FIELD_TEXT (Outcome, likelihood),
  DB_FIELD_TEXT (Outcome, monitored_reason), DB_FIELD_TEXT (Outcome, measure),
  DB_FIELD_TEXT (Outcome, actual_text),      DB_FIELD_INTEGER (Outcome, actual_e6),
  DB_FIELD_TEXT (Outcome, score_text),       DB_FIELD_INTEGER (Outcome, score_e6),
  DB_FIELD_TEXT (Outcome, reason),
};

const DbTable outcome_table = {
  .name = "outcome",
  .parent = "indicator_id",
  .size = sizeof (Outcome),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
