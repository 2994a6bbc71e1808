/* app/import/import.h — a document file becomes records of a record file. */

#pragma once

#include "app/import/proposal.h"

typedef enum {
  IMPORT_KNOWN,  /* this very file was imported before */
  IMPORT_EXISTS, /* the file holds a document of this department, year and stage */
} ImportErrorCode;

#define IMPORT_ERROR_DOMAIN (import_error_quark ())
GQuark import_error_quark (void);

/* A file that was read, and what is to be stored of it. */
typedef struct {
  char      *name; /* without its folder */
  char      *sha256;
  GBytes    *bytes;
  GPtrArray *proposals; /* Proposal *: one, or the documents of an interchange file */
} Import;

/* Reads a document file: a text extract or interchange JSON.  Nothing is stored. */
Import *import_read (const char *path, GError **error);
/* The same of text/html that was copied from WPS, Word or a browser; its name is
 * 剪贴板.  into: the text that it is to become a part of, whose department, year, stage
 * and form it takes; NULL: one of its own.  */
Import *import_paste (GBytes *html, const Document *into, GError **error);

/* The blocks of a file that was kept when it was imported, as they were read then;
 * name: as in Import.  */
GPtrArray *import_read_blocks (GBytes *bytes, const char *name, GError **error);
void       import_free (Import *import);

/* Stores it as one action; all or nothing.  replace: a document that the file
 * already holds of the same department, year and stage gives way; otherwise that is an
 * error, as is a file that was imported before (IMPORT_KNOWN: it is there, nothing to
 * do).  */
gboolean import_store (Import *import, Db *db, gboolean replace, GError **error);

/* Keeps the file with a document that it was stored in, once, and the places and notes
 * of a proposal: the places of those records that have ids.  Inside an action.  */
gboolean import_store_source (Import *import, Proposal *proposal, Db *db,
                              gint64 document, gint64 action, GError **error);

/* The document as people call it, “人社局 2024 年（批复）”; newly allocated. */
char *import_document_title (const Document *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)
