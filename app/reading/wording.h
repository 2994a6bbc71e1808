/* app/reading/wording.h — words of a table of targets that want another look: what a
 * line break or a word processor left, operators in words, typos, and what cannot be
 * measured.
 */

#pragma once

#include "app/reading/words.h"
#include "db/project.h"
#include "db/reading.h"

/* Adds what is found to reading->wordings; the rows of reading are read. */
void reading_add_wordings (const Words *words, const Project *project,
                           ProjectReading *reading);

/* Adds one; texts may be NULL. */
void reading_add_wording (ProjectReading *reading, const Project *project,
                          gint64 indicator, const char *field, const char *kind,
                          const char *found, const char *instead, const char *text);

/* What the goals say that no row is about, and the other way round: adds what is found
 * to reading->wordings, once for the project.  */
void reading_add_coverage (const Words *words, const Project *project,
                           ProjectReading *reading);
