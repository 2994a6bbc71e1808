/* ui/window.c — a record file in a window: its projects, the form, the findings.
 *
 * The file is the truth: after each action the window reads again what it shows.
 */

#include "ui/window.h"
#include "app/check/check.h"
#include "app/edit/undo.h"
#include "app/form/edit.h"
#include "db/document.h"
#include "ui/arranging.h"
#include "ui/dialog.h"
#include "ui/drop.h"
#include "ui/export-dialog.h"
#include "ui/finding-list.h"
#include "ui/form-bar.h"
#include "ui/navigator.h"
#include "ui/page-switcher.h"
#include "ui/print.h"
#include "ui/recent.h"
#include "ui/window-actions.h"
#include "ui/window-findings.h"
#include "ui/window-open.h"
#include "ui/window-pages.h"
#include "ui/window-place.h"
#include "ui/window-search.h"
#include "ui/window-years.h"

#include <glib/gi18n.h>

struct _UiWindow {
  GtkApplicationWindow parent_instance;
  GtkStack            *stack; /* empty, records, the other pages */
  GtkWidget           *switcher;
  GtkWidget           *busy;
  GtkMenuButton       *menu_button;
  GMenuModel          *menu;
  GMenu               *recent_menu;
  GtkBox              *recent_box;
  GtkStack            *middle; /* form, document */
  GtkLabel            *title_label;
  GtkLabel            *state_label;
  GtkLabel            *empty_label;
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  UiSearchPane        *search;
  UiNavigator         *navigator;
  UiFormBar           *form_bar;
  UiFormPage          *form;
  UiDocumentPage      *pages;
  GMenuModel          *arranging; /* the part of the menu for a line */
  UiFindingList       *findings;
  Db                  *db; /* NULL: no file is open */
  GFile               *file;
  GFile               *awaited;  /* that is being opened; NULL: none */
  gint64               document; /* that is shown, or whose project is */
};

G_DEFINE_FINAL_TYPE (UiWindow, ui_window, GTK_TYPE_APPLICATION_WINDOW)

void
ui_window_complain (UiWindow *self, const char *what, GError *error)
{
  ui_show_error (GTK_WINDOW (self), what, error);
  g_error_free (error);
}

static void
show_step (UiWindow *self, ActionStep step, GtkWidget *button, const char *verb,
           const char *keys)
{
  g_autofree char *label = self->db ? undo_next (self->db, step, NULL) : NULL;
  g_autofree char *tip = label ? g_strdup_printf (_ ("%s: %s (%s)"), verb, label, keys)
                               : g_strdup_printf (_ ("%s (%s)"), verb, keys);

  gtk_widget_set_tooltip_text (button, tip);
}

static void
show_title (UiWindow *self)
{
  GFile           *file = self->awaited != NULL ? self->awaited : self->file;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  gtk_label_set_text (self->title_label, name ? name : _ ("Jixiao"));
  gtk_label_set_text (self->state_label, self->db == NULL ? ""
                                         : db_is_read_only (self->db)
                                             ? _ ("Read-only")
                                             : _ ("✓ All is saved"));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), self->db != NULL);
  gtk_window_set_title (GTK_WINDOW (self), name ? name : _ ("Jixiao"));
  gtk_label_set_text (
      self->empty_label,
      self->db != NULL
          ? _ ("This record file is still empty. Import the performance texts of past "
               "years (Word, Excel, web pages or plain text), or begin a new one.")
          : _ ("Import a performance text or begin a new one: name a record file for "
               "it "
               "first; or open a record file that you have."));
  show_step (self, ACTION_UNDO, self->undo_button, _ ("Undo"), "Ctrl+Z");
  show_step (self, ACTION_REDO, self->redo_button, _ ("Redo"), "Ctrl+Shift+Z");
  ui_window_actions_update (GTK_WIDGET (self));
}

static gint64
shown_project (UiWindow *self)
{
  UiItem *item = self->db ? ui_navigator_get_selected (self->navigator) : NULL;

  return item ? ui_item_get_project (item) : 0;
}

gint64
ui_window_get_document (UiWindow *self)
{
  UiItem *item = self->db ? ui_navigator_get_selected (self->navigator) : NULL;

  return item ? ui_item_get_document (item) : 0;
}

