/* app/form/line.c — the lines of a list on the page of a whole text. */

#include "app/form/line.h"
#include "app/fold.h"
#include "app/form/choice.h"
#include "db/row.h"

#include <string.h>

gboolean
form_line_is_listed (const FormTable *table)
{
  return table->origin.records != NULL;
}

/* A heading follows one of its own kind, or else is a line of the cover. */
static char *
kind_of_next (const FormTable *table)
{
  const FormCell *last =
      table->rows > 2 ? form_table_at (table, table->rows - 2, 1) : NULL;
  char *kind = last != NULL ? choice_dup_value (NULL, last->table_name,
                                                last->column_name, last->text)
                            : NULL;

  return kind != NULL ? kind : g_strdup ("cover");
}

static gint64
make (Db *db, const FormTable *table, gint64 parent, GError **error)
{
  const DbTable   *records = table->origin.records;
  gboolean         is_heading = strcmp (records->name, "section") == 0;
  g_autofree char *kind = is_heading ? kind_of_next (table) : NULL;
  RowValue         value = { "kind", kind };

  return row_insert (db, records, parent, &value, is_heading, error);
}

/* The row that new lines hang on: made with the first of them. */
static gint64
parent_of (Db *db, const FormTable *table, GError **error)
{
  const FormOrigin *origin = &table->origin;

  return origin->parent != 0 ? origin->parent
                             : row_insert (db, table_parent (origin->records),
                                           origin->above, NULL, 0, error);
}

static gboolean
has_words (const FormText *text)
{
  g_autofree char *folded = fold (text->text != NULL ? text->text : "");

  return *folded != '\0';
}

gboolean
form_line_make (Db *db, const FormTable *table, FormText *texts, gsize n,
                GError **error)
{
  gint64 parent = 0;

  for (gsize i = 0; i < n; i++)
    {
      gint64 row = texts[i].row, made;

      if (row > 0 || !has_words (&texts[i]))
        continue;
      if (parent == 0)
        parent = parent_of (db, table, error);
      made = parent != 0 ? make (db, table, parent, error) : 0;
      if (made == 0)
        return FALSE;
      for (gsize k = 0; k < n; k++)
        if (texts[k].row == row)
          texts[k].row = made;
    }
  return TRUE;
}
