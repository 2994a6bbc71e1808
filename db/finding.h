/* db/finding.h — what is inconsistent, as the view finding lists it. */

#pragma once

#include "db/record.h"

typedef struct {
  char    *rule;
  char    *severity;    /* error, warning or hint */
  char    *title;       /* of the rule */
  char    *explanation; /* … in a sentence */
  char    *implied_by;  /* a rule that says it better where both fire; may be NULL */
  gint64   rule_ordinal;
  gint64   document_id;
  gint64   project_id;   /* DB_NULL: the document */
  gint64   indicator_id; /* DB_NULL: the project */
  char    *department;
  gint64   year;         /* DB_NULL: not known */
  gint64   project_no;   /* DB_NULL: the document, or its overall table */
  gint64   indicator_no; /* from 1 in the project; DB_NULL: the project */
  gint64   amount_fen;   /* of the project: the money at stake; DB_NULL: not known */
  char    *project_name;
  char    *place; /* 第3个项目“…”第2行 指标值 */
  char    *field;
  char    *field_title; /* 指标值 */
  char    *seen;        /* this and the next may be NULL */
  char    *expected;
  char    *message;
  gboolean waived;
} Finding;

void     finding_free (gpointer finding);
Finding *finding_copy (const Finding *finding);

/* Finding *, freed with the array, in no order: of the whole file; of these tables of
 * targets; of these documents as a whole, their tables left aside.  ids: gint64.  Of a
 * place and a message that quote a very long text, the beginning and the end.  */
GPtrArray *finding_all (Db *db, GError **error);
GPtrArray *finding_of_projects (Db *db, GArray *ids, GError **error);
GPtrArray *finding_of_documents (Db *db, GArray *ids, GError **error);
