/* app/library/respelling.h — writing one spelling for others. */

#pragma once

#include "app/library/library.h"

/* The column of indicators that a kind but LIBRARY_NUMBERS is about; static. */
const char *respelling_column (LibraryKind kind);

/* Adds what becomes of a cell. */
gboolean respelling_add (GPtrArray *respellings, Db *db, const LibraryCell *cell,
                         const char *after, GError **error);
