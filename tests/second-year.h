/* tests/second-year.h — a made-up text, and the text of the next year with edits that
 * are known: what a comparison must find.
 */

#pragma once

#include "db/document.h"

typedef struct {
  Document   *before, *after;
  GHashTable *tables; /* Project * of after → of before; new ones are not in it */
  GHashTable *rows;   /* Indicator * of after → of before */
  GHashTable *renamed, *changed, *targets, *moved; /* sets of Indicator * of after */
  guint       added, removed;                      /* rows */
  guint       displaced; /* the fewest rows whose moving explains the order of all */
} SecondYear;

/* So many projects of about rows rows.  In the next year 1 % of the rows are new, 1 %
 * gone, 1 % renamed, 3 % changed in a cell and 5 % moved in their table; of the
 * projects, one in fifty is new, gone, or renamed.  noise: one character in so many is
 * misread; 0: none.  */
SecondYear *second_year_new (guint projects, guint rows, guint noise, guint seed);
void        second_year_free (SecondYear *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SecondYear, second_year_free)
