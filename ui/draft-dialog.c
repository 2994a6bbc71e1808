/* ui/draft-dialog.c — a dialog that drafts next year's text. */

#include "ui/draft-dialog.h"
#include "app/edit/draft.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/listing.h"
#include "ui/naming.h"
#include "ui/waiting.h"

#include <glib/gi18n.h>

#define LAST_YEAR 2100

typedef struct {
  UiWindow  *window; /* which the dialog goes with */
  GtkWidget *dialog;
  gint64     document;
  GtkWidget *year;
  GtkWidget *count;
  GtkWidget *refusal;
  GtkWidget *added;  /* how many new projects */
  GPtrArray *checks; /* GtkCheckButton *, lent, one for each project */
  GPtrArray *fates;  /* GtkDropDown *, lent: what becomes of one that goes on */
  GArray    *ids;    /* of the projects */
  GtkWidget *fields; /* not to be changed while it is drafted */
  GtkWidget *waiting;
  Errand    *running; /* NULL: nothing is drafted */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  errand_drop (&self->running);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->fates);
  g_array_unref (self->ids);
  g_free (self);
}

/* The places in the list of fates; behind them the projects that one may go into. */
enum { AS_IT_IS, SPLIT, INTO };

typedef struct {
  GArray *ended, *split, *merged;
} Fates;

static void
fates_clear (Fates *fates)
{
  g_array_unref (fates->ended);
  g_array_unref (fates->split);
  g_array_unref (fates->merged);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fates, fates_clear)

static Fates
read_fates (const Asking *self)
{
  Fates fates = { g_array_new (FALSE, FALSE, sizeof (gint64)),
                  g_array_new (FALSE, FALSE, sizeof (gint64)),
                  g_array_new (FALSE, FALSE, sizeof (DraftMerger)) };

  for (guint i = 0; i < self->checks->len; i++)
    {
      gint64      id = g_array_index (self->ids, gint64, i);
      guint       fate = gtk_drop_down_get_selected (self->fates->pdata[i]);
      DraftMerger merger = { id, 0 };

      if (!gtk_check_button_get_active (self->checks->pdata[i]))
        g_array_append_val (fates.ended, id);
      else if (fate == SPLIT)
        g_array_append_val (fates.split, id);
      else if (fate >= INTO && fate - INTO < self->ids->len)
        {
          merger.into = g_array_index (self->ids, gint64, fate - INTO);
          g_array_append_val (fates.merged, merger);
        }
    }
  return fates;
}

static void
show_count (Asking *self)
{
  g_auto (Fates) fates = read_fates (self);
  g_autofree char *text = g_strdup_printf (
      _ ("%u projects go on, %u have ended, %u are split, %u go into another"),
      self->checks->len - fates.ended->len - fates.merged->len, fates.ended->len,
      fates.split->len, fates.merged->len);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (self->fates->pdata[i],
                              gtk_check_button_get_active (self->checks->pdata[i]));
  gtk_label_set_text (GTK_LABEL (self->count), text);
}

/* What is drafted. */
typedef struct {
  gint64 document, year;
  Fates  fates;
  guint  added;
  Draft  draft;
} Request;

static void
request_free (gpointer data)
{
  fates_clear (&((Request *) data)->fates);
  g_free (data);
}

static gpointer
make_draft (Db *db, gpointer what, Progress *progress, GError **error)
{
  Request  *request = what;
  DraftPlan plan = { request->fates.ended, request->fates.split, request->fates.merged,
                     request->added };

  return draft_next_year (db, request->document, request->year, &plan, &request->draft,
                          error)
             ? request
             : NULL;
}

static void
set_busy (Asking *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (self->fields, !is_busy);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (self->dialog), GTK_RESPONSE_ACCEPT,
                                     !is_busy);
}

static void
drafted (gpointer result, GError *error, gpointer data)
{
  Asking        *self = data;
  UiWindow      *window = self->window;
  const Request *request = result;
  gint64         document;

  if (request == NULL)
    {
      set_busy (self, FALSE);
      gtk_label_set_text (GTK_LABEL (self->refusal), error->message);
      gtk_widget_set_visible (self->refusal, TRUE);
      g_error_free (error);
      return;
    }
  document = request->draft.document;
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  ui_window_reload (window);
  ui_window_select (window, document, 0);
}

/* Who cancels while it is drafted stops that first. */
static void
respond_cb (GtkDialog *dialog, int response, Asking *self)
{
  static const ErrandKind  kind = { make_draft, request_free, NULL, 0 };
  static const char *const stages[] = { N_ ("Drafting"), NULL };
  g_autoptr (Desk) desk = NULL;
  Request *request;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      if (self->running != NULL)
        errand_stop (self->running);
      else
        gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  request = g_new0 (Request, 1);
  request->document = self->document;
  request->year = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->year));
  request->added =
      (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->added));
  request->fates = read_fates (self);
  desk = desk_new (db_get_path (ui_window_get_db (self->window)), DB_OPEN_WRITE);
  gtk_widget_set_visible (self->refusal, FALSE);
  set_busy (self, TRUE);
  errand_begin (&self->running, desk, &kind, request, drafted, self);
  ui_waiting_follow (UI_WAITING (self->waiting), &self->running, stages);
}

