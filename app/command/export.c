/* app/command/export.c — jixiao export: tables as PDF and XLSX, records as JSON,
 * findings as CSV.
 */

#include "app/check.h"
#include "app/command/command.h"
#include "app/command/selection.h"
#include "app/export/pdf.h"
#include "app/export/save.h"
#include "app/export/xlsx.h"
#include "app/interchange.h"
#include "db/project.h"

#include <gio/gio.h>
#include <string.h>

static Selection selection;
static char     *layout;
static char     *format;
static char     *output;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    "写到这个文件；不给时写到标准输出", "OUT" },
  { "format", 't', 0, G_OPTION_ARG_STRING, &format,
    "pdf、xlsx、json 或 csv；不给时看 OUT 的后缀，没有 OUT 时是 json", "格式" },
  SELECTION_OPTIONS (selection),
  { "form", 'f', 0, G_OPTION_ARG_STRING, &layout,
    "用这种表格格式，不用文本自己的（见 jixiao forms）", "格式" },
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

typedef gboolean (*WriteTables) (Db *db, const GArray *projects, const char *layout_id,
                                 const char *title, const char *path, GError **error);

static gboolean
export_tables (Db *db, WriteTables write, GError **error)
{
  g_autoptr (GArray) ids = selected_tables (db, error);

  return ids != NULL && write (db, ids, layout, NULL, output, error);
}

static gboolean
write_text (const char *text, GError **error)
{
  g_autofree char *temporary = NULL;
  gboolean         ok;

  if (output == NULL)
    return command_write (text, error);
  temporary = save_begin (output, error);
  if (temporary == NULL)
    return FALSE;
  ok = g_file_set_contents (temporary, text, -1, error);
  return save_end (g_steal_pointer (&temporary), output, ok, error);
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

static gboolean
export_json (Db *db, GError **error)
{
  g_autoptr (GPtrArray) listed = selection_documents (&selection, db, error);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (document_free);
  g_autofree char *json = NULL;

  if (listed == NULL)
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    {
      Document *document =
          document_load (db, ((ListedDocument *) listed->pdata[i])->id, error);

      if (document == NULL)
        return FALSE;
      drop_unselected (document);
      g_ptr_array_add (documents, document);
    }
  json = interchange_write (documents);
  return write_text (json, error);
}

static gboolean
export_findings (Db *db, GError **error)
{
  g_autoptr (GPtrArray) listed = selection_documents (&selection, db, error);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) tables = selected_tables (db, error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *csv = NULL;
  CheckFilter filter = { documents, selection.projects ? tables : NULL, NULL, NULL };

  if (listed == NULL || tables == NULL)
    return FALSE;
  for (guint i = 0; i < listed->len; i++)
    g_array_append_val (documents, ((ListedDocument *) listed->pdata[i])->id);
  findings = check_findings (db, &filter, error);
  if (findings == NULL)
    return FALSE;
  csv = check_csv (findings);
  return write_text (csv, error);
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
  if (g_str_equal (as, "pdf"))
    return export_tables (db, pdf_write, error);
  if (g_str_equal (as, "xlsx"))
    return export_tables (db, xlsx_write, error);
  if (g_str_equal (as, "json"))
    return export_json (db, error);
  return export_findings (db, error);
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  static const char *const formats[] = { "pdf", "xlsx", "json", "csv", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  const char   *as;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  as = format != NULL ? format : output != NULL ? format_of_output () : "json";
  if (as == NULL || !g_strv_contains (formats, as))
    return command_misused (self, "请用 --format 说明写成 pdf、xlsx、json 还是 csv");
  if (output == NULL && (g_str_equal (as, "pdf") || g_str_equal (as, "xlsx")))
    return command_misused (self, "%s 要写到文件，请用 -o 给出", as);
  db = command_open (argv[1], &error);
  command_progress ("写 %s …", output);
  if (db == NULL || !export_as (db, as, &error))
    return command_failed (error);
  command_progress (NULL);
  return COMMAND_FINE;
}

const Command command_export = {
  .name = "export",
  .summary = "印成 PDF 或 Excel，或写出记录（JSON）、问题清单（CSV）",
  .synopsis = "FILE.jixiao [-o OUT]",
  .description =
      "pdf、xlsx  绩效表，按文本自己的格式；xlsx 每个项目一张工作表\n"
      "json       全部记录，jixiao import 能原样读回\n"
      "csv        核对出的问题，每处一行\n\n"
      "先写到旁边的临时文件，写成后才换下 OUT：出错时原来的 OUT 还在。\n\n"
      "例：jixiao export 绩效.jixiao -o 绩效.pdf --year 2024 --project 1,4-6",
  .run = run,
};
