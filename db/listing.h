/* db/listing.h — what a record file holds, for lists: documents and their projects. */

#pragma once

#include "db/record.h"

typedef struct {
  gint64 id;
  char  *department;
  gint64 fiscal_year; /* DB_NULL: not known */
  char  *stage;
  char  *form_id;
  gint64 projects;
  gint64 indicators; /* of the projects and the overall table */
  gint64 amount_fen;
} ListedDocument;

typedef struct {
  gint64 id;
  char  *kind; /* project, overall or special_fund */
  gint64 ordinal;
  char  *code; /* may be NULL, as name and unit */
  char  *name;
  char  *unit;
  gint64 amount_fen; /* DB_NULL: not printed or not understood */
  gint64 indicators;
} ListedProject;

/* By department, year and stage: ListedDocument *, freed with the array.  department
 * (a part of its name) and year choose; NULL and 0 take all.  */
GPtrArray *listing_documents (Db *db, const char *department, int year, GError **error);

/* All tables, those of kind 'project' in their order behind the others: ListedProject
 * *, freed with the array.  */
GPtrArray *listing_projects (Db *db, gint64 document, GError **error);
