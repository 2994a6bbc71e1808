/* app/import/provenance.h — 出处: where in which document a field was read, and the
 * words that stand there.
 */

#pragma once

#include "db/source.h"

/* The newest file that a field of a stored record was read from, its place and the
 * original words; NULL without an error when it was typed by hand.  Tables and columns
 * are named as form_cell names them.  */
SourceFound *provenance_find (Db *db, const char *table, gint64 row, const char *column,
                              GError **error);

/* “第 3 页，第 2 张表第 5 行第 2 列”, “第 12 行”; newly allocated. */
char *provenance_place_text (const SourcePlace *place);
