/* app/form/list.h — a list as a table to be printed: lines across it, a row of
 * headings, and a row for each entry.  For what stands in no form of a record file.
 */

#pragma once

#include "app/form/form.h"

typedef struct {
  const char *title;
  guint       mm;
  FormStyle   style; /* of the cells below the title */
} FormColumn;

typedef struct FormList FormList;

/* An empty list: id is what errors call it, title its sheet in a workbook.  columns are
 * read until it is finished.  */
FormList *form_list_new (const char *id, const char *title, gboolean is_landscape,
                         const FormColumn *columns, guint n_columns);
void      form_list_free (FormList *list);

/* A line across all columns, a row of the titles of the columns, a row with a text for
 * each column.  The texts are taken; NULL is blank.  */
void form_list_add_line (FormList *list, FormStyle style, char *text);
void form_list_add_heads (FormList *list);
void form_list_add_row (FormList *list, char *const *texts);

/* How many rows there are, heads and lines included. */
guint form_list_rows (const FormList *list);

/* The table of what was added.  Frees the list, also on error. */
FormTable *form_list_finish (FormList *list, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormList, form_list_free)
