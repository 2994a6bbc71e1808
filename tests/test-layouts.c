/* tests/test-layouts.c — tables in layouts of many offices, tests/layouts/NAME.txt.
 *
 * A file is a document and, below a line of ==, what is to be read of it.  A line that
 * begins with | is a row of a table: cells parted by |, ^ where the cell above reaches
 * down, < where the one at the left reaches over, \n for a line break.  The texts are
 * made up.  To add a layout, write its document with nothing below the == and take over
 * what the failing test shows, once it is right.  */

#include "app/import/recognise.h"
#include "app/read/block.h"
#include "db/goal.h"
#include "db/overall-goal.h"
#include "db/sub-goal.h"
#include "tests/proposed.h"
#include "tests/suite.h"

#include <string.h>

static GPtrArray *names; /* of the files, sorted */

static char *
layout_path (const char *name)
{
  return g_build_filename (g_getenv ("JIXIAO_DATA"), "..", "tests", "layouts", name,
                           NULL);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
find_layouts (void)
{
  g_autofree char *path = layout_path (NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  g_assert_nonnull (dir);
  names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = NULL; (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_name);
}

/* The cells of a row as they are written. */
static GStrv
split_row (const char *line)
{
  GStrv cells = g_strsplit (line + 1, "|", -1);

  for (char **cell = cells; *cell != NULL; cell++)
    {
      g_auto (GStrv) lines = g_strsplit (g_strstrip (*cell), "\\n", -1);

      g_free (*cell);
      *cell = g_strjoinv ("\n", lines);
    }
  return cells;
}

/* The cell of the table that covers a place. */
static BlockCell *
cell_at (const Block *table, guint row, guint col)
{
  for (guint i = table->cells->len; i-- > 0;)
    {
      BlockCell *cell = table->cells->pdata[i];

      if (row - cell->row < cell->row_span && col - cell->col < cell->col_span)
        return cell;
    }
  return NULL;
}

static void
add_row (Block *table, guint row, const GStrv cells)
{
  for (guint col = 0; cells[col] != NULL; col++)
    {
      BlockCell *left = col > 0 ? cell_at (table, row, col - 1) : NULL;
      BlockCell *above = row > 0 ? cell_at (table, row - 1, col) : NULL;

      if (strcmp (cells[col], "<") == 0 && left != NULL)
        left->col_span = MAX (left->col_span, col - left->col + 1);
      else if (strcmp (cells[col], "^") == 0 && above != NULL)
        above->row_span = row - above->row + 1;
      else
        g_ptr_array_add (table->cells, block_cell_new (row, col, cells[col], 0));
    }
}

/* Whether a sheet has the row as a line: one cell over all of it. */
static gboolean
is_line (const GStrv cells)
{
  for (guint col = 1; cells[col] != NULL; col++)
    if (strcmp (cells[col], "<") != 0)
      return FALSE;
  return cells[0] != NULL && strcmp (cells[0], "^") != 0;
}

/* The blocks that a reader would make of the document. */
static GPtrArray *
blocks_of (const char *document, gboolean as_sheet)
{
  GPtrArray *blocks = block_array_new ();
  Block     *table = NULL;
  guint      row = 0;
  g_auto (GStrv) lines = g_strsplit (document, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) cells = **line == '|' ? split_row (*line) : NULL;
      gboolean is_text = cells == NULL || (as_sheet && is_line (cells));

      if (is_text)
        table = NULL;
      if (is_text && **line != '\0')
        g_ptr_array_add (blocks,
                         block_new_paragraph (cells != NULL ? cells[0] : *line, 0));
      if (is_text)
        continue;
      if (table == NULL)
        {
          row = 0;
          table = block_new_table (0);
          g_ptr_array_add (blocks, table);
        }
      add_row (table, row++, cells);
    }
  return blocks;
}

static void
tell_project (GString *to, const Project *p)
{
  g_autofree char *head = proposed_head (p);
  g_autofree char *targets = proposed_targets (p);

  g_string_append_printf (to, "%s: %s\n", p->kind, head);
  for (guint i = 0; i < p->goals->len; i++)
    g_string_append_printf (to, "goal: %s\n",
                            ((const Goal *) p->goals->pdata[i])->text);
  g_string_append_printf (to, "%s%s", targets, *targets != '\0' ? "\n" : "");
}

/* What was read. */
static char *
tell (const Proposal *proposal)
{
  const Document *document = proposal->document;
  GString        *to = g_string_new (NULL);

  g_string_append_printf (to, "department: %s", document->department);
  if (document->fiscal_year != DB_NULL)
    g_string_append_printf (to, ", %d", (int) document->fiscal_year);
  g_string_append (to, "\n");
  for (guint i = 0; i < document->overall_goals->len; i++)
    g_string_append_printf (
        to, "overall goal: %s\n",
        ((const OverallGoal *) document->overall_goals->pdata[i])->text);
  for (guint i = 0; i < document->sub_goals->len; i++)
    {
      const SubGoal *sub_goal = document->sub_goals->pdata[i];

      g_string_append_printf (to, "sub-goal: %s: %s\n", sub_goal->title,
                              sub_goal->goal);
    }
  for (guint i = 0; i < document->projects->len; i++)
    tell_project (to, document->projects->pdata[i]);
  for (guint i = 0; i < proposal->notes->len; i++)
    g_string_append_printf (to, "%s%s", i > 0 ? " / " : "unread: ",
                            ((const Note *) proposal->notes->pdata[i])->text);
  return g_string_free (to, FALSE);
}

static void
check_layout (const char *name, gboolean as_sheet)
{
  g_autofree char *path = layout_path (name), *text = NULL, *got = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (Proposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "\n==\n", 2);
  ck_assert_uint_eq (g_strv_length (parts), 2);
  blocks = blocks_of (parts[0], as_sheet);
  proposal = recognise (blocks, name, &error);
  ck_assert_msg (proposal != NULL, "%s: %s", name, error ? error->message : "");
  ck_assert_uint_eq (proposal->texts_in, proposal->texts_used + proposal->texts_listed);
  got = tell (proposal);
  g_strchomp (parts[1]);
  g_strchomp (got);
  ck_assert_msg (strcmp (got, parts[1]) == 0, "%s, expected:\n%s\n\ngot:\n%s", name,
                 parts[1], got);
}

START_TEST (a_layout_is_read_by_what_its_labels_mean)
{
  check_layout (names->pdata[_i], FALSE);
}
END_TEST

/* Where one cell takes the whole row, a sheet has a line between two tables. */
START_TEST (a_sheet_of_it_is_read_the_same)
{
  check_layout (names->pdata[_i], TRUE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("layouts");
  TCase *tcase = tcase_create ("layouts");

  find_layouts ();
  tcase_add_loop_test (tcase, a_layout_is_read_by_what_its_labels_mean, 0,
                       (int) names->len);
  tcase_add_loop_test (tcase, a_sheet_of_it_is_read_the_same, 0, (int) names->len);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
