/* tests/test-hostile.c — documents that were damaged or cut off on their way: one line
 * or a proposal, and a record file that stays as it was.
 *
 * In short form: so many changes of each kind of file.  JIXIAO_CHANGES asks for more.
 */

#include "app/export/export.h"
#include "app/import/import.h"
#include "app/import/preview.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define CHANGES 40

static const char *const kinds[] = { "docx", "xlsx", "html" };

static char *folder, *records;

static void
make_records (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = sample_path ("zhujian-2025.txt");
  g_autoptr (Import) import = import_read (sample, &error);
  g_autoptr (Db) db = db_open (records, DB_OPEN_CREATE, &error);

  ck_assert_msg (import != NULL && db != NULL, "%s", error ? error->message : "");
  ck_assert (import_store (import, db, FALSE, &error));
}

static void
set_up (void)
{
  folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  records = g_build_filename (folder, "records.jixiao", NULL);
  make_records ();
}

static void
tear_down (void)
{
  const char *argv[] = { "/bin/rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (records);
  g_free (folder);
}

/* The records as a document of a kind. */
static GBytes *
exported (const char *kind)
{
  const ExportOptions options = { .format = kind, .whole = TRUE };
  g_autofree char    *path = g_strdup_printf ("%s/text.%s", folder, kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = db_open (records, DB_OPEN_WRITE, &error);
  g_autoptr (GArray) ids = document_ids (db, &error);
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  char *data;
  gsize size;

  g_ptr_array_add (documents,
                   document_load (db, g_array_index (ids, gint64, 0), &error));
  ck_assert_msg (export_write (db, documents, &options, path, &error), "%s",
                 error ? error->message : "");
  ck_assert (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static char *
hash_of_records (void)
{
  g_autofree char *data = NULL;
  gsize            size;

  ck_assert (g_file_get_contents (records, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) data, size);
}

/* A part of the bytes, or all of them with some bits changed. */
static char *
damage (GBytes *whole, GRand *rand, gsize *size)
{
  char *data = g_memdup2 (g_bytes_get_data (whole, size), g_bytes_get_size (whole));
  guint n = (guint) g_rand_int_range (rand, 1, 8);

  if (g_rand_int_range (rand, 0, 4) == 0)
    *size = (gsize) g_rand_int_range (rand, 0, (gint32) *size);
  for (guint i = 0; i<n && * size> 0; i++)
    data[g_rand_int_range (rand, 0, (gint32) *size)] ^=
        (char) (1 << g_rand_int_range (rand, 0, 8));
  return data;
}

/* Reads it and compares it, as the preview does. */
static void
look_at (Db *db, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = import_read (path, &error);

  if (import == NULL)
    {
      ck_assert_msg (strpbrk (error->message, "\n\r") == NULL &&
                         g_utf8_validate (error->message, -1, NULL),
                     "%s", error->message);
      return;
    }
  for (guint i = 0; i < import->proposals->len; i++)
    {
      const Proposal *proposal = import->proposals->pdata[i];
      Preview        *preview = preview_new (import->proposals->pdata[i], db, &error);

      ck_assert_msg (preview != NULL, "%s", error ? error->message : "");
      ck_assert_uint_eq (proposal->texts_in,
                         proposal->texts_used + proposal->texts_listed);
      preview_free (preview);
    }
}

START_TEST (a_damaged_document_changes_nothing)
{
  const char *asked = g_getenv ("JIXIAO_CHANGES");
  guint       changes = asked != NULL ? (guint) atoi (asked) : CHANGES;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint) _i);
  g_autoptr (GBytes) whole = exported (kinds[_i]);
  g_autofree char *before = hash_of_records ();
  g_autofree char *path = g_strdup_printf ("%s/damaged.%s", folder, kinds[_i]);
  g_autofree char *after = NULL;
  g_autoptr (Db) db = db_open (records, DB_OPEN_READ, NULL);

  for (guint i = 0; i < changes; i++)
    {
      gsize            size;
      g_autofree char *data = damage (whole, rand, &size);

      ck_assert (g_file_set_contents (path, data, (gssize) size, NULL));
      look_at (db, path);
    }
  after = hash_of_records ();
  ck_assert_str_eq (before, after);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hostile");
  TCase *tc = tcase_create ("hostile");

  tcase_add_checked_fixture (tc, set_up, tear_down);
  tcase_add_loop_test (tc, a_damaged_document_changes_nothing, 0, G_N_ELEMENTS (kinds));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
