/* db/transplant.h — giving a damaged file the schema pages of a new one. */

#pragma once

#include "db/db.h"

/* Two files that this program made hold their schema on the same pages, so the pages of
 * a fresh file stand in for broken ones.  Writes such a copy of the damaged file at
 * part; FALSE without an error when the damaged file is laid out in another way.  */
gboolean transplant_schema (const char *damaged, Db *fresh, const char *part,
                            GError **error);
