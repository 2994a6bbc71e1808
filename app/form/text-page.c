/* app/form/text-page.c — the whole-text pages of a document, read into tables of cells.
 */

#include "app/form/text-page.h"
#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/form/choice.h"
#include "app/form/edit.h"
#include "app/form/text-layout.h"
#include "db/cell.h"
#include "db/department.h"
#include "db/document.h"
#include "db/project.h"
#include "db/title.h"

#include <string.h>

/* A table that is being filled. */
typedef struct {
  Db        *db;
  GPtrArray *cells; /* FormCell * */
  GArray    *widths;
  guint      row;
} Draft;

static void
text_table_free (gpointer data)
{
  TextTable *self = data;

  g_clear_pointer (&self->table, form_table_free);
  g_free (self);
}

/* As it is shown; NULL: nothing. */
static char *
shown_text (Db *db, const DbTable *table, const DbField *field, const char *text,
            gint64 number)
{
  g_autofree char *plain =
      field->type == DB_TEXT ? g_strdup (text) : edit_number (field, number);

  return plain != NULL && *plain != '\0'
             ? choice_dup_title (db, table->name, field->column, plain)
             : NULL;
}

static gboolean
read_cell (Db *db, const DbTable *table, gint64 row, const DbField *field, char **text,
           gint64 *number, GError **error)
{
  *text = NULL;
  *number = DB_NULL;
  if (row == 0)
    return TRUE;
  return field->type == DB_TEXT
             ? cell_get (db, table, row, field->column, text, error)
             : cell_get_integer (db, table, row, field->column, number, error);
}

