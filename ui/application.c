/* ui/application.c — starts, opens files in windows of their own, knows the keys. */

#include "ui/application.h"
#include "ui/appearance.h"
#include "ui/window-open.h"

struct _UiApplication {
  GtkApplication parent_instance;
  GFile         *first; /* that the command line names; NULL: none */
};

G_DEFINE_FINAL_TYPE (UiApplication, ui_application, GTK_TYPE_APPLICATION)

/* Keys that no text field uses are the application's; those that one does (Ctrl+Z,
 * Delete) are the window's, which come after the focused widget.  */
static const struct {
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "win.open", { "<Control>o" } },
  { "win.recent", { "<Control><Shift>o" } },
  { "win.new", { "<Control>n" } },
  { "win.import", { "<Control>i" } },
  { "win.search", { "<Control>f" } },
  { "win.next-hit", { "F3" } },
  { "win.previous-hit", { "<Shift>F3" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.draft-next-year", { "<Shift><Alt>n" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.toggle-projects", { "<Control>F7" } },
  { "win.toggle-findings", { "<Control>F8" } },
  { "win.next-finding", { "F8" } },
  { "win.previous-finding", { "<Shift>F8" } },
  { "win.find-finding", { "<Control><Shift>f" } },
  { "win.fix(uint32 0)", { "<Control>period" } },
  { "win.fix-alike", { "<Control><Shift>period", "<Control>greater" } },
  { "win.fix-certain", { "<Shift><Alt>f" } },
  { "win.waive", { "F9" } },
  { "win.revoke", { "<Shift>F9" } },
  { "win.copy-all-findings", { "<Control><Shift>c" } },
  { "win.rule-help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
  { "win.shortcuts", { "<Control>question" } },
  { "win.about", { "<Control>F1" } },
};

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/jixiao/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  for (GList *windows = gtk_application_get_windows (data); windows != NULL;)
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

static void
ui_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } }
  };

  if (UI_APPLICATION (application)->first != NULL)
    ui_window_open_early (UI_APPLICATION (application)->first);
  G_APPLICATION_CLASS (ui_application_parent_class)->startup (application);
  load_style ();
  /* GTK begins to read its icon themes, in a thread, when they are first asked for. */
  gtk_icon_theme_get_for_display (gdk_display_get_default ());
  if (g_application_get_dbus_connection (application) != NULL)
    ui_appearance_follow (g_application_get_dbus_connection (application));
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions,
                                   G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accelerators[i].action,
                                           accelerators[i].keys);
}

static void
ui_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ui_window_new (GTK_APPLICATION (application))));
}

static GtkWindow *
window_of (GApplication *application, GFile *file)
{
  for (GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));
       windows != NULL; windows = windows->next)
    {
      UiWindow *window = UI_IS_WINDOW (windows->data) ? windows->data : NULL;
      GFile    *open = window != NULL ? ui_window_get_awaited (window) : NULL;

      if (open == NULL && window != NULL)
        open = ui_window_get_file (window);
      if (open != NULL && g_file_equal (open, file))
        return windows->data;
    }
  return NULL;
}

/* A window without a file takes one. */
static GtkWindow *
empty_window (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (UI_IS_WINDOW (active) && ui_window_get_file (UI_WINDOW (active)) == NULL &&
      ui_window_get_awaited (UI_WINDOW (active)) == NULL)
    return active;
  return GTK_WINDOW (ui_window_new (GTK_APPLICATION (application)));
}

/* A file that is open already comes to the front.  A window comes up at once, and shows
 * what is in its file when that is read.  hint: UI_HINT_NEW makes missing ones.  */
static void
ui_application_open (GApplication *application, GFile **files, int n, const char *hint)
{
  for (int i = 0; i < n; i++)
    {
      GtkWindow *window = window_of (application, files[i]);

      if (window == NULL)
        {
          window = empty_window (application);
          ui_window_open (UI_WINDOW (window), files[i],
                          g_str_equal (hint, UI_HINT_NEW) ? DB_OPEN_CREATE
                                                          : DB_OPEN_WRITE,
                          NULL);
        }
      gtk_window_present (window);
    }
}

/* Another process that has the application gets the files; only here they are known
 * before GTK is there.  */
static gboolean
ui_application_local_command_line (GApplication *application, char ***arguments,
                                   int *status)
{
  UiApplication *self = UI_APPLICATION (application);

  if ((*arguments)[0] != NULL && (*arguments)[1] != NULL && (*arguments)[1][0] != '-')
    self->first = g_file_new_for_commandline_arg ((*arguments)[1]);
  return G_APPLICATION_CLASS (ui_application_parent_class)
      ->local_command_line (application, arguments, status);
}

static void
ui_application_dispose (GObject *object)
{
  g_clear_object (&UI_APPLICATION (object)->first);
  G_OBJECT_CLASS (ui_application_parent_class)->dispose (object);
}

static void
ui_application_class_init (UiApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_application_dispose;
  application_class->local_command_line = ui_application_local_command_line;
  application_class->startup = ui_application_startup;
  application_class->activate = ui_application_activate;
  application_class->open = ui_application_open;
}

static void
ui_application_init (UiApplication *self)
{
}

UiApplication *
ui_application_new (void)
{
  return g_object_new (UI_TYPE_APPLICATION, "application-id", "cn.jixiao.Jixiao",
                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
