/* db/procurement-item.c — a line of the 政府采购预算 table. */

#include "db/procurement-item.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (ProcurementItem, project_name),
  DB_FIELD_TEXT (ProcurementItem, project_budget),
  DB_FIELD_TEXT (ProcurementItem, item),
  DB_FIELD_TEXT (ProcurementItem, catalogue_no),
  DB_FIELD_TEXT (ProcurementItem, unit),
  DB_FIELD_TEXT (ProcurementItem, quantity),
  DB_FIELD_TEXT (ProcurementItem, price),
  DB_FIELD_TEXT (ProcurementItem, total),
  DB_FIELD_TEXT (ProcurementItem, general_budget),
  DB_FIELD_TEXT (ProcurementItem, fund_budget),
  DB_FIELD_TEXT (ProcurementItem, special_account),
  DB_FIELD_TEXT (ProcurementItem, other_income),
  DB_FIELD_TEXT (ProcurementItem, other_channel),
};

const DbTable procurement_item_table = {
  .name = "procurement_item",
  .parent = "procurement_id",
  .size = sizeof (ProcurementItem),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
