/* tests/test-pdf.c — tables become pages and a PDF: the same bytes each time, small,
 * and never half a file.
 */

#include "app/export/export.h"
#include "app/export/pdf.h"
#include "tests/folder.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>

#define A4_SHORT (210 * 72 / 25.4)
#define A4_LONG  (297 * 72 / 25.4)

static char      *path;
static GPtrArray *documents;

static void
set_up (void)
{
  static const char *const forms[] = { "chengde", "zunhua" };

  open_empty ();
  folder_make ();
  path = folder_path ("out.pdf");
  documents = g_ptr_array_new_with_free_func (document_free);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      Printed   printed = { forms[i], 3, i == 0 ? 9 : 60, 4, FALSE };
      Project  *project;
      Document *document = printed_new (&printed, &project);

      document->fiscal_year += i;
      ck_assert (document_store (db, document, NULL));
      g_ptr_array_add (documents, document);
    }
}

static void
tear_down (void)
{
  g_ptr_array_unref (documents);
  g_free (path);
  close_file ();
}

static gboolean
export_pdf (const char *layout, const char *to, GError **error)
{
  const ExportOptions options = { .format = "pdf", .layout = layout };

  return export_write (db, documents, &options, to, error);
}

static Pages *
pages_of (guint document)
{
  Pages *pages = pages_new (NULL);
  g_autoptr (Outline) outline =
      outline_of_tables (db, documents->pdata[document], NULL, NULL, NULL);

  pages_add_outline (pages, outline);
  return pages;
}

static GBytes *
write_pdf (const char *layout)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  ck_assert_msg (export_pdf (layout, path, &error), "%s", error ? error->message : "");
  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

static gboolean
contains (GBytes *bytes, const char *what)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + strlen (what) <= length; i++)
    if (memcmp (data + i, what, strlen (what)) == 0)
      return TRUE;
  return FALSE;
}

/* What a program says about the file; NULL: there is no such program.  option may be
 * NULL.  */
static char *
said_by (const char *name, const char *option, const char *behind)
{
  g_autofree char *program = g_find_program_in_path (name);
  const char      *all[] = { program, option, path, behind, NULL };
  const char      *plain[] = { program, path, NULL };
  const char     **arguments = option != NULL ? all : plain;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;
  ck_assert (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL,
                           NULL, NULL, &text, NULL, NULL, &error));
  return text;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;
  return n;
}

START_TEST (the_same_records_give_the_same_bytes)
{
  g_autoptr (GBytes) one = write_pdf (NULL);
  g_autoptr (GBytes) two = write_pdf (NULL);
  g_autoptr (GBytes) other = write_pdf ("nanpu");

  ck_assert (g_bytes_equal (one, two));
  ck_assert (!g_bytes_equal (one, other));
  ck_assert_mem_eq (g_bytes_get_data (one, NULL), "%PDF-1.", 7);
  ck_assert (!contains (one, "Date")); /* a wrong one is worse than none */
}
END_TEST

/* The fonts make it: 40 kB when they are cut, 120 and more when they are not. */
START_TEST (a_page_is_small)
{
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_set_size (documents, 1);
  bytes = write_pdf (NULL);
  ck_assert_uint_le (g_bytes_get_size (bytes), 80 * 1024);
}
END_TEST

/* What a machine reads in the file; NULL: there is none to read it. */
static char *
text_of_pdf (void)
{
  return said_by ("pdftotext", "-q", "-");
}

START_TEST (a_page_can_be_read_by_machines)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const char      *merged;

  g_ptr_array_set_size (documents, 1);
  bytes = write_pdf (NULL);
  text = text_of_pdf ();
  if (text == NULL)
    return;
  ck_assert_ptr_nonnull (strstr (text, "7、河道清淤绩效目标表"));
  ck_assert_ptr_nonnull (strstr (text, "用于清淤和护坡。"));
  ck_assert_ptr_nonnull (strstr (text, "≥"));
  ck_assert_ptr_nonnull (strstr (text, "第"));
  merged = strstr (text, "二级3");
  ck_assert_ptr_nonnull (merged);
  ck_assert_ptr_null (strstr (merged + 1, "二级3"));
}
END_TEST

