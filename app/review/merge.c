/* app/review/merge.c — what a colleague's copy of a record file would change in ours.
 */

#include "app/review/merge.h"
#include "app/edit/understanding.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/title.h"

#include <glib/gstdio.h>
#include <string.h>

/* Both files, and what either did since they parted. */
typedef struct {
  Db         *ours, *theirs;
  GPtrArray  *our_rows, *their_rows; /* ForkRow * */
  GHashTable *touched; /* "table id" of ours: rows touched, and all above */
  Merge      *merge;
} Comparing;

static char *
key_of (const DbTable *table, gint64 row)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, table->name, row);
}

static void
item_free (gpointer data)
{
  MergeItem *item = data;

  g_free (item->place);
  g_free (item->before);
  g_free (item->ours);
  g_free (item->theirs);
  g_free (item);
}

Merge *
merge_blank (void)
{
  Merge *self = g_new0 (Merge, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->sheets = g_ptr_array_new_with_free_func (document_free);
  return self;
}

void
merge_free (Merge *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->sheets);
  if (self->owns_theirs)
    db_close (self->theirs);
  g_free (self);
}

MergeItem *
merge_add (Merge *self, MergeKind kind, const DbTable *table, gint64 row, Db *named_in)
{
  MergeItem *item = g_new0 (MergeItem, 1);

  item->kind = kind;
  item->table = table;
  item->row = row;
  item->place = title_of_place (named_in, table->name, row, NULL);
  item->is_taken = TRUE;
  g_ptr_array_add (self->items, item);
  return item;
}

void
merge_mark_conflict (Merge *self, MergeItem *item)
{
  item->is_conflict = TRUE;
  item->is_taken = FALSE;
  self->conflicts++;
}

void
merge_name_column (MergeItem *item)
{
  const char *title = title_of_column (item->table->name, item->column);
  char       *place = title != NULL ? g_strdup_printf ("%s %s", item->place, title)
                                    : g_strdup (item->place);

  g_free (item->place);
  item->place = place;
}

/* The row above, 0 when there is none. */
static gint64
parent_of (Db *db, const DbTable *table, gint64 row)
{
  gint64 parent = 0;

  if (table->parent == NULL ||
      !cell_get_integer (db, table, row, table->parent, &parent, NULL))
    return 0;
  return parent;
}

/* What we touched, and what that is part of: a colleague who deletes it would delete
 * our work.  */
static void
touch (Comparing *both)
{
  for (guint i = 0; i < both->our_rows->len; i++)
    {
      const ForkRow *row = both->our_rows->pdata[i];
      const DbTable *table = row->table;
      gint64         id = row->is_gone ? 0 : row->row;

      while (table != NULL && id != 0)
        {
          g_hash_table_add (both->touched, key_of (table, id));
          id = parent_of (both->ours, table, id);
          table = table_parent (table);
        }
    }
}

static gboolean
is_touched (const Comparing *both, const ForkRow *row)
{
  g_autofree char *key = key_of (row->table, row->row);

  return g_hash_table_contains (both->touched, key);
}

/* A cell as text; FALSE: there is no such row. */
static gboolean
read_cell (Db *db, const DbTable *table, gint64 row, const char *column, char **text)
{
  const DbField *field = table_field (table, column);
  gint64         number = DB_NULL;

  *text = NULL;
  if (field != NULL && field->type == DB_TEXT)
    return cell_get (db, table, row, column, text, NULL);
  if (!cell_get_integer (db, table, row, column, &number, NULL))
    return FALSE;
  if (number != DB_NULL)
    *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return TRUE;
}

static MergeItem *
add_item (Comparing *both, MergeKind kind, const ForkRow *row, Db *named_in)
{
  return merge_add (both->merge, kind, row->table, row->row, named_in);
}

static void
compare_cell (Comparing *both, const ForkRow *row, const char *column,
              const char *before)
{
  g_autofree char *ours = NULL, *theirs = NULL;
  gboolean   is_there = read_cell (both->ours, row->table, row->row, column, &ours);
  MergeItem *item;

  if (!read_cell (both->theirs, row->table, row->row, column, &theirs) ||
      (is_there && g_strcmp0 (ours, theirs) == 0) || g_strcmp0 (before, theirs) == 0 ||
      understanding_fills (row->table->name, column))
    return;
  item = add_item (both, MERGE_CELL, row, is_there ? both->ours : both->theirs);
  item->column = column;
  item->before = g_strdup (before);
  if (g_strcmp0 (ours, before) != 0 || !is_there)
    merge_mark_conflict (both->merge, item);
  item->ours = is_there ? g_steal_pointer (&ours) : g_strdup ("（已删除）");
  item->theirs = g_steal_pointer (&theirs);
  merge_name_column (item);
}

