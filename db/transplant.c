/* db/transplant.c — giving a damaged file the schema pages of a new one. */

#include "db/transplant.h"

#include <string.h>

#define HEADER_SIZE \
  100 /* at the begin of page 1: https://www.sqlite.org/fileformat.html */

/* So many of the pages must be the same to show that the layout is. */
#define LEAST_SAME 0.5

typedef struct {
  char *bytes;
  gsize size;
} Content;

static void
content_clear (Content *content)
{
  g_free (content->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

typedef struct {
  gsize from, size; /* in the file */
} Stretch;

/* Where the fresh file holds its schema; page 1 without the header. */
static GArray *
schema_pages (Db *fresh, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (fresh,
                  "SELECT pageno, pgsize FROM dbstat WHERE name = 'sqlite_schema'",
                  error);
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (Stretch));
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      gsize   size = (gsize) sqlite3_column_int64 (q, 1);
      gsize   from = ((gsize) sqlite3_column_int64 (q, 0) - 1) * size;
      Stretch page = { from, size };

      if (from == 0)
        page = (Stretch){ HEADER_SIZE, size - HEADER_SIZE };
      g_array_append_val (pages, page);
    }
  return step == DB_DONE ? g_steal_pointer (&pages) : NULL;
}

/* Puts the pages over; how many were the same already. */
static guint
put_over (const GArray *pages, const Content *fresh, Content *damaged)
{
  guint same = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      const Stretch *page = &g_array_index (pages, Stretch, i);

      if (page->from + page->size > MIN (fresh->size, damaged->size))
        return 0;
      same += memcmp (damaged->bytes + page->from, fresh->bytes + page->from,
                      page->size) == 0;
      memcpy (damaged->bytes + page->from, fresh->bytes + page->from, page->size);
    }
  return same;
}

gboolean
transplant_schema (const char *damaged, Db *fresh, const char *part, GError **error)
{
  g_autoptr (GArray) pages = schema_pages (fresh, error);
  g_auto (Content) ours = { NULL, 0 };
  g_auto (Content) theirs = { NULL, 0 };

  return pages != NULL &&
         g_file_get_contents (db_get_path (fresh), &ours.bytes, &ours.size, error) &&
         g_file_get_contents (damaged, &theirs.bytes, &theirs.size, error) &&
         put_over (pages, &ours, &theirs) >= pages->len * LEAST_SAME &&
         g_file_set_contents (part, theirs.bytes, (gssize) theirs.size, error);
}