static void
all_cb (GtkCheckButton *all, Asking *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 gtk_check_button_get_active (all));
}

static GtkWidget *
new_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_tooltip_text (check, label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  return check;
}

static char *
project_label (const ListedProject *project)
{
  return g_strdup_printf ("%d　%s", (int) project->ordinal,
                          project->name ? project->name : _ ("(without a name)"));
}

/* What may become of a project that goes on; one list for all of them. */
static GtkStringList *
new_fates (const GPtrArray *projects)
{
  GtkStringList *fates = gtk_string_list_new (NULL);

  gtk_string_list_append (fates, _ ("As it is"));
  gtk_string_list_append (fates, _ ("Splits in two"));
  for (guint i = 0; i < projects->len; i++)
    {
      g_autofree char *label = project_label (projects->pdata[i]);
      g_autofree char *fate = g_strdup_printf (_ ("Goes into %s"), label);

      gtk_string_list_append (fates, fate);
    }
  return fates;
}

static void
add_project (Asking *self, GtkWidget *box, const ListedProject *project,
             GtkStringList *model)
{
  g_autofree char *label = project_label (project);
  GtkWidget       *check = new_check (label);
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *fate = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (model)), NULL);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_count), self);
  g_ptr_array_add (self->checks, check);
  g_array_append_val (self->ids, project->id);
  g_ptr_array_add (self->fates, fate);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_size_request (fate, 190, -1);
  ui_name (fate, label);
  g_signal_connect_swapped (fate, "notify::selected", G_CALLBACK (show_count), self);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), fate);
  gtk_box_append (GTK_BOX (box), row);
}

static GtkWidget *
make_projects (Asking *self, const GPtrArray *projects)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkStringList) fates = new_fates (projects);

  for (guint i = 0; i < projects->len; i++)
    add_project (self, box, projects->pdata[i], fates);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (scroller, 640, MIN (360, (int) projects->len * 38 + 8));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Projects that go on"), -1);
  return scroller;
}

static GtkWidget *
make_added (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_New projects behind them"));

  self->added = gtk_spin_button_new_with_range (0, 99, 1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->added);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->added);
  return box;
}

static GtkWidget *
make_year (Asking *self, gint64 year)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Year of the draft"));

  self->year = gtk_spin_button_new_with_range (1990, LAST_YEAR, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->year),
                             year != DB_NULL ? (double) (year + 1) : 1990);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->year);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->year);
  return box;
}

static void
fill (Asking *self, const GPtrArray *projects, gint64 year)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *hint = gtk_label_new (_ (
      "Texts come over with their years moved; amounts, plans and targets are marked "
      "“as last year” until they are changed or confirmed."));
  GtkWidget *all = new_check (_ ("Projects that go on"));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 48);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_add_css_class (self->count, "dim-label");
  self->refusal = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->refusal), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->refusal), 0);
  gtk_widget_add_css_class (self->refusal, "refusal");
  gtk_widget_set_visible (self->refusal, FALSE);
  g_signal_connect (all, "toggled", G_CALLBACK (all_cb), self);
  gtk_widget_add_css_class (box, "fields");
  gtk_box_append (GTK_BOX (box), make_year (self, year));
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), all);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_projects (self, projects));
  gtk_box_append (GTK_BOX (box), make_added (self));
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->refusal);
  self->fields = box;
  self->waiting = ui_waiting_new ();
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (self->dialog))),
                  box);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (self->dialog))),
                  self->waiting);
  show_count (self);
}

static void
ask (UiWindow *window, gint64 document, const GPtrArray *projects, gint64 year)
{
  Asking *self = g_new0 (Asking, 1);

  self->window = window;
  self->document = document;
  self->checks = g_ptr_array_new ();
  self->fates = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->dialog =
      gtk_dialog_new_with_buttons (_ ("Draft next year"), GTK_WINDOW (window),
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT |
                                       GTK_DIALOG_USE_HEADER_BAR,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Draft"),
                                   GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (self->dialog), GTK_RESPONSE_ACCEPT);
  fill (self, projects, year);
  g_object_set_data_full (G_OBJECT (self->dialog), "asking", self, asking_free);
  g_signal_connect (self->dialog, "response", G_CALLBACK (respond_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/* The table of the whole department always goes on: nobody ends or splits it. */
static void
keep_projects (GPtrArray *tables)
{
  for (guint i = tables->len; i > 0; i--)
    if (!g_str_equal (((ListedProject *) tables->pdata[i - 1])->kind, "project"))
      g_ptr_array_remove_index (tables, i - 1);
}

void
ui_ask_draft (UiWindow *window, gint64 document)
{
  Db    *db = ui_window_get_db (window);
  gint64 year = DB_NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects = listing_projects (db, document, &error);

  if (projects != NULL)
    keep_projects (projects);
  if (projects != NULL &&
      cell_get_integer (db, &document_table, document, "fiscal_year", &year, &error))
    ask (window, document, projects, year);
  else
    ui_window_complain (window, _ ("Nothing can be drafted"), g_steal_pointer (&error));
}
