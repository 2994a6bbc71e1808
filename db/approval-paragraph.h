/* db/approval-paragraph.h — a paragraph or an attachment of the 预算批复.  See
 * schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  gint64   is_attachment;
  char    *text;
} ApprovalParagraph;

extern const DbTable approval_paragraph_table;