/* The findings of the project that is shown, or of the whole document. */
static GPtrArray *
read_findings (UiWindow *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64      project = shown_project (self);
  gint64      document = ui_window_get_document (self);
  CheckFilter filter = { .documents = project != 0 ? NULL : ids,
                         .projects = project != 0 ? ids : NULL };

  g_array_append_val (ids, *(project != 0 ? &project : &document));
  return check_findings (self->db, &filter, error);
}

static void
mark (UiWindow *self, const Finding *finding)
{
  const FormTable *table = ui_form_page_get_table (self->form);
  const FormCell  *cell =
      table && !finding->waived && finding->project_id == table->project
           ? form_edit_find (table, finding->field, finding->indicator_id)
           : NULL;

  if (cell != NULL)
    ui_form_page_add_mark (self->form, cell, finding->severity, finding->message);
}

/* What the rules say of the project that is shown, beside it and on its cells. */
static void
show_findings (UiWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = read_findings (self, &error);

  ui_form_sheet_clear_marks (ui_form_page_get_sheet (self->form));
  if (findings == NULL)
    ui_window_complain (self, _ ("The check was not finished"),
                        g_steal_pointer (&error));
  else /* the worst come first */
    for (guint i = 0; i < findings->len; i++)
      mark (self, findings->pdata[i]);
  ui_document_page_mark (self->pages, findings);
  ui_finding_list_set (self->findings, self->db, findings);
}

void
ui_window_show (UiWindow *self)
{
  g_autoptr (GError) error = NULL;
  UiItem *item = self->db ? ui_navigator_get_selected (self->navigator) : NULL;
  gint64  project = item ? ui_item_get_project (item) : 0;

  self->document = item ? ui_item_get_document (item) : 0;
  gtk_stack_set_visible_child_name (self->middle, project != 0          ? "form"
                                                  : self->document != 0 ? "document"
                                                                        : "nothing");
  if (!ui_form_page_show (self->form, self->db, project, &error) ||
      !ui_document_page_show (self->pages, self->db, project != 0 ? 0 : self->document,
                              &error))
    ui_window_complain (self, _ ("The form cannot be shown"), g_steal_pointer (&error));
  if (item != NULL)
    show_findings (self);
  else
    ui_finding_list_set (self->findings, self->db, NULL);
  if (!ui_form_bar_update (self->form_bar, self->form, ui_window_get_sheet (self),
                           self->db, self->document, &error))
    ui_window_complain (self, _ ("The form cannot be shown"), g_steal_pointer (&error));
  ui_navigator_update (self->navigator);
  ui_window_pages_update (self, TRUE);
  show_title (self);
}

void
ui_window_reload (UiWindow *self)
{
  ui_navigator_load (self->navigator, self->db);
  ui_window_pages_allow (self, ui_navigator_has_documents (self->navigator));
  ui_window_show (self);
}

static void
form_changed_cb (UiFormPage *form, UiWindow *self)
{
  ui_window_show (self);
}

static void
changed_cb (UiDocumentPage *pages, gboolean named, UiWindow *self)
{
  if (named)
    ui_window_reload (self);
  else
    ui_window_show (self);
}

gboolean
ui_window_commit (UiWindow *self)
{
  return ui_form_sheet_commit (ui_form_page_get_sheet (self->form)) &&
         ui_form_sheet_commit (ui_document_page_get_sheet (self->pages));
}

static void
selected_cb (UiNavigator *navigator, UiWindow *self)
{
  const FormTable *table = ui_form_page_get_table (self->form);
  gint64           project = table != NULL ? table->project : 0;

  if (self->db == NULL || (project == shown_project (self) &&
                           self->document == ui_window_get_document (self)))
    return;
  if (ui_window_commit (self))
    ui_window_show (self);
  else
    ui_window_select (self, self->document, project);
}

void
ui_window_select (UiWindow *self, gint64 document, gint64 project)
{
  ui_navigator_select (self->navigator, document, project);
}

/* finding: where it is about the text as a whole; NULL: not about a finding. */
static void
go_to_text (UiWindow *self, const UiPlace *place)
{
  if (place->finding != NULL)
    ui_document_page_go_to_finding (self->pages, place->finding);
  else if (place->table != NULL)
    ui_form_sheet_go_to_record (ui_document_page_get_sheet (self->pages), place->table,
                                place->row, place->column);
}

