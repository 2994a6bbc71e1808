/* app/check/group.h — findings arranged for working them off: chosen, grouped by
 * project or by rule, and the worst and dearest first.
 */

#pragma once

#include "app/check/check.h"

typedef enum { CHECK_BY_PROJECT, CHECK_BY_RULE } CheckGrouping;

/* Which are chosen. */
typedef struct {
  gboolean    hidden[CHECK_SEVERITIES]; /* by check_severity_rank() */
  gboolean    waived; /* those that are answered, instead of those that are not */
  const char *rule;   /* NULL: all */
  const char *text;   /* in the place or the words, whatever the width; NULL: all */
} CheckChoice;

typedef struct {
  char      *title;
  gint64     amount_fen; /* the money at stake; DB_NULL: not known, or all of it */
  guint      counts[CHECK_SEVERITIES]; /* places of each severity */
  GPtrArray *folds; /* FoldedFinding *, by severity, money and place; lends findings */
} CheckGroup;

/* CheckGroup *, freed with the array: by the worst severity in it, money, and place or
 * rule.  findings: as check_findings() orders them.  */
GPtrArray *check_groups (GPtrArray *findings, CheckGrouping grouping,
                         const CheckChoice *choice);

/* The groups as text, newly allocated. */
char *check_groups_text (GPtrArray *groups, CheckGrouping grouping);
