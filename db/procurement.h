/* db/procurement.h — 政府采购预算: the statement and its table.  See schema.sql for its
 * columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord   record;
  char      *statement;
  gint64     stated_fen;
  char      *title;
  char      *unit_line;
  char      *currency_line;
  GPtrArray *items; /* ProcurementItem */
} Procurement;

extern const DbTable procurement_table;
