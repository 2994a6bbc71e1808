/* app/reading/list.h — what the lists of a document call its projects. */

#pragma once

#include "db/listing.h"
#include "db/reading.h"

/* Adds a ListReading for each of projects (ListedProject *) that catalogue
 * (CatalogueEntry *), or else sub_goals (SubGoal *), has a title for.  */
void reading_add_lists (GPtrArray *lists, GPtrArray *catalogue, GPtrArray *sub_goals,
                        GPtrArray *projects);
