/* tests/bench-import.c — how fast documents are read, beside merely unpacking and
 * parsing them in the same run; and how much memory many of them take.
 *
 *   bench-import DOCUMENT…
 *
 * For each document: libzip unpacking its XML parts and libxml2 going through them (a
 * web page: libxml2 parsing it; a PDF: pdftotext), then reading it into blocks, then
 * into records; the least of many rounds, in processor time, that of processes they
 * start included.  First the peak memory of five readings, of fifty and of five
 * hundred.  Timings never decide a test: this program is run by hand.
 */

#include "app/import/import.h"
#include "app/import/recognise.h"
#include "app/read/reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#define ROUNDS 30

static double
processor_seconds (void)
{
  static const int whose[] = { RUSAGE_SELF, RUSAGE_CHILDREN };
  double           seconds = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (whose); i++)
    {
      struct rusage usage;

      getrusage (whose[i], &usage);
      seconds += (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                 (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
  return seconds;
}

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench-import: %s\n", error->message);
  exit (1);
}

/* Goes through an XML part as our readers do: element by element. */
static void
parse_part (const char *data, gsize size)
{
  xmlTextReader *reader =
      xmlReaderForMemory (data, (int) size, NULL, NULL,
                          XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);

  while (xmlTextReaderRead (reader) == 1)
    continue;
  xmlFreeTextReader (reader);
}

/* Whether a reader of office files looks at a part. */
static gboolean
is_read (const char *name)
{
  static const char *const parts[] = { "word/document.xml", "word/numbering.xml",
                                       "word/styles.xml",   "xl/sharedStrings.xml",
                                       "xl/styles.xml",     "xl/workbook.xml",
                                       "content.xml",       "styles.xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i], name))
      return TRUE;
  return g_str_has_prefix (name, "xl/worksheets/sheet");
}

static void
unpack (GBytes *bytes)
{
  gsize         size;
  const void   *data = g_bytes_get_data (bytes, &size);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);
  zip_t        *zip = zip_open_from_source (source, ZIP_RDONLY, NULL);

  for (gint64 i = 0; i < zip_get_num_entries (zip, 0); i++)
    {
      zip_stat_t       stat;
      zip_file_t      *file;
      g_autofree char *text = NULL;

      if (zip_stat_index (zip, (guint64) i, 0, &stat) != 0 || !is_read (stat.name))
        continue;
      file = zip_fopen_index (zip, (guint64) i, 0);
      text = g_malloc (stat.size);
      if (zip_fread (file, text, stat.size) == (gint64) stat.size)
        parse_part (text, stat.size);
      zip_fclose (file);
    }
  zip_discard (zip);
}

static void
print_text (const char *path)
{
  const char *argv[] = { "pdftotext", path, "/dev/null", NULL };
  GError     *error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                NULL, &error);
  stop_on (error);
}

/* What cannot be done without: FALSE for a kind of file that has no such part. */
static gboolean
merely_parse (GBytes *bytes, const char *path)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_str_has_prefix (data, "PK"))
    unpack (bytes);
  else if (g_str_has_prefix (data, "%PDF"))
    print_text (path);
  else if (html_is (bytes))
    xmlFreeDoc (
        htmlReadMemory (data, (int) size, NULL, "UTF-8",
                        HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
  else
    return FALSE;
  return TRUE;
}

static void
read_blocks (GBytes *bytes, const char *name, gboolean records)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) blocks = reader_read (bytes, name, &error);
  g_autoptr (Proposal) proposal = NULL;

  stop_on (error);
  proposal = records ? recognise (blocks, name, &error) : NULL;
  stop_on (error);
}

static GBytes *
load (const char *path)
{
  GError *error = NULL;
  char   *data;
  gsize   size;

  g_file_get_contents (path, &data, &size, &error);
  stop_on (error);
  return g_bytes_new_take (data, size);
}

static void
time_document (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autofree char *name = g_path_get_basename (path);
  double           least[3] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint round = 0; round < ROUNDS; round++)
    for (guint what = 0; what < 3; what++)
      {
        double start = processor_seconds ();

        if (what == 0 && !merely_parse (bytes, path))
          return;
        if (what > 0)
          read_blocks (bytes, name, what == 2);
        least[what] = MIN (least[what], processor_seconds () - start);
      }
  g_print ("%-44s %7.1f ms parsed, %7.1f ms blocks (%.1f), %7.1f ms records (%.1f)\n",
           name, least[0] * 1000, least[1] * 1000, least[1] / least[0], least[2] * 1000,
           least[2] / least[0]);
}

/* The peak of a process that reads n documents one after the other, in KB. */
static long
peak_of (guint n, char **paths, int n_paths)
{
  struct rusage usage;
  int           status;
  pid_t         pid = fork ();

  if (pid == 0)
    {
      for (guint i = 0; i < n; i++)
        {
          GError *error = NULL;
          g_autoptr (Import) import = import_read (paths[i % (guint) n_paths], &error);

          stop_on (error);
        }
      _exit (0);
    }
  wait4 (pid, &status, 0, &usage);
  return status == 0 ? usage.ru_maxrss : -1;
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    {
      g_printerr ("bench-import DOCUMENT…\n");
      return 2;
    }
  xmlInitParser ();
  g_print ("peak memory: %ld KB after 5 documents, ", peak_of (5, argv + 1, argc - 1));
  g_print ("%ld KB after 50, ", peak_of (50, argv + 1, argc - 1));
  g_print ("%ld KB after 500\n", peak_of (500, argv + 1, argc - 1));
  for (int i = 1; i < argc; i++)
    time_document (argv[i]);
  return 0;
}
