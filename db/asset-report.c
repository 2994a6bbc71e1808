/* db/asset-report.c — 国有资产占用情况: the statement and its table. */

#include "db/asset-report.h"
#include "db/asset.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (AssetReport, statement),
  DB_FIELD_INTEGER (AssetReport, stated_fen),
  DB_FIELD_INTEGER (AssetReport, planned_fen),
  DB_FIELD_TEXT (AssetReport, title),
  DB_FIELD_TEXT (AssetReport, prepared_by),
  DB_FIELD_TEXT (AssetReport, as_of),
};

const DbTable asset_report_table = {
  .name = "asset_report",
  .parent = "document_id",
  .size = sizeof (AssetReport),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = {
    DB_CHILDREN (asset_table, AssetReport, assets),
  },
};
