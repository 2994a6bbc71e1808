/* tests/test-outline.c — the whole text has every part in its order, in every layout,
 * and all of it is found in the PDF.
 */

#include "app/export/export.h"
#include "app/fold.h"
#include "app/import/import.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>

/* The styles of the items, a letter each, and of tables their section. */
static char *
styles_of (const Outline *outline)
{
  static const char letters[] = "CTPcPHSpLclrX";
  GString          *styles = g_string_new (NULL);

  for (guint i = 0; i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      g_string_append_c (styles, letters[item->style]);
    }
  return g_string_free (styles, FALSE);
}

static const OutlineItem *
item_of_style (const Outline *outline, TextStyle style, guint nth)
{
  for (guint i = 0; i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (item->style == style && nth-- == 0)
        return item;
    }
  return NULL;
}

static Document *
store (const char *form)
{
  Printed   printed = { form, 1, 3, 4, FALSE };
  Project  *project;
  Document *document = printed_new (&printed, &project);

  ck_assert (document_store (db, document, NULL));
  return document;
}

static const char *const forms[] = { "chengde", "zunhua", "nanpu", "tangshan-renshe",
                                     "tangshan-shehui" };

START_TEST (a_text_without_words_of_its_own_gets_those_of_the_layout)
{
  g_autoptr (Document) document = store (forms[_i]);
  g_autoptr (Outline) outline = outline_new (db, document, NULL, NULL, NULL);
  g_autofree char *styles = NULL;

  ck_assert_ptr_nonnull (outline);
  styles = styles_of (outline);
  ck_assert_str_eq (styles, _i < 3 ? "CCCTPcPPX" : "CCCTcX");
  ck_assert_str_eq (item_of_style (outline, TEXT_COVER, 0)->text, "甲县水利局");
  ck_assert_str_eq (item_of_style (outline, TEXT_COVER, 1)->text,
                    "2025年部门预算绩效文本");
  ck_assert_str_eq (outline->title, "甲县水利局2025年部门预算绩效文本");
  ck_assert_str_eq (outline->author, "甲县水利局");
  ck_assert_uint_eq (item_of_style (outline, TEXT_CONTENTS, 0)->target,
                     outline->items->len - 1);
  if (_i < 3)
    ck_assert_str_eq (item_of_style (outline, TEXT_CONTENTS_PART, 0)->text,
                      "第一部分　预算项目绩效目标");
}
END_TEST

/* What is written into a document by hand comes under headings that count on. */
START_TEST (headings_of_the_layout_count_on)
{
  g_autoptr (Document) document = store ("zunhua");
  g_autoptr (Outline) outline = NULL;

  ck_assert (db_exec (
      db,
      "INSERT INTO overall_goal (document_id, ordinal, text)"
      " VALUES (1, 1, '水清岸绿');"
      "INSERT INTO sub_goal (document_id, ordinal, title, goal)"
      " VALUES (1, 1, '清淤', '河道畅通'), (1, 2, '护坡', NULL);"
      "INSERT INTO safeguard (document_id, ordinal, text) VALUES (1, 1, '督导');"
      "INSERT INTO glossary_term (document_id, ordinal, term, definition)"
      " VALUES (1, 1, '三公经费', '接待等')",
      NULL));
  outline = outline_new (db, document, NULL, NULL, NULL);
  ck_assert_str_eq (item_of_style (outline, TEXT_PART, 0)->text, "第一部分");
  ck_assert_str_eq (item_of_style (outline, TEXT_PART, 1)->text,
                    "2025年部门整体绩效目标");
  ck_assert_str_eq (item_of_style (outline, TEXT_HEADING, 0)->text, "一、总体绩效目标");
  ck_assert_str_eq (item_of_style (outline, TEXT_HEADING, 1)->text, "二、分项绩效目标");
  ck_assert_str_eq (item_of_style (outline, TEXT_SUBHEADING, 1)->text, "2、护坡");
  ck_assert_str_eq (item_of_style (outline, TEXT_PARAGRAPH, 1)->text,
                    "绩效目标：河道畅通");
  ck_assert_str_eq (item_of_style (outline, TEXT_HEADING, 2)->text, "三、工作保障措施");
  ck_assert_str_eq (item_of_style (outline, TEXT_PART, 2)->text, "第二部分");
  ck_assert_str_eq (item_of_style (outline, TEXT_HEADING, 3)->text, "一、名词解释");
  ck_assert_str_eq (item_of_style (outline, TEXT_PARAGRAPH, 3)->text,
                    "1、三公经费：接待等");
}
END_TEST

