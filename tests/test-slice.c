/* tests/test-slice.c — the rows of a table go on pages whole, in order, under their
 * headings.
 */

#include "app/export/slice.h"
#include "db/indicator.h"
#include "tests/printed.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#define SIZE   10
#define WIDTH  510
#define HEIGHT 700

static Typeset   *typeset;
static FormTable *table;
static Fit       *fit;

static void
set_up (void)
{
  open_empty ();
  ck_assert_ptr_nonnull (db);
  typeset = typeset_new ();
}

static void
tear_down (void)
{
  g_clear_pointer (&fit, fit_free);
  g_clear_pointer (&table, form_table_free);
  typeset_free (typeset);
  close_file ();
}

/* A table of so many indicators; one has a description of so many characters. */
static void
make (const char *form, guint indicators, guint characters)
{
  Printed  printed = { form, 3, indicators, 4, FALSE };
  Project *project;
  g_autoptr (Document) document = printed_new (&printed, &project);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < characters; i++)
    g_string_append (text, "长");
  if (characters > 0)
    db_record_take_text (&((Indicator *) project->indicators->pdata[1])->description,
                         g_strdup (text->str));
  g_string_free (text, TRUE);
  ck_assert (document_store (db, document, NULL));
  table = form_table_new (db, project->record.id, NULL, NULL);
  ck_assert_ptr_nonnull (table);
  fit = fit_new (typeset, table, SIZE, WIDTH);
}

static const Slice *
slice_at (const GPtrArray *pages, guint page, guint i)
{
  return &g_array_index ((GArray *) pages->pdata[page], Slice, i);
}

static guint
length (const GPtrArray *pages, guint page)
{
  return ((GArray *) pages->pdata[page])->len;
}

static const struct {
  const char *form;
  guint       indicators, characters;
} tables[] = {
  { "chengde", 0, 0 },  { "chengde", 9, 0 },           { "zunhua", 9, 0 },
  { "zunhua", 80, 0 },  { "chengde", 60, 0 },          { "tangshan-renshe", 4, 2000 },
  { "nanpu", 40, 900 }, { "tangshan-shehui", 3, 400 },
};

START_TEST (every_row_is_printed_once_and_fits)
{
  g_autoptr (GPtrArray) pages = NULL;
  guint row = 0, first = 0;

  make (tables[_i].form, tables[_i].indicators, tables[_i].characters);
  pages = slice_pages (fit, HEIGHT, HEIGHT);
  for (guint page = 0; page < pages->len; page++)
    {
      double height = 0;
      guint  i = 0;

      if (page > 0 && row >= table->head_first + table->head_rows)
        for (; i < table->head_rows; i++)
          {
            ck_assert_uint_eq (slice_at (pages, page, i)->row, table->head_first + i);
            height += slice_at (pages, page, i)->height;
          }
      for (; i < length (pages, page); i++)
        {
          const Slice *slice = slice_at (pages, page, i);

          if (slice->row != row)
            {
              row++;
              first = 0;
            }
          ck_assert_uint_eq (slice->row, row);
          ck_assert_uint_eq (slice->first, first);
          first += slice->lines;
          height += slice->height;
        }
      ck_assert_double_le (height, HEIGHT + 0.001);
    }
  ck_assert_uint_eq (row, table->rows - 1);
}
END_TEST

START_TEST (a_page_ends_where_it_may)
{
  make (_i == 0 ? "chengde" : "zunhua", 60, 0);
  for (double height = 100; height < HEIGHT; height += 7)
    {
      g_autoptr (GPtrArray) pages = slice_pages (fit, height, height);

      for (guint page = 0; page + 1 < pages->len; page++)
        {
          guint last = slice_at (pages, page, length (pages, page) - 1)->row;

          ck_assert (last < table->head_first ||
                     last >= table->head_first + table->head_rows);
          ck_assert_msg (_i == 0 || last != 3, "the amounts are torn from the purpose");
        }
    }
}
END_TEST

START_TEST (merged_cells_get_the_height_they_need)
{
  Printed  printed = { "zunhua", 1, 2, 4, FALSE };
  Project *project;
  g_autoptr (Document) document = printed_new (&printed, &project);
  g_autoptr (GPtrArray) pages = NULL;
  const FormCell *cell;
  double          height = 0;

  for (guint i = 0; i < 2; i++)
    db_record_take_text (&((Indicator *) project->indicators->pdata[i])->level1,
                         g_strdup ("名称特别长的一级指标名称特别长的一级指标"
                                   "名称特别长的一级指标名称特别长的一级指标"));
  ck_assert (document_store (db, document, NULL));
  table = form_table_new (db, project->record.id, NULL, NULL);
  fit = fit_new (typeset, table, SIZE, WIDTH);
  pages = slice_pages (fit, HEIGHT, HEIGHT);
  cell = form_table_at (table, table->rows - 1, 0);
  ck_assert_uint_eq (cell->row_span, 2);
  for (guint i = 0; i < cell->row_span; i++)
    height += slice_at (pages, 0, cell->row + i)->height;
  for (guint i = 0; i < table->cells->len; i++)
    if (table->cells->pdata[i] == cell)
      ck_assert_double_ge (height, fit->text[i] - 0.001);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("slice");
  TCase *tcase = tcase_create ("slice");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_loop_test (tcase, every_row_is_printed_once_and_fits, 0,
                       G_N_ELEMENTS (tables));
  tcase_add_loop_test (tcase, a_page_ends_where_it_may, 0, 2);
  tcase_add_test (tcase, merged_cells_get_the_height_they_need);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
