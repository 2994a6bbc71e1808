/* app/csv-put.c — putting text into a table of CSV. */

#include "app/csv-put.h"

#include <string.h>

static void
put_cell (GString *csv, const char *text)
{
  g_autoptr (GString) cell = g_string_new (text);

  if (*cell->str != '\0' && strchr ("=+-@\t\r", *cell->str) != NULL)
    g_string_prepend_c (cell, '\'');
  if (strpbrk (cell->str, ",\"\r\n") != NULL)
    {
      g_string_replace (cell, "\"", "\"\"", 0);
      g_string_prepend_c (cell, '"');
      g_string_append_c (cell, '"');
    }
  g_string_append (csv, cell->str);
}

void
csv_put_line (GString *csv, const char *const *cells, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      put_cell (csv, cells[i]);
      g_string_append (csv, i + 1 < n ? "," : "\r\n");
    }
}
