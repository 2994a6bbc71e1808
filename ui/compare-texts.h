/* ui/compare-texts.h — the texts of a department that can be compared. */

#pragma once

#include "db/listing.h"

/* Of the department of a document, by year and stage: ListedDocument *. */
GPtrArray *ui_compare_texts (Db *db, gint64 document, GError **error);

/* The text of the year before that counts most; else the one listed before. */
guint ui_compare_find_earlier (const GPtrArray *documents, guint place);
