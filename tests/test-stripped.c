/* tests/test-stripped.c — what we print is read back from what it shows, also when the
 * records that ride inside are gone.
 */

#include "app/export/export.h"
#include "app/import/import.h"
#include "app/import/recognise.h"
#include "app/interchange/interchange.h"
#include "app/read/reader.h"
#include "tests/compare.h"
#include "tests/suite.h"

#include <glib/gstdio.h>

static const char *const samples[] = { "wenlv-2025", "nongye-2024", "shuiwu-2025",
                                       "shijian-2023", "zhujian-2025" };
static const char *const kinds[] = { "docx", "xlsx", "html" };

/* The whole text of a sample as a file of a kind. */
static GBytes *
printed (const char *sample, const char *kind)
{
  const ExportOptions options = { .format = kind, .whole = TRUE };
  g_autofree char    *file = g_strconcat (sample, ".txt", NULL);
  g_autofree char    *document = sample_path (file);
  g_autofree char    *folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char    *path = g_build_filename (folder, kind, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = import_read (document, &error);
  g_autoptr (Db) db = db_open (":memory:", DB_OPEN_CREATE, &error);
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  char *data;
  gsize size;

  ck_assert_msg (import != NULL && db != NULL, "%s", error ? error->message : "");
  ck_assert (import_store (import, db, FALSE, &error));
  g_ptr_array_add (
      documents,
      document_load (db,
                     ((Proposal *) import->proposals->pdata[0])->document->record.id,
                     &error));
  ck_assert_msg (export_write (db, documents, &options, path, &error), "%s",
                 error ? error->message : "");
  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return g_bytes_new_take (data, size);
}

START_TEST (what_is_printed_is_read_back)
{
  const char      *sample = samples[_i / G_N_ELEMENTS (kinds)];
  const char      *kind = kinds[_i % G_N_ELEMENTS (kinds)];
  g_autofree char *file = g_strconcat (sample, ".expected.json", NULL);
  g_autofree char *path = sample_path (file);
  g_autofree char *expected = NULL, *json = NULL, *report = NULL;
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = printed (sample, kind);
  g_autoptr (GPtrArray) blocks = reader_read (bytes, "某局", &error);
  g_autoptr (Proposal) proposal = NULL;

  ck_assert (g_file_get_contents (path, &expected, NULL, NULL));
  proposal = recognise (blocks, "某局", &error);
  ck_assert_msg (proposal != NULL, "%s", error ? error->message : "");
  g_ptr_array_add (documents, proposal->document);
  json = interchange_write (documents);
  compare_json (expected, json, differences);
  /* contents and a cover are printed also where the sample has none */
  for (guint i = differences->len; i-- > 0;)
    if (g_str_has_prefix (differences->pdata[i], "catalogue") ||
        g_str_has_prefix (differences->pdata[i], "title"))
      g_ptr_array_remove_index (differences, i);
  report = compare_report (differences);
  ck_assert_msg (differences->len == 0, "%s.%s: %u differences%s", sample, kind,
                 differences->len, report);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("stripped");
  TCase *tc = tcase_create ("stripped");

  tcase_add_loop_test (tc, what_is_printed_is_read_back, 0,
                       G_N_ELEMENTS (samples) * G_N_ELEMENTS (kinds));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
