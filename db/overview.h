/* db/overview.h — 汇总: what the texts of a department come to, year after year.  See
 * schema.sql, 3.10.
 */

#pragma once

#include "db/record.h"

typedef enum {
  OVERVIEW_TEXT,       /* a text; key: its stage, id: of the document */
  OVERVIEW_DEPARTMENT, /* id, title: the department */
  OVERVIEW_UNIT,       /* id, title: the unit; 0, NULL: the projects without one */
  OVERVIEW_SIZE,       /* id, title: the class of overview_class */
  OVERVIEW_PROJECT,    /* id, title: one of the largest projects */
  OVERVIEW_PLAN,       /* id: the month; amount_fen: added to what was to be spent */
  OVERVIEW_PLANNED,    /* the projects with an amount and a plan */
  OVERVIEW_KIND,       /* key: level 2, group: level 1, either may be NULL */
  OVERVIEW_FINDING,    /* key, title: the rule, group: the severity */
  OVERVIEW_TOPICS,
} OverviewTopic;

typedef enum {
  TARGET_IS_NUMBER,
  TARGET_IS_DATE,
  TARGET_IS_WORDS,
  TARGET_IS_BLANK
} OverviewTarget;

/* How many and how much of one thing in one year. */
typedef struct {
  OverviewTopic topic;
  int           year; /* 0: not known */
  gint64        id;
  char         *key, *group, *title;
  gint64        count;      /* projects; of a kind targets, of a finding places */
  gint64        priced;     /* projects whose amount is understood */
  gint64        amount_fen; /* their sum */
  gint64        targets[4]; /* by OverviewTarget */
} OverviewFigure;

/* How many of the largest projects of a year are told. */
#define OVERVIEW_LARGEST 10

/* A department that has texts. */
typedef struct {
  gint64 id;
  char  *name;
} OverviewDepartment;

/* By name: OverviewDepartment *, freed with the array. */
GPtrArray *overview_departments (Db *db, GError **error);

/* Which department and year (0: not known) a document is of. */
gboolean overview_find (Db *db, gint64 document, gint64 *department, int *year,
                        GError **error);

/* Of one text for each year and department, see overview_text: OverviewFigure *, freed
 * with the array, by topic.  department 0: all, and then money by department and not by
 * unit.  Findings take long in a large file and may be left out.  */
GPtrArray *overview_figures (Db *db, gint64 department, gboolean with_findings,
                             GError **error);

/* The findings of one text by rule, of OVERVIEW_FINDING without a year: OverviewFigure
 * *, freed with the array.  */
GPtrArray *overview_findings (Db *db, gint64 document, GError **error);

/* A row that a figure counted, the largest or gravest first. */
typedef struct {
  gint64 document, project, indicator; /* DB_NULL: of what is above it */
  char  *title;
  char  *detail; /* may be NULL */
  char  *rule;   /* of a finding, else NULL */
} OverviewRow;

/* At most so many of them: OverviewRow *, freed with the array.  Of a finding key NULL:
 * of any rule.  */
GPtrArray *overview_rows (Db *db, gint64 department, const OverviewFigure *figure,
                          guint limit, GError **error);