void
ui_window_go_to (UiWindow *self, const UiPlace *place)
{
  /* A finding may go with the findings of another project. */
  const Finding   *finding = place->finding;
  g_autofree char *field = g_strdup (finding != NULL ? finding->field : NULL);
  gint64      indicator = finding != NULL ? finding->indicator_id : (gint64) DB_NULL;
  const char *layout = ui_form_page_get_layout (self->form);
  const FormTable *table;
  const FormCell  *cell = NULL;

  ui_window_select (self, place->document, place->project);
  table = ui_form_page_get_table (self->form);
  if (place->project == 0)
    go_to_text (self, place);
  else if (table != NULL && table->project == place->project)
    cell = ui_form_bar_seek (self->form, field, indicator, place);
  if (cell != NULL && ui_form_page_get_layout (self->form) != layout)
    {
      ui_window_show (self);
      cell = ui_form_bar_seek (self->form, field, indicator, place);
    }
  if (cell != NULL)
    ui_form_page_go_to (self->form, cell);
}

static void
finding_cb (UiFindingList *list, gpointer data, UiWindow *self)
{
  const Finding *finding = data;
  gboolean       is_whole = finding->project_id == DB_NULL;
  UiPlace        place = { .document = finding->document_id,
                           .project = is_whole ? 0 : finding->project_id,
                           .finding = finding };

  if (!ui_document_page_go_to_finding (self->pages, finding) && !is_whole)
    ui_window_go_to (self, &place);
}

static void
step (UiWindow *self, ActionStep direction)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ui_window_commit (self))
    return;
  if (!undo_step (self->db, direction, &label, &error))
    ui_window_complain (self,
                        direction == ACTION_UNDO ? _ ("Nothing was undone")
                                                 : _ ("Nothing was redone"),
                        g_steal_pointer (&error));
  ui_window_reload (self);
  if (label != NULL)
    ui_window_go_to_change (self);
  ui_navigator_recount (self->navigator);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (widget), ACTION_UNDO);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_WINDOW (widget), ACTION_REDO);
}

static void
next_finding_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ui_finding_list_step (UI_WINDOW (widget)->findings, 1);
}

static void
previous_finding_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ui_finding_list_step (UI_WINDOW (widget)->findings, -1);
}

static gboolean
ui_window_close_request (GtkWindow *window)
{
  return !ui_window_commit (UI_WINDOW (window)) ||
         GTK_WINDOW_CLASS (ui_window_parent_class)->close_request (window);
}

static void
ui_window_dispose (GObject *object)
{
  /* Focus moves while the widgets go. */
  g_signal_handlers_disconnect_by_func (object, ui_window_actions_update, NULL);
  G_OBJECT_CLASS (ui_window_parent_class)->dispose (object);
}

/* The widgets borrow the file: they go first.  (gtk_widget_dispose_template() is not
 * for windows: it takes the child away that GTK 4.8 then takes away again.)  */
static void
ui_window_finalize (GObject *object)
{
  UiWindow *self = UI_WINDOW (object);

  g_clear_pointer (&self->db, db_close);
  g_clear_object (&self->file);
  g_clear_object (&self->awaited);
  G_OBJECT_CLASS (ui_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/jixiao/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, UiWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, recent_box);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, middle);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, empty_label);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, navigator);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, search);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, form_bar);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, form);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, arranging);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, findings);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, ui_window_findings_update);
}

static void
ui_window_class_init (UiWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_window_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = ui_window_close_request;
  g_type_ensure (UI_TYPE_SEARCH_PANE);
  g_type_ensure (UI_TYPE_NAVIGATOR);
  g_type_ensure (UI_TYPE_FORM_BAR);
  g_type_ensure (UI_TYPE_FORM_PAGE);
  g_type_ensure (UI_TYPE_DOCUMENT_PAGE);
  g_type_ensure (UI_TYPE_FINDING_LIST);
  g_type_ensure (UI_TYPE_PAGE_SWITCHER);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.next-finding", NULL,
                                   next_finding_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-finding", NULL,
                                   previous_finding_cb);
  ui_window_actions_install (widget_class);
  ui_arranging_install (widget_class);
  ui_window_findings_install (widget_class);
  ui_window_pages_install (widget_class);
  ui_export_install (widget_class);
  ui_print_install (widget_class);
  ui_window_search_install (widget_class);
  ui_window_years_install (widget_class);
}

