/* db/catalogue-entry.c — a line of the contents (目录). */

#include "db/catalogue-entry.h"

static const DbField fields[] = {
  DB_FIELD_INTEGER (CatalogueEntry, is_part),
  DB_FIELD_TEXT (CatalogueEntry, text),
};

const DbTable catalogue_entry_table = {
  .name = "catalogue_entry",
  .parent = "document_id",
  .size = sizeof (CatalogueEntry),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
