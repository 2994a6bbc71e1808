/* db/procurement.c — 政府采购预算: the statement and its table. */

#include "db/procurement.h"
#include "db/procurement-item.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Procurement, statement),
  DB_FIELD_INTEGER (Procurement, stated_fen),
  DB_FIELD_TEXT (Procurement, title),
  DB_FIELD_TEXT (Procurement, unit_line),
  DB_FIELD_TEXT (Procurement, currency_line),
};

const DbTable procurement_table = {
  .name = "procurement",
  .parent = "document_id",
  .size = sizeof (Procurement),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = {
    DB_CHILDREN (procurement_item_table, Procurement, items),
  },
};
