/* ui/print.c — pages on paper. */

#include "ui/print.h"
#include "db/export-record.h"
#include "db/print-setup.h"
#include "ui/page-setup.h"
#include "ui/proof-choice.h"
#include "ui/window-pages.h"

#include <glib/gi18n.h>

#define GROUP_SETTINGS "Print Settings"
#define GROUP_PAGE     "Page Setup"

/* So long nothing is asked of a text that is being laid out, in microseconds. */
#define PAUSE 2000

/* NULL where it is no such text. */
static GKeyFile *
key_file (const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return text != NULL &&
                 g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL)
             ? g_steal_pointer (&file)
             : NULL;
}

/* How the file was printed last. */
static void
restore (GtkPrintOperation *operation, Db *db)
{
  g_autofree char *settings = NULL;
  g_autofree char *page = NULL;
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GtkPrintSettings) printed = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  if (!print_setup_read (db, &settings, &page, NULL))
    return;
  file = key_file (settings);
  printed = file != NULL
                ? gtk_print_settings_new_from_key_file (file, GROUP_SETTINGS, NULL)
                : NULL;
  g_clear_pointer (&file, g_key_file_unref);
  file = key_file (page);
  setup =
      file != NULL ? gtk_page_setup_new_from_key_file (file, GROUP_PAGE, NULL) : NULL;
  if (setup == NULL)
    {
      g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

      setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
    }
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (printed != NULL)
    gtk_print_operation_set_print_settings (operation, printed);
}

gboolean
ui_print_keep (GtkPrintOperation *operation, Db *db, GError **error)
{
  g_autoptr (GKeyFile) settings = g_key_file_new ();
  g_autoptr (GKeyFile) page = g_key_file_new ();
  g_autofree char *settings_text = NULL;
  g_autofree char *page_text = NULL;

  if (db_is_read_only (db))
    return TRUE;
  gtk_print_settings_to_key_file (gtk_print_operation_get_print_settings (operation),
                                  settings, GROUP_SETTINGS);
  gtk_page_setup_to_key_file (gtk_print_operation_get_default_page_setup (operation),
                              page, GROUP_PAGE);
  settings_text = g_key_file_to_data (settings, NULL, NULL);
  page_text = g_key_file_to_data (page, NULL, NULL);
  return print_setup_store (db, settings_text, page_text, error);
}

/* Some of the pages are no print of the text, as one project is none. */
static gboolean
is_whole (GtkPrintOperation *operation, const ProofChoice *choice)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  return choice->extent != PROOF_PROJECT &&
         gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_ALL;
}

/* So that one can ask what changed since it was on paper. */
static gboolean
record (Db *db, const Proof *proof, const ProofChoice *choice, GError **error)
{
  Document        *document = proof->documents->pdata[0];
  g_autofree char *hash = NULL;

  if (db_is_read_only (db))
    return TRUE;
  hash = export_hash (document);
  return export_record_add (db, choice->document, "paper", _ ("Paper"), hash, error);
}

/* A print under way. */
typedef struct {
  Db         *db;
  ProofChoice choice;
  Errand     *running; /* lays it out; NULL: not begun, or done */
  Proof      *proof;   /* NULL until that is done */
  GtkWidget  *extent;  /* the dialog's drop-down; NULL: none */
  GtkWidget  *setup;   /* and its fields */
  GError     *error;
} Print;

