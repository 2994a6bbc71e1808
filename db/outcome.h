/* db/outcome.h — what became of a target (绩效运行监控, 绩效自评).  See schema.sql for
 * its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *monitored_text;
  char    *likelihood;
  char    *monitored_reason;
  char    *measure;
  char    *actual_text;
  gint64   actual_e6;
  char    *score_text;
  gint64   score_e6;
  char    *reason;
} Outcome;

extern const DbTable outcome_table;
