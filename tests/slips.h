/* tests/slips.h — the slips that people make in a text, put into sound ones at random
 * places, and how well the rules find them.
 */

#pragma once

#include "db/db.h"

/* What the rules said of texts whose every mistake is known. */
typedef struct {
  guint      documents, indicators;
  guint      slips, found;
  guint      said, false_ones; /* findings of severity error or warning */
  GPtrArray *lines;            /* char *: each false finding, each slip not found */
} Precision;

/* Makes so many texts in all forms, every few rows written in an unusual but right way,
 * and in one half of the texts a slip in every few rows; has them read and compares.
 */
Precision *slips_measure (guint32 seed, guint documents);
void       slips_free (Precision *self);

/* False findings for 100 indicators. */
double slips_false_rate (const Precision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Precision, slips_free)
