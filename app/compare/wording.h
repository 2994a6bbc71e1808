/* app/compare/wording.h — which words of a text were changed. */

#pragma once

#include <glib.h>

typedef enum { WORDING_KEPT, WORDING_REMOVED, WORDING_ADDED } WordingKind;

typedef struct {
  WordingKind kind;
  char       *text;
} WordingPart;

/* The parts that a later text is made of, and between them those that went: WordingPart
 * *, freed with the array.  What was removed comes before what stands there now. Either
 * text may be NULL: blank.  A number, and a word in Latin letters, changes as a whole.
 */
GPtrArray *wording_compare (const char *before, const char *after);
