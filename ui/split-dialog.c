/* ui/split-dialog.c — a project becomes two: which rows go, and which money. */

#include "ui/split-dialog.h"
#include "app/compare/difference.h"
#include "app/edit/edit.h"
#include "app/edit/split.h"
#include "app/edit/understanding.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/title.h"
#include "ui/naming.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  UiWindow  *window;  /* which the dialog goes with */
  Project   *project; /* as it is */
  GtkWidget *dialog;
  GtkWidget *name, *amount;
  GPtrArray *fundings;        /* GtkEntry *, lent, one for each source */
  GPtrArray *goals, *targets; /* GtkCheckButton *, lent, one for each row */
  GtkWidget *count, *refusal;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  db_record_free (&project_table, self->project);
  g_ptr_array_unref (self->fundings);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

/* The ids of the rows that are ticked. */
static GArray *
ticked (const GPtrArray *checks, const GPtrArray *rows)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (checks->pdata[i]))
      g_array_append_val (ids, ((DbRecord *) rows->pdata[i])->id);
  return ids;
}

/* “11 万元 of the budget stay”; "" where no amount is typed. */
static char *
rest_text (const Asking *self)
{
  gint64 part =
      understanding_amount (ui_window_get_db (self->window), self->project->record.id,
                            gtk_editable_get_text (GTK_EDITABLE (self->amount)));
  g_autofree char *rest = NULL;

  if (part == DB_NULL || self->project->amount_fen == DB_NULL)
    return g_strdup ("");
  rest = edit_number (table_field (&project_table, "amount_fen"),
                      self->project->amount_fen - part);
  return g_strdup_printf (_ ("; %s of the budget stays with the old one"), rest);
}

static void
show_count (Asking *self)
{
  g_autoptr (GArray) goals = ticked (self->goals, self->project->goals);
  g_autoptr (GArray) targets = ticked (self->targets, self->project->indicators);
  g_autofree char *rest = rest_text (self);
  g_autofree char *text = g_strdup_printf (
      _ ("%u of %u targets and %u of %u goals go into the new project%s"), targets->len,
      self->targets->len, goals->len, self->goals->len, rest);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (self->dialog), GTK_RESPONSE_ACCEPT,
                                     goals->len + targets->len > 0);
}

static void
respond_cb (GtkDialog *dialog, int response, Asking *self)
{
  UiWindow *window = self->window;
  gint64    document = self->project->record.parent, id;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) goals = ticked (self->goals, self->project->goals);
  g_autoptr (GArray) targets = ticked (self->targets, self->project->indicators);
  g_autofree const char **fundings = g_new0 (const char *, self->fundings->len + 1);
  Split                   split = { self->project->record.id,
                                    gtk_editable_get_text (GTK_EDITABLE (self->name)),
                                    targets,
                                    goals,
                                    gtk_editable_get_text (GTK_EDITABLE (self->amount)),
                                    fundings };

  if (response != GTK_RESPONSE_ACCEPT)
    {
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  for (guint i = 0; i < self->fundings->len; i++)
    fundings[i] = gtk_editable_get_text (self->fundings->pdata[i]);
  id = split_project (ui_window_get_db (window), &split, &error);
  if (id == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->refusal), error->message);
      gtk_widget_set_visible (self->refusal, TRUE);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_window_reload (window);
  ui_window_select (window, document, id);
}

static GtkWidget *
add_entry (GtkGrid *grid, int row, const char *title, const char *hint)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  ui_name (entry, title);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, entry, 1, row, 1, 1);
  return entry;
}