START_TEST (a_long_title_breaks_before_its_year)
{
  static const struct {
    const char *title, *printed;
  } cases[] = {
    { "滨河高新区人力资源和社会保障局 2024 年部门预算绩效文本",
      "滨河高新区人力资源和社会保障局\n2024 年部门预算绩效文本\n" },
    { "水利局2024年绩效文本", "水利局2024年绩效文本\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OutlineItem cover = { .style = TEXT_COVER,
                                  .text = (char *) cases[i].title };
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      const Outline    outline = { .items = items };
      g_autofree char *text = NULL;

      g_ptr_array_add (items, (gpointer) &cover);
      ck_assert (pdf_write (&outline, NULL, NULL, path));
      text = text_of_pdf ();
      ck_assert_msg (text == NULL || g_str_has_prefix (text, cases[i].printed), "%s",
                     text);
    }
}
END_TEST

/* Letters that run from the right: what stands behind them is still read. */
START_TEST (words_of_another_script_harm_nothing)
{
  const OutlineItem line = { .style = TEXT_PARAGRAPH,
                             .text = (char *) "前 שלום 后2024年" };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const Outline    outline = { .items = items };
  g_autofree char *text = NULL;

  g_ptr_array_add (items, (gpointer) &line);
  ck_assert (pdf_write (&outline, NULL, NULL, path));
  text = text_of_pdf ();
  ck_assert_msg (text == NULL || strstr (text, "后2024年") != NULL, "%s", text);
}
END_TEST

/* … it is a sign on paper, and itself for machines. */
START_TEST (a_character_that_no_font_has_is_not_lost)
{
  static const char lacking[] = "前\xf4\x8f\xbf\xbd后〓尾"; /* U+10FFFD */

  const OutlineItem line = { .style = TEXT_PARAGRAPH, .text = (char *) lacking };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const Outline    outline = { .items = items };
  g_autofree char *text = NULL;

  g_ptr_array_add (items, (gpointer) &line);
  ck_assert (pdf_write (&outline, NULL, NULL, path));
  text = text_of_pdf ();
  ck_assert_msg (text == NULL || strstr (text, lacking) != NULL, "%s", text);
}
END_TEST

/* A table that goes over two pages: its heading is printed twice, and is one. */
/* Whether the cell with this text stands for others. */
static gboolean
is_heading (const char *parts, const char *text)
{
  const char *at = strstr (parts, text);

  ck_assert_ptr_nonnull (at);
  while (!g_str_has_prefix (at, " TH") && !g_str_has_prefix (at, " TD"))
    at--;
  return at[2] == 'H';
}

START_TEST (a_file_says_what_its_parts_are)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_remove_index (documents, 0);
  bytes = write_pdf (NULL);
  ck_assert (contains (bytes, "<rdf:li>zh-CN</rdf:li>"));
  parts = said_by ("pdfinfo", "-struct-text", NULL);
  words = said_by ("pdftotext", "-raw", "-");
  if (parts == NULL || words == NULL)
    return;
  ck_assert_ptr_nonnull (strstr (parts, "H1 (block)"));
  ck_assert_uint_eq (count (parts, "Table (block)"), 1);
  ck_assert_ptr_nonnull (strstr (parts, "/Scope /Column"));
  ck_assert_ptr_nonnull (strstr (parts, "/RowSpan 2"));
  ck_assert (is_heading (parts, "\"二级3\""));
  ck_assert (!is_heading (parts, "\"指标59\""));
  ck_assert_uint_ge (count (words, "二级指标"), 2);
  ck_assert_uint_eq (count (parts, "\"二级指标"), 1);
  ck_assert_uint_eq (count (parts, "\"指标59\""), 1);
}
END_TEST

START_TEST (its_fonts_are_in_it_cut_down)
{
  g_autoptr (GBytes) bytes = write_pdf (NULL);
  g_autofree char *fonts = said_by ("pdffonts", NULL, NULL);
  g_auto (GStrv) lines = NULL;

  if (fonts == NULL)
    return;
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  ck_assert_uint_gt (g_strv_length (lines), 2);
  for (char **line = lines + 2; *line != NULL; line++)
    ck_assert_msg (strstr (*line, "yes yes yes") != NULL, "%s", *line);
}
END_TEST

