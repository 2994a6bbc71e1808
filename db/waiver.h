/* db/waiver.h — 豁免: a finding that an office has answered.  See schema.sql for its
 * columns. */

#pragma once

#include "db/finding.h"

typedef struct {
  DbRecord record;
  char    *rule_id;
  gint64   project_id;   /* DB_NULL: the whole document */
  gint64   indicator_id; /* DB_NULL: the whole project */
  char    *field;
  char    *seen; /* what was excused: the waiver lapses when one of the two changes */
  char    *expected;
  char    *reason;
  gint64   earlier_id; /* DB_NULL: given anew */
  char    *who;
  char    *at;
} Waiver;

extern const DbTable waiver_table;

/* Answers the finding: it is waived as long as what was seen and expected stays.
 * earlier: the waiver of an earlier year that this one repeats, or DB_NULL.  */
gboolean waiver_add (Db *db, const Finding *finding, const char *reason,
                     const char *who, gint64 earlier, GError **error);

/* The earlier texts whose waivers may hold for this one too, the latest first: gint64.
 */
GArray *waiver_earlier_documents (Db *db, gint64 document, GError **error);

/* What the rule is called: newly allocated, NULL where there is none. */
char *waiver_rule_title (Db *db, const char *rule);
