/* db/word.h — what an office sets for itself: its word lists, and how severe it sees a
 * rule.  See schema.sql, section 3.
 */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord record;
  char    *list;
  char    *word;
  char    *meaning; /* NULL in lists that have none */
} Word;

typedef struct {
  DbRecord record;
  char    *rule;
  char    *severity;
} OfficeSeverity;

extern const DbTable word_table;
extern const DbTable office_severity_table;

typedef struct {
  char    *id;
  char    *title;
  gboolean has_meaning; /* its words need one */
} WordList;

/* In the order they were made: WordList *, freed with the array. */
GPtrArray *word_lists (Db *db, GError **error);

/* Word * of a list, OfficeSeverity *: in order; to be freed with
 * db_record_array_free().  */
GPtrArray *word_of_list (Db *db, const char *list, GError **error);
GPtrArray *word_severities (Db *db, GError **error);
