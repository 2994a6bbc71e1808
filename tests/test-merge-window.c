/* tests/test-merge-window.c — a file that was sent back in the window: compared,
 * decided side by side, taken over as one step.
 */

#include "app/edit/edit.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/merge-row.h"
#include "ui/merge-window.h"

static gint64     first; /* an indicator; the next one too is of its project */
static GtkWidget *shown;

static void
set (Db *db, gint64 row, const char *text)
{
  ck_assert (edit_cell (db, "indicator", row, "name", text, NULL));
}

static GtkWidget *
find_merge_window (void)
{
  GListModel *open = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (GtkWidget) candidate = g_list_model_get_item (open, i);

      if (UI_IS_MERGE_WINDOW (candidate))
        return candidate;
    }
  return NULL;
}

static void
await (void)
{
  while (ui_window_get_awaited (window) != NULL)
    g_main_context_iteration (NULL, TRUE);
  windowed_settle ();
  shown = find_merge_window ();
}

/* Beside the window's file; the folder is emptied with it. */
static char *
path_of_copy (void)
{
  g_autofree char *folder =
      g_path_get_dirname (db_get_path (ui_window_get_db (window)));

  return g_build_filename (folder, "back.jixiao", NULL);
}

/* The window's file, and a copy of it that somebody else has edited: row by row they
 * changed the first and the second, we the second and the third.  */
static void
open_merge (void)
{
  g_autofree char *text = NULL, *path = NULL, *bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (Db) copy = NULL;
  gsize size;

  windowed_open ("nongye-2024.txt");
  text = windowed_answer ("SELECT min(id) FROM indicator WHERE name <> ''");
  first = g_ascii_strtoll (text, NULL, 10);
  path = path_of_copy ();
  ck_assert (g_file_get_contents (db_get_path (ui_window_get_db (window)), &bytes,
                                  &size, NULL));
  ck_assert (g_file_set_contents (path, bytes, (gssize) size, NULL));
  copy = db_open (path, DB_OPEN_WRITE, NULL);
  set (copy, first, "那边一");
  set (copy, first + 1, "那边二");
  g_clear_pointer (&copy, db_close);
  set (ui_window_get_db (window), first + 1, "这边二");
  set (ui_window_get_db (window), first + 2, "这边三");
  ui_window_reload (window);
  file = g_file_new_for_path (path);
  ui_merge_file (window, file);
  await ();
}

static char *
name_of (gint64 row)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT name FROM indicator WHERE id = %" G_GINT64_FORMAT, row);

  return windowed_answer (sql);
}

static void
check_name (gint64 row, const char *expected)
{
  g_autofree char *name = name_of (row);

  ck_assert_str_eq (name, expected);
}

/* The last button of the window accepts. */
static GtkWidget *
accept_button (void)
{
  GtkWidget *box = gtk_window_get_child (GTK_WINDOW (shown));

  return gtk_widget_get_last_child (
      gtk_widget_get_last_child (gtk_widget_get_first_child (box)));
}

/* The conflict's row, and its button for ours (0) or theirs (1). */
static GtkWidget *
conflict_button (guint side)
{
  GtkWidget *row;

  for (guint i = 0; (row = windowed_find_nth (shown, UI_TYPE_MERGE_ROW, i)) != NULL;
       i++)
    if (gtk_widget_has_css_class (row, "conflict"))
      return windowed_find_nth (row, GTK_TYPE_TOGGLE_BUTTON, side);
  ck_abort_msg ("no conflict is shown");
  return NULL;
}

START_TEST (what_both_changed_is_to_be_decided_first)
{
  open_merge ();
  ck_assert_ptr_nonnull (shown);
  ck_assert_uint_eq (ui_merge_window_get_open (UI_MERGE_WINDOW (shown)), 1);
  ck_assert (!gtk_widget_get_sensitive (accept_button ()));
  gtk_window_destroy (GTK_WINDOW (shown));
  windowed_settle ();
  check_name (first + 1, "这边二");
  ck_assert (first > 0);
}
END_TEST

static const struct {
  guint       side;
  const char *second;
} sides[] = { { 0, "这边二" }, { 1, "那边二" } };

START_TEST (the_chosen_side_is_taken_in_one_step)
{
  g_autofree char *before = NULL;

  open_merge ();
  before = name_of (first);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (conflict_button (sides[_i].side)),
                                TRUE);
  windowed_settle ();
  ck_assert_uint_eq (ui_merge_window_get_open (UI_MERGE_WINDOW (shown)), 0);
  ck_assert (gtk_widget_get_sensitive (accept_button ()));
  g_signal_emit_by_name (accept_button (), "clicked");
  windowed_settle ();
  ck_assert_ptr_null (find_merge_window ());
  check_name (first, "那边一");
  check_name (first + 1, sides[_i].second);
  check_name (first + 2, "这边三");
  windowed_act ("win.undo", NULL);
  check_name (first, before);
  check_name (first + 1, "这边二");
}
END_TEST

START_TEST (what_only_they_changed_can_be_left)
{
  g_autofree char *before = NULL;
  GtkWidget       *row = NULL;

  open_merge ();
  before = name_of (first);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (conflict_button (1)), TRUE);
  for (guint i = 0; (row = windowed_find_nth (shown, UI_TYPE_MERGE_ROW, i)) != NULL;
       i++)
    if (!gtk_widget_has_css_class (row, "conflict"))
      break;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    windowed_find (row, GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  windowed_settle ();
  g_signal_emit_by_name (accept_button (), "clicked");
  windowed_settle ();
  check_name (first, before);
  check_name (first + 1, "那边二");
}
END_TEST

START_TEST (a_file_of_somebody_else_is_refused)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  windowed_open ("nongye-2024.txt");
  path = path_of_copy ();
  ck_assert (g_file_set_contents (path, "not ours", -1, NULL));
  file = g_file_new_for_path (path);
  ui_merge_file (window, file);
  await ();
  ck_assert_ptr_null (shown);
  ck_assert_ptr_nonnull (windowed_dialog ());
  windowed_respond (GTK_RESPONSE_CLOSE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("merge-window");
  TCase *tcase = tcase_create ("merge-window");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, what_both_changed_is_to_be_decided_first);
  tcase_add_loop_test (tcase, the_chosen_side_is_taken_in_one_step, 0,
                       G_N_ELEMENTS (sides));
  tcase_add_test (tcase, what_only_they_changed_can_be_left);
  tcase_add_test (tcase, a_file_of_somebody_else_is_refused);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
