/* app/read/limits.c — counting what a document holds. */

#include "app/read/limits.h"

#include "app/read/reader.h"

#define MAX_TEXTS 4000000
#define MAX_BYTES (256 << 20)
#define MAX_WIDTH 1024
#define MAX_DEPTH 64

#define WIDE 128 /* columns; a form has 10, on a fine grid 40 */

static gboolean
is_within (const Limits *limits)
{
  return limits->texts <= MAX_TEXTS && limits->bytes <= MAX_BYTES &&
         limits->width <= MAX_WIDTH && limits->depth <= MAX_DEPTH;
}

gboolean
limits_take (Limits *limits, guint64 texts, guint64 bytes)
{
  limits->texts += texts;
  limits->bytes += bytes;
  return is_within (limits);
}

/* For each column how many columns that cells begin in stand left of it. */
static GArray *
number_columns (const Block *table, guint width)
{
  GArray *places = g_array_sized_new (FALSE, TRUE, sizeof (guint), width + 1);
  guint   n = 0;

  g_array_set_size (places, width + 1);
  for (guint i = 0; i < table->cells->len; i++)
    g_array_index (places, guint, ((BlockCell *) table->cells->pdata[i])->col) = 1;
  for (guint col = 0; col <= width; col++)
    {
      guint begins = g_array_index (places, guint, col);

      g_array_index (places, guint, col) = n;
      n += begins;
    }
  return places;
}

static guint
squeeze (Block *table, guint width)
{
  g_autoptr (GArray) places = number_columns (table, width);

  for (guint i = 0; i < table->cells->len; i++)
    {
      BlockCell *cell = table->cells->pdata[i];
      guint      end = g_array_index (places, guint, cell->col + cell->col_span);

      cell->col = g_array_index (places, guint, cell->col);
      cell->col_span = end - cell->col;
    }
  return g_array_index (places, guint, width);
}

void
limits_take_table (Limits *limits, Block *table)
{
  guint height = 0, width = 0;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const BlockCell *cell = table->cells->pdata[i];

      height = MAX (height, cell->row + 1);
      width = MAX (width, cell->col + cell->col_span);
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      BlockCell *cell = table->cells->pdata[i];

      cell->row_span = CLAMP (cell->row_span, 1, height - cell->row);
      limits->texts += cell->row_span - 1;
    }
  limits->width = MAX (limits->width, width > WIDE ? squeeze (table, width) : width);
}

gboolean
limits_check (const Limits *limits, const char *name, GError **error)
{
  if (is_within (limits))
    return TRUE;
  g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN,
               "%s：文字或表格多得不像一份绩效文本，请核对文件，"
               "或把其中的绩效文本另存出来再导入",
               name);
  return FALSE;
}
