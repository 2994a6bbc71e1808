/* app/command/export.c — jixiao export: tables as PDF and XLSX, records as JSON,
 * findings as CSV.
 */

#include "app/export/export.h"
#include "app/check/check.h"
#include "app/command/command.h"
#include "app/command/selection.h"
#include "app/csv-put.h"
#include "app/export/csv.h"
#include "app/export/save.h"
#include "app/interchange/interchange.h"
#include "db/project.h"

#include <gio/gio.h>
#include <string.h>

static Selection selection;
static char     *layout;
static char     *format;
static char     *output;
static char     *header, *footer;
static gboolean  whole, tables, seal, no_shrink, marks, plain;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    "写到这个文件；不给时写到标准输出", "OUT" },
  { "format", 't', 0, G_OPTION_ARG_STRING, &format,
    "pdf、docx、html、xlsx、json 或 csv；不给时看 OUT 的后缀，没有 OUT 时是 json",
    "格式" },
  SELECTION_OPTIONS (selection),
  { "form", 'f', 0, G_OPTION_ARG_STRING, &layout,
    "用这种表格格式，不用文本自己的（见 jixiao forms）", "格式" },
  { "whole", 'w', 0, G_OPTION_ARG_NONE, &whole,
    "整份文本：封面、目录、整体目标、全部表格、附录（不选项目时就是这样）", NULL },
  { "tables", 'T', 0, G_OPTION_ARG_NONE, &tables, "只要各项目的绩效表", NULL },
  { "plain", 0, 0, G_OPTION_ARG_NONE, &plain,
    "不用文件里存的版式（窗口“预览”页的“版式”），只按下面几项", NULL },
  { "no-shrink", 0, 0, G_OPTION_ARG_NONE, &no_shrink,
    "表格略长于一页时不缩小字号，接到下一页", NULL },
  { "marks", 'm', 0, G_OPTION_ARG_NONE, &marks, "标出有问题的格子（送审前自查用）",
    NULL },
  { "seal", 0, 0, G_OPTION_ARG_NONE, &seal, "每张项目表下面加签章栏", NULL },
  { "header", 0, 0, G_OPTION_ARG_STRING, &header, "每页上方的文字，最多 80 个字",
    "文字" },
  { "footer", 0, 0, G_OPTION_ARG_STRING, &footer, "每页下方页码旁的文字", "文字" },
  { NULL },
};

/* The tables of all selected documents in print order. */
static GArray *
selected_tables (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = selection_documents (&selection, db, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (documents == NULL)
    return NULL;
  for (guint i = 0; i < documents->len; i++)
    {
      ListedDocument *document = documents->pdata[i];
      g_autoptr (GArray) ids =
          selection_project_ids (&selection, db, document->id, error);

      if (ids == NULL)
        return NULL;
      g_array_append_vals (all, ids->data, ids->len);
    }
  return g_steal_pointer (&all);
}

static gboolean
write_text (const char *text, GError **error)
{
  return output == NULL ? command_write (text, error) : save_text (output, text, error);
}

static void
drop_unselected (Document *document)
{
  GPtrArray *kept = g_ptr_array_new ();
  int        ordinal = 0;

  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      ordinal += g_str_equal (project->kind, "project");
      if (selection_takes (&selection, project->kind, ordinal))
        g_ptr_array_add (kept, project);
      else
        db_record_free (&project_table, project);
    }
  g_ptr_array_unref (document->projects);
  document->projects = kept;
}

/* The selected documents with the selected projects: Document *. */
static GPtrArray *
load_documents (Db *db, GError **error)
{
  g_autoptr (GPtrArray) listed = selection_documents (&selection, db, error);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (document_free);

  if (listed == NULL)
    return NULL;
  for (guint i = 0; i < listed->len; i++)
    {
      const ListedDocument *known = listed->pdata[i];
      Document             *document = document_load (db, known->id, error);
      g_autoptr (GArray) taken = NULL;

      if (document == NULL)
        return NULL;
      g_ptr_array_add (documents, document);
      /* says what is wrong with --project */
      taken = selection_project_ids (&selection, db, known->id, error);
      if (taken == NULL)
        return NULL;
      drop_unselected (document);
    }
  return g_steal_pointer (&documents);
}

static gboolean
export_json (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = load_documents (db, error);
  g_autofree char *json = documents != NULL ? interchange_write (documents) : NULL;

  return json != NULL && write_text (json, error);
}

/* asked NULL: as it was; empty: none. */
static void
set_edge (char **edge, const char *asked)
{
  if (asked == NULL)
    return;
  g_free (*edge);
  *edge = *asked != '\0' ? g_strdup (asked) : NULL;
}

