/* db/safeguard.c — a paragraph of the 工作保障措施. */

#include "db/safeguard.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Safeguard, text),
};

const DbTable safeguard_table = {
  .name = "safeguard",
  .parent = "document_id",
  .size = sizeof (Safeguard),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
