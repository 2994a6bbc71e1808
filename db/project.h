/* db/project.h — a table of targets: a 预算项目绩效表, or the overall one.  See
 * schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord   record;
  char      *unit_code; /* carried: of the unit that unit_id names */
  char      *unit_name;
  gint64     unit_id;
  char      *kind;
  char      *heading;
  char      *title_row_code;
  char      *title_row_name;
  char      *code;
  char      *name;
  gint64     fiscal_year;
  char      *target_template;
  char      *currency_line;
  char      *amount_text;
  char      *amount_unit;
  gint64     amount_fen;
  char      *purpose;
  char      *purpose_lead;
  char      *plan_label;
  GPtrArray *fundings;   /* Funding */
  GPtrArray *plan;       /* PlanPoint */
  GPtrArray *goals;      /* Goal */
  GPtrArray *indicators; /* Indicator */
} Project;

extern const DbTable project_table;

/* The ids of a document's tables of a kind (project, overall, special_fund) in their
 * order: gint64.  */
GArray *project_ids (Db *db, gint64 document, const char *kind, GError **error);

/* The same of a unit in a document; 0: those without one. */
GArray *project_ids_of_unit (Db *db, gint64 document, gint64 unit, GError **error);

/* Takes a table of targets to another document, behind its others, with the answers
 * that were given to its findings.  */
gboolean project_transfer (Db *db, gint64 project, gint64 document, GError **error);

/* A project that a new one of this document will look like: its last one, else the
 * newest of a text in the same layout; 0: there is none, -1 on error.  */
gint64 project_like (Db *db, gint64 document, GError **error);