START_TEST (a_layout_that_is_not_there_is_an_error)
{
  g_autoptr (Document) document = store ("zunhua");
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (outline_new (db, document, "beijing", NULL, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "beijing"));
}
END_TEST

/* The text of a PDF as its reader meets it, folded and without what stands on the edges
 * of the pages.  NULL without pdftotext.  */
static char *
text_of_pdf (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char      *arguments[] = { program, "-raw", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GRegex) edge = g_regex_new ("第\\d+页共\\d+页", 0, 0, NULL);

  if (program == NULL)
    return NULL;
  ck_assert (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &text, NULL,
                           NULL, NULL));
  folded = fold (text);
  return g_regex_replace_literal (edge, folded, -1, 0, "", 0, NULL);
}

/* Moves *from behind the text; FALSE when it does not come.  A text that goes on over
 * the next page may have the column headings inside: its ends must come.  */
static gboolean
comes (const char **from, const char *text)
{
  g_autofree char *folded = fold (text);
  const char      *found = strstr (*from, folded);

  if (*folded == '\0')
    return TRUE;
  for (glong keep = g_utf8_strlen (folded, -1) / 2; found == NULL && keep > 3;
       keep /= 2)
    {
      *g_utf8_offset_to_pointer (folded, keep) = '\0';
      found = strstr (*from, folded);
    }
  if (found != NULL)
    *from = found;
  return found != NULL;
}

static void
check_order (const Outline *outline, const char *text)
{
  const char *at = text;

  for (guint i = 0; i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (item->table == NULL)
        ck_assert_msg (comes (&at, item->text), "%s", item->text);
      for (guint k = 0; item->table != NULL && k < item->table->cells->len; k++)
        {
          const FormCell *cell = item->table->cells->pdata[k];

          ck_assert_msg (comes (&at, cell->text), "%s: %s", item->text, cell->text);
        }
    }
}

static void
import_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Import) import = import_read (path, &error);

  ck_assert_msg (import != NULL && import_store (import, db, FALSE, &error), "%s: %s",
                 path, error ? error->message : "");
}

static const char *const samples[] = { "wenlv-2025.txt", "nongye-2024.txt",
                                       "shijian-2023.txt", "shuiwu-2025.txt",
                                       "zhujian-2025.txt" };

static const char *const real_samples[] = {
  "chengde-2024.txt", "zunhua-2022-first12.txt", "nanpu-2020-first7.txt",
  "tangshan-renshe-2024.txt", "tangshan-shehui-2024-first12.txt"
};

static void
export_and_check (const char *sample)
{
  g_autofree char *folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (document_free);
  const ExportOptions options = { .format = "pdf", .whole = TRUE };
  g_autoptr (Outline) outline = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  import_file (sample);
  g_ptr_array_add (documents, document_load (db, 1, NULL));
  ck_assert_msg (export_write (db, documents, &options, path, &error), "%s",
                 error ? error->message : "");
  outline = outline_new (db, documents->pdata[0], NULL, NULL, NULL);
  text = text_of_pdf (path);
  if (text != NULL)
    check_order (outline, text);
  g_unlink (path);
  g_rmdir (folder);
}

START_TEST (every_text_is_in_the_pdf_in_order)
{
  g_autofree char *path = sample_path (samples[_i]);

  export_and_check (path);
}
END_TEST

START_TEST (so_is_that_of_real_documents)
{
  g_autofree char *path = real_sample_path (real_samples[_i]);

  if (path != NULL)
    export_and_check (path);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("outline");
  TCase *tcase = tcase_create ("outline");

  tcase_add_checked_fixture (tcase, open_empty, close_file);
  tcase_add_loop_test (tcase, a_text_without_words_of_its_own_gets_those_of_the_layout,
                       0, G_N_ELEMENTS (forms));
  tcase_add_test (tcase, headings_of_the_layout_count_on);
  tcase_add_test (tcase, a_layout_that_is_not_there_is_an_error);
  tcase_add_loop_test (tcase, every_text_is_in_the_pdf_in_order, 0,
                       G_N_ELEMENTS (samples));
  tcase_add_loop_test (tcase, so_is_that_of_real_documents, 0,
                       G_N_ELEMENTS (real_samples));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
