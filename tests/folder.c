/* tests/folder.c — a folder for the files of a test. */

#include "tests/folder.h"

#include <check.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

char *folder;

void
folder_make (void)
{
  folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) &&
          !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        remove_all (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

void
folder_remove (void)
{
  remove_all (folder);
  g_clear_pointer (&folder, g_free);
}

char *
folder_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}