static GtkWidget *
make_entries (Asking *self)
{
  const Project   *project = self->project;
  GtkWidget       *grid = gtk_grid_new ();
  g_autofree char *name = split_half_name (project->name);
  g_autofree char *hint =
      g_strdup_printf (_ ("of %s; blank: none of it"),
                       project->amount_text ? project->amount_text : "—");

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->name = add_entry (GTK_GRID (grid), 0, _ ("Name of the new project"), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  self->amount = add_entry (GTK_GRID (grid), 1, _ ("Its budget"), hint);
  g_signal_connect_swapped (self->amount, "changed", G_CALLBACK (show_count), self);
  for (guint i = 0; i < project->fundings->len; i++)
    {
      const Funding   *funding = project->fundings->pdata[i];
      g_autofree char *share =
          g_strdup_printf (_ ("of %s; blank: its share"),
                           funding->amount_text ? funding->amount_text : "—");

      g_ptr_array_add (self->fundings,
                       add_entry (GTK_GRID (grid), (int) i + 2,
                                  title_of_source (funding->source), share));
    }
  return grid;
}

/* Whether a cell of the row is selected in the form. */
static gboolean
is_selected (UiWindow *window, const char *table, gint64 row)
{
  UiFormSheet     *sheet = ui_form_page_get_sheet (ui_window_get_form (window));
  const FormTable *shown = ui_form_sheet_get_table (sheet);
  FormRange        range;

  if (shown == NULL || !ui_form_sheet_get_range (sheet, &range))
    return FALSE;
  for (guint i = 0; i < shown->cells->len; i++)
    {
      const FormCell *cell = shown->cells->pdata[i];

      if (cell->row_id == row && g_strcmp0 (cell->table_name, table) == 0 &&
          form_range_holds (&range, cell))
        return TRUE;
    }
  return FALSE;
}

static void
add_check (Asking *self, GtkWidget *box, GPtrArray *checks, const char *text,
           gboolean is_ticked)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (check, text);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_ticked);
  ui_name (check, text);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_count), self);
  g_ptr_array_add (checks, check);
  gtk_box_append (GTK_BOX (box), check);
}

static void
add_title (GtkWidget *box, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_rows (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  add_title (box, title_of_table ("indicator"));
  for (guint i = 0; i < self->project->indicators->len; i++)
    {
      const Indicator *row = self->project->indicators->pdata[i];
      g_autofree char *target = difference_target (row);
      g_autofree char *text =
          g_strdup_printf ("%s　%s　%s", row->level2 ? row->level2 : "",
                           row->name ? row->name : "", target ? target : "");

      add_check (self, box, self->targets, text,
                 is_selected (self->window, "indicator", row->record.id));
    }
  add_title (box, title_of_table ("goal"));
  for (guint i = 0; i < self->project->goals->len; i++)
    {
      const Goal *goal = self->project->goals->pdata[i];

      add_check (self, box, self->goals, goal->text,
                 is_selected (self->window, "goal", goal->record.id));
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 560, 300);
  gtk_widget_set_vexpand (scroller, TRUE);
  ui_name (scroller, _ ("What goes into the new project"));
  return scroller;
}

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
fill (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *parts[] = { make_entries (self), make_rows (self),
                         make_label ("dim-label"), make_label ("refusal") };

  self->count = parts[2];
  self->refusal = parts[3];
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_widget_add_css_class (box, "fields");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (box), parts[i]);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (self->dialog))),
                  box);
  show_count (self);
}

void
ui_ask_split (UiWindow *window, gint64 project)
{
  g_autoptr (GError) error = NULL;
  Project *record =
      db_record_get (ui_window_get_db (window), &project_table, project, &error);
  Asking *self;

  if (record == NULL)
    {
      ui_window_complain (window, _ ("Not changed"), g_steal_pointer (&error));
      return;
    }
  self = g_new0 (Asking, 1);
  *self = (Asking){ .window = window,
                    .project = record,
                    .fundings = g_ptr_array_new (),
                    .goals = g_ptr_array_new (),
                    .targets = g_ptr_array_new () };
  self->dialog =
      gtk_dialog_new_with_buttons (_ ("Split project"), GTK_WINDOW (window),
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT |
                                       GTK_DIALOG_USE_HEADER_BAR,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Split"),
                                   GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (self->dialog), GTK_RESPONSE_ACCEPT);
  fill (self);
  g_object_set_data_full (G_OBJECT (self->dialog), "asking", self, asking_free);
  g_signal_connect (self->dialog, "response", G_CALLBACK (respond_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
