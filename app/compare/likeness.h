/* app/compare/likeness.h — how alike two texts are, whatever was typed, scanned or
 * renamed between them.
 *
 * A text is seen as its pairs of neighbouring characters (Dice's measure): a slip of
 * one character costs two pairs, a word moved costs the pairs at its ends.  The fiscal
 * years that it names all count as the same.
 */

#pragma once

#include <glib.h>

#define LIKENESS_SAME 1000

/* The pairs of a text, sorted: guint64. */
GArray *likeness_profile (const char *text);

/* 0 (nothing in common) … LIKENESS_SAME; -1 where both are blank. */
int likeness_compare (const GArray *one, const GArray *other);
