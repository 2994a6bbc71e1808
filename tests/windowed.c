/* tests/windowed.c — a window with a sample in it. */

#include "tests/windowed.h"
#include "app/import/import.h"
#include "tests/opening.h"
#include "tests/suite.h"

#include <glib/gstdio.h>

UiWindow    *window;
static char *folder;

void
windowed_settle (void)
{
  opening_settle (window);
}

void
windowed_set_up (void)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("jixiao-XXXXXX", &error);
  gtk_init ();
  window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  windowed_settle ();
}

void
windowed_tear_down (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (window));
  window = NULL;
  windowed_settle ();
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

void
windowed_open (const char *sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "sample.jixiao", NULL);
  g_autofree char *document = sample_path (sample);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (Import) import = import_read (document, &error);
  g_autoptr (Db) db = db_open (path, DB_OPEN_CREATE, &error);

  ck_assert_msg (import != NULL && db != NULL, "%s", error ? error->message : "");
  ck_assert (import_store (import, db, FALSE, &error));
  ck_assert (opening_done (window, file));
  windowed_settle ();
}

void
windowed_act (const char *name, GVariant *target)
{
  ck_assert_msg (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target),
                 "%s", name);
  windowed_settle ();
}

void
windowed_act_on (GtkWidget *widget, const char *name)
{
  ck_assert_msg (gtk_widget_activate_action_variant (widget, name, NULL), "%s", name);
  windowed_settle ();
}

/* n goes down with each that is found. */
static GtkWidget *
find (GtkWidget *from, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type) && (*n)-- == 0)
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
windowed_find_nth (GtkWidget *from, GType type, guint n)
{
  return find (from, type, &n);
}

GtkWidget *
windowed_find (GtkWidget *from, GType type)
{
  return windowed_find_nth (from, type, 0);
}

guint
windowed_count (GtkWidget *from)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += windowed_count (child);
  return n;
}

GtkWidget *
windowed_page (const char *name)
{
  windowed_act ("win.page", g_variant_new_string (name));
  return windowed_find (gtk_stack_get_visible_child (ui_window_get_stack (window)),
                        UI_TYPE_PAGE);
}

GtkWindow *
windowed_dialog (void)
{
  GListModel *open = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (open, i);

      if (GTK_IS_DIALOG (candidate))
        return candidate;
    }
  return NULL;
}

void
windowed_respond (int response)
{
  ck_assert (windowed_dialog () != NULL);
  gtk_dialog_response (GTK_DIALOG (windowed_dialog ()), response);
  windowed_settle ();
}

GListModel *
windowed_list (GtkWidget *from, GType view, guint n)
{
  GtkWidget *found = windowed_find_nth (from, view, n);

  ck_assert (found != NULL);
  return G_LIST_MODEL (GTK_IS_COLUMN_VIEW (found)
                           ? gtk_column_view_get_model (GTK_COLUMN_VIEW (found))
                           : gtk_list_view_get_model (GTK_LIST_VIEW (found)));
}

char *
windowed_answer (const char *sql)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (ui_window_get_db (window), sql, NULL);

  ck_assert_int_eq (db_step (q, NULL), DB_ROW);
  return g_strdup (db_column_text (q, 0));
}
