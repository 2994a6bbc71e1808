/* app/library/respelling.c — writing one spelling for others. */

#include "app/library/respelling.h"
#include "app/edit/edit.h"
#include "app/library/citation.h"
#include "db/title.h"

#include <string.h>

const char *
respelling_column (LibraryKind kind)
{
  static const char *const columns[] = {
    [LIBRARY_UNITS] = "unit_text", [LIBRARY_NAMES] = "name", [LIBRARY_BASES] = "basis"
  };

  return columns[kind];
}

static void
respelling_free (gpointer data)
{
  Respelling *respelling = data;

  g_free (respelling->after);
  g_free (respelling->label);
  g_free (respelling->place);
  g_free (respelling);
}

gboolean
respelling_add (GPtrArray *respellings, Db *db, const LibraryCell *cell,
                const char *after, GError **error)
{
  const char *title = title_of_column (cell->table, cell->column);
  char       *place = title_of_place (db, cell->table, cell->row, error);
  Respelling *respelling;

  if (place == NULL)
    return FALSE;
  respelling = g_new (Respelling, 1);
  *respelling = (Respelling){
    cell->table,
    cell->column,
    cell->row,
    g_strdup (after),
    edit_label (title != NULL ? title : cell->column, cell->text, after),
    place,
  };
  g_ptr_array_add (respellings, respelling);
  return TRUE;
}

/* The cells that hold nothing but one of the other spellings. */
static gboolean
add_whole_cells (GPtrArray *respellings, Db *db, const char *column,
                 const char *const *others, const char *spelling, GError **error)
{
  for (; *others != NULL; others++)
    {
      g_autoptr (GArray) rows = library_rows (db, column, *others, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len && strcmp (*others, spelling) != 0; i++)
        {
          LibraryCell cell = { "indicator", column, g_array_index (rows, gint64, i),
                               (char *) *others };

          if (!respelling_add (respellings, db, &cell, spelling, error))
            return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
library_respell (Db *db, LibraryKind kind, const char *const *others,
                 const char *spelling, GError **error)
{
  g_autoptr (GPtrArray) respellings = g_ptr_array_new_with_free_func (respelling_free);

  return (kind == LIBRARY_NUMBERS
              ? citation_respell (respellings, db, others, spelling, error)
              : add_whole_cells (respellings, db, respelling_column (kind), others,
                                 spelling, error))
             ? g_steal_pointer (&respellings)
             : NULL;
}

gboolean
library_unify (Db *db, const GPtrArray *respellings, const char *spelling,
               GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EditCell));
  g_autofree char *label = g_strdup_printf ("统一写法：%s", spelling);

  for (guint i = 0; i < respellings->len; i++)
    {
      const Respelling *respelling = respellings->pdata[i];
      EditCell          cell = { .table = respelling->table,
                                 .row = respelling->row,
                                 .column = respelling->column,
                                 .text = respelling->after };

      g_array_append_val (cells, cell);
    }
  return cells->len == 0 ||
         edit_cells (db, (EditCell *) cells->data, cells->len, label, error);
}
