/* tests/test-form-bar.c — monitoring, self-evaluation and next year's draft in the
 * window.
 */

#include "app/edit/undo.h"
#include "app/form/carried.h"
#include "app/form/edit.h"
#include "db/carried.h"
#include "db/evaluation.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/cell.h"
#include "ui/form-bar.h"
#include "ui/language.h"

#include <string.h>

static UiFormPage *
form (void)
{
  return ui_window_get_form (window);
}

static const FormTable *
table (void)
{
  return ui_form_page_get_table (form ());
}

static gint64
id_of (const char *sql)
{
  g_autofree char *answer = windowed_answer (sql);

  return g_ascii_strtoll (answer, NULL, 10);
}

/* Opens a sample at a project with targets. */
static void
open_project (void)
{
  windowed_open ("nongye-2024.txt");
  ui_window_select (window, id_of ("SELECT id FROM document"),
                    id_of ("SELECT id FROM project WHERE kind = 'project' LIMIT 1"));
  windowed_settle ();
}

static void
show_table (const char *name)
{
  windowed_act ("win.form-table", g_variant_new_string (name));
}

/* The nth cell of a field, from the top. */
static const FormCell *
cell_of (const char *field, guint n)
{
  for (guint i = 0; i < table ()->cells->len; i++)
    {
      const FormCell *cell = table ()->cells->pdata[i];

      if (g_strcmp0 (cell->field, field) == 0 && n-- == 0)
        return cell;
    }
  ck_abort_msg ("no cell %s", field);
}

static void
type (const char *field, const char *text)
{
  UiFormSheet *sheet = ui_form_page_get_sheet (form ());

  ck_assert (ui_form_sheet_set (sheet, ui_form_sheet_get_grids (sheet)->pdata[0],
                                cell_of (field, 0), text));
  windowed_settle ();
}

static UiCell *
widget_of (const FormCell *cell)
{
  for (guint n = 0;; n++)
    {
      GtkWidget      *found = windowed_find_nth (GTK_WIDGET (form ()), UI_TYPE_CELL, n);
      const FormCell *place = found ? ui_cell_get_place (UI_CELL (found)) : NULL;

      ck_assert (found != NULL);
      if (place->row == cell->row && place->col == cell->col)
        return UI_CELL (found);
    }
}

static gboolean
is_marked (const char *field, const char *mark)
{
  return gtk_widget_has_css_class (GTK_WIDGET (widget_of (cell_of (field, 0))), mark);
}

/* Whether a label of the bar that can be seen has the words. */
static gboolean
bar_says (const char *words)
{
  GtkWidget *bar = windowed_find (GTK_WIDGET (window), UI_TYPE_FORM_BAR);

  for (guint n = 0;; n++)
    {
      GtkWidget *label = windowed_find_nth (bar, GTK_TYPE_LABEL, n);

      if (label == NULL)
        return FALSE;
      if (gtk_widget_get_mapped (label) &&
          strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL)
        return TRUE;
    }
}

START_TEST (a_project_shows_each_of_its_tables)
{
  open_project ();
  show_table ("monitoring");
  ck_assert_str_eq (table ()->form->id, "monitoring");
  show_table ("evaluation");
  ck_assert_str_eq (table ()->form->id, "evaluation");
  /* It is remembered. */
  ui_window_select (
      window, id_of ("SELECT id FROM document"),
      id_of ("SELECT id FROM project WHERE kind = 'project' LIMIT 1 OFFSET 1"));
  windowed_settle ();
  ck_assert_str_eq (table ()->form->id, "evaluation");
  show_table ("targets");
  ck_assert_str_ne (table ()->form->id, "evaluation");
}
END_TEST

START_TEST (what_is_typed_into_an_evaluation_counts_at_once)
{
  g_autofree char *before = NULL;

  open_project ();
  show_table ("evaluation");
  before = g_strdup (cell_of ("total_score", 0)->text);
  type ("actual", cell_of ("target", 0)->text);
  ck_assert_str_ne (cell_of ("total_score", 0)->text, before);
  ck_assert_int_eq (id_of ("SELECT count(*) FROM outcome"), 1);
  windowed_act ("win.undo", NULL);
  ck_assert_str_eq (cell_of ("total_score", 0)->text, before);
}
END_TEST

START_TEST (points_that_are_typed_stand_until_they_are_cleared)
{
  g_autofree char *computed = NULL;

  open_project ();
  show_table ("evaluation");
  type ("actual", cell_of ("target", 0)->text);
  computed = g_strdup (cell_of ("score", 0)->text);
  type ("score", "1.5");
  ck_assert_str_eq (cell_of ("score", 0)->text, "1.5");
  type ("score", "");
  ck_assert_str_eq (cell_of ("score", 0)->text, computed);
}
END_TEST