static void
print_clear (Print *self)
{
  errand_drop (&self->running);
  g_clear_pointer (&self->proof, proof_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

/* A page of the dialog says how much is printed, and how it is laid out. */
static GObject *
extent_cb (GtkPrintOperation *operation, Print *print)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  print->extent = ui_proof_choice_new (print->choice.project != 0);
  ui_proof_choice_set (print->extent, print->choice.extent);
  gtk_widget_set_halign (print->extent, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "question");
  gtk_box_append (GTK_BOX (box), print->extent);
  print->setup = ui_page_setup_new (print->db, NULL, NULL);
  gtk_box_append (GTK_BOX (box), print->setup);
  return G_OBJECT (box);
}

static void
extent_chosen_cb (GtkPrintOperation *operation, GtkWidget *box, Print *print)
{
  print->choice.extent = ui_proof_choice_get (print->extent);
  if (print->choice.project == 0 && print->choice.extent == PROOF_PROJECT)
    print->choice.extent = PROOF_TEXT;
  ui_page_setup_keep (print->setup, print->db, NULL, &print->error);
}

static void
laid_out (gpointer proof, GError *error, gpointer data)
{
  Print *print = data;

  print->proof = proof;
  print->error = error;
}

/* A long text takes its time to be laid out: the window goes on meanwhile. */
static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_autoptr (Desk) desk = desk_new (db_get_path (print->db), DB_OPEN_READ);

  if (print->error == NULL)
    errand_begin (&print->running, desk, &proof_errand,
                  g_memdup2 (&print->choice, sizeof print->choice), laid_out, print);
}

/* Is asked again and again until it says that all is laid out. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  if (print->running != NULL)
    g_usleep (PAUSE);
  else if (print->proof == NULL)
    gtk_print_operation_cancel (operation);
  else
    gtk_print_operation_set_n_pages (operation, pages_count (print->proof->pages));
  return print->running == NULL;
}

/* Each page has its own direction. */
static void
page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int n,
               GtkPageSetup *setup, Print *print)
{
  double width, height;

  pages_get_size (print->proof->pages, n, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
}

void
ui_print_fit (GtkPrintContext *context, double width, double height)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double   paper_width = gtk_print_context_get_width (context);
  double   paper_height = gtk_print_context_get_height (context);
  double   scale;

  scale = MIN (paper_width / width, paper_height / height);
  if (ABS (scale - 1) < 0.005)
    scale = 1;
  cairo_translate (cr, (paper_width - width * scale) / 2,
                   (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int n, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double   width, height;

  pages_get_size (print->proof->pages, n, &width, &height);
  cairo_save (cr);
  ui_print_fit (context, width, height);
  pages_draw (print->proof->pages, n, cr);
  cairo_restore (cr);
}

GtkPrintOperation *
ui_print_operation_new (Db *db, const char *title, const char *path)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  restore (operation, db);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  return operation;
}

static GtkPrintOperation *
new_operation (Print *print, const char *title, const char *path)
{
  GtkPrintOperation *operation = ui_print_operation_new (print->db, title, path);

  gtk_print_operation_set_custom_tab_label (operation, _ ("Text"));
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (extent_cb), print);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (extent_chosen_cb),
                    print);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), print);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (page_setup_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), print);
  return operation;
}

gboolean
ui_print (UiWindow *window, const ProofChoice *choice, const char *path, GError **error)
{
  g_auto (Print) print = { .db = ui_window_get_db (window), .choice = *choice };
  g_autofree char *title = ui_window_dup_document_title (window);
  g_autoptr (GtkPrintOperation) operation = new_operation (&print, title, path);
  g_autoptr (UiWindow) held = g_object_ref (window); /* it may be closed meanwhile */
  int                     page = ui_window_pages_current (window);
  GtkPrintOperationResult result;

  if (page >= 0)
    gtk_print_operation_set_current_page (operation, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.print", FALSE);
  result =
      gtk_print_operation_run (operation,
                               path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                            : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (window), error);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.print", TRUE);

  if (print.error != NULL)
    {
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&print.error));
      return FALSE;
    }
  return result == GTK_PRINT_OPERATION_RESULT_APPLY &&
         ui_print_keep (operation, print.db, error) &&
         (!is_whole (operation, &print.choice) ||
          record (print.db, print.proof, &print.choice, error));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow   *window = UI_WINDOW (widget);
  GError     *error = NULL;
  ProofChoice choice;

  if (ui_window_get_document (window) == 0 || !ui_window_commit (window) ||
      ui_window_pages_print (window))
    return;
  choice = ui_window_pages_choice (window);
  if (!ui_print (window, &choice, NULL, &error) && error != NULL)
    ui_window_complain (window, _ ("Nothing was printed"), error);
}

void
ui_print_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
}
