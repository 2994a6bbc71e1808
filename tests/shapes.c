/* tests/shapes.c — how much of PDF documents is read as it was written.
 *
 *   shapes EXPECTED.json PDF…
 *
 * Prints for each how many fields are right of those that the document has which they
 * were made from.  tests/shapes.sh makes them in many shapes.
 */

#include "app/import/recognise.h"
#include "app/interchange/interchange.h"
#include "app/read/reader.h"
#include "tests/compare.h"

#include <locale.h>

/* The document that a file says, as interchange JSON; NULL with an error. */
static char *
read_json (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (Proposal) proposal = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  blocks = reader_read (bytes, path, error);
  proposal = blocks != NULL ? recognise (blocks, path, error) : NULL;
  if (proposal == NULL)
    return NULL;
  g_ptr_array_add (documents, proposal->document);
  return interchange_write (documents);
}

static void
grade (const char *expected, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *json = read_json (path, &error);
  guint            fields;

  if (json == NULL)
    {
      g_print ("%-48s %s\n", name, error->message);
      return;
    }
  fields = compare_json (expected, json, differences);
  g_print ("%-48s %5u of %5u fields, %6.2f %%\n", name, fields - differences->len,
           fields, 100.0 * (fields - differences->len) / fields);
}

int
main (int argc, char **argv)
{
  g_autofree char *expected = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3 || !g_file_get_contents (argv[1], &expected, NULL, NULL))
    {
      g_printerr ("shapes EXPECTED.json PDF…\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    grade (expected, argv[i]);
  return 0;
}
