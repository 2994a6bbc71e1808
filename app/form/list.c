/* app/form/list.c — a list as a table to be printed. */

#include "app/form/list.h"

struct FormList {
  Form             *form;
  GPtrArray        *cells; /* FormCell * */
  const FormColumn *columns;
  guint             n_columns;
  guint             row; /* the next one */
};

FormList *
form_list_new (const char *id, const char *title, gboolean is_landscape,
               const FormColumn *columns, guint n_columns)
{
  FormList *self = g_new0 (FormList, 1);

  self->form = g_new0 (Form, 1);
  self->form->id = g_strdup (id);
  self->form->title = g_strdup (title);
  self->form->landscape = is_landscape;
  self->form->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_columns; i++)
    g_array_append_val (self->form->widths, columns[i].mm);
  self->cells = g_ptr_array_new_with_free_func (form_cell_free);
  self->columns = columns;
  self->n_columns = n_columns;
  return self;
}

void
form_list_free (FormList *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->form, form_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self);
}

/* Takes text. */
static void
add_cell (FormList *self, guint col, guint span, FormStyle style, char *text)
{
  FormCell *cell = g_new0 (FormCell, 1);

  *cell = (FormCell){ .row = self->row,
                      .col = col,
                      .row_span = 1,
                      .col_span = span,
                      .style = style,
                      .text = text };
  g_ptr_array_add (self->cells, cell);
}

void
form_list_add_line (FormList *self, FormStyle style, char *text)
{
  add_cell (self, 0, self->n_columns, style, text);
  self->row++;
}

void
form_list_add_heads (FormList *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    add_cell (self, i, 1, FORM_HEAD, g_strdup (self->columns[i].title));
  self->row++;
}

void
form_list_add_row (FormList *self, char *const *texts)
{
  for (guint i = 0; i < self->n_columns; i++)
    add_cell (self, i, 1, self->columns[i].style, texts[i]);
  self->row++;
}

guint
form_list_rows (const FormList *self)
{
  return self->row;
}

FormTable *
form_list_finish (FormList *self, GError **error)
{
  FormTable *table = form_table_of_cells (g_steal_pointer (&self->form),
                                          g_steal_pointer (&self->cells), error);

  form_list_free (self);
  if (table != NULL)
    table->is_list = TRUE;
  return table;
}
