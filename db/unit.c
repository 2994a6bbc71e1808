/* db/unit.c — a budget unit (预算单位) of a department. */

#include "db/unit.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Unit, code),
  DB_FIELD_TEXT (Unit, name),
};

const DbTable unit_table = {
  .name = "unit",
  .parent = "department_id",
  .size = sizeof (Unit),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
