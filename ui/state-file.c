/* ui/state-file.c — what the user never says and expects to find again. */

#include "ui/state-file.h"

#include <glib/gstdio.h>

static char *
path_of (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "jixiao", name, NULL);
}

GKeyFile *
ui_state_file_read (const char *name)
{
  g_autofree char *path = path_of (name);
  GKeyFile        *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

void
ui_state_file_write (const char *name, GKeyFile *file)
{
  g_autofree char *path = path_of (name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_debug ("%s: %s", path, error->message);
}
