/* db/approval.c — 预算批复: the letter that approves the budget. */

#include "db/approval.h"
#include "db/approval-paragraph.h"

static const DbField fields[] = {
  DB_FIELD_TEXT (Approval, heading),
  DB_FIELD_TEXT (Approval, letterhead),
  DB_FIELD_TEXT (Approval, issuer),
  DB_FIELD_TEXT (Approval, doc_no),
  DB_FIELD_TEXT (Approval, title),
  DB_FIELD_TEXT (Approval, addressee),
  DB_FIELD_TEXT (Approval, approval_date),
  DB_FIELD_TEXT (Approval, signed_by),
  DB_FIELD_TEXT (Approval, signed_date),
  DB_FIELD_TEXT (Approval, printed_by),
  DB_FIELD_TEXT (Approval, printed_on),
  DB_FIELD_INTEGER (Approval, income_fen),
  DB_FIELD_INTEGER (Approval, public_fen),
  DB_FIELD_INTEGER (Approval, fund_fen),
  DB_FIELD_INTEGER (Approval, expenditure_fen),
  DB_FIELD_INTEGER (Approval, basic_fen),
  DB_FIELD_INTEGER (Approval, project_fen),
};

const DbTable approval_table = {
  .name = "approval",
  .parent = "document_id",
  .size = sizeof (Approval),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .children = {
    DB_CHILDREN (approval_paragraph_table, Approval, paragraphs),
  },
};
