/* app/read/pattern.h — regular expressions by their text, compiled once.
 *
 * A wrong pattern is a bug in this program and aborts.  A NULL text never matches.
 * All of this may be called in any thread.
 */

#pragma once

#include <glib.h>

/* For what the functions below do not do.  Lent for as long as the program runs. */
GRegex *pattern_regex (const char *pattern);

gboolean pattern_match (const char *pattern, const char *text);

/* What a group of the first match holds, newly allocated; NULL without a match. */
char *pattern_take (const char *pattern, const char *text, int group);

/* Bytes that the match takes at the beginning of text; patterns for this begin with ^.
 */
gsize pattern_length (const char *pattern, const char *text);

/* The first match at or behind from; what stands before from is seen by look-behind. */
gboolean pattern_find (const char *pattern, const char *text, gsize from, gsize *start,
                       gsize *end);

/* The text with every match replaced, newly allocated. */
char *pattern_replace (const char *pattern, const char *text, const char *by);
