/* app/command/command.c — options, help, errors and progress of the subcommands. */

#include "app/command/command.h"
#include "app/reading/reading.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OPTION_WIDTH 28

/* Columns a text takes on a terminal: Chinese characters take two. */
static int
width_of (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

void
command_print_padded (const char *text, int width)
{
  g_print ("%s%*s", text, MAX (0, width - width_of (text)), "");
}

static void
print_option (const GOptionEntry *option)
{
  g_autofree char *brief = option->short_name
                               ? g_strdup_printf ("-%c, ", option->short_name)
                               : g_strdup ("    ");
  g_autofree char *full =
      g_strdup_printf ("  %s--%s%s%s", brief, option->long_name,
                       option->arg_description ? " " : "",
                       option->arg_description ? option->arg_description : "");

  command_print_padded (full, OPTION_WIDTH);
  g_print ("  %s\n", option->description);
}

static void
print_help (const Command *self, const GOptionEntry *options)
{
  g_print ("jixiao %s — %s\n\n用法：jixiao %s [选项] %s\n\n%s\n\n选项：\n", self->name,
           self->summary, self->name, self->synopsis, self->description);
  for (const GOptionEntry *option = options; option->long_name != NULL; option++)
    print_option (option);
  command_print_padded ("  -h, --help", OPTION_WIDTH);
  g_print ("  显示这段说明\n");
}

static gboolean
asks_for_help (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;
  return FALSE;
}

/* "--" has done its work once the options are parsed. */
static void
drop_separator (int *argc, char **argv)
{
  if (*argc > 1 && strcmp (argv[1], "--") == 0)
    {
      memmove (argv + 1, argv + 2, (*argc - 1) * sizeof *argv);
      --*argc;
    }
}

gboolean
command_parse (const Command *self, const GOptionEntry *options, int *argc,
               char ***argv, int min, int max, CommandStatus *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  if (asks_for_help (*argc, *argv))
    {
      print_help (self, options);
      *status = COMMAND_FINE;
      return FALSE;
    }
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = command_misused (self, "选项有误（%s）", error->message);
      return FALSE;
    }
  drop_separator (argc, *argv);
  if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    {
      *status = command_misused (self, "参数个数不对，应为 %s", self->synopsis);
      return FALSE;
    }
  return TRUE;
}

static void
say_error (const char *message)
{
  g_autofree char *line = g_strdup (message);

  command_progress (NULL);
  g_printerr ("jixiao: %s\n", g_strdelimit (line, "\n\r", ' '));
}

CommandStatus
command_misused (const Command *self, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *line = NULL;
  va_list          arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line =
      g_strdup_printf ("%s：%s；详见 jixiao %s --help", self->name, what, self->name);
  say_error (line);
  return COMMAND_USAGE;
}

CommandStatus
command_failed (const GError *error)
{
  say_error (error->message);
  return COMMAND_FAILED;
}

CommandStatus
command_run_on_file (const Command *self, const GOptionEntry *options, int argc,
                     char **argv, DbOpenMode mode, CommandWork work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  db = db_open (argv[1], mode, &error);
  if (db == NULL || !work (db, &error))
    return command_failed (error);
  return COMMAND_FINE;
}

void
command_progress (const char *format, ...)
{
  static gboolean  shown;
  g_autofree char *text = NULL;
  va_list          arguments;

  if (!isatty (STDERR_FILENO) || (format == NULL && !shown))
    return;
  if (format != NULL)
    {
      va_start (arguments, format);
      text = g_strdup_vprintf (format, arguments);
      va_end (arguments);
    }
  g_printerr ("\r\033[K%s", text ? text : "");
  shown = format != NULL;
}

gboolean
command_write (const char *text, GError **error)
{
  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               "写标准输出出错（%s）", g_strerror (errno));
  return FALSE;
}

/* Where something was changed by another tool and not read since, the findings would
 * be of the past.  */
static gboolean
is_up_to_date (Db *db, GError **error)
{
  g_autoptr (GArray) projects = reading_unread_projects (db, error);
  g_autoptr (GArray) documents =
      projects != NULL ? reading_unread_documents (db, error) : NULL;

  if (documents == NULL)
    return FALSE;
  if (projects->len + documents->len > 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_READ_ONLY,
                 "%s：被别的工具改过，须在可写的地方打开一次才能核对",
                 db_get_path (db));
  return projects->len + documents->len == 0;
}

Db *
command_open (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (Db) db = db_open (path, DB_OPEN_WRITE, &cause);

  if (db != NULL)
    return reading_refresh (db, error) ? g_steal_pointer (&db) : NULL;
  if (!g_error_matches (cause, DB_ERROR_DOMAIN, DB_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  db = db_open (path, DB_OPEN_READ, error);
  return db != NULL && is_up_to_date (db, error) ? g_steal_pointer (&db) : NULL;
}
