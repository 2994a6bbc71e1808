/* ui/import-job.c — reads documents into a window's record file, one after the other.
 */

#include "ui/import-job.h"
#include "app/import/import.h"
#include "app/import/report.h"
#include "ui/dialog.h"

typedef struct {
  UiWindow *window;
  GString  *text;
  guint     taken, known, failed, unread;
} Job;

static void
add_report (Job *job, const Import *import)
{
  for (guint i = 0; i < import->proposals->len; i++)
    {
      const Proposal  *proposal = import->proposals->pdata[i];
      g_autofree char *report = report_text (import->name, proposal, FALSE);

      g_string_append_printf (job->text, "%s\n", report);
      job->unread += report_count_unread (proposal);
    }
  job->taken++;
}

static void
import_one (Job *job, GFile *file)
{
  g_autoptr (GError) error = NULL;
  const char *path = g_file_peek_path (file);
  g_autoptr (Import) import = path ? import_read (path, &error) : NULL;

  if (import != NULL &&
      import_store (import, ui_window_get_db (job->window), FALSE, &error))
    {
      add_report (job, import);
      return;
    }
  g_string_append_printf (job->text, "%s\n\n",
                          error ? error->message
                                : "只能导入本机文件夹里的文本，请先把它复制到本机");
  if (g_error_matches (error, IMPORT_ERROR_DOMAIN, IMPORT_KNOWN))
    job->known++;
  else
    job->failed++;
}

/* 读入 2 份文本，1 份没有读入，3 处没有看懂 */
static char *
summary (const Job *job)
{
  GString *text = g_string_new (NULL);

  if (job->taken > 0)
    g_string_append_printf (text, "读入 %u 份文本", job->taken);
  if (job->known > 0)
    g_string_append_printf (text, "%s%u 份早已读入", text->len > 0 ? "，" : "",
                            job->known);
  if (job->failed > 0)
    g_string_append_printf (text, "%s%u 份没有读入", text->len > 0 ? "，" : "",
                            job->failed);
  if (job->taken > 0 && job->unread > 0)
    g_string_append_printf (text, "，%u 处没有看懂", job->unread);
  else if (job->taken > 0)
    g_string_append (text, "，全部看懂");
  return g_string_free (text, FALSE);
}

void
ui_import_files (UiWindow *window, GListModel *files)
{
  Job              job = { .window = window, .text = g_string_new (NULL) };
  g_autofree char *title = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      import_one (&job, file);
    }
  if (job.taken > 0)
    ui_window_reload (window);
  title = summary (&job);
  ui_show_report (GTK_WINDOW (window), title, g_strchomp (job.text->str));
  g_string_free (job.text, TRUE);
}