START_TEST (what_the_evaluation_lacks_is_listed_and_marked)
{
  open_project ();
  show_table ("evaluation");
  ck_assert (!is_marked ("spent", "warning"));
  type ("actual", "0.001");
  ck_assert (is_marked ("spent", "warning"));
  ck_assert (bar_says ("项待补"));
  type ("spent", "1");
  ck_assert (!is_marked ("spent", "warning"));
}
END_TEST

START_TEST (a_place_in_another_table_is_shown_there)
{
  UiPlace place = { .table = "execution", .column = "spent_text" };

  open_project ();
  show_table ("evaluation");
  type ("spent", "1");
  place.document = id_of ("SELECT id FROM document");
  place.project = table ()->project;
  place.row = id_of ("SELECT id FROM execution");
  show_table ("targets");
  ui_window_go_to (window, &place);
  windowed_settle ();
  ck_assert_str_eq (table ()->form->id, "evaluation");
  ck_assert_str_eq (ui_form_sheet_get_cursor (ui_form_page_get_sheet (form ()))->field,
                    "spent");
}
END_TEST

/* Answers the dialog without the first project, and shows the draft's first one. */
static void
draft (void)
{
  GtkWidget *check;

  open_project ();
  windowed_act ("win.draft-next-year", NULL);
  ck_assert (windowed_dialog () != NULL);
  check = windowed_find_nth (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_CHECK_BUTTON, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert (windowed_dialog () == NULL);
}

static gint64
drafted_document (void)
{
  return id_of ("SELECT id FROM document WHERE fiscal_year = 2025");
}

static void
show_drafted_project (void)
{
  ui_window_select (window, drafted_document (),
                    id_of ("SELECT p.id FROM project p JOIN document d"
                           " ON d.id = p.document_id WHERE d.fiscal_year = 2025"
                           " AND p.kind = 'project' LIMIT 1"));
  windowed_settle ();
}

START_TEST (a_draft_is_made_and_opened)
{
  draft ();
  ck_assert_int_eq (ui_window_get_document (window), drafted_document ());
  ck_assert_int_eq (id_of (
                        "SELECT (SELECT count(*) FROM project WHERE document_id = d.id)"
                        " - (SELECT count(*) FROM project WHERE document_id <> d.id)"
                        " FROM document d WHERE fiscal_year = 2025"),
                    -1);
  ck_assert (bar_says ("照搬上年"));
}
END_TEST

START_TEST (a_draft_that_cannot_be_is_refused_in_the_dialog)
{
  GtkWidget *year;

  open_project ();
  windowed_act ("win.draft-next-year", NULL);
  year = windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (year), 2020);
  windowed_respond (GTK_RESPONSE_ACCEPT);
  ck_assert (windowed_dialog () != NULL);
  ck_assert_int_eq (id_of ("SELECT count(*) FROM document"), 1);
  windowed_respond (GTK_RESPONSE_CANCEL);
  ck_assert (windowed_dialog () == NULL);
}
END_TEST

static gint64
carried (gint64 project)
{
  return carried_count (ui_window_get_db (window), drafted_document (), project, NULL);
}

START_TEST (what_came_over_is_marked_and_confirmed)
{
  g_autoptr (GPtrArray) cells = NULL;
  gint64 here;

  draft ();
  show_drafted_project ();
  cells = form_carried_cells (ui_window_get_db (window), drafted_document (), table (),
                              NULL);
  here = carried (table ()->project);
  ck_assert_int_gt (here, 1);
  ck_assert_uint_gt (cells->len, 1);
  for (guint i = 0; i < cells->len; i++)
    ck_assert (
        gtk_widget_has_css_class (GTK_WIDGET (widget_of (cells->pdata[i])), "carried"));
  ui_form_page_go_to (form (), cells->pdata[cells->len - 1]);
  windowed_settle ();
  windowed_act ("win.confirm-carried", g_variant_new_string ("cell"));
  ck_assert_int_eq (carried (table ()->project), here - 1);
  windowed_act ("win.confirm-carried", g_variant_new_string ("project"));
  ck_assert_int_eq (carried (table ()->project), 0);
  ck_assert_int_gt (carried (0), 0);
  windowed_act ("win.confirm-carried", g_variant_new_string ("document"));
  ck_assert_int_eq (carried (0), 0);
  windowed_act ("win.undo", NULL);
  ck_assert_int_gt (carried (0), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("form-bar");
  TCase *tcase = tcase_create ("form-bar");

  ui_language_set ();
  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, a_project_shows_each_of_its_tables);
  tcase_add_test (tcase, what_is_typed_into_an_evaluation_counts_at_once);
  tcase_add_test (tcase, points_that_are_typed_stand_until_they_are_cleared);
  tcase_add_test (tcase, what_the_evaluation_lacks_is_listed_and_marked);
  tcase_add_test (tcase, a_place_in_another_table_is_shown_there);
  tcase_add_test (tcase, a_draft_is_made_and_opened);
  tcase_add_test (tcase, a_draft_that_cannot_be_is_refused_in_the_dialog);
  tcase_add_test (tcase, what_came_over_is_marked_and_confirmed);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