static gboolean
is_in_ours (const Comparing *both, const DbTable *table, gint64 row)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) columns = table_columns (table);

  return read_cell (both->ours, table, row, columns->pdata[0], &text);
}

/* Whether the row, new in their file, comes in with something else that is new there.
 */
static gboolean
comes_with_another (const Comparing *both, const ForkRow *row)
{
  gint64         id = parent_of (both->theirs, row->table, row->row);
  const DbTable *table = table_parent (row->table);

  for (guint i = 0; table != NULL && i < both->their_rows->len; i++)
    {
      const ForkRow *other = both->their_rows->pdata[i];

      if (other->is_new && other->table == table && other->row == id)
        return TRUE;
    }
  return FALSE;
}

static void
compare_row (Comparing *both, const ForkRow *row)
{
  if (row->is_new && row->is_gone)
    return;
  if (row->is_new)
    {
      gint64         parent = parent_of (both->theirs, row->table, row->row);
      const DbTable *above = table_parent (row->table);
      MergeItem     *item;

      if (comes_with_another (both, row))
        return;
      item = add_item (both, MERGE_NEW, row, both->theirs);
      if (above != NULL && !is_in_ours (both, above, parent))
        merge_mark_conflict (both->merge, item); /* we deleted what it belongs to */
    }
  else if (row->is_gone)
    {
      if (!is_in_ours (both, row->table, row->row))
        return;
      if (is_touched (both, row))
        merge_mark_conflict (both->merge, add_item (both, MERGE_GONE, row, both->ours));
      else
        add_item (both, MERGE_GONE, row, both->ours);
    }
  else
    for (guint i = 0; i < row->columns->len; i++)
      compare_cell (both, row, row->columns->pdata[i], row->before->pdata[i]);
}

/* Rows that go with what is above them need not be said. */
static void
drop_covered (Merge *merge, Db *ours)
{
  g_autoptr (GHashTable) gone =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < merge->items->len; i++)
    {
      const MergeItem *item = merge->items->pdata[i];

      if (item->kind == MERGE_GONE)
        g_hash_table_add (gone, key_of (item->table, item->row));
    }
  for (guint i = merge->items->len; i-- > 0;)
    {
      const MergeItem *item = merge->items->pdata[i];
      const DbTable   *above = table_parent (item->table);
      g_autofree char *key =
          above ? key_of (above, parent_of (ours, item->table, item->row)) : NULL;

      if (item->kind != MERGE_GONE || key == NULL || !g_hash_table_contains (gone, key))
        continue;
      merge->conflicts -= item->is_conflict;
      g_ptr_array_remove_index (merge->items, i);
    }
}

Merge *
merge_new (Db *ours, Db *theirs, GError **error)
{
  gint64 fork = fork_find (ours, theirs, error);
  g_autoptr (GPtrArray) our_rows = fork > 0 ? fork_rows (ours, fork, error) : NULL;
  g_autoptr (GPtrArray) their_rows = our_rows ? fork_rows (theirs, fork, error) : NULL;
  g_autoptr (GHashTable) touched =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Comparing both = { ours, theirs, our_rows, their_rows, touched, NULL };

  if (fork == 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_NOT_OURS,
                 "%s 不是从这份记录文件复制出去的，没有共同的历史；请改用导入",
                 db_get_path (theirs));
  if (their_rows == NULL)
    return NULL;
  both.merge = merge_blank ();
  both.merge->theirs = theirs;
  touch (&both);
  for (guint i = 0; i < their_rows->len; i++)
    compare_row (&both, their_rows->pdata[i]);
  drop_covered (both.merge, ours);
  return both.merge;
}

/* What every SQLite file begins with. */
static gboolean
is_record_file (const char *path)
{
  static const char signature[] = "SQLite format 3";
  char              begin[sizeof signature] = { 0 };
  FILE             *file = g_fopen (path, "rb");
  gboolean          is_one = FALSE;

  if (file == NULL)
    return FALSE;
  is_one = fread (begin, sizeof begin, 1, file) == 1 &&
           memcmp (begin, signature, sizeof begin) == 0;
  fclose (file);
  return is_one;
}

Merge *
merge_open (Db *ours, const char *path, GError **error)
{
  Db    *theirs;
  Merge *self;

  if (!is_record_file (path))
    return merge_sheet_new (ours, path, error);
  theirs = db_open (path, DB_OPEN_READ, error);
  self = theirs != NULL ? merge_new (ours, theirs, error) : NULL;
  if (self != NULL)
    self->owns_theirs = TRUE;
  else if (theirs != NULL)
    db_close (theirs);
  return self;
}
