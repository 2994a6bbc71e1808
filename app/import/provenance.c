/* app/import/provenance.c — 出处: where a field was read. */

#include "app/import/provenance.h"

SourceFound *
provenance_find (Db *db, const char *table, gint64 row, const char *column,
                 GError **error)
{
  return source_find_place (db, table, row, column, error);
}

char *
provenance_place_text (const SourcePlace *place)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (place->page > 0)
    g_ptr_array_add (parts, g_strdup_printf ("第 %u 页", place->page));
  if (place->line > 0)
    g_ptr_array_add (parts, g_strdup_printf ("第 %u 行", place->line));
  else if (place->sheet > 0 && place->row != G_MAXUINT)
    g_ptr_array_add (parts, g_strdup_printf ("第 %u 张表第 %u 行第 %u 列", place->sheet,
                                             place->row + 1, place->col + 1));
  else
    g_ptr_array_add (parts, g_strdup_printf ("第 %u 段", place->block + 1));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("，", (char **) parts->pdata);
}
