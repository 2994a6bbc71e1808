/* app/search/search.h — looking for words in everything that a record file says. */

#pragma once

#include "app/errand.h"
#include "db/search.h"

/* Keeps the index of a project up to date; for reading.c. */
gboolean search_learn (SearchIndex *index, gint64 project, GError **error);

/* A place where the words stand. */
typedef struct {
  TreeKey     line;     /* a document, a unit, or the project of the cell */
  gint64      document; /* that it is in */
  const char *table;    /* of the cell, static, as column; NULL: the line itself */
  const char *column;
  gint64      row;
  char       *title; /* of the project; NULL: the line itself */
  char       *text;  /* what stands there, the words around the match */
  guint       start; /* of the match, in bytes of text */
  guint       end;
} SearchHit;

/* At most so many hits are looked for. */
#define SEARCH_LIMIT 200

/* SearchHit *, freed with the array, at most SEARCH_LIMIT: lines of the tree first,
 * then projects by name and code, then by what they say.  Every word of query must be
 * found in a project, its unit or its document; Latin letters alone may also be the
 * first letters of how a name is read.  */
GPtrArray *search_find (Db *db, SearchIndex *index, const char *query,
                        Progress *progress, GError **error);

typedef struct _Searcher Searcher;

/* Looks into the file at path, which it opens for itself when it is first asked. */
Searcher *searcher_new (const char *path);
void      searcher_unref (Searcher *self);

/* search_find() in another thread, which gives the hits. */
void searcher_find (Searcher *self, Errand **place, const char *query, ErrandDone done,
                    gpointer data);
