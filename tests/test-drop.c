/* tests/test-drop.c — files that are dropped on a window. */

#include "tests/folder.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/import-window.h"

/* Drops a text of one project and, with it or not, a file that is no document. */
static void
drop (guint n)
{
  static const char *const names[] = { "甲.txt", "乙.html" };
  static const char *const texts[] = {
    "1、安保项目绩效目标表\n项目名称\t安保\n资金用途\t安保\n", "<p>通知</p>"
  };
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_auto (GValue) value = G_VALUE_INIT;
  GFile   *files[2];
  gboolean taken = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = folder_path (names[i]);

      ck_assert (g_file_set_contents (path, texts[i], -1, NULL));
      files[i] = g_file_new_for_path (path);
    }
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  ck_assert (taken);
  for (guint i = 0; i < n; i++)
    g_object_unref (files[i]);
  windowed_settle ();
}

static GtkWindow *
import_window (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (windows, i);

      if (UI_IS_IMPORT_WINDOW (each))
        return each;
    }
  return NULL;
}

START_TEST (documents_that_are_dropped_are_previewed)
{
  GtkWindow *preview;

  windowed_open ("nongye-2024.txt");
  drop (2);
  preview = import_window ();
  ck_assert_ptr_nonnull (preview);
  gtk_window_destroy (preview);
  windowed_settle ();
}
END_TEST

START_TEST (without_a_file_its_name_is_asked_for)
{
  drop (1);
  ck_assert_ptr_null (import_window ());
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("drop");
  TCase *tc = tcase_create ("drop");

  tcase_add_checked_fixture (tc, windowed_set_up, windowed_tear_down);
  tcase_add_test (tc, documents_that_are_dropped_are_previewed);
  tcase_add_test (tc, without_a_file_its_name_is_asked_for);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
