/* app/review/merge-apply.c — writing what a colleague's copy of a record file has. */

#include "app/edit/change.h"
#include "app/edit/understanding.h"
#include "app/review/merge.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/row.h"

#include <string.h>

/* A row of theirs that is another one in our file. */
typedef struct {
  const DbTable *table;
  gint64         theirs, ours;
} Twin;

typedef struct {
  Db     *ours, *theirs;
  GArray *twins; /* Twin */
} Applying;

/* What a row of theirs is called in our file. */
static gint64
our_id (const Applying *both, const DbTable *table, gint64 theirs)
{
  for (guint i = 0; i < both->twins->len; i++)
    {
      const Twin *twin = &g_array_index (both->twins, Twin, i);

      if (twin->table == table && twin->theirs == theirs)
        return twin->ours;
    }
  return theirs;
}

static gboolean
set_cell (const Applying *both, const DbTable *table, gint64 theirs, gint64 ours,
          const char *column, GError **error)
{
  const DbField   *field = table_field (table, column);
  g_autofree char *text = NULL;
  gint64           number;

  if (understanding_fills (table->name, column))
    return TRUE;
  if (field != NULL && field->type == DB_TEXT)
    return cell_get (both->theirs, table, theirs, column, &text, error) &&
           (text != NULL || !cell_is_required (both->ours, table, column)
                ? understanding_set (both->ours, table, ours, column, text, error)
                : TRUE);
  return cell_get_integer (both->theirs, table, theirs, column, &number, error) &&
         cell_set_integer (both->ours, table, ours, column, number, error);
}

/* The table whose rows a column names: project_id, earlier_indicator_id; NULL: none. */
static const DbTable *
named_table (const char *column)
{
  static const char *const prefixes[] = { "", "earlier_" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (column, prefixes[i]) && g_str_has_suffix (column, "_id"))
      {
        const char      *from = column + strlen (prefixes[i]);
        g_autofree char *name = g_strndup (from, strlen (from) - strlen ("_id"));
        const DbTable   *table = table_find (name);

        if (table != NULL)
          return table;
      }
  return NULL;
}

static gboolean
is_in_ours (const Applying *both, const DbTable *table, gint64 row)
{
  g_autoptr (GPtrArray) columns = table_columns (table);
  gint64 number;

  return cell_get_integer (both->ours, table, row, columns->pdata[0], &number, NULL);
}

/* A new row names the rows that theirs does, as far as we have them. */
static gboolean
set_key (const Applying *both, const DbTable *table, gint64 theirs, gint64 ours,
         const char *column, GError **error)
{
  const DbTable *named = named_table (column);
  gint64         row = DB_NULL;

  if (named == NULL || named == table_parent (table))
    return TRUE;
  if (!cell_get_integer (both->theirs, table, theirs, column, &row, error))
    return FALSE;
  if (row != DB_NULL)
    row = our_id (both, named, row);
  return row == DB_NULL || !is_in_ours (both, named, row) ||
         cell_set_integer (both->ours, table, ours, column, row, error);
}

static gboolean take_row (Applying *both, const DbTable *table, gint64 theirs,
                          gint64 parent, GError **error);

static gboolean
take_children (Applying *both, const DbTable *table, gint64 theirs, gint64 ours,
               GError **error)
{
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable *child = table->children[i].table;
      g_autoptr (GArray) rows = fork_children (both->theirs, child, theirs, error);

      if (rows == NULL)
        return FALSE;
      for (guint k = 0; k < rows->len; k++)
        if (!take_row (both, child, g_array_index (rows, gint64, k), ours, error))
          return FALSE;
    }
  return TRUE;
}

/* The columns that a new row needs at once, for its keys. */
static gboolean
insert (Applying *both, const DbTable *table, gint64 theirs, gint64 parent,
        gint64 *ours, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RowValue));
  gboolean done = TRUE;

  for (gsize i = 0; done && i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];
      RowValue       value = { field->column, NULL };
      char          *text = NULL;

      if (field->column == NULL || field->type != DB_TEXT)
        continue;
      done = cell_get (both->theirs, table, theirs, field->column, &text, error);
      value.text = text;
      if (text != NULL)
        g_array_append_val (values, value);
    }
  *ours = done ? row_insert (both->ours, table, parent, (RowValue *) values->data,
                             values->len, error)
               : 0;
  for (guint i = 0; i < values->len; i++)
    g_free ((char *) g_array_index (values, RowValue, i).text);
  return *ours != 0;
}

