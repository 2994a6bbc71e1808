/* db/rule.h — the catalogue of rules. */

#pragma once

#include "db/db.h"

typedef struct {
  char *id;
  char *severity; /* the office's own, where it has set one: error, warning or hint */
  char *usual;    /* the rule's */
  char *title;
  char *explanation;
  char *basis; /* this and the examples may be NULL */
  char *example_before;
  char *example_after;
  char *implied_by; /* where that rule fires, this one says nothing new; or NULL */
} Rule;

/* In the order of lists: Rule *, freed with the array. */
GPtrArray *rule_list (Db *db, GError **error);
