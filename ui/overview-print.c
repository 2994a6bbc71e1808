/* ui/overview-print.c — the overview on paper and in files. */

#include "ui/overview-print.h"
#include "app/overview/write.h"
#include "ui/dialog.h"
#include "ui/print.h"

#include <glib/gi18n.h>

/* A print under way. */
typedef struct {
  const Overview *overview;
  Picture        *picture;
} Print;

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int n, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  ui_print_fit (context, LAYOUT_PAPER_WIDTH, LAYOUT_PAPER_HEIGHT);
  overview_draw_page (print->overview, print->picture, (guint) n, cr);
  cairo_restore (cr);
}

gboolean
ui_overview_print (UiOverviewPage *page, const char *path, GError **error)
{
  const Overview *overview = ui_overview_page_get (page);
  Db             *db = ui_page_get_db (UI_PAGE (page));
  GtkRoot        *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (Picture) picture = NULL;
  g_autofree char        *title = NULL;
  Print                   print;
  GtkPrintOperationResult result;

  if (overview == NULL)
    return FALSE;
  picture = layout_for_paper (overview);
  title = overview_title (overview);
  print = (Print){ overview, picture };
  operation = ui_print_operation_new (db, title, path);
  gtk_print_operation_set_n_pages (operation, (int) picture->pages);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), &print);
  result =
      gtk_print_operation_run (operation,
                               path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                            : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, error);
  return result == GTK_PRINT_OPERATION_RESULT_APPLY &&
         ui_print_keep (operation, db, error);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GError *error = NULL;

  if (!ui_overview_print (UI_OVERVIEW_PAGE (widget), NULL, &error) && error != NULL)
    ui_page_complain (UI_PAGE (widget), _ ("Nothing was printed"), error);
}

/* A file chooser under way: the page may have gone before it answers. */
typedef struct {
  UiOverviewPage *page;
  const char     *format;
} Export;

static void
named_cb (GListModel *files, gpointer data)
{
  g_autofree Export *export = data;
  g_autoptr (UiOverviewPage) page = export->page;
  g_autofree char *ending = g_strconcat (".", export->format, NULL);
  g_autoptr (GFile) file = ui_named_file (files, ending);
  g_autoptr (GError) error = NULL;

  if (ui_overview_page_get (page) != NULL &&
      !overview_write (ui_overview_page_get (page), export->format,
                       g_file_peek_path (file), &error))
    ui_page_complain (UI_PAGE (page), _ ("Nothing was exported"),
                      g_steal_pointer (&error));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const Overview *overview = ui_overview_page_get (UI_OVERVIEW_PAGE (widget));
  Export *export;
  g_autofree char *title = NULL;
  g_autofree char *full = NULL;

  if (overview == NULL)
    return;
  export = g_new (Export, 1);
  *export = (Export){ g_object_ref (UI_OVERVIEW_PAGE (widget)),
                      g_intern_string (g_variant_get_string (parameter, NULL)) };
  title = overview_title (overview);
  full = g_strdup_printf ("%s.%s", title, export->format);
  ui_choose_files (GTK_WINDOW (gtk_widget_get_root (widget)), UI_CHOOSE_EXPORT, full,
                   named_cb, export);
}

void
ui_overview_print_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "overview.print", NULL, print_cb);
  gtk_widget_class_install_action (page_class, "overview.export", "s", export_cb);
}
