/* db/procurement-item.h — a line of the 政府采购预算 table.  See schema.sql for its
 * columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *project_name;
  char    *project_budget;
  char    *item;
  char    *catalogue_no;
  char    *unit;
  char    *quantity;
  char    *price;
  char    *total;
  char    *general_budget;
  char    *fund_budget;
  char    *special_account;
  char    *other_income;
  char    *other_channel;
} ProcurementItem;

extern const DbTable procurement_item_table;
