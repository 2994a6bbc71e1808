/* ui/import-job.c — reads documents into a window's record file, one after the other.
 */

#include "ui/import-job.h"
#include "app/import/import.h"
#include "app/import/report.h"
#include "ui/dialog.h"

#include <glib/gi18n.h>

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
                                : _ ("Only documents in a folder of this computer can "
                                     "be imported; please copy it there first"));
  if (g_error_matches (error, IMPORT_ERROR_DOMAIN, IMPORT_KNOWN))
    job->known++;
  else
    job->failed++;
}

/* 读入 2 份文本，1 份没有读入，3 处没有看懂 */
static char *
summary (const Job *job)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (job->taken > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u documents read"), job->taken));
  if (job->known > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u were read before"), job->known));
  if (job->failed > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%u were not read"), job->failed));
  if (job->taken > 0 && job->unread > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (_ ("%u places not understood"), job->unread));
  else if (job->taken > 0)
    g_ptr_array_add (parts, g_strdup (_ ("all understood")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
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
