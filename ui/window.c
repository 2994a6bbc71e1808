/* ui/window.c — a record file in a window: its projects, the form, the findings.
 *
 * The file is the truth: after each action the window reads again what it shows.
 */

#include "ui/window.h"
#include "app/form/edit.h"
#include "db/document.h"
#include "ui/arranging.h"
#include "ui/dialog.h"
#include "ui/drop.h"
#include "ui/export-dialog.h"
#include "ui/finding-list.h"
#include "ui/first-frame.h"
#include "ui/page-switcher.h"
#include "ui/print.h"
#include "ui/recent.h"
#include "ui/tab-key.h"
#include "ui/window-actions.h"
#include "ui/window-check.h"
#include "ui/window-findings.h"
#include "ui/window-library.h"
#include "ui/window-open.h"
#include "ui/window-pages.h"
#include "ui/window-place.h"
#include "ui/window-records.h"
#include "ui/window-review.h"
#include "ui/window-search.h"
#include "ui/window-state.h"
#include "ui/window-undo.h"
#include "ui/window-years.h"

#include <glib/gi18n.h>

/* So long an opening may last until the window says so, in milliseconds. */
#define BUSY_AFTER 500

struct _UiWindow {
  GtkApplicationWindow parent_instance;
  GtkStack            *stack; /* empty, records, the other pages */
  GtkWidget           *switcher;
  GtkWidget           *busy;
  GtkMenuButton       *menu_button;
  GMenuModel          *menu;
  GtkMenuButton       *recent_button;
  GtkBox              *recent_box;
  GtkLabel            *title_label;
  GtkLabel            *state_label;
  GtkLabel            *empty_label;
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  GMenuModel          *arranging; /* the part of the menu for a line */
  UiWindowRecords      records;   /* empty: not made yet */
  UiFindingList       *findings;  /* NULL: not made yet */
  UiWindowCheck       *check;
  Db                  *db; /* NULL: no file is open */
  GFile               *file;
  GFile               *awaited;    /* that is being opened; NULL: none */
  gint64               document;   /* that is shown, or whose project is */
  guint                busy_later; /* source; 0: none */
};

G_DEFINE_FINAL_TYPE (UiWindow, ui_window, GTK_TYPE_APPLICATION_WINDOW)

void
ui_window_complain (UiWindow *self, const char *what, GError *error)
{
  ui_show_error (GTK_WINDOW (self), what, error);
  g_error_free (error);
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
  ui_window_undo_show (self, self->undo_button, self->redo_button);
  ui_window_actions_update (GTK_WIDGET (self));
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

static void
selected_cb (UiNavigator *navigator, UiWindow *self)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (self));
  UiItem          *item = ui_window_get_selected (self);
  gint64           project = table != NULL ? table->project : 0;

  if (self->db == NULL || (project == (item ? ui_item_get_project (item) : 0) &&
                           self->document == ui_window_get_document (self)))
    return;
  if (ui_window_commit (self))
    ui_window_show (self);
  else
    ui_window_select (self, self->document, project);
}

/* What shows the records is made when it is first needed: the window comes up without
 * it.  */
