/* app/overview/counting.h — the findings of texts, counted aside one text after
 * another, and kept: a file of many texts has too many rules to ask while somebody
 * waits.
 */

#pragma once

#include "app/errand.h"
#include "app/overview/overview.h"

typedef struct _OverviewCounting OverviewCounting;

/* changed is called whenever more is counted, or nothing can be: then error says why,
 * and is given away.  */
OverviewCounting *overview_counting_new (void (*changed) (GError *error, gpointer data),
                                         gpointer data);
void              overview_counting_free (OverviewCounting *self);

/* What the history of the file says was changed since the last look, or else
 * everything, is counted again; until then the old numbers stand.  db: of who edits the
 * file.  */
gboolean overview_counting_look (OverviewCounting *self, Db *db, GError **error);

/* Puts into the overview what is known; begin also counts what else belongs there, its
 * year first.  desk and what is lent must outlive it, or stop.  */
void overview_counting_begin (OverviewCounting *self, Desk *desk, Overview *overview);
void overview_counting_fill (OverviewCounting *self, Overview *overview);
void overview_counting_stop (OverviewCounting *self);

/* The place of the errand that counts: one stage, in texts. */
Errand *const *overview_counting_place (OverviewCounting *self);
