/* app/form-edit.h — writing into the cells of a printed table.
 *
 * A cell is not always one column of one record: a merged level cell stands for all the
 * rows it covers, a target may stand in three columns, several goals may stand in one
 * cell, and some records are not there yet.  Here that is settled, once for every
 * editor.
 */

#pragma once

#include "app/form.h"

/* Whether a cell shows something of a record. */
gboolean form_edit_is_possible (const FormCell *cell);

/* The text that an editor begins with, newly allocated: what the records hold, without
 * the words that the form prints around it.  NULL on error.  */
char *form_edit_text (Db *db, const FormTable *table, const FormCell *cell,
                      GError **error);

/* Sets it, as one action; NULL and white space make the cell blank.  Where nothing
 * changes there is no action.  */
gboolean form_edit_set (Db *db, const FormTable *table, const FormCell *cell,
                        const char *text, GError **error);

/* The cell that a finding is about: field as Finding names it, and the indicator, or
 * DB_NULL.  NULL where the form shows no such thing.  */
const FormCell *form_edit_find (const FormTable *table, const char *field,
                                gint64 indicator);
