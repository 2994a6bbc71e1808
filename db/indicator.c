/* db/indicator.c — a row of a table of targets. */

#include "db/indicator.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Indicator, level1),       DB_FIELD_TEXT (Indicator, level2),
  DB_FIELD_TEXT (Indicator, name),         DB_FIELD_TEXT (Indicator, description),
  DB_FIELD_TEXT (Indicator, criterion),    DB_FIELD_TEXT (Indicator, operator_text),
  DB_FIELD_TEXT (Indicator, value_text),   DB_FIELD_TEXT (Indicator, unit_text),
  DB_FIELD_TEXT (Indicator, basis),        DB_FIELD_TEXT (Indicator, weight_text),
  DB_FIELD_INTEGER (Indicator, weight_e6), DB_FIELD_TEXT (Indicator, repair),
};

const DbTable indicator_table = {
  .name = "indicator",
  .parent = "project_id",
  .size = sizeof (Indicator),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
