/* app/form/choice.h — the cells that hold one of a few words: which there are, and what
 * people call them.
 */

#pragma once

#include "db/db.h"

typedef struct {
  char *value; /* what is stored */
  char *title;
} Choice;

/* Whether a cell of this column holds one of a few words. */
gboolean choice_is_column (const char *table, const char *column);

/* The words, in their order: Choice *, freed with the array.  NULL on error. */
GPtrArray *choice_list (Db *db, const char *table, const char *column, GError **error);

/* What people call such a word; static, or the word itself.  Layouts have names of
 * their own in each file, which only the second knows; that one is newly allocated, and
 * NULL for NULL.  */
const char *choice_title (const char *table, const char *column, const char *value);
char       *choice_dup_title (Db *db, const char *table, const char *column,
                              const char *value);

/* The word that people call so, or NULL.  Newly allocated. */
char *choice_dup_value (Db *db, const char *table, const char *column,
                        const char *title);
