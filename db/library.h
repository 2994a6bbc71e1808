/* db/library.h — every indicator of a record file, for the indicator library. */

#pragma once

#include "db/record.h"

/* All indicators of one name at one 二级指标. */
typedef struct {
  char  *name;
  char  *level1, *level2; /* as most of them have it; may be NULL */
  guint  times;
  gint64 first_year, last_year; /* DB_NULL: not known */
  char **places;                /* units, or departments without one; NULL-ended */
  gint64 least_e6, most_e6;     /* of the targets that are numbers, else DB_NULL */
  char  *number_unit;           /* of all of these; NULL: they differ */
} LibraryName;

void library_name_free (gpointer name);

/* LibraryName *, freed with the array: the most frequent first. */
GPtrArray *library_names (Db *db, GError **error);

/* How many findings that are not waived the indicators of a name have, for the names
 * that have any: the key is a name's, library_key().  This checks the whole file.  */
GHashTable *library_findings (Db *db, GError **error);

/* The key of a name at a 二级指标; newly allocated. */
char *library_key (const char *name, const char *level2);

/* One place where an indicator stands. */
typedef struct {
  gint64 indicator, project, document;
  gint64 year;                             /* DB_NULL: not known */
  char  *department, *unit, *project_name; /* unit and project_name may be NULL */
  char  *description, *criterion, *basis;
  char  *operator_text, *value_text, *unit_text, *target; /* target: in one cell */
  gint64 number_e6;   /* of a target that is a number, else DB_NULL */
  char  *number_unit; /* "" for none */
  guint  findings;    /* of the row, not waived */
} LibraryUse;

/* Where a name stands at a 二级指标 (as LibraryName has it): LibraryUse *, freed with
 * the array, the newest first.  */
GPtrArray *library_uses (Db *db, const char *name, const char *level2, GError **error);

/* The newest indicator of a name at a 二级指标; 0: there is none, or on error. */
gint64 library_newest (Db *db, const char *name, const char *level2, GError **error);

/* What stands in a column of indicators, and how often: LibraryName * with the text as
 * name.  column is "name", "unit_text" or "basis".  */
GPtrArray *library_texts (Db *db, const char *column, GError **error);

/* A cell of a text. */
typedef struct {
  const char *table, *column; /* static */
  gint64      row;
  char       *text;
} LibraryCell;

/* The cells of all texts of the file, and of what became of their targets, that hold a
 * word: LibraryCell *, freed with the array.  */
GPtrArray *library_cells (Db *db, const char *word, GError **error);

/* The indicators with this very text in a column: gint64. */
GArray *library_rows (Db *db, const char *column, const char *text, GError **error);
