/* app/import/recognise.h — from blocks to records, by the labels met. */

#pragma once

#include "app/import/proposal.h"

/* Never fails on strange input: what is not understood is listed in the
 * proposal.  Returns NULL with an error only when the blocks hold no project
 * table and no part of a performance text at all.  name is the file's name,
 * for messages and as a last resort for the year.  Rows that a text extract broke are
 * put together in the blocks themselves, so a Place fits the blocks as they are after.
 */
Proposal *recognise (GPtrArray *blocks, const char *name, GError **error);
