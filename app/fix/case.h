/* app/fix/case.h — a finding with all that a fix is made from, and the parts a fix is
 * put together of.
 */

#pragma once

#include "app/fix/fix.h"
#include "app/reading/project.h"
#include "app/reading/words.h"
#include "db/indicator.h"

typedef struct {
  Db                     *db;
  const Words            *words;
  const Finding          *finding;
  const Project          *project; /* NULL: the finding is about a document */
  const ProjectReading   *reading;
  const Indicator        *indicator; /* NULL: the finding is not about a row */
  const IndicatorReading *row;
  GPtrArray              *fixes; /* Fix: what was found so far */
  GError                **error; /* never NULL */
} FixCase;

/* Adds a fix that changes nothing yet, and lends it. */
Fix *fix_add (const FixCase *self, gboolean is_certain);

/* A cell of a row that is there gets text.  Nothing where it has it already. */
void fix_set (Fix *fix, const char *table, gint64 row, const char *column,
              const char *old, const char *text);

/* A funding that is not there yet gets its amount. */
void fix_make_funding (Fix *fix, gint64 project, const char *source, const char *text);

/* A row goes away; old says what it was. */
void fix_remove (Fix *fix, const char *table, gint64 row, const char *old);

/* What can be done about a finding of a rule: each adds its fixes. */
typedef void (*FixMaker) (const FixCase *self);

void fix_rate_without_percent (const FixCase *self);
void fix_unit_missing (const FixCase *self);
void fix_money_unit (const FixCase *self);
void fix_unit_cell (const FixCase *self);
void fix_at_least_100 (const FixCase *self);
void fix_over_100 (const FixCase *self);
void fix_operator_missing (const FixCase *self);
void fix_upper_limit (const FixCase *self);
void fix_hidden_number (const FixCase *self);
void fix_satisfaction_100 (const FixCase *self);
void fix_words (const FixCase *self);
void fix_operator_in_words (const FixCase *self);

void fix_level1 (const FixCase *self);
void fix_level2 (const FixCase *self);
void fix_level1_of_level2 (const FixCase *self);
void fix_misfiled (const FixCase *self);
void fix_repeated_phrase (const FixCase *self);
void fix_residue (const FixCase *self);
void fix_typo (const FixCase *self);
void fix_vague (const FixCase *self);
void fix_code_zeros (const FixCase *self);

void fix_funding_sum (const FixCase *self);
void fix_funding_missing (const FixCase *self);
void fix_plan_blanks (const FixCase *self);
void fix_plan_percent (const FixCase *self);
void fix_plan_increments (const FixCase *self);
void fix_names (const FixCase *self);
void fix_goal_twice (const FixCase *self);
void fix_other_year (const FixCase *self);

void fix_level1_alias (const FixCase *self);
void fix_doc_numbers (const FixCase *self);