/* When the window is up: it does not wait for the list. */
static gboolean
show_recent_cb (gpointer data)
{
  UiWindow *self = data;

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && self->recent_box != NULL)
    {
      ui_recent_fill_menu (self->recent_menu);
      ui_recent_fill_box (self->recent_box);
    }
  return G_SOURCE_REMOVE;
}

static void
show_recent (UiWindow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, show_recent_cb, g_object_ref (self), g_object_unref);
}

/* Made when it is first opened: the window comes up without it. */
static void
make_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

static void
ui_window_init (UiWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self->menu,
                                         NULL);
  ui_arranging_add_menu (GTK_WIDGET (self->navigator), self->arranging);
  ui_drop_accept (self);
  ui_window_pages_add (self);
  ui_window_search_connect (self, self->search, self->navigator);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (ui_window_actions_update),
                    NULL);
  show_title (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (show_recent), self, G_CONNECT_SWAPPED);
  show_recent (self);
}

GtkWidget *
ui_window_new (GtkApplication *application)
{
  return g_object_new (UI_TYPE_WINDOW, "application", application, NULL);
}

/* When the window has settled: the draft is to have the focus. */
static gboolean
offer_draft_cb (gpointer data)
{
  UiWindow *self = data;

  if (self->db != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    ui_window_offer_draft (self);
  return G_SOURCE_REMOVE;
}

void
ui_window_take_file (UiWindow *self, GFile *file, Db *db)
{
  ui_window_pages_update (self, FALSE);
  ui_finding_list_set (self->findings, NULL, NULL);
  ui_form_page_show (self->form, NULL, 0, NULL);
  ui_document_page_show (self->pages, NULL, 0, NULL);
  ui_navigator_load (self->navigator, NULL);
  g_clear_pointer (&self->db, db_close);
  self->db = db;
  g_set_object (&self->file, file);
  ui_search_pane_set_file (self->search, g_file_peek_path (file));
  ui_window_reload (self);
  ui_navigator_focus (self->navigator);
  ui_recent_add (file);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, offer_draft_cb, g_object_ref (self),
                   g_object_unref);
}

void
ui_window_await (UiWindow *self, GFile *file)
{
  g_set_object (&self->awaited, file);
  gtk_widget_set_visible (self->busy, file != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), file == NULL);
  ui_window_pages_await (self, file != NULL);
  show_title (self);
}

GFile *
ui_window_get_awaited (UiWindow *self)
{
  return self->awaited;
}

char *
ui_window_dup_document_title (UiWindow *self)
{
  return self->db ? ui_navigator_dup_document_title (self->navigator) : NULL;
}

GFile *
ui_window_get_file (UiWindow *self)
{
  return self->file;
}

Db *
ui_window_get_db (UiWindow *self)
{
  return self->db;
}

UiFormPage *
ui_window_get_form (UiWindow *self)
{
  return self->form;
}

UiDocumentPage *
ui_window_get_pages (UiWindow *self)
{
  return self->pages;
}

UiFormSheet *
ui_window_get_sheet (UiWindow *self)
{
  return ui_form_page_get_table (self->form) != NULL
             ? ui_form_page_get_sheet (self->form)
             : ui_document_page_get_sheet (self->pages);
}

UiFindingList *
ui_window_get_findings (UiWindow *self)
{
  return self->findings;
}

UiNavigator *
ui_window_get_navigator (UiWindow *self)
{
  return self->navigator;
}

UiSearchPane *
ui_window_get_search (UiWindow *self)
{
  return self->search;
}

GtkStack *
ui_window_get_stack (UiWindow *self)
{
  return self->stack;
}

GtkWidget *
ui_window_get_switcher (UiWindow *self)
{
  return self->switcher;
}

UiItem *
ui_window_get_selected (UiWindow *self)
{
  return self->db != NULL ? ui_navigator_get_selected (self->navigator) : NULL;
}