static UiWindowRecords *
records_of (UiWindow *self)
{
  UiWindowRecords *records = &self->records;

  if (records->form != NULL)
    return records;
  ui_window_records_make (records, self->stack);
  g_signal_connect (records->navigator, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (records->form, "changed", G_CALLBACK (form_changed_cb), self);
  g_signal_connect (records->pages, "changed", G_CALLBACK (changed_cb), self);
  ui_arranging_add_menu (GTK_WIDGET (records->navigator), self->arranging);
  ui_window_search_connect (self, records->search, records->navigator);
  ui_window_review_add_menu (GTK_WIDGET (ui_form_page_get_sheet (records->form)));
  ui_window_review_add_menu (GTK_WIDGET (ui_document_page_get_sheet (records->pages)));
  ui_window_library_add (self);
  return records;
}

gint64
ui_window_get_document (UiWindow *self)
{
  UiItem *item =
      self->db ? ui_navigator_get_selected (records_of (self)->navigator) : NULL;

  return item ? ui_item_get_document (item) : 0;
}

static void
mark (UiWindow *self, const Finding *finding)
{
  const FormTable *table = ui_form_page_get_table (records_of (self)->form);
  const FormCell  *cell =
      table && !finding->waived && finding->project_id == table->project
           ? form_edit_find (table, finding->field, finding->indicator_id)
           : NULL;

  if (cell != NULL)
    ui_form_page_add_mark (records_of (self)->form, cell, finding->severity,
                           finding->message);
}

static void
show_bar (UiWindow *self)
{
  GError *error = NULL;

  if (!ui_form_bar_update (records_of (self)->form_bar, records_of (self)->form,
                           ui_window_get_sheet (self), self->db, self->document,
                           &error))
    ui_window_complain (self, _ ("The form cannot be shown"), error);
}

/* What the rules say of what is shown, beside it and on its cells. */
static void
checked_cb (UiWindow *self, GPtrArray *findings, GError *error)
{
  ui_form_sheet_clear_marks (ui_form_page_get_sheet (records_of (self)->form));
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    mark (self, findings->pdata[i]); /* the worst come first */
  ui_document_page_mark (records_of (self)->pages, findings);
  ui_finding_list_set (ui_window_get_findings (self), self->db, findings);
  show_bar (self); /* it marks cells too */
  if (findings == NULL)
    ui_window_complain (self, _ ("The check was not finished"), error);
}

static void
begin_check (UiWindow *self, gint64 project)
{
  if (self->document == 0)
    {
      ui_window_check_set_file (self->check,
                                self->db != NULL ? db_get_path (self->db) : NULL);
      ui_finding_list_set (ui_window_get_findings (self), self->db, NULL);
      return;
    }
  ui_window_check_read (self->check, self->document, project);
}

void
ui_window_show (UiWindow *self)
{
  g_autoptr (GError) error = NULL;
  UiItem *item =
      self->db ? ui_navigator_get_selected (records_of (self)->navigator) : NULL;
  gint64 project = item ? ui_item_get_project (item) : 0;

  self->document = item ? ui_item_get_document (item) : 0;
  gtk_stack_set_visible_child_name (records_of (self)->middle, project != 0 ? "form"
                                                               : self->document != 0
                                                                   ? "document"
                                                                   : "nothing");
  if (!ui_form_page_show (records_of (self)->form, self->db, project, &error) ||
      !ui_document_page_show (records_of (self)->pages, self->db,
                              project != 0 ? 0 : self->document, &error))
    ui_window_complain (self, _ ("The form cannot be shown"), g_steal_pointer (&error));
  begin_check (self, project);
  show_bar (self);
  ui_navigator_update (records_of (self)->navigator);
  ui_window_pages_update (self, TRUE);
  show_title (self);
}

void
ui_window_reload (UiWindow *self)
{
  ui_navigator_load (records_of (self)->navigator, self->db);
  ui_window_pages_allow (self,
                         ui_navigator_has_documents (records_of (self)->navigator));
  ui_window_show (self);
}

gboolean
ui_window_commit (UiWindow *self)
{
  return self->records.form == NULL ||
         (ui_form_sheet_commit (ui_form_page_get_sheet (self->records.form)) &&
          ui_form_sheet_commit (ui_document_page_get_sheet (self->records.pages)));
}

void
ui_window_select (UiWindow *self, gint64 document, gint64 project)
{
  ui_navigator_select (records_of (self)->navigator, document, project);
}

/* finding: where it is about the text as a whole; NULL: not about a finding. */
static void
go_to_text (UiWindow *self, const UiPlace *place)
{
  if (place->finding != NULL)
    ui_document_page_go_to_finding (records_of (self)->pages, place->finding);
  else if (place->table != NULL)
    ui_form_sheet_go_to_record (ui_document_page_get_sheet (records_of (self)->pages),
                                place->table, place->row, place->column);
}

void
ui_window_go_to (UiWindow *self, const UiPlace *place)
{
  /* A finding may go with the findings of another project. */
  const Finding   *finding = place->finding;
  g_autofree char *field = g_strdup (finding != NULL ? finding->field : NULL);
  gint64      indicator = finding != NULL ? finding->indicator_id : (gint64) DB_NULL;
  const char *layout = ui_form_page_get_layout (records_of (self)->form);
  const FormTable *table;
  const FormCell  *cell = NULL;

  ui_window_select (self, place->document, place->project);
  table = ui_form_page_get_table (records_of (self)->form);
  if (place->project == 0)
    go_to_text (self, place);
  else if (table != NULL && table->project == place->project)
    cell = ui_form_bar_seek (records_of (self)->form, field, indicator, place);
  if (cell != NULL && ui_form_page_get_layout (records_of (self)->form) != layout)
    {
      ui_window_show (self);
      cell = ui_form_bar_seek (records_of (self)->form, field, indicator, place);
    }
  if (cell != NULL)
    ui_form_page_go_to (records_of (self)->form, cell);
}

static void
finding_cb (UiFindingList *list, gpointer data, UiWindow *self)
{
  const Finding *finding = data;
  gboolean       is_whole = finding->project_id == DB_NULL;
  UiPlace        place = { .document = finding->document_id,
                           .project = is_whole ? 0 : finding->project_id,
                           .finding = finding };

  if (!ui_document_page_go_to_finding (records_of (self)->pages, finding) && !is_whole)
    ui_window_go_to (self, &place);
}

static gboolean
ui_window_close_request (GtkWindow *window)
{
  if (!ui_window_commit (UI_WINDOW (window)))
    return TRUE;
  ui_window_state_save (window, UI_WINDOW (window)->records.sides);
  return GTK_WINDOW_CLASS (ui_window_parent_class)->close_request (window);
}

static void
ui_window_dispose (GObject *object)
{
  /* Focus moves while the widgets go. */
  g_signal_handlers_disconnect_by_func (object, ui_window_actions_update, NULL);
  g_clear_handle_id (&UI_WINDOW (object)->busy_later, g_source_remove);
  /* A page that something is read for aside may outlive the window, and the file. */
  if (UI_WINDOW (object)->check != NULL)
    ui_window_pages_update (UI_WINDOW (object), FALSE);
  g_clear_pointer (&UI_WINDOW (object)->check, ui_window_check_free);
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
  gtk_widget_class_bind_template_child (widget_class, UiWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, recent_box);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, empty_label);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, UiWindow, arranging);
}

