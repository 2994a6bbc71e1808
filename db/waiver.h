/* db/waiver.h — 豁免: a finding that an office has answered.  See schema.sql for its
 * columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *rule_id;
  gint64   project_id;   /* DB_NULL: the whole document */
  gint64   indicator_id; /* DB_NULL: the whole project */
  char    *field;
  char    *seen;
  char    *reason;
  char    *who;
  char    *at;
} Waiver;

extern const DbTable waiver_table;
