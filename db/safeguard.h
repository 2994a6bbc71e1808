/* db/safeguard.h — a paragraph of the 工作保障措施.  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *text;
} Safeguard;

extern const DbTable safeguard_table;