/* No warning of a program that takes it apart. */
START_TEST (it_is_well_formed)
{
  g_autoptr (GBytes) bytes = write_pdf (NULL);
  g_autofree char *said = said_by ("qpdf", "--check", NULL);

  if (said == NULL)
    return;
  ck_assert_ptr_nonnull (strstr (said, "No syntax or stream encoding errors found"));
  ck_assert_ptr_null (strstr (said, "WARNING"));
}
END_TEST

START_TEST (each_table_begins_a_page_and_a_long_one_takes_more)
{
  g_autoptr (Pages) pages = pages_of (0);
  g_autoptr (Pages) more = pages_of (1);
  double width, height;

  ck_assert_uint_eq (pages_count (pages), 1);
  pages_get_size (pages, 0, &width, &height);
  ck_assert_double_eq_tol (width, A4_SHORT, 0.01);
  ck_assert_double_eq_tol (height, A4_LONG, 0.01);
  ck_assert_uint_ge (pages_count (more), 2);
}
END_TEST

START_TEST (a_form_is_printed_in_its_orientation)
{
  g_autoptr (Pages) pages = NULL;
  double width, height;

  ck_assert (db_exec (db, "UPDATE form SET orientation = 'landscape'", NULL));
  pages = pages_of (0);
  pages_get_size (pages, 0, &width, &height);
  ck_assert_double_eq_tol (width, A4_LONG, 0.01);
  ck_assert_double_eq_tol (height, A4_SHORT, 0.01);
}
END_TEST

/* What is drawn stays inside the margins of its page. */
START_TEST (nothing_is_drawn_outside_the_margins)
{
  g_autoptr (Pages) pages = pages_of (1);
  double margin = 10 * 72 / 25.4;

  for (guint n = 0; n < pages_count (pages); n++)
    {
      cairo_surface_t *surface =
          cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double   x, y, width, height;

      pages_draw (pages, n, cr);
      ck_assert_int_eq (cairo_status (cr), CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      ck_assert_double_ge (x, margin);
      ck_assert_double_ge (y, margin);
      ck_assert_double_le (x + width, A4_SHORT - margin);
      ck_assert_double_le (y + height, A4_LONG - 0.5 * margin);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}
END_TEST

START_TEST (a_failed_export_leaves_the_old_file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *elsewhere = g_build_filename (folder, "no", "out.pdf", NULL);
  GDir            *listing;

  ck_assert (!export_pdf (NULL, elsewhere, &error));
  ck_assert_ptr_nonnull (strstr (error->message, elsewhere));
  ck_assert_ptr_nonnull (strstr (error->message, "文件夹"));
  g_clear_error (&error);
  ck_assert (!export_pdf (NULL, folder, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "文件夹"));
  g_clear_error (&error);
  ck_assert (g_file_set_contents (path, "old", -1, NULL));
  ck_assert (!export_pdf ("beijing", path, &error));
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "old");
  listing = g_dir_open (folder, 0, NULL);
  ck_assert_str_eq (g_dir_read_name (listing), "out.pdf");
  ck_assert_ptr_null (g_dir_read_name (listing));
  g_dir_close (listing);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pdf");
  TCase *tcase = tcase_create ("pdf");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, the_same_records_give_the_same_bytes);
  tcase_add_test (tcase, a_page_is_small);
  tcase_add_test (tcase, a_page_can_be_read_by_machines);
  tcase_add_test (tcase, a_long_title_breaks_before_its_year);
  tcase_add_test (tcase, words_of_another_script_harm_nothing);
  tcase_add_test (tcase, a_character_that_no_font_has_is_not_lost);
  tcase_add_test (tcase, a_file_says_what_its_parts_are);
  tcase_add_test (tcase, its_fonts_are_in_it_cut_down);
  tcase_add_test (tcase, it_is_well_formed);
  tcase_add_test (tcase, each_table_begins_a_page_and_a_long_one_takes_more);
  tcase_add_test (tcase, a_form_is_printed_in_its_orientation);
  tcase_add_test (tcase, nothing_is_drawn_outside_the_margins);
  tcase_add_test (tcase, a_failed_export_leaves_the_old_file);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
