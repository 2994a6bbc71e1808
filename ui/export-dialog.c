/* ui/export-dialog.c — export of the document that is shown, or of its findings, as a
 * file of any kind.
 */

#include "ui/export-dialog.h"
#include "ui/dialog.h"
#include "ui/naming.h"
#include "ui/page-setup.h"
#include "ui/proof-choice.h"
#include "ui/waiting.h"
#include "ui/window-pages.h"

#include <glib/gi18n.h>

static const struct {
  const char *format, *title;
  gboolean    findings;
} formats[] = {
  { "pdf", N_ ("PDF"), FALSE },
  { "docx", N_ ("Word document"), FALSE },
  { "xlsx", N_ ("Excel workbook"), FALSE },
  { "html", N_ ("Web page"), FALSE },
  { "csv", N_ ("Tables as CSV"), FALSE },
  { "json", N_ ("Records as JSON"), FALSE },
  { "xlsx", N_ ("Findings as Excel workbook"), TRUE },
  { "pdf", N_ ("Findings as PDF"), TRUE },
  { "html", N_ ("Findings as web page"), TRUE },
  { "csv", N_ ("Findings as CSV"), TRUE },
  { "json", N_ ("Findings as JSON"), TRUE },
};

typedef struct {
  char       *records; /* the record file */
  char       *path;
  const char *format;
  ProofChoice choice;
} Job;

/* An export under way, which outlives a window that is closed meanwhile. */
typedef struct {
  UiWindow  *window;
  GtkWidget *dialog;
  Errand    *running;
} Exporting;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->records);
  g_free (job->path);
  g_free (job);
}

/* Nothing but the note that it was exported needs a file that can be written. */
static gpointer
export_at (Db *none, gpointer what, Progress *progress, GError **error)
{
  const Job *job = what;
  g_autoptr (GError) cause = NULL;
  g_autoptr (Db) db = db_open (job->records, DB_OPEN_WRITE, &cause);

  if (g_error_matches (cause, DB_ERROR_DOMAIN, DB_READ_ONLY))
    db = db_open (job->records, DB_OPEN_READ, error);
  else if (db == NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return db != NULL && proof_export (db, &job->choice, job->format, job->path, progress,
                                     error)
             ? ERRAND_DONE
             : NULL;
}

static void
exported (gpointer result, GError *error, gpointer data)
{
  Exporting *self = data;

  gtk_window_destroy (GTK_WINDOW (self->dialog));
  if (ui_window_get_db (self->window) == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  else if (result == NULL)
    ui_window_complain (self->window, _ ("Nothing was exported"), error);
  else
    ui_window_show (self->window);
  g_object_unref (self->dialog);
  g_object_unref (self->window);
  g_free (self);
}

/* It is closed when the export has ended: closing it is asking for that. */
static gboolean
close_cb (GtkWindow *dialog, Exporting *self)
{
  errand_stop (self->running);
  return TRUE;
}

static void
make_progress (Exporting *self, const char *path)
{
  static const char *const stages[] = { N_ ("Reading tables"), N_ ("Writing"), NULL };
  GtkWidget               *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget               *waiting = ui_waiting_new ();
  GtkWidget               *label;
  g_autofree char         *name = g_path_get_basename (path);

  label = gtk_label_new (name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_size_request (box, 400, 60);
  gtk_widget_add_css_class (box, "progress");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), waiting);
  self->dialog = g_object_ref (gtk_window_new ());
  gtk_window_set_title (GTK_WINDOW (self->dialog), _ ("Exporting"));
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (self->window));
  gtk_window_set_modal (GTK_WINDOW (self->dialog), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self->dialog), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->dialog), box);
  g_signal_connect (self->dialog, "close-request", G_CALLBACK (close_cb), self);
  ui_waiting_follow (UI_WAITING (waiting), &self->running, stages);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

void
ui_export (UiWindow *window, const ProofChoice *choice, const char *format, GFile *file)
{
  static const ErrandKind kind = { export_at, job_free, NULL, 0 };
  Exporting              *self = g_new0 (Exporting, 1);
  Job                    *job = g_new0 (Job, 1);

  job->records = g_strdup (db_get_path (ui_window_get_db (window)));
  job->path = g_file_get_path (file);
  job->format = format;
  job->choice = *choice;
  self->window = g_object_ref (window);
  errand_begin (&self->running, NULL, &kind, job, exported, self);
  make_progress (self, job->path);
}

/* What is asked, while the dialog and the one for the file's name are open. */
typedef struct {
  UiWindow   *window;
  ProofChoice choice;
  guint       format;
  GtkWidget  *formats, *extent, *marks;
  GtkWidget  *setup; /* how pages are laid out */
} Question;

