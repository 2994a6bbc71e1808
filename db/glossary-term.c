/* db/glossary-term.c — a term of the 名词解释. */

#include "db/glossary-term.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (GlossaryTerm, term),
  DB_FIELD_TEXT (GlossaryTerm, definition),
};

const DbTable glossary_term_table = {
  .name = "glossary_term",
  .parent = "document_id",
  .size = sizeof (GlossaryTerm),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