/* How the file says pages are laid out, and what was asked for beside it. */
static gboolean
read_setup (Db *db, PageSetup *setup, GError **error)
{
  if (!plain && !page_setup_read (db, setup, error))
    return FALSE;
  setup->keep_size |= no_shrink;
  setup->seal |= seal;
  set_edge (&setup->header, header);
  set_edge (&setup->footer, footer);
  return TRUE;
}

/* What is exported of everything is the whole text; of chosen projects their tables. */
static gboolean
export_printed (Db *db, const char *as, GError **error)
{
  g_autoptr (GPtrArray) documents = load_documents (db, error);
  g_auto (PageSetup) setup = { 0 };
  ExportOptions printed = {
    .format = as,
    .layout = layout,
    .marks = marks,
    .partial = selection.projects != NULL,
    .whole = whole || (!tables && selection.projects == NULL),
  };

  if (documents == NULL || !read_setup (db, &setup, error))
    return FALSE;
  printed.setup = setup;
  return export_write (db, documents, &printed, output, error);
}

static gboolean
export_findings (Db *db, GError **error)
{
  g_autoptr (GPtrArray) listed = selection_documents (&selection, db, error);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) taken = selected_tables (db, error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *csv = NULL;
  CheckFilter filter = { documents, selection.projects ? taken : NULL, NULL, NULL };

  if (listed == NULL || taken == NULL)
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    g_array_append_val (documents, ((ListedDocument *) listed->pdata[i])->id);
  findings = check_findings (db, &filter, error);
  if (findings == NULL)
    return FALSE;
  csv = check_csv (findings);
  return write_text (csv, error);
}

static gboolean
export_rows (Db *db, GError **error)
{
  g_autoptr (GPtrArray) documents = load_documents (db, error);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      g_autoptr (Outline) outline =
          outline_of_tables (db, documents->pdata[i], layout, NULL, error);
      g_autofree char *csv = outline != NULL ? csv_of_tables (outline) : NULL;

      if (csv == NULL)
        return FALSE;
      g_string_append (all, i == 0 ? csv : csv + strlen (CSV_HEAD));
    }
  return documents != NULL && write_text (all->str, error);
}

static const char *
format_of_output (void)
{
  const char *dot = output != NULL ? strrchr (output, '.') : NULL;

  return dot != NULL ? dot + 1 : NULL;
}

static gboolean
export_as (Db *db, const char *as, GError **error)
{
  if (export_knows (as))
    return export_printed (db, as, error);
  if (g_str_equal (as, "json"))
    return export_json (db, error);
  if (tables)
    return export_rows (db, error);
  return export_findings (db, error);
}

static gboolean
is_too_long (const char *edge)
{
  return edge != NULL && g_utf8_strlen (edge, -1) > PAGE_LONGEST_EDGE;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  static const char *const texts[] = { "json", "csv", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  const char   *as;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  as = format != NULL ? format : output != NULL ? format_of_output () : "json";
  if (as == NULL || !(export_knows (as) || g_strv_contains (texts, as)))
    return command_misused (
        self, "请用 --format 说明写成 pdf、docx、html、xlsx、json 还是 csv");
  if (whole && tables)
    return command_misused (self, "--whole 和 --tables 只能用一个");
  if (is_too_long (header) || is_too_long (footer))
    return command_misused (self, "页眉、页脚最多 %d 个字", PAGE_LONGEST_EDGE);
  if (output == NULL && export_knows (as))
    return command_misused (self, "%s 要写到文件，请用 -o 给出", as);
  db = command_open (argv[1], &error);
  if (output != NULL)
    command_progress ("写 %s …", output);
  if (db == NULL || !export_as (db, as, &error))
    return command_failed (error);
  command_progress (NULL);
  return COMMAND_FINE;
}

const Command command_export = {
  .name = "export",
  .summary = "印成 PDF、Word、网页或 Excel，或写出记录（JSON）、问题清单（CSV）",
  .synopsis = "FILE.jixiao [-o OUT]",
  .description =
      "pdf、docx、html  整份文本，按它自己的格式；用 --tables 或 --project "
      "时只有绩效表\n"
      "xlsx       每个项目一张工作表，表外的文字另成工作表\n"
      "json       全部记录，jixiao import 能原样读回\n"
      "csv        核对出的问题，每处一行；用 --tables 时是绩效表，印出的每行一行\n\n"
      "先写到旁边的临时文件，写成后才换下 OUT：出错时原来的 OUT 还在。\n\n"
      "例：jixiao export 绩效.jixiao -o 绩效.pdf --year 2024 --project 1,4-6",
  .run = run,
};
