/* app/command/history.h — a step of the history on the terminal. */

#pragma once

#include "db/history.h"

/* Prints who did what when, and the first cells that it changed. */
gboolean history_print_entry (Db *db, const HistoryEntry *entry, GError **error);
