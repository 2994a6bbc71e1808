/* app/export/export.h — documents written to a file: the one way, for the command and
 * the window.
 */

#pragma once

#include "app/export/page.h"

typedef struct {
  const char *format;  /* pdf, xlsx, … */
  const char *layout;  /* a form's id; NULL: each document's own */
  gboolean    whole;   /* the whole texts, not only the tables of the projects */
  gboolean    marks;   /* cells that a finding speaks of are marked */
  gboolean    partial; /* projects are left out: not the text as it is */
  PageSetup   setup;
  Progress *progress; /* is told how far it is and can stop it; NULL: nobody watches */
} ExportOptions;

/* Whether there is such a format. */
gboolean export_knows (const char *format);

/* Writes stored documents (Document *) with their records in the file, and records the
 * export.  FALSE: path is left as it was, also
 * when it was stopped (G_IO_ERROR_CANCELLED).  */
gboolean export_write (Db *db, const GPtrArray *documents, const ExportOptions *options,
                       const char *path, GError **error);

/* What export_write() writes, to be shown or printed: an outline that the documents
 * lend to.  */
Outline *export_compose (Db *db, const GPtrArray *documents,
                         const ExportOptions *options, GError **error);

/* What a document's records sum to, whole or with the projects that are in it.  Newly
 * allocated.  */
char *export_hash (Document *document);

/* Writes an outline of something else in such a format.  FALSE: path is left as it was.
 */
gboolean export_outline (const Outline *outline, const char *format, const char *path,
                         GError **error);
