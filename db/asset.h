/* db/asset.h — a line of the 国有资产占用情况 table.  See schema.sql for its columns.
 */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *item;
  char    *quantity;
  char    *value;
} Asset;

extern const DbTable asset_table;
