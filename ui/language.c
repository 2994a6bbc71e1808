/* ui/language.c — the language that the window speaks. */

#include "ui/language.h"

#include <glib.h>
#include <glib/gi18n.h>
#include <locale.h>

/* Beside the program when it was built, beside it for a test, and where it is
 * installed. */
static const char *const folders[] = { "po", "../ui/po", "../share/locale" };

static char *
find_catalogues (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *home = program ? g_path_get_dirname (program) : NULL;

  for (gsize i = 0; home != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (home, folders[i], NULL);
      g_autofree char *catalogue = g_build_filename (folder, "zh_CN", "LC_MESSAGES",
                                                     GETTEXT_PACKAGE ".mo", NULL);

      if (g_file_test (catalogue, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

/* NULL: nobody has chosen. */
static const char *
chosen_language (void)
{
  static const char *const variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES",
                                           "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

void
ui_language_set (void)
{
  g_autofree char *catalogues = find_catalogues ();

  const char *language = chosen_language ();

  /* A language whose locale this system lacks is still spoken, by its name alone. */
  g_setenv ("LANGUAGE", language ? language : "zh_CN", TRUE);
  if (setlocale (LC_ALL, "") == NULL ||
      g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8"); /* in the locale C nothing is translated */
  if (catalogues != NULL)
    bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
