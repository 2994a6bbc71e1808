/* app/reading-list.h — what the lists of a document call its projects. */

#pragma once

#include "db/listing.h"
#include "db/reading.h"

/* The reading of a document: catalogue (CatalogueEntry *) and sub_goals (SubGoal *)
 * against the projects (ListedProject *), and what procurements (Procurement *) say. */
DocumentReading *reading_of_document (GPtrArray *catalogue, GPtrArray *sub_goals,
                                      GPtrArray *projects, GPtrArray *procurements);
void             reading_of_document_free (DocumentReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocumentReading, reading_of_document_free)
