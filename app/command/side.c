/* app/command/side.c — one of the two texts that a command puts side by side. */

#include "app/command/side.h"

static const struct {
  const char *stage, *title;
} stages[] = { { "approved", "批复" },
               { "adjusted", "调整" },
               { "draft2", "二上" },
               { "draft1", "一上" } };

gboolean
side_read (const char *text, Side *side)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  gint64 year;

  if (parts[0] == NULL ||
      !g_ascii_string_to_signed (parts[0], 10, 1990, 2100, &year, NULL))
    return FALSE;
  *side = (Side){ (int) year, NULL };
  for (gsize i = 0; parts[1] != NULL && i < G_N_ELEMENTS (stages); i++)
    if (g_str_equal (parts[1], stages[i].stage) ||
        g_str_equal (parts[1], stages[i].title))
      side->stage = stages[i].stage;
  return parts[1] == NULL || side->stage != NULL;
}

/* The text of a department that a side means, or NULL. */
static const ListedDocument *
find_document (GPtrArray *documents, const char *name, const Side *side)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    for (guint k = 0; k < documents->len; k++)
      {
        const ListedDocument *document = documents->pdata[k];

        if (document->fiscal_year == side->year &&
            g_str_equal (document->department, name) &&
            g_str_equal (document->stage, stages[i].stage) &&
            (side->stage == NULL || g_str_equal (side->stage, stages[i].stage)))
          return document;
      }
  return NULL;
}

GPtrArray *
side_find_pairs (GPtrArray *documents, const Side *before, const Side *after)
{
  GPtrArray *pairs = g_ptr_array_new ();

  for (guint i = 0; i < documents->len; i++)
    {
      ListedDocument       *document = documents->pdata[i];
      const ListedDocument *old =
          find_document (documents, document->department, before);

      if (document != find_document (documents, document->department, after) ||
          old == NULL || old == document)
        continue;
      g_ptr_array_add (pairs, (gpointer) old);
      g_ptr_array_add (pairs, document);
    }
  return pairs;
}