static gboolean
take_row (Applying *both, const DbTable *table, gint64 theirs, gint64 parent,
          GError **error)
{
  Twin twin = { table, theirs, 0 };

  if (!insert (both, table, theirs, parent, &twin.ours, error))
    return FALSE;
  g_array_append_val (both->twins, twin);
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (field->column != NULL && field->type == DB_INTEGER &&
          !(g_str_has_suffix (field->column, "_id")
                ? set_key (both, table, theirs, twin.ours, field->column, error)
                : set_cell (both, table, theirs, twin.ours, field->column, error)))
        return FALSE;
    }
  return take_children (both, table, theirs, twin.ours, error);
}

/* A text that came in whole. */
static gboolean
take_document (const Applying *both, gint64 theirs, GError **error)
{
  g_autoptr (Document) document = document_load (both->theirs, theirs, error);

  return document != NULL && action_skip_cells (both->ours, error) &&
         document_store (both->ours, document, error);
}

/* A new row stands where it stands in their file, as far as its neighbours do. */
static gboolean
place_row (const Applying *both, const MergeItem *item, gint64 ours, gint64 parent,
           GError **error)
{
  g_autoptr (GArray) siblings = NULL;

  if (!item->table->has_ordinal)
    return TRUE;
  siblings = fork_children (both->theirs, item->table, parent, error);
  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    if (g_array_index (siblings, gint64, i) == item->row)
      return row_move (both->ours, item->table, ours, i + 1, error);
  return siblings != NULL;
}

static gboolean
take_new (Applying *both, const MergeItem *item, GError **error)
{
  gint64 parent = 0;

  if (item->table == &document_table)
    return take_document (both, item->row, error);
  if (item->table->parent != NULL &&
      !cell_get_integer (both->theirs, item->table, item->row, item->table->parent,
                         &parent, error))
    return FALSE;
  return take_row (both, item->table, item->row,
                   our_id (both, table_parent (item->table), parent), error) &&
         place_row (both, item, our_id (both, item->table, item->row), parent, error);
}

/* A row that a sheet has more, with all below it. */
static gboolean
add_record (Db *db, const DbTable *table, gpointer record, gint64 parent, gint64 *id,
            GError **error)
{
  *id = row_insert (db, table, parent, NULL, 0, error);
  for (gsize i = 0; *id != 0 && i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];
      const char    *text = field->type == DB_TEXT
                                ? G_STRUCT_MEMBER (char *, record, field->offset)
                                : NULL;

      if (field->column != NULL && text != NULL &&
          !understanding_fills (table->name, field->column) &&
          !understanding_set (db, table, *id, field->column, text, error))
        return FALSE;
    }
  for (int i = 0; *id != 0 && table->children[i].table != NULL; i++)
    {
      GPtrArray *rows =
          G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);
      gint64 child;

      for (guint k = 0; k < rows->len; k++)
        if (!add_record (db, table->children[i].table, rows->pdata[k], *id, &child,
                         error))
          return FALSE;
    }
  return *id != 0;
}

static gboolean
take_of_sheet (Db *ours, const MergeItem *item, GError **error)
{
  gint64 id;

  if (item->kind == MERGE_CELL)
    return understanding_set (ours, item->table, item->row, item->column, item->theirs,
                              error);
  return add_record (ours, item->table, item->record, item->parent, &id, error) &&
         (item->ordinal == 0 || row_move (ours, item->table, id, item->ordinal, error));
}

static gboolean
take (Applying *both, const MergeItem *item, GError **error)
{
  if (item->kind == MERGE_GONE)
    return row_remove (both->ours, item->table, item->row, error);
  if (both->theirs == NULL)
    return take_of_sheet (both->ours, item, error);
  switch (item->kind)
    {
    case MERGE_NEW:
      return take_new (both, item, error);
    default:
      return set_cell (both, item->table, item->row, item->row, item->column, error);
    }
}

/* Whole documents last: of them history remembers no cells. */
static gboolean
take_all (Applying *both, const Merge *merge, gboolean documents, guint *n,
          GError **error)
{
  for (guint i = 0; i < merge->items->len; i++)
    {
      const MergeItem *item = merge->items->pdata[i];
      gboolean is_document = item->kind == MERGE_NEW && item->table == &document_table;

      if (!item->is_taken || is_document != documents)
        continue;
      if (!take (both, item, error))
        {
          g_prefix_error (error, "%s：", item->place);
          return FALSE;
        }
      ++*n;
    }
  return TRUE;
}

gboolean
merge_apply (Merge *self, Db *ours, const char *name, guint *n, GError **error)
{
  g_autoptr (GArray) twins = g_array_new (FALSE, FALSE, sizeof (Twin));
  g_autofree char *label = g_strdup_printf ("合并：%s", name);
  g_auto (DbTxn) txn = { NULL };
  Applying both = { ours, self->theirs, twins };

  *n = 0;
  return change_begin (&txn, ours, label, error) &&
         take_all (&both, self, FALSE, n, error) &&
         take_all (&both, self, TRUE, n, error) && change_finish (&txn, error);
}
