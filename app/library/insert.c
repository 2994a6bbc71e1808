/* app/library/insert.c — an indicator of the library becomes a row of a table. */

#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/library/library.h"
#include "app/reading/level.h"
#include "db/cell.h"
#include "db/indicator.h"

#include <string.h>

static const char *const columns[] = { "level1",      "level2",    "name",
                                       "description", "criterion", "operator_text",
                                       "value_text",  "unit_text", "basis" };

#define N_COLUMNS G_N_ELEMENTS (columns)

/* What the row of an indicator holds; each is to be freed. */
static gboolean
read_row (Db *db, gint64 indicator, char *texts[N_COLUMNS], GError **error)
{
  for (gsize i = 0; i < N_COLUMNS; i++)
    if (!cell_get (db, &indicator_table, indicator, columns[i], &texts[i], error))
      return FALSE;
  return TRUE;
}

static void
free_texts (char *texts[N_COLUMNS])
{
  for (gsize i = 0; i < N_COLUMNS; i++)
    g_free (texts[i]);
}

/* How near a row is to these levels: 2 of both, 1 of the first. */
static int
nearness (const Indicator *row, const char *level1, const char *level2)
{
  gboolean is_alias;

  if (level1_read (row->level1, &is_alias) != level1_read (level1, &is_alias))
    return 0;
  return level2_read (row->level2) == level2_read (level2) &&
                 (level2_read (level2) != NULL || g_strcmp0 (row->level2, level2) == 0)
             ? 2
             : 1;
}

/* The place behind the last row of the same levels; 0: the last.  -1 on error. */
static gint64
find_place (Db *db, gint64 project, const char *level1, const char *level2,
            GError **error)
{
  GPtrArray *rows = db_record_list (db, &indicator_table, project, error);
  gint64     place = 0;
  int        best = 1;

  if (rows == NULL)
    return -1;
  for (guint i = 0; i < rows->len; i++)
    {
      int near = nearness (rows->pdata[i], level1, level2);

      if (near < best)
        continue;
      best = near;
      place = i + 2;
    }
  db_record_array_free (&indicator_table, rows);
  return place;
}

gint64
library_insert (Db *db, gint64 indicator, gint64 project, GError **error)
{
  char    *texts[N_COLUMNS] = { NULL };
  RowValue values[N_COLUMNS];
  gint64   row = 0, place;

  if (read_row (db, indicator, texts, error))
    {
      place = find_place (db, project, texts[0], texts[1], error);
      for (gsize i = 0; i < N_COLUMNS; i++)
        values[i] = (RowValue){ columns[i], texts[i] };
      if (place >= 0)
        row =
            arrangement_add (db, "indicator", project, place, values, N_COLUMNS, error);
    }
  free_texts (texts);
  return row;
}

gboolean
library_fill (Db *db, gint64 indicator, gint64 row, GError **error)
{
  char            *texts[N_COLUMNS] = { NULL };
  EditCell         cells[N_COLUMNS];
  g_autofree char *label = NULL;
  gsize            n = 0;
  gboolean         done = read_row (db, indicator, texts, error);

  for (gsize i = 0; done && i < N_COLUMNS; i++)
    {
      g_autofree char *there = NULL;

      done = cell_get (db, &indicator_table, row, columns[i], &there, error);
      if (texts[i] != NULL &&
          (there == NULL || *there == '\0' || strcmp (columns[i], "name") == 0))
        cells[n++] = (EditCell){
          .table = "indicator", .row = row, .column = columns[i], .text = texts[i]
        };
    }
  label = g_strdup_printf ("取自指标库：%s", texts[2] ? texts[2] : "");
  done = done && edit_cells (db, cells, n, label, error);
  free_texts (texts);
  return done;
}
