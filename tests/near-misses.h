/* tests/near-misses.h — changes of a sound document (tests/rules-cases.h) that no rule
 * may mind.
 */

#pragma once

#include <glib.h>

typedef struct {
  const char *what, *change;
} NearMiss;

extern const NearMiss near_misses[];
extern const gsize    n_near_misses;
