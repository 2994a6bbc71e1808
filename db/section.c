/* db/section.c — a line that divides the text: cover, part and section headings. */

#include "db/section.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Section, kind),
  DB_FIELD_TEXT (Section, text),
};

const DbTable section_table = {
  .name = "section",
  .parent = "document_id",
  .size = sizeof (Section),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
