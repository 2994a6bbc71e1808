/* db/approval.h — 预算批复: the letter that approves the budget.  See schema.sql for
 * its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord   record;
  char      *heading;
  char      *letterhead;
  char      *issuer;
  char      *doc_no;
  char      *title;
  char      *addressee;
  char      *approval_date;
  char      *signed_by;
  char      *signed_date;
  char      *printed_by;
  char      *printed_on;
  gint64     income_fen;
  gint64     public_fen;
  gint64     fund_fen;
  gint64     expenditure_fen;
  gint64     basic_fen;
  gint64     project_fen;
  GPtrArray *paragraphs; /* ApprovalParagraph */
} Approval;

extern const DbTable approval_table;