static void
ui_window_class_init (UiWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_window_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = ui_window_close_request;
  g_type_ensure (UI_TYPE_PAGE_SWITCHER);
  ui_tab_key_leave_lists ();
  bind_template (widget_class);
  ui_window_undo_install (widget_class);
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
    ui_recent_fill_box (self->recent_box);
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

/* While its file is being read the window makes what is to show it. */
static void
first_frame_cb (GtkWidget *widget)
{
  UiWindow *self = UI_WINDOW (widget);

  if (self->awaited != NULL)
    records_of (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (show_recent), self, G_CONNECT_SWAPPED);
  show_recent (self);
}

static void
ui_window_init (UiWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ui_window_state_load (GTK_WINDOW (self));
  self->check = ui_window_check_new (self, checked_cb);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self->menu,
                                         NULL);
  ui_recent_fill_button (self->recent_button);
  ui_drop_accept (self);
  ui_window_pages_add (self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (ui_window_actions_update),
                    NULL);
  show_title (self);
  ui_first_frame_then (GTK_WIDGET (self), first_frame_cb);
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
  ui_window_check_set_file (self->check, g_file_peek_path (file));
  ui_window_pages_update (self, FALSE);
  if (self->findings != NULL)
    ui_finding_list_set (self->findings, NULL, NULL);
  ui_form_page_show (records_of (self)->form, NULL, 0, NULL);
  ui_document_page_show (records_of (self)->pages, NULL, 0, NULL);
  ui_navigator_load (records_of (self)->navigator, NULL);
  g_clear_pointer (&self->db, db_close);
  self->db = db;
  g_set_object (&self->file, file);
  ui_search_pane_set_file (records_of (self)->search, g_file_peek_path (file));
  ui_window_reload (self);
  if (ui_navigator_has_documents (records_of (self)->navigator))
    ui_navigator_focus (records_of (self)->navigator);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  ui_recent_add (file);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, offer_draft_cb, g_object_ref (self),
                   g_object_unref);
}

/* A file that is open soon leaves no time to read that it is being opened. */
static gboolean
show_busy_cb (gpointer data)
{
  UiWindow *self = data;

  self->busy_later = 0;
  gtk_widget_set_visible (self->busy, TRUE);
  return G_SOURCE_REMOVE;
}

void
ui_window_await (UiWindow *self, GFile *file)
{
  g_set_object (&self->awaited, file);
  g_clear_handle_id (&self->busy_later, g_source_remove);
  gtk_widget_set_visible (self->busy, FALSE);
  if (file != NULL)
    self->busy_later = g_timeout_add (BUSY_AFTER, show_busy_cb, self);
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
  return self->db ? ui_navigator_dup_document_title (records_of (self)->navigator)
                  : NULL;
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
  return records_of (self)->form;
}

UiDocumentPage *
ui_window_get_pages (UiWindow *self)
{
  return records_of (self)->pages;
}

UiFormSheet *
ui_window_get_sheet (UiWindow *self)
{
  return ui_form_page_get_table (records_of (self)->form) != NULL
             ? ui_form_page_get_sheet (records_of (self)->form)
             : ui_document_page_get_sheet (records_of (self)->pages);
}

/* Made when it is first needed: the window comes up without it. */
UiFindingList *
ui_window_get_findings (UiWindow *self)
{
  if (self->findings == NULL)
    {
      self->findings = g_object_new (UI_TYPE_FINDING_LIST, "hexpand", TRUE, NULL);
      g_signal_connect (self->findings, "activated", G_CALLBACK (finding_cb), self);
      g_signal_connect_swapped (self->findings, "selected",
                                G_CALLBACK (ui_window_findings_update), self);
      gtk_box_append (records_of (self)->findings_place, GTK_WIDGET (self->findings));
    }
  return self->findings;
}

UiWindowCheck *
ui_window_get_check (UiWindow *self)
{
  return self->check;
}

UiNavigator *
ui_window_get_navigator (UiWindow *self)
{
  return records_of (self)->navigator;
}

UiSearchPane *
ui_window_get_search (UiWindow *self)
{
  return records_of (self)->search;
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
  return self->db != NULL ? ui_navigator_get_selected (records_of (self)->navigator)
                          : NULL;
}
