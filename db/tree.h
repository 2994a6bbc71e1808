/* db/tree.h — the lines of a record file as a tree: year → document → unit → project.
 * The ids below a line are read apart from its words, so that a line is read only when
 * it is shown.
 */

#pragma once

#include "db/record.h"

typedef enum {
  TREE_YEAR,     /* id: the fiscal year, 0: not known */
  TREE_DOCUMENT, /* id: of the document */
  TREE_UNIT,     /* id: of the unit in a document, 0: the projects without one */
  TREE_PROJECT,  /* id: of the project, or another table of targets */
} TreeKind;

typedef struct {
  TreeKind kind;
  gint64   id;
} TreeKey;

/* What stands below the file, and below a year, a document, a unit: TreeKey.  A year
 * with one document, and a document with one unit, have no line of their own.  The
 * years go from the newest, the other lines as they are printed.  */
GArray *tree_of_file (Db *db, GError **error);
GArray *tree_of_year (Db *db, gint64 year, GError **error);
GArray *tree_of_document (Db *db, gint64 document, GError **error);
GArray *tree_of_unit (Db *db, gint64 document, gint64 unit, GError **error);

/* What is written on a line; kind says what else is set. */
typedef struct {
  TreeKind kind;
  gint64   year;         /* of a document; DB_NULL: not known */
  char    *name;         /* of the department, unit or project; may be NULL */
  char    *stage;        /* of a document */
  char    *project_kind; /* project, overall or special_fund */
  gint64   ordinal;      /* of a project */
  gint64   amount_fen;   /* of a project; DB_NULL: not printed or not understood */
} TreeLine;

/* NULL without an error when there is no such record any more.  Not for years. */
TreeLine *tree_line (Db *db, const TreeKey *key, GError **error);
void      tree_line_free (TreeLine *line);

/* Where a project hangs: its document and unit, 0: none.  FALSE without an error when
 * there is no such project.  */
gboolean tree_find (Db *db, gint64 project, gint64 *document, gint64 *unit,
                    GError **error);

/* A table of targets, for sums. */
typedef struct {
  gint64   id;
  gint64   document;
  gint64   unit; /* 0: none */
  gboolean is_project;
  gint64   amount_fen; /* DB_NULL: none */
} TreeEntry;

/* The next tables after this id, at most limit: TreeEntry.  The reading is short, so
 * that nobody who writes has to wait.  */
GArray *tree_entries (Db *db, gint64 after, guint limit, GError **error);

/* Documents and their years: gint64 in pairs; 0: not known. */
GArray *tree_years (Db *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TreeLine, tree_line_free)
