/* db/page-setup.h — how pages of this record file are laid out, whatever they are
 * printed as; no record, so undo leaves it alone.
 */

#pragma once

#include "db/db.h"

/* All zero is the usual. */
typedef struct {
  gboolean keep_size; /* a table that is a little too long is not set smaller */
  gboolean seal;      /* the line to sign and seal under each project's table */
  char    *header;    /* over and under every page but the cover; NULL: none */
  char    *footer;
} PageSetup;

/* The usual where none was stored.  To be cleared, also when that failed. */
gboolean page_setup_read (Db *db, PageSetup *setup, GError **error);
gboolean page_setup_store (Db *db, const PageSetup *setup, GError **error);
void     page_setup_clear (PageSetup *setup);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PageSetup, page_setup_clear)