static void
named (GListModel *files, gpointer data)
{
  Question        *question = data;
  const char      *format = formats[question->format].format;
  g_autofree char *ending = g_strconcat (".", format, NULL);
  g_autoptr (GFile) file = ui_named_file (files, ending);

  ui_export (question->window, &question->choice, format, file);
}

static void
ask_name (Question *question)
{
  g_autofree char *title = ui_window_dup_document_title (question->window);
  g_autofree char *name =
      g_strconcat (title, question->choice.findings ? _ (" findings") : "", ".",
                   formats[question->format].format, NULL);

  ui_choose_files (GTK_WINDOW (question->window), UI_CHOOSE_EXPORT, name, named,
                   question);
}

/* FALSE: it was told why not. */
static gboolean
keep_setup (Question *question)
{
  GError *error = NULL;

  if (ui_page_setup_keep (question->setup, ui_window_get_db (question->window), NULL,
                          &error))
    return TRUE;
  ui_window_complain (question->window, _ ("Nothing was exported"), error);
  return FALSE;
}

static void
response_cb (GtkDialog *dialog, int response, Question *question)
{
  gboolean goes_on = response == GTK_RESPONSE_OK && keep_setup (question);

  question->format = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->formats));
  question->choice.findings = formats[question->format].findings;
  question->choice.extent = ui_proof_choice_get (question->extent);
  question->choice.marks =
      gtk_check_button_get_active (GTK_CHECK_BUTTON (question->marks));
  /* the window keeps the question until the next one */
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (goes_on)
    ask_name (question);
}

/* Findings, records and CSV have no cells to mark, and no pages. */
static void
format_cb (Question *question)
{
  guint    format = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->formats));
  gboolean has_pages =
      !formats[format].findings && export_knows (formats[format].format);

  gtk_widget_set_sensitive (question->marks, has_pages);
  gtk_widget_set_sensitive (question->setup, has_pages);
}

static GtkWidget *
make_format (void)
{
  const char *titles[G_N_ELEMENTS (formats) + 1] = { NULL };
  GtkWidget  *drop_down;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    titles[i] = _ (formats[i].title);
  drop_down = gtk_drop_down_new_from_strings (titles);
  ui_name (drop_down, _ ("Kind of file"));
  return drop_down;
}

static GtkWidget *
make_fields (Question *question)
{
  GtkWidget  *grid = gtk_grid_new ();
  const char *names[] = { _ ("_Kind of file"), _ ("How _much of it") };
  GtkWidget  *fields[] = { question->formats, question->extent };
  /* An expander of GTK 4.8 looks for the focus in what it does not show. */
  GtkWidget *layout = gtk_toggle_button_new_with_mnemonic (_ ("_Page layout"));

  g_object_bind_property (layout, "active", question->setup, "visible",
                          G_BINDING_SYNC_CREATE);
  gtk_widget_set_halign (layout, GTK_ALIGN_START);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_size_request (grid, 360, -1);
  gtk_widget_add_css_class (grid, "fields");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *label = gtk_label_new_with_mnemonic (names[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_mnemonic_widget (GTK_LABEL (label), fields[i]);
      gtk_widget_set_hexpand (fields[i], TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), fields[i], 1, i, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (grid), question->marks, 1, G_N_ELEMENTS (fields), 1, 1);
  gtk_grid_attach (GTK_GRID (grid), layout, 1, G_N_ELEMENTS (fields) + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), question->setup, 0, G_N_ELEMENTS (fields) + 2, 2,
                   1);
  return grid;
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow  *window = UI_WINDOW (widget);
  Question  *question;
  GtkWidget *dialog;

  if (ui_window_get_document (window) == 0 || !ui_window_commit (window))
    return;
  question = g_new0 (Question, 1);
  question->window = window;
  question->choice = ui_window_pages_choice (window);
  question->formats = make_format ();
  question->extent = ui_proof_choice_new (FALSE);
  question->marks = gtk_check_button_new_with_mnemonic (
      _ ("Mark the cells that _findings are about"));
  question->setup = ui_page_setup_new (ui_window_get_db (window), NULL, NULL);
  ui_proof_choice_set (question->extent, question->choice.extent);
  g_object_set_data_full (G_OBJECT (window), "export-question", question, g_free);
  dialog =
      gtk_dialog_new_with_buttons (_ ("Export"), GTK_WINDOW (window),
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL,
                                   _ ("Choose a _name…"), GTK_RESPONSE_OK, NULL);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (dialog))),
                  make_fields (question));
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  gtk_widget_add_css_class (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog),
                                                                GTK_RESPONSE_OK),
                            "suggested-action");
  g_signal_connect_swapped (question->formats, "notify::selected",
                            G_CALLBACK (format_cb), question);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ui_export_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
}
