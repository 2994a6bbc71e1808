/* db/lineage.h — 沿革: what a person said of which table or row of an earlier text a
 * later one continues.  See schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  gint64   project_id;
  gint64   indicator_id;       /* DB_NULL: said of the table */
  gint64   earlier_project_id; /* both DB_NULL: it is new */
  gint64   earlier_indicator_id;
  char    *who;
  char    *at;
} Lineage;

extern const DbTable lineage_table;

/* What was said about the tables and rows of a later text: Lineage *, to be freed
 * with db_record_array_free().  */
GPtrArray *lineage_of_document (Db *db, gint64 document, GError **error);

/* Says what a table (indicator DB_NULL) or row continues; who and when are now. */
gboolean lineage_say (DbWriter *writer, gint64 document, gint64 project,
                      gint64 indicator, gint64 earlier_project,
                      gint64 earlier_indicator, GError **error);

/* Takes back what was said of a table (indicator DB_NULL) or a row; n, which may be
 * NULL, gets how much that was.  */
gboolean lineage_forget (Db *db, gint64 project, gint64 indicator, guint *n,
                         GError **error);

/* What became of the target that one continues, in words: “2024 年目标 ≥95%，实际 96%”.
 * Newly allocated; NULL: nobody has said that it continues one, or on error.  */
char *lineage_earlier_outcome (Db *db, gint64 indicator, GError **error);
