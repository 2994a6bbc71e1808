/* db/funding.c — the part of a project's amount that one source pays (其中). */

#include "db/funding.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Funding, source),
  DB_FIELD_TEXT (Funding, amount_text),
  DB_FIELD_INTEGER (Funding, amount_fen),
};

const DbTable funding_table = {
  .name = "funding",
  .parent = "project_id",
  .size = sizeof (Funding),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
