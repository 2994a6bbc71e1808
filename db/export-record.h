/* db/export-record.h — what was printed or handed out, and when. */

#pragma once

#include "db/db.h"

typedef struct {
  gint64 document;
  char  *at; /* UTC: 2024-05-06T07:08:09Z */
  char  *who;
  char  *format;
  char  *name; /* of the file */
  char  *hash; /* of the records */
  gint64 line; /* of the history, the last one then; 0: none */
} ExportRecord;

/* Records an export now, by the user of this computer. */
gboolean export_record_add (Db *db, gint64 document, const char *format,
                            const char *name, const char *hash, GError **error);

/* The last export of each document: ExportRecord *, freed with the array. */
GPtrArray *export_records (Db *db, GError **error);
