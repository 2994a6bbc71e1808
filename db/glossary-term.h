/* db/glossary-term.h — a term of the 名词解释.  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *term;
  char    *definition;
} GlossaryTerm;

extern const DbTable glossary_term_table;
