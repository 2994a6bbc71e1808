/* tests/test-office-samples.c — the real documents as office files are read as a
 * careful person would key them in.
 */

#include "app/import/recognise.h"
#include "app/interchange/interchange.h"
#include "app/read/reader.h"
#include "tests/compare.h"
#include "tests/suite.h"

static const struct {
  const char *name, *file;
} samples[] = {
  { "chengde-2024", "chengde-2024.docx" },
  { "chengde-2024", "chengde-2024.xlsx" },
  { "chengde-2024", "chengde-2024.html" },
  { "chengde-2024", "chengde-2024.pdf" },
  { "tangshan-renshe-2024", "tangshan-renshe-2024.docx" },
  { "tangshan-renshe-2024", "tangshan-renshe-2024.xlsx" },
  { "tangshan-renshe-2024", "tangshan-renshe-2024.html" },
  { "tangshan-renshe-2024", "tangshan-renshe-2024.pdf" },
};

static char *
expected_of (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".expected.json", NULL);
  g_autofree char *path = real_sample_path (file);
  char            *text = NULL;

  if (path != NULL)
    ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "%s", path);
  return text;
}

static char *
exported (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (Proposal) proposal = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  ck_assert_msg (g_file_get_contents (path, &data, &size, &error), "%s", path);
  bytes = g_bytes_new_take (data, size);
  blocks = reader_read (bytes, name, &error);
  ck_assert_msg (blocks != NULL, "%s", error ? error->message : "");
  proposal = recognise (blocks, name, &error);
  ck_assert_msg (proposal != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (proposal->texts_in, proposal->texts_used + proposal->texts_listed);
  g_ptr_array_add (documents, proposal->document);
  return interchange_write (documents);
}

START_TEST (an_office_file_reads_as_expected)
{
  g_autofree char *in_folder = g_build_filename ("office", samples[_i].file, NULL);
  g_autofree char *path = real_sample_path (in_folder);
  g_autofree char *expected = expected_of (samples[_i].name);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *json = NULL, *report = NULL;

  if (path == NULL || expected == NULL)
    return;
  json = exported (path, samples[_i].file);
  ck_assert_uint_gt (compare_json (expected, json, differences), 300);
  report = compare_report (differences);
  ck_assert_msg (differences->len == 0, "%s: %u differences%s", samples[_i].file,
                 differences->len, report);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("office-samples");
  TCase *tc = tcase_create ("office");

  tcase_add_loop_test (tc, an_office_file_reads_as_expected, 0, G_N_ELEMENTS (samples));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
