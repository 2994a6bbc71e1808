/* ui/window.c — a record file in a window: its projects, the form, the findings.
 *
 * The file is the truth: after each action the window reads again what it shows.
 */

#include "ui/window.h"
#include "app/check.h"
#include "app/edit.h"
#include "app/export/pdf.h"
#include "app/export/xlsx.h"
#include "app/import/import.h"
#include "app/reading.h"
#include "app/undo.h"
#include "ui/dialog.h"
#include "ui/finding-list.h"
#include "ui/form-page.h"
#include "ui/navigator.h"

struct _UiWindow {
  GtkApplicationWindow parent_instance;
  GtkStack            *stack;
  GtkLabel            *title_label;
  GtkLabel            *state_label;
  GtkLabel            *empty_label;
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  UiNavigator         *navigator;
  UiFormPage          *form;
  UiFindingList       *findings;
  GtkPaned            *inner;
  Db                  *db; /* NULL: no file is open */
  GFile               *file;
};

G_DEFINE_FINAL_TYPE (UiWindow, ui_window, GTK_TYPE_APPLICATION_WINDOW)

static void
complain (UiWindow *self, const char *what, GError *error)
{
  ui_show_error (GTK_WINDOW (self), what, error);
  g_error_free (error);
}

static void
show_step (UiWindow *self, ActionStep step, const char *action, GtkWidget *button,
           const char *verb)
{
  g_autofree char *label = self->db ? undo_next (self->db, step, NULL) : NULL;
  g_autofree char *tip =
      label ? g_strdup_printf ("%s：%s", verb, label) : g_strdup (verb);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, label != NULL);
  gtk_widget_set_tooltip_text (button, tip);
}

static void
show_title (UiWindow *self)
{
  g_autofree char *name = self->file ? g_file_get_basename (self->file) : NULL;
  gboolean         open = self->db != NULL;

  gtk_label_set_text (self->title_label, name ? name : "绩效");
  gtk_label_set_text (self->state_label, open ? "✓ 已存盘" : "");
  gtk_window_set_title (GTK_WINDOW (self), name ? name : "绩效");
  gtk_label_set_text (self->empty_label,
                      open ? "这份记录文件还是空的。导入往年的绩效文本，或从别的记录文件开始。"
                           : "导入一份绩效文本（会请您先取个记录文件名），或打开已有的记录文件。");
  show_step (self, ACTION_UNDO, "win.undo", self->undo_button, "撤销");
  show_step (self, ACTION_REDO, "win.redo", self->redo_button, "重做");
}

/* The column of the form that a finding points at. */
static const char *
column_of (const Finding *finding)
{
  static const struct {
    const char *field, *column;
  } columns[] = {
    { "value", "value_text" }, { "unit", "value_text" },        { "operator", "value_text" },
    { "amount", "amount_text" }, { "funding", "amount_text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (finding->field, columns[i].field) == 0)
      return columns[i].column;
  return finding->field;
}

static gboolean
go_to (UiWindow *self, const Finding *finding)
{
  gboolean row = finding->indicator_id != DB_NULL;

  return ui_form_page_go_to (self->form, row ? "indicator" : "project",
                             row ? finding->indicator_id : finding->project_id,
                             column_of (finding));
}

static void
mark (UiWindow *self, const Finding *finding)
{
  gboolean row = finding->indicator_id != DB_NULL;

  ui_form_page_mark (self->form, row ? "indicator" : "project",
                     row ? finding->indicator_id : finding->project_id,
                     column_of (finding), finding->severity, finding->message);
}

/* What the rules say of the project that is shown, beside it and on its cells. */
static void
show_findings (UiWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) findings = NULL;
  gint64      project = ui_form_page_get_project (self->form);
  CheckFilter filter = { NULL, projects, NULL, NULL };

  g_array_append_val (projects, project);
  findings = check_findings (self->db, &filter, &error);
  if (findings == NULL)
    {
      complain (self, "核对没有完成", g_steal_pointer (&error));
      return;
    }
  ui_form_page_reset_marks (self->form);
  /* The worst comes first in the list and last here: its mark stays. */
  for (guint i = findings->len; i-- > 0;)
    mark (self, findings->pdata[i]);
  ui_finding_list_set (self->findings, findings);
}

static void
show_project (UiWindow *self)
{
  g_autoptr (GError) error = NULL;
  UiItem *item = self->db ? ui_navigator_get_selected (self->navigator) : NULL;

  if (!ui_form_page_show (self->form, self->db, item ? ui_item_get_project (item) : 0,
                          &error))
    complain (self, "绩效表显示不出来", g_steal_pointer (&error));
  else if (self->db != NULL)
    show_findings (self);
}

/* Reads again what stands in the window after the records have changed. */
static void
reload (UiWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) documents = document_ids (self->db, NULL);

  gtk_stack_set_visible_child_name (
      self->stack, documents && documents->len > 0 ? "records" : "empty");
  if (!ui_navigator_load (self->navigator, self->db, &error))
    complain (self, "项目列不出来", g_steal_pointer (&error));
  show_title (self);
}

static void
edited_cb (UiFormPage *form, const char *table_name, gint64 row_id,
           const char *column_name, const char *text, UiWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!edit_cell (self->db, table_name, row_id, column_name, text, &error))
    complain (self, "没有改成", g_steal_pointer (&error));
  refresh (self);
}

static void
selected_cb (UiNavigator *navigator, UiWindow *self)
{
  UiItem *item = ui_navigator_get_selected (navigator);

  if (self->db != NULL && item != NULL &&
      ui_item_get_project (item) != ui_form_page_get_project (self->form))
    {
      ui_form_page_commit (self->form);
      show_project (self);
    }
}

static void
finding_cb (UiFindingList *list, gpointer finding, UiWindow *self)
{
  go_to (self, finding);
}

static void
step (UiWindow *self, ActionStep direction)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  ui_form_page_commit (self->form);
  if (!undo_step (self->db, direction, &label, &error))
    complain (self, direction == ACTION_UNDO ? "没有撤销" : "没有重做",
              g_steal_pointer (&error));
  reload (self);
  show_project (self);
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
