/* app/check/severity.h — how severe an office sees a rule. */

#pragma once

#include "db/word.h"

/* As one action, which can be undone.  severity: error, warning or hint; NULL, or what
 * the rule has of its own: the rule's own again.  Refused where there is no such rule
 * or severity.  */
gboolean severity_set (Db *db, const char *rule, const char *severity, GError **error);
