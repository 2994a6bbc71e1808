/* ui/proposal-line.c — records as lines: a heading for each, a line for each field. */

#include "ui/proposal-line.h"
#include "app/edit/understanding.h"
#include "app/form/choice.h"
#include "db/title.h"
#include "ui/line.h"

#include <glib/gi18n.h>

/* What records carry without a column of their own. */
static const struct {
  const DbTable *table;
  gsize          offset;
  const char    *column, *titled; /* the table whose title it has */
} carried[] = {
  { &document_table, G_STRUCT_OFFSET (Document, department), "department",
    "department" },
  { &project_table, G_STRUCT_OFFSET (Project, unit_code), "unit_code", NULL },
  { &project_table, G_STRUCT_OFFSET (Project, unit_name), "unit_name", "unit" },
};

static void
line_free (gpointer data)
{
  UiProposalLine *line = data;

  g_free (line->title);
  g_free (line->of);
  g_free (line);
}

/* Takes the title. */
static UiProposalLine *
add (GPtrArray *lines, UiProposalLineKind kind, PreviewItem *item, char *title)
{
  UiProposalLine *line = g_new0 (UiProposalLine, 1);

  line->kind = kind;
  line->item = item;
  line->title = title;
  g_ptr_array_add (lines, ui_line_new (line, line_free));
  return line;
}

static DbRecord *
record_of (const Preview *preview, const PreviewItem *item)
{
  return item->proposed != NULL ? &item->proposed->record
                                : &preview->proposal->document->record;
}

/* An item leads to where its name was read. */
GListStore *
ui_proposal_items (const Preview *preview)
{
  GListStore *store = g_list_store_new (UI_TYPE_LINE);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < preview->items->len; i++)
    {
      PreviewItem    *item = preview->items->pdata[i];
      UiProposalLine *line =
          add (lines, UI_LINE_ITEM, item, preview_item_title (preview, item));

      line->table = item->proposed != NULL ? &project_table : &document_table;
      line->record = record_of (preview, item);
      line->column = item->proposed != NULL ? "name" : "department";
    }
  g_list_store_splice (store, 0, 0, lines->pdata, lines->len);
  return store;
}

/* The name of a field as places know it, and its title; FALSE: people do not see it. */
static gboolean
name_field (const DbTable *table, const DbField *field, const char **column,
            const char **title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (carried) && field->column == NULL; i++)
    if (carried[i].table == table && carried[i].offset == field->offset)
      {
        *column = carried[i].column;
        *title = carried[i].titled != NULL ? title_of_table (carried[i].titled)
                                           : title_of_column ("unit", "code");
        return TRUE;
      }
  if (field->column == NULL || g_str_has_suffix (field->column, "_id") ||
      g_str_equal (field->column, "repair") ||
      (field->type == DB_INTEGER && choice_is_column (table->name, field->column)))
    return FALSE;
  *column = field->column;
  *title = title_of_column (table->name, field->column);
  return *title != NULL;
}

static gboolean
is_blank (const DbRecord *record, const DbField *field)
{
  return field->type == DB_TEXT
             ? G_STRUCT_MEMBER (char *, record, field->offset) == NULL
             : G_STRUCT_MEMBER (gint64, record, field->offset) == DB_NULL;
}

/* Blank texts too: something may be assigned to them. */
static void
add_fields (GPtrArray *lines, PreviewItem *item, const DbTable *table, DbRecord *record,
            const char *of)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField  *field = &table->fields[i];
      const char     *column, *title;
      UiProposalLine *line;

      if (!name_field (table, field, &column, &title) ||
          (is_blank (record, field) &&
           (field->type != DB_TEXT || field->column == NULL)))
        continue;
      line = add (lines, UI_LINE_FIELD, item, g_strdup (title));
      line->of = g_strdup (of);
      line->table = table;
      line->record = record;
      line->field = field;
      line->column = column;
    }
}

/* Lists below the record, but for those of projects, which are items themselves. */
static void
add_rows (GPtrArray *lines, PreviewItem *item, const DbTable *table, DbRecord *record)
{
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable   *below = table->children[i].table;
      const GPtrArray *rows =
          G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);

      for (guint n = 0; n < rows->len && below != &project_table; n++)
        {
          g_autofree char *title =
              g_strdup_printf ("%s %u", title_of_table (below->name), n + 1);

          add (lines, UI_LINE_HEADING, item, g_strdup (title));
          add_fields (lines, item, below, rows->pdata[n], title);
          add_rows (lines, item, below, rows->pdata[n]);
        }
    }
}

static void
add_revisions (GPtrArray *lines, PreviewItem *item)
{
  if (item->revisions->len > 0)
    add (lines, UI_LINE_HEADING, item, g_strdup (_ ("What differs (file → document)")));
  for (guint i = 0; i < item->revisions->len; i++)
    {
      const Revision *revision = &g_array_index (item->revisions, Revision, i);
      UiProposalLine *line =
          add (lines, UI_LINE_REVISION, item, revision_text (revision));

      if (revision->proposed == NULL || revision->field == NULL ||
          revision->field->column == NULL)
        continue;
      line->table = revision->table;
      line->record = revision->proposed;
      line->field = revision->field;
      line->column = revision->field->column;
    }
}

void
ui_proposal_fill (GListStore *store, const Preview *preview, PreviewItem *item)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  const DbTable *table = item->proposed != NULL ? &project_table : &document_table;
  DbRecord      *record = record_of (preview, item);

  add_revisions (lines, item);
  if (item->revisions->len > 0)
    add (lines, UI_LINE_HEADING, item, g_strdup (_ ("As the document has it")));
  add_fields (lines, item, table, record, NULL);
  add_rows (lines, item, table, record);
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)),
                       lines->pdata, lines->len);
}

char *
ui_proposal_line_text (const UiProposalLine *line)
{
  gint64 number;

  if (line->field == NULL || is_blank (line->record, line->field))
    return NULL;
  if (line->field->type == DB_TEXT)
    return g_strdup (
        choice_title (line->table->name, line->column,
                      G_STRUCT_MEMBER (char *, line->record, line->field->offset)));
  number = G_STRUCT_MEMBER (gint64, line->record, line->field->offset);
  if (g_str_has_suffix (line->column, "_fen"))
    return g_strdup_printf (_ ("%.2f yuan"), number / 100.0);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static void
visit_below (const DbTable *table, DbRecord *record, PreviewItem *item,
             void (*visit) (DbRecord *, PreviewItem *, gpointer), gpointer data)
{
  visit (record, item, data);
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable   *below = table->children[i].table;
      const GPtrArray *rows =
          G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);

      for (guint n = 0; n < rows->len && below != &project_table; n++)
        visit_below (below, rows->pdata[n], item, visit, data);
    }
}

void
ui_proposal_visit (const Preview *preview, PreviewItem *item,
                   void (*visit) (DbRecord *record, PreviewItem *item, gpointer data),
                   gpointer data)
{
  visit_below (item->proposed != NULL ? &project_table : &document_table,
               record_of (preview, item), item, visit, data);
}
