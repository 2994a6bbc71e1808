/* db/department.c — a government department (部门). */

#include "db/department.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Department, name),
};

const DbTable department_table = {
  .name = "department",
  .size = sizeof (Department),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
