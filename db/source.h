/* db/source.h — the files that records were imported from, and the places in them. */

#pragma once

#include "db/record.h"

typedef struct {
  char  *department; /* of the document that was made of it */
  gint64 fiscal_year;
  char  *name;
  char  *at; /* when it was imported, UTC */
} SourceOrigin;

/* Where a file with this content went; NULL without an error when it was never
 * imported. */
SourceOrigin *source_find (Db *db, const char *sha256, GError **error);
void          source_origin_free (SourceOrigin *origin);

/* Keeps a file; returns its id, 0 on error. */
gint64 source_store (Db *db, gint64 document, gint64 action, const char *name,
                     const char *sha256, GBytes *bytes, GError **error);

/* The bytes of a kept file; NULL with an error when there is no such file. */
GBytes *source_bytes (Db *db, gint64 source, GError **error);

/* 出处: where a field of a stored record was read. */
typedef struct {
  const char *table;
  gint64      row_id;
  const char *column;
  guint       line, page; /* from 1; 0: none */
  guint       block;
  guint       sheet;    /* the number of the table, from 1; 0 in a paragraph */
  guint       row, col; /* from 0; G_MAXUINT in a paragraph */
  const char *words;    /* what stands there */
} SourcePlace;

gboolean source_store_places (Db *db, gint64 source, const SourcePlace *places, gsize n,
                              GError **error);

/* The same, as it is kept, with the file it is in. */
typedef struct {
  gint64      source;
  char       *name;
  char       *sha256;
  char       *at;    /* when it was imported, UTC; NULL: not known */
  SourcePlace place; /* table and column: NULL; words: the next */
  char       *words;
} SourceFound;

/* The newest place that a field was read at; NULL without an error when there is none.
 * table and column are only compared.  */
SourceFound *source_find_place (Db *db, const char *table, gint64 row,
                                const char *column, GError **error);
void         source_found_free (SourceFound *found);

/* The file of this content that a document already keeps; 0 when it keeps none, -1 on
 * error. */
gint64 source_of_document (Db *db, gint64 document, const char *sha256, GError **error);

/* kind: "unread" or "repaired"; line 0: none. */
gboolean source_store_note (Db *db, gint64 source, const char *kind, guint line,
                            const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SourceOrigin, source_origin_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SourceFound, source_found_free)
