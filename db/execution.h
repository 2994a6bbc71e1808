/* db/execution.h — what became of a project's money and goal.  See schema.sql for its
 * columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *adjusted_text;
  gint64   adjusted_fen;
  char    *monitored_text;
  gint64   monitored_fen;
  char    *spent_text;
  gint64   spent_fen;
  char    *conclusion;
} Execution;

extern const DbTable execution_table;
