/* db/form.h — the layouts of a record file, and the printed cells of a project in
 * one of them.  See schema.sql, section 4.
 */

#pragma once

#include "db/db.h"

typedef struct {
  char    *id;
  char    *title; /* 承德式 */
  char    *county;
  gboolean landscape;
  char    *seal;   /* the line to sign and seal under a table; NULL: none */
  GArray  *widths; /* guint, mm, of the columns from the left */
} Form;

/* How a cell looks.  The first three have no borders. */
typedef enum {
  FORM_TITLE, /* the heading over the table */
  FORM_LEFT,  /* a line over the table, at its left or right */
  FORM_RIGHT,
  FORM_CAPTION, /* a title inside the table */
  FORM_HEAD,    /* a column heading, printed again on every further page */
  FORM_LABEL,
  FORM_CENTRE, /* a short text of the record */
  FORM_TEXT,   /* a long one */
} FormStyle;

/* Whether a cell can be of a style of this name: title, left, … */
gboolean form_knows_style (const char *name);

typedef struct {
  guint     row, col; /* from 0 */
  guint     row_span, col_span;
  FormStyle style;
  char     *text;       /* NULL: blank */
  char     *table_name; /* what an editor writes to; NULL: a label */
  gint64    row_id;     /* 0: no such record yet, or several in this cell */
  char     *column_name;
  gboolean  marked; /* a finding speaks of it, and is to be seen */
  char     *field;  /* what it shows, an id of form_field: value, fiscal, goals … */
} FormCell;

/* The layouts that a document can be printed in, by id: Form *. */
GPtrArray *form_list (Db *db, GError **error);

/* The form that draws a project: of layout, or of its document's layout when that is
 * NULL.  NULL with an error when there is no such layout or project.  */
Form *form_of_project (Db *db, gint64 project, const char *layout, GError **error);
void  form_free (Form *form);
void  form_cell_free (gpointer cell);

/* The form that draws the procurement or asset tables: annex is the record table,
 * procurement or asset_report.  */
Form *form_of_annex (Db *db, const char *annex, GError **error);

/* The printed cells of such a record in print order: FormCell *. */
GPtrArray *form_annex_cells (Db *db, const char *annex, gint64 id, GError **error);

/* The printed cells of a project in print order: FormCell *.  layout as above. */
GPtrArray *form_cells (Db *db, gint64 project, const char *layout, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Form, form_free)
