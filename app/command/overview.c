/* app/command/overview.c — jixiao overview: what the texts of a department come to. */

#include "app/command/command.h"
#include "app/overview/write.h"

#include <string.h>

static char *department;
static char *output;
static char *format;
static int   year = OVERVIEW_NEWEST;

static const GOptionEntry options[] = {
  { "department", 'd', 0, G_OPTION_ARG_STRING, &department,
    "名称含这几个字的部门；不写就汇总全部部门", "名称" },
  { "year", 'y', 0, G_OPTION_ARG_INT, &year, "看哪一年，默认最近一年", "年度" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    "写到这个文件，按扩展名定格式：pdf、svg、html、csv、json、txt", "文件" },
  { "format", 't', 0, G_OPTION_ARG_STRING, &format,
    "不写文件时的格式：text（默认）、csv、json、html", "格式" },
  { NULL },
};

/* The only department that is meant; 0: all of several. */
static gboolean
find_department (Db *db, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) departments = overview_departments (db, error);
  guint found = 0;

  *id = 0;
  for (guint i = 0; departments != NULL && i < departments->len; i++)
    {
      const OverviewDepartment *one = departments->pdata[i];

      if (department != NULL && strstr (one->name, department) == NULL)
        continue;
      *id = one->id;
      found++;
    }
  if (departments == NULL)
    return FALSE;
  if (found == 1)
    return TRUE;
  *id = 0;
  if (department == NULL)
    return TRUE;
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
               found == 0 ? "%s：没有名称含“%s”的部门；jixiao list 列出有哪些"
                          : "%s：名称含“%s”的部门不止一个，请多写几个字",
               db_get_path (db), department);
  return FALSE;
}

static const char *
known_format (const char *name)
{
  for (guint i = 0; name != NULL && overview_formats[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, overview_formats[i]) == 0)
      return overview_formats[i];
  return NULL;
}

static const char *
format_of_file (const char *path)
{
  const char *dot = strrchr (path, '.');

  return known_format (dot != NULL ? dot + 1 : NULL);
}

static gboolean
write_out (const Overview *overview, GError **error)
{
  g_autofree char *text = NULL;

  if (output != NULL)
    return overview_write (overview, format_of_file (output), output, error);
  text = g_strcmp0 (format, "csv") == 0    ? overview_csv (overview)
         : g_strcmp0 (format, "json") == 0 ? overview_json (overview)
         : g_strcmp0 (format, "html") == 0 ? overview_html (overview)
                                           : overview_text (overview);
  return command_write (text, error) &&
         (g_strcmp0 (format, "json") != 0 || command_write ("\n", error));
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  static const char *const formats[] = { "text", "csv", "json", "html", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (Overview) overview = NULL;
  CommandStatus status;
  gint64        id;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  if (format != NULL && !g_strv_contains (formats, format))
    return command_misused (self, "没有 %s 这种格式", format);
  if (output != NULL && format_of_file (output) == NULL)
    return command_misused (
        self, "%s：不知道这是什么格式，扩展名应为 pdf、svg、html、csv、json 或 txt",
        output);
  db = command_open (argv[1], &error);
  if (db != NULL && find_department (db, &id, &error))
    overview = overview_new (db, id, year, TRUE, &error);
  if (overview == NULL || !write_out (overview, &error))
    return command_failed (error);
  return COMMAND_FINE;
}

const Command command_overview = {
  .name = "overview",
  .summary = "汇总：资金、支出计划、指标和问题，历年对照",
  .synopsis = "FILE.jixiao",
  .description = "把一个部门（或全部部门）各年度的文本汇总成图和数：各单位资金、"
                 "项目大小、支出计划、\n"
                 "指标种类和量化的比例、问题。一年有几次上报的，用批复的那份。\n\n"
                 "例：jixiao overview 绩效.jixiao -d 教育局 -y 2025 -o 汇总.pdf\n"
                 "    jixiao overview 绩效.jixiao --format csv > 汇总.csv",
  .run = run,
};
