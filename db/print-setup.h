/* db/print-setup.h — how this record file was printed last: the printer's settings and
 * the page setup, as texts that the printing library reads.
 */

#pragma once

#include "db/db.h"

/* NULL without an error: it was never printed.  settings and page are newly allocated.
 */
gboolean print_setup_read (Db *db, char **settings, char **page, GError **error);
gboolean print_setup_store (Db *db, const char *settings, const char *page,
                            GError **error);
