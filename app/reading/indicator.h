/* app/reading/indicator.h — what a row of a table of targets means. */

#pragma once

#include "app/reading/words.h"
#include "db/project.h"
#include "db/reading.h"

/* Fills the reading of project's indicator at place, from 1. */
void reading_of_indicator (const Words *words, const Project *project, guint place,
                           IndicatorReading *reading);

/* The phrase of two to six characters that stands twice in a row in text, or NULL.
 * Newly allocated.  */
char *reading_repeated_phrase (const char *text);

/* Whether a number with a unit that can be counted stands in the folded text. */
gboolean reading_holds_number (const Words *words, const char *folded);
