/* db/asset-report.h — 国有资产占用情况: the statement and its table.  See schema.sql
 * for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord   record;
  char      *statement;
  gint64     stated_fen;
  gint64     planned_fen;
  char      *title;
  char      *prepared_by;
  char      *as_of;
  GPtrArray *assets; /* Asset */
} AssetReport;

extern const DbTable asset_report_table;
