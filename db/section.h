/* db/section.h — a line that divides the text: cover, part and section headings.  See
 * schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *kind;
  char    *text;
} Section;

extern const DbTable section_table;
