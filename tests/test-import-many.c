/* tests/test-import-many.c — many documents at once: those that nobody looks at are let
 * go, and come back when they are needed.
 */

#include "tests/folder.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/import-window.h"
#include "ui/language.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_FILES 3

static const char *const names[N_FILES] = { "甲局.txt", "乙局.txt", "丙局.txt" };
/* two of one text */
static const char *const departments[N_FILES] = { "松岭市农业农村局", "松岭市水务局",
                                                  "松岭市农业农村局" };
static const char *const projects[N_FILES] = { "河道清淤", "道路养护", "桥梁维修" };
static UiImportFile *files[N_FILES]; /* lent by the window */
static GtkWidget    *opened;

static void
write_text (guint i, const char *department, const char *project)
{
  g_autofree char *path = folder_path (names[i]);
  g_autofree char *text = g_strdup_printf ("%s2025年部门预算绩效文本\n"
                                           "1、%s绩效目标表\n项目编码\t1300000%u\t"
                                           "项目名称\t%s\n资金用途\t%s费用\n",
                                           department, project, i, project, project);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
}

static void
await_all (void)
{
  for (guint i = 0; i < N_FILES; i++)
    while (ui_import_file_get_state (files[i]) <= UI_IMPORT_READING)
      g_main_context_iteration (NULL, TRUE);
  windowed_settle ();
}

static void
set_up (void)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  ui_language_set ();
  windowed_set_up ();
  windowed_open (NULL);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *path = folder_path (names[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      write_text (i, departments[i], projects[i]);
      files[i] = ui_import_file_new (file);
      g_ptr_array_add (array, files[i]);
    }
  opened = GTK_WIDGET (ui_import_window_open (window, array));
  await_all ();
}

static void
choose (guint i)
{
  GListModel *list = windowed_list (opened, GTK_TYPE_LIST_VIEW, 0);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (list), i);
  while (ui_import_file_get_state (files[i]) == UI_IMPORT_READ &&
         !ui_import_file_is_there (files[i]))
    g_main_context_iteration (NULL, TRUE);
  windowed_settle ();
}

/* Presses Ctrl+Enter, and waits until it is written, or a dialog says why not. */
static void
import (void)
{
  guint before = g_list_model_get_n_items (gtk_window_get_toplevels ());

  gtk_widget_activate_action (opened, "import.write", NULL);
  while (ui_import_file_get_state (files[0]) != UI_IMPORT_WRITTEN &&
         g_list_model_get_n_items (gtk_window_get_toplevels ()) == before)
    g_main_context_iteration (NULL, TRUE);
  windowed_settle ();
}

static gboolean
writes_one (GtkWidget *widget, gconstpointer data)
{
  const char *label =
      GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && strstr (label, "只导入这一份") != NULL;
}

START_TEST (only_the_one_that_is_looked_at_is_kept)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *words = ui_import_file_describe (files[i]);

      ck_assert_int_eq (ui_import_file_get_state (files[i]), UI_IMPORT_READ);
      ck_assert_int_eq (ui_import_file_is_there (files[i]), i == 0);
      ck_assert (ui_import_file_has_choice (files[i]));
      ck_assert (strstr (words, "新 2，不同 0") != NULL);
    }
  choose (2);
  for (guint i = 0; i < N_FILES; i++)
    ck_assert_int_eq (ui_import_file_is_there (files[i]), i == 2);
  gtk_window_destroy (GTK_WINDOW (opened));
}
END_TEST

START_TEST (what_was_touched_stays_as_it_was_chosen)
{
  Preview *shown = ui_import_file_get_previewed (files[0])->previews->pdata[0];

  ((PreviewItem *) shown->items->pdata[1])->choice = PREVIEW_SKIP;
  ui_import_file_touch (files[0]);
  choose (1);
  ck_assert (ui_import_file_is_there (files[0]));
  ck_assert (ui_import_file_is_there (files[1]));
  choose (0);
  ck_assert_ptr_eq (ui_import_file_get_previewed (files[0])->previews->pdata[0], shown);
  import ();
  windowed_assert_text ("SELECT count(*) FROM document", "2");
  windowed_assert_text ("SELECT count(*) FROM project", "2");
  windowed_assert_text ("SELECT count(*) FROM action", "1");
  windowed_act ("win.undo", NULL);
  windowed_assert_text ("SELECT count(*) FROM document", "0");
}
END_TEST

START_TEST (a_file_that_was_changed_is_said_and_nothing_is_written)
{
  g_autofree char *words = NULL;

  write_text (1, departments[1], "道路拓宽");
  import ();
  windowed_assert_text ("SELECT count(*) FROM document", "0");
  ck_assert_ptr_nonnull (windowed_dialog ());
  windowed_respond (GTK_RESPONSE_CLOSE);
  choose (1);
  words = ui_import_file_describe (files[1]);
  ck_assert_msg (strstr (words, "又改过") != NULL, "%s", words);
  import ();
  windowed_assert_text ("SELECT count(*) FROM document", "2");
  windowed_assert_text ("SELECT count(*) FROM project WHERE name = '道路拓宽'", "1");
}
END_TEST

START_TEST (a_file_that_went_is_said_when_it_is_looked_at)
{
  g_autofree char *path = folder_path (names[1]);

  g_remove (path);
  choose (1);
  while (ui_import_file_get_state (files[1]) == UI_IMPORT_READ)
    g_main_context_iteration (NULL, TRUE);
  ck_assert_int_eq (ui_import_file_get_state (files[1]), UI_IMPORT_REFUSED);
  gtk_window_destroy (GTK_WINDOW (opened));
}
END_TEST

START_TEST (others_of_the_text_that_was_written_are_read_again)
{
  g_autofree char *other = NULL, *same = NULL;

  g_signal_emit_by_name (windowed_pick (opened, writes_one, NULL), "clicked");
  while (ui_import_file_get_state (files[0]) != UI_IMPORT_WRITTEN)
    g_main_context_iteration (NULL, TRUE);
  await_all ();
  other = ui_import_file_describe (files[1]);
  same = ui_import_file_describe (files[2]);
  ck_assert_msg (strstr (other, "新 2，不同 0") != NULL, "%s", other);
  ck_assert_msg (strstr (same, "新 1，不同 0") != NULL, "%s", same);
  gtk_window_destroy (GTK_WINDOW (opened));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-many");
  TCase *tcase = tcase_create ("letting go");

  tcase_set_timeout (tcase, 60);
  tcase_add_checked_fixture (tcase, set_up, windowed_tear_down);
  tcase_add_test (tcase, only_the_one_that_is_looked_at_is_kept);
  tcase_add_test (tcase, what_was_touched_stays_as_it_was_chosen);
  tcase_add_test (tcase, a_file_that_was_changed_is_said_and_nothing_is_written);
  tcase_add_test (tcase, a_file_that_went_is_said_when_it_is_looked_at);
  tcase_add_test (tcase, others_of_the_text_that_was_written_are_read_again);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
