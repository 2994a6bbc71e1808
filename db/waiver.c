/* db/waiver.c — 豁免: a finding that an office has answered. */

#include "db/waiver.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Waiver, rule_id),
  DB_FIELD_INTEGER (Waiver, project_id),
  DB_FIELD_INTEGER (Waiver, indicator_id),
  DB_FIELD_TEXT (Waiver, field),
  DB_FIELD_TEXT (Waiver, seen),
  DB_FIELD_TEXT (Waiver, reason),
  DB_FIELD_TEXT (Waiver, who),
  DB_FIELD_TEXT (Waiver, at),
};

const DbTable waiver_table = {
  .name = "waiver",
  .parent = "document_id",
  .size = sizeof (Waiver),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
