/* app/form/edit.h — writing into the cells of a printed table.
 *
 * A cell is not always one column of one record: a merged level cell stands for all the
 * rows it covers, a target may stand in three columns, several goals may stand in one
 * cell, and some records are not there yet.  Here that is settled, once for every
 * editor.  A cell that holds one of a few words (app/form/choice.h) is read and written
 * as its value.
 */

#pragma once

#include "app/form/form.h"

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

/* A text for a cell.  row: the record of the cell's table that gets it, one that a
 * merged cell covers; a number below 0 is a row to be made, the same for all its texts.
 */
typedef struct {
  const FormCell *cell;
  gint64          row;
  const char     *text;
} FormText;

/* Sets them all as one action. */
gboolean form_edit_set_all (Db *db, const FormTable *table, const FormText *texts,
                            gsize n, const char *label, GError **error);

/* Whether the cell merges with equal ones below it, each a record's own. */
gboolean form_edit_is_level (const FormCell *cell);

/* The record whose part of a cell stands in a row of the grid; 0: not there yet. */
gint64 form_edit_row (const FormTable *table, const FormCell *cell, guint row);

/* All records that an edit of the cell goes to: gint64. */
GArray *form_edit_rows (const FormTable *table, const FormCell *cell);

/* All records that a cell shows: gint64, NULL on error. */
GArray *form_edit_shown_rows (Db *db, const FormTable *table, const FormCell *cell,
                              GError **error);

/* The cell that a finding is about: field as Finding names it, and the indicator, or
 * DB_NULL.  NULL where the form shows no such thing.  */
const FormCell *form_edit_find (const FormTable *table, const char *field,
                                gint64 indicator);

/* The cell that shows a column of a record, or another of the record where the form has
 * none for it; column NULL: the first of the record.  NULL where it shows none.  */
const FormCell *form_edit_find_cell (const FormTable *table, const char *table_name,
                                     gint64 row, const char *column);
