/* app/form/paste.h — a block of texts laid over the cells of a printed table.
 *
 * What would come of it is worked out first, so that it can be shown; then it is one
 * action.  Columns of the table that no cell begins in are passed over, and so are the
 * blanks that a spreadsheet copies of merged cells: a level goes down to the rows that
 * are blank below it.  Below the last goal or indicator, and from the blank line of a
 * list on, new ones are made.
 */

#pragma once

#include "app/form/clip.h"
#include "app/form/edit.h"
#include "app/form/range.h"

typedef struct {
  FormText text; /* its cell is the table's; of a new row, the one above it */
  guint    row;  /* as people count the lines, from 1; new ones go on below the last
                    one; 0: the table has no lines */
  char *value;   /* what text.text is */
  char *old;     /* as it is shown */
  char *new;
} PastedCell;

typedef struct {
  GPtrArray *cells;   /* PastedCell *: those that get something else */
  GPtrArray *misfits; /* char *: a line for each text that has no place */
  guint      same;    /* how many cells hold their text already */
  guint      new_rows;
  char      *label; /* what the user would call it */
} FormPaste;

/* The texts of a range, as an editor begins with them; of a cell that does not belong
 * to a record, what is printed.  NULL on error.  */
Clip *form_paste_copy (Db *db, const FormTable *table, const FormRange *range,
                       GError **error);

/* What a block does from the first place of a range on.  One text alone goes to every
 * cell of the range.  The table must outlive what is returned; NULL on error.  */
FormPaste *form_paste_plan (Db *db, const FormTable *table, const FormRange *range,
                            const Clip *clip, GError **error);

/* What blanking every cell of a range does; those that must hold something are misfits.
 */
FormPaste *form_paste_plan_blank (Db *db, const FormTable *table,
                                  const FormRange *range, GError **error);

/* What filling the first row of a range down does; of one row, the row above it. */
FormPaste *form_paste_plan_down (Db *db, const FormTable *table, const FormRange *range,
                                 GError **error);

/* Does it, as one action. */
gboolean form_paste_apply (Db *db, const FormTable *table, const FormPaste *paste,
                           GError **error);
void     form_paste_free (FormPaste *paste);

/* Where a cell stands and what it is called: “第 12 行 指标值”.  Newly allocated. */
char *form_paste_place (const PastedCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormPaste, form_paste_free)
