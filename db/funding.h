/* db/funding.h — the part of a project's amount that one source pays (其中).  See
 * schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *source;
  char    *amount_text;
  gint64   amount_fen;
} Funding;

extern const DbTable funding_table;
