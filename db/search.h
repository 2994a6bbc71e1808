/* db/search.h — the index of texts, and the texts that it stands for. */

#pragma once

#include "db/tree.h"

typedef struct _SearchIndex SearchIndex;

/* Lends the file, which must outlive it. */
SearchIndex *search_index_new (Db *db);
void         search_index_free (SearchIndex *self);

/* A text of a project that can be found. */
typedef struct {
  const char *table; /* this and the next are static */
  const char *column;
  gint64      row;
  char       *text;
} SearchText;

/* The project's own first, then its goals and indicators in their order: SearchText *,
 * freed with the array; empty when there is no such project.  */
GPtrArray *search_index_texts (SearchIndex *self, gint64 project, GError **error);

/* Adds a project with its words, which are separated by spaces. */
gboolean search_index_add (SearchIndex *self, gint64 project, const char *words,
                           GError **error);

/* The next projects after this id that may hold what the query asks for (FTS5's
 * language), at most limit: gint64.  */
GArray *search_index_match (SearchIndex *self, const char *query, gint64 after,
                            guint limit, GError **error);

/* A document or unit by its name. */
typedef struct {
  TreeKey key;
  gint64  document; /* a unit may be in several: one of them for each */
  char   *name;
} SearchLine;

/* SearchLine *: the documents, newest first, then the units.  Lent until the next call,
 * which reads them again where the file was changed meanwhile.  */
const GPtrArray *search_index_lines (SearchIndex *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SearchIndex, search_index_free)
