/* app/form/form.h — the printed table of one project: its form and its cells on a grid.
 *
 * Every reader of a form (the window, PDF, XLSX, …) takes its cells from here, so
 * they all show the same table.
 */

#pragma once

#include "db/form.h"
#include "db/table.h"

/* What a table on the page of a whole text is of, which no form draws. */
typedef struct {
  gint64         document; /* 0: the table is drawn by a form */
  const DbTable *records;  /* of its lines, of which the last is blank and becomes the
                              next; NULL: it shows fields of one record each */
  gint64 parent;           /* of rows to be made; 0: it is not there yet either … */
  gint64 above;            /* … and is made below this one */
} FormOrigin;

typedef struct {
  gint64     project; /* 0: an annex, or a table of a whole text */
  FormOrigin origin;
  Form      *form;
  GPtrArray *cells; /* FormCell *, by row and column */
  guint      rows, cols;
  guint      title_rows;            /* rows over the table, from the top */
  guint      head_first, head_rows; /* the rows that every further page repeats */
  FormCell **grid;                  /* rows × cols: the cell that covers a place */
  gboolean   is_list; /* of findings: a spreadsheet filters it by its headings */
} FormTable;

/* layout: a form's id; NULL is the one of the project's document. */
FormTable *form_table_new (Db *db, gint64 project, const char *layout, GError **error);

/* The procurement or asset table of such a record (procurement, asset_report). */
FormTable *form_table_of_annex (Db *db, const char *annex, gint64 id, GError **error);

/* The same of cells (FormCell *, by row and column) that no form draws.  Takes both,
 * also on error; the table is of no project.  */
FormTable *form_table_of_cells (Form *form, GPtrArray *cells, GError **error);
void       form_table_free (FormTable *table);

/* The cell that covers a place of the grid, counted from 0. */
const FormCell *form_table_at (const FormTable *table, guint row, guint col);

/* Whether a row prints nothing: a title line whose texts are blank. */
gboolean form_table_row_is_blank (const FormTable *table, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormTable, form_table_free)
