/* app/compare/lineage-row.h — pairing the rows of tables. */

#pragma once

#include "app/compare/pairing.h"
#include "db/indicator.h"

/* What is looked at of a row. */
typedef struct {
  const Indicator *indicator;
  guint            table;  /* place of its table in the text */
  guint            place;  /* in its table */
  guint            rows;   /* of its table */
  gboolean         is_new; /* a person said so */
  char            *level;
  char            *target;
  char            *words;       /* name and description, folded; NULL: both are blank */
  char            *whole;       /* everything, folded */
  GArray          *name, *rest; /* profiles; NULL until they are needed */
} ComparedRow;

/* The rows of a text's tables (Project *), in order: ComparedRow *, freed with the
 * array.
 */
GPtrArray *lineage_rows_new (const GPtrArray *tables);

/* Pairs the rows of two tables.  The places in before and after begin at these rows. */
void lineage_rows_pair (Pairing *all, GPtrArray *before, guint first_before,
                        guint n_before, GPtrArray *after, guint first_after,
                        guint n_after);

/* Pairs what is left of all tables, which are paired: rows that went to another one. */
void lineage_rows_pair_across (Pairing *all, const Pairing *tables, GPtrArray *before,
                               GPtrArray *after);
