/* app/compare/difference.h — which cells of two records differ. */

#pragma once

#include "app/compare/comparison.h"

void difference_free (gpointer difference);

/* The cells of two rows that are shown as they stand; the target is one cell. */
void difference_of_rows (GPtrArray *differences, const Indicator *before,
                         const Indicator *after, gboolean is_loose);

/* +20，+20.0% of two numbers, of percentages +5个百分点，+5.6%; NULL where one is none
 * or they are equal.  */
char *difference_amount (const Difference *difference);

/* A row's target as it is printed in one cell.  Newly allocated; NULL: blank. */
char *difference_target (const Indicator *row);

/* The head of two tables: names, amounts, purpose, plan, goals. */
void difference_of_tables (GPtrArray *differences, const Project *before,
                           const Project *after, gboolean is_loose);

/* What stands outside the tables of two texts. */
void difference_of_texts (GPtrArray *differences, const Document *before,
                          const Document *after, gboolean is_loose);
