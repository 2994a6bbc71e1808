/* app/edit/arrangement.h — what a user does to whole rows: adding, copying, moving,
 * removing.
 *
 * Each verb is one action, as in app/edit/edit.h, and names tables in the same way.
 */

#pragma once

#include "db/row.h"

/* Makes a row below parent (of a department: 0) at a place among its siblings, counted
 * from 1; 0: the last.  Returns its id, 0 on error.  */
gint64 arrangement_add (Db *db, const char *table, gint64 parent, gint64 place,
                        const RowValue *values, gsize n, GError **error);

/* Copies a row and all below it to the place behind it.  Returns its id, 0 on error. */
gint64 arrangement_copy (Db *db, const char *table, gint64 row, GError **error);

/* Moves a row to a place among its siblings. */
gboolean arrangement_move (Db *db, const char *table, gint64 row, gint64 place,
                           GError **error);

/* Removes a row with all below it. */
gboolean arrangement_remove (Db *db, const char *table, gint64 row, GError **error);

/* A text to begin with. */
typedef struct {
  const char *department; /* is made when there is none of the name */
  gint64      year;
  const char *stage;
  const char *form;      /* layout; NULL: that of the copied one */
  const char *unit_code; /* of a unit to begin with; may be NULL */
  const char *unit_name; /* NULL: none */
  gint64      copied;    /* a text whose words it begins with; 0: blank */
} NewText;

/* Begins a text, as one action.  Returns its id, 0 on error. */
gint64 arrangement_begin_text (Db *db, const NewText *text, GError **error);

/* Lets a project be of this unit of its department, which is made when there is none;
 * name NULL: of none.  */
gboolean arrangement_set_unit (Db *db, gint64 project, const char *code,
                               const char *name, GError **error);

/* A blank project at the end of a text, with the checkpoints of spending that its
 * neighbours have; unit 0: of none.  Returns its id, 0 on error.  */
gint64 arrangement_add_project (Db *db, gint64 document, gint64 unit, GError **error);

/* A new unit of a department.  Returns its id, 0 on error. */
gint64 arrangement_add_unit (Db *db, gint64 department, const char *code,
                             const char *name, GError **error);

/* The same of one that is there. */
gboolean arrangement_rename_unit (Db *db, gint64 unit, const char *code,
                                  const char *name, GError **error);

/* A new unit whose projects in a document are copies of those of another one; code may
 * be NULL.  Returns its id, 0 on error.  */
gint64 arrangement_copy_unit (Db *db, gint64 document, gint64 unit, const char *code,
                              const char *name, GError **error);

/* Takes a project to another text (or leaves it where it is) and lets it be of a unit
 * of that text's department; unit 0: of none.  */
gboolean arrangement_move_project (Db *db, gint64 project, gint64 document, gint64 unit,
                                   GError **error);
