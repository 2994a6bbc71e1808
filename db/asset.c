/* db/asset.c — a line of the 国有资产占用情况 table. */

#include "db/asset.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Asset, item),
  DB_FIELD_TEXT (Asset, quantity),
  DB_FIELD_TEXT (Asset, value),
};

const DbTable asset_table = {
  .name = "asset",
  .parent = "asset_report_id",
  .size = sizeof (Asset),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