static Draft *
draft_new (Db *db)
{
  Draft *self = g_new0 (Draft, 1);

  self->db = db;
  self->cells = g_ptr_array_new_with_free_func (form_cell_free);
  self->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
add_width (Draft *self, guint mm)
{
  g_array_append_val (self->widths, mm);
}

/* Takes text. */
static FormCell *
add_cell (Draft *self, guint col, guint col_span, FormStyle style, char *text)
{
  FormCell *cell = g_new0 (FormCell, 1);

  *cell = (FormCell){ .row = self->row,
                      .col = col,
                      .row_span = 1,
                      .col_span = col_span,
                      .style = style,
                      .text = text };
  g_ptr_array_add (self->cells, cell);
  return cell;
}

static void
add_label (Draft *self, guint col, FormStyle style, const char *text)
{
  add_cell (self, col, 1, style, g_strdup (text));
}

/* Takes text.  A short word stands in the middle, as in a form. */
static void
add_value (Draft *self, guint col, guint col_span, const DbTable *table, gint64 row,
           const DbField *field, char *text)
{
  gboolean  is_choice = choice_is_column (table->name, field->column);
  FormCell *cell =
      add_cell (self, col, col_span, is_choice ? FORM_CENTRE : FORM_TEXT, text);

  cell->table_name = g_strdup (table->name);
  cell->row_id = row;
  cell->column_name = g_strdup (field->column);
  cell->field = g_strdup (field->column);
}

static TextTable *
add_table (GPtrArray *tables, TextKind kind, const TextPart *part)
{
  TextTable *self = g_new0 (TextTable, 1);

  *self = (TextTable){ .kind = kind, .part = part->id, .title = part->title };
  g_ptr_array_add (tables, self);
  return self;
}

/* Frees the draft. */
static gboolean
finish (TextTable *self, Draft *draft, const FormOrigin *origin, GError **error)
{
  Form *form = g_new0 (Form, 1);

  form->id = g_strdup (self->part);
  form->widths = draft->widths;
  self->table = form_table_of_cells (form, draft->cells, error);
  g_free (draft);
  if (self->table != NULL)
    self->table->origin = *origin;
  return self->table != NULL;
}

/* The record that a field belongs to: the document, its department, or the part's own.
 */
static gint64
row_of_field (const DbTable *table, gint64 document, gint64 department, gint64 record)
{
  return table == &document_table     ? document
         : table == &department_table ? department
                                      : record;
}

typedef struct {
  gint64 document;
  gint64 department;
} Subject;

/* Two short fields share a line of the grid; a long one has it for itself. */
static gboolean
add_fields (GPtrArray *tables, Db *db, const Subject *subject, const TextPart *part,
            gint64 record, GError **error)
{
  TextTable *self = add_table (tables, TEXT_FIELDS, part);
  Draft     *draft = draft_new (db);
  FormOrigin origin = { .document = subject->document, .parent = subject->document };
  guint      col = 0;
  gboolean   done = TRUE;

  for (guint i = 0; i < 4; i++)
    add_width (draft, text_field_widths[i]);
  for (const TextField *shown = part->fields; done && shown->table != NULL; shown++)
    {
      const DbTable *table = table_find (shown->table);
      const DbField *field = table_field (table, shown->column);
      gint64 row = row_of_field (table, subject->document, subject->department, record);
      g_autofree char *text = NULL;
      gint64           number;

      done = read_cell (db, table, row, field, &text, &number, error);
      add_label (draft, col, FORM_LABEL, title_of_column (table->name, field->column));
      add_value (draft, col + 1, shown->fills_line ? 3 : 1, table, row, field,
                 shown_text (db, table, field, text, number));
      col = shown->fills_line || col == 2 ? 0 : 2;
      draft->row += col == 0;
    }
  return finish (self, draft, &origin, error) && done;
}

static void
add_head (Draft *draft, const TextPart *part)
{
  add_width (draft, TEXT_NUMBER_WIDTH);
  add_label (draft, 0, FORM_HEAD, "序号");
  for (guint i = 0; part->columns[i].column != NULL; i++)
    {
      add_width (draft, part->columns[i].width);
      add_label (draft, i + 1, FORM_HEAD,
                 part->columns[i].title
                     ? part->columns[i].title
                     : title_of_column (part->rows, part->columns[i].column));
    }
  draft->row++;
}

/* record: NULL for the blank line at the end. */
static void
add_line (Draft *draft, const TextPart *part, const DbTable *table,
          const DbRecord *record)
{
  g_autofree char *number =
      record != NULL ? g_strdup_printf ("%u", draft->row) : g_strdup ("＋");

  add_label (draft, 0, FORM_LABEL, number);
  for (guint i = 0; part->columns[i].column != NULL; i++)
    {
      const DbField *field = table_field (table, part->columns[i].column);
      gconstpointer  member =
          record != NULL ? G_STRUCT_MEMBER_P (record, field->offset) : NULL;
      const char *text =
          member && field->type == DB_TEXT ? *(char *const *) member : NULL;
      gint64 value =
          member && field->type == DB_INTEGER ? *(const gint64 *) member : DB_NULL;

      add_value (draft, i + 1, 1, table, record != NULL ? record->id : 0, field,
                 shown_text (draft->db, table, field, text, value));
    }
  draft->row++;
}

static gboolean
add_rows (GPtrArray *tables, Db *db, const Subject *subject, const TextPart *part,
          gint64 parent, GError **error)
{
  const DbTable *table = table_find (part->rows);
  FormOrigin     origin = { subject->document, table, parent, subject->document };
  GPtrArray     *records =
      parent != 0 ? db_record_list (db, table, parent, error) : g_ptr_array_new ();
  TextTable *self;
  Draft     *draft;

  if (records == NULL)
    return FALSE;
  self = add_table (tables, TEXT_ROWS, part);
  draft = draft_new (db);
  add_head (draft, part);
  for (guint i = 0; i < records->len; i++)
    add_line (draft, part, table, records->pdata[i]);
  add_line (draft, part, table, NULL);
  db_record_array_free (table, records);
  return finish (self, draft, &origin, error);
}

static gboolean
add_forms (GPtrArray *tables, Db *db, gint64 document, const TextPart *part,
           GError **error)
{
  FormOrigin origin = { .document = document };
  g_autoptr (GArray) ids = project_ids (db, document, part->form_kind, error);
  gboolean done = ids != NULL;

  for (guint i = 0; done && i < ids->len; i++)
    {
      TextTable *self = add_table (tables, TEXT_FORM, part);

      self->table = form_table_new (db, g_array_index (ids, gint64, i), NULL, error);
      done = self->table != NULL;
    }
  if (done && ids->len == 0)
    {
      /* The part shows where such a table would stand. */
      Draft *draft = draft_new (db);

      add_width (draft, 1);
      done = finish (add_table (tables, TEXT_FORM, part), draft, &origin, error);
    }
  return done;
}

/* A part's own record, and the rows below it: of each there is, or of one to come. */
static gboolean
add_records (GPtrArray *tables, Db *db, const Subject *subject, const TextPart *part,
             GError **error)
{
  const DbTable *table = table_find (part->record);
  GPtrArray     *records = db_record_list (db, table, subject->document, error);
  gboolean       done = records != NULL;

  for (guint i = 0; done && i < MAX (records->len, 1); i++)
    {
      gint64 id = i < records->len ? ((DbRecord *) records->pdata[i])->id : 0;

      done = add_fields (tables, db, subject, part, id, error) &&
             add_rows (tables, db, subject, part, id, error);
    }
  if (records != NULL)
    db_record_array_free (table, records);
  return done;
}

static gboolean
add_part (GPtrArray *tables, Db *db, const Subject *subject, const TextPart *part,
          GError **error)
{
  gboolean is_unit = g_strcmp0 (part->rows, "unit") == 0;

  if (part->record != NULL)
    return add_records (tables, db, subject, part, error);
  return (part->fields == NULL ||
          add_fields (tables, db, subject, part, subject->document, error)) &&
         (part->rows == NULL ||
          add_rows (tables, db, subject, part,
                    is_unit ? subject->department : subject->document, error)) &&
         (part->form_kind == NULL ||
          add_forms (tables, db, subject->document, part, error));
}

GPtrArray *
text_page_read (Db *db, gint64 document, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (text_table_free);
  Subject subject = { .document = document };

  if (!cell_get_integer (db, &document_table, document, document_table.parent,
                         &subject.department, error))
    return NULL;
  for (const TextPart *part = text_parts; part->id != NULL; part++)
    if (!add_part (tables, db, &subject, part, error))
      return NULL;
  return g_steal_pointer (&tables);
}

gboolean
text_page_is_filled (const TextTable *self)
{
  gboolean filled = self->kind == TEXT_FORM && self->table->project != 0;

  for (guint i = 0; !filled && i < self->table->cells->len; i++)
    {
      const FormCell *cell = self->table->cells->pdata[i];

      filled = cell->table_name != NULL && cell->text != NULL;
    }
  return filled;
}

const FormCell *
text_page_find (GPtrArray *tables, const Finding *finding, const TextTable **found)
{
  const char *table, *column;
  gboolean    is_known = text_layout_of_finding (finding->field, &table, &column);

  for (guint i = 0; i < tables->len; i++)
    {
      const TextTable *self = tables->pdata[i];
      const FormCell  *cell = NULL;

      if (self->kind == TEXT_FORM && self->table->project != 0 &&
          self->table->project == finding->project_id)
        cell = form_edit_find (self->table, finding->field, finding->indicator_id);
      else if (self->kind == TEXT_FIELDS && finding->project_id == DB_NULL && is_known)
        for (guint k = 0; cell == NULL && k < self->table->cells->len; k++)
          {
            const FormCell *other = self->table->cells->pdata[k];

            if (g_strcmp0 (other->table_name, table) == 0 &&
                strcmp (other->column_name, column) == 0)
              cell = other;
          }
      if (cell != NULL)
        {
          *found = self;
          return cell;
        }
    }
  return NULL;
}

gint64
text_page_add_form (Db *db, gint64 document, const char *kind, GError **error)
{
  RowValue value = { "kind", kind };

  return arrangement_add (db, "project", document, 0, &value, 1, error);
}
