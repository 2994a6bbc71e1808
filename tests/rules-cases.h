/* tests/rules-cases.h — the changes to a sound document that a rule must notice or not.
 */

#pragma once

#include <glib.h>

typedef struct {
  const char *rule;
  guint       fires;
  const char *change;
  const char *severity; /* NULL: not looked at */
} RuleCase;

/* Statements that store it: department, document, three projects of six rows each. Ends
 * with NULL. */
extern const char *const sound_document[];

extern const RuleCase target_cases[];
extern const gsize    n_target_cases;

extern const RuleCase project_cases[];
extern const gsize    n_project_cases;
