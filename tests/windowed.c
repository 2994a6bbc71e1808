/* tests/windowed.c — a window with a sample in it. */

#include "tests/windowed.h"
#include "app/import/import.h"
#include "tests/folder.h"
#include "tests/opening.h"
#include "tests/suite.h"

UiWindow *window;

void
windowed_settle (void)
{
  opening_settle (window);
}

void
windowed_draw (GtkWindow *on)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (on));
  gint64         until;

  windowed_settle ();
  until = gdk_frame_clock_get_frame_counter (clock) + 4;
  while (gdk_frame_clock_get_frame_counter (clock) < until)
    {
      gtk_widget_queue_draw (GTK_WIDGET (on));
      g_main_context_iteration (NULL, TRUE);
    }
  windowed_settle ();
}

void
windowed_set_up (void)
{
  static const char *const places[] = { "XDG_STATE_HOME", "XDG_DATA_HOME",
                                        "XDG_CONFIG_HOME" };

  folder_make ();
  /* Not how another window was left, nor what else the user has opened and set. */
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_setenv (places[i], folder, TRUE);
  gtk_init ();
  window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  windowed_settle ();
}

void
windowed_tear_down (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  window = NULL;
  windowed_settle ();
  folder_remove ();
}

static void
store_sample (const char *path, const char *sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *document = sample_path (sample);
  g_autoptr (Import) import = import_read (document, &error);
  g_autoptr (Db) db = db_open (path, DB_OPEN_CREATE, &error);

  ck_assert_msg (import != NULL && db != NULL, "%s", error ? error->message : "");
  ck_assert (import_store (import, db, FALSE, &error));
}

void
windowed_open (const char *sample)
{
  g_autofree char *path = folder_path ("sample.jixiao");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (sample != NULL)
    store_sample (path, sample);
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

GtkWidget *
windowed_pick (GtkWidget    *from, gboolean (*is_it) (GtkWidget *, gconstpointer),
               gconstpointer data)
{
  if (is_it (from, data))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = windowed_pick (child, is_it, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct {
  GType type;
  guint left; /* to pass over */
} Nth;

static gboolean
is_nth (GtkWidget *widget, gconstpointer data)
{
  Nth *nth = (Nth *) data;

  return G_TYPE_CHECK_INSTANCE_TYPE (widget, nth->type) && nth->left-- == 0;
}

GtkWidget *
windowed_find_nth (GtkWidget *from, GType type, guint n)
{
  return windowed_pick (from, is_nth, &(Nth){ type, n });
}

GtkWidget *
windowed_find (GtkWidget *from, GType type)
{
  return windowed_find_nth (from, type, 0);
}

static void
searched_cb (GtkSearchEntry *entry, gboolean *looked)
{
  *looked = TRUE;
}

void
windowed_search (GtkWidget *from, const char *words)
{
  GtkEditable *entry = GTK_EDITABLE (windowed_find (from, GTK_TYPE_SEARCH_ENTRY));
  gboolean     looked = words[0] == '\0'; /* at once */
  gulong       handler;

  gtk_editable_set_text (entry, "");
  handler = g_signal_connect_after (entry, "search-changed", G_CALLBACK (searched_cb),
                                    &looked);
  gtk_editable_set_text (entry, words);
  while (!looked)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (entry, handler);
  windowed_settle ();
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

void
windowed_assert_text (const char *sql, const char *expected)
{
  g_autofree char *found = windowed_answer (sql);

  ck_assert_msg (g_strcmp0 (found, expected) == 0, "%s: %s", sql,
                 found ? found : "NULL");
}
