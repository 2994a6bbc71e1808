/* db/approval-paragraph.c — a paragraph or an attachment of the 预算批复. */

#include "db/approval-paragraph.h"

static const DbField fields[] = {
  DB_FIELD_INTEGER (ApprovalParagraph, is_attachment),
  DB_FIELD_TEXT (ApprovalParagraph, text),
};

const DbTable approval_paragraph_table = {
  .name = "approval_paragraph",
  .parent = "approval_id",
  .size = sizeof (ApprovalParagraph),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .has_ordinal = TRUE,
};
