/* app/form/goals.h — the goals of a project as one text, as a form prints them that has
 * one cell for all.
 */

#pragma once

#include "app/form/form.h"

/* The records of a project's goals: gint64, NULL on error. */
GArray *form_goals_rows (Db *db, gint64 project, GError **error);

/* Newly allocated: the goals below each other; NULL on error. */
char *form_goals_text (Db *db, const FormTable *table, const FormCell *cell,
                       GError **error);

/* Sets them, as one action.  Goals that stand in the text as before stay the records
 * they are; as long as the text keeps its number of lines each goal keeps its own,
 * otherwise every line that is new is a goal.  */
gboolean form_goals_set (Db *db, const FormTable *table, const FormCell *cell,
                         const char *text, GError **error);
