/* ui/compare-choice.c — asks what a table or row continues, or what it went into. */

#include "ui/compare-choice.h"
#include "app/compare/difference.h"
#include "app/fold.h"
#include "ui/naming.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST 300 /* are listed; who wants another one searches */

/* Something of the other text. */
typedef struct {
  char  *title;
  gint64 project, indicator;
} Candidate;

typedef struct {
  GtkWidget      *dialog;
  GtkWidget      *entry;
  GtkWidget      *list;
  GtkWidget      *parted;     /* a check */
  GPtrArray      *candidates; /* Candidate * */
  GArray         *shown;      /* places in candidates, as listed: guint */
  LineageClaim    claim;
  UiCompareChosen done;
  gpointer        data;
} Asking;

static void
candidate_free (gpointer data)
{
  g_free (((Candidate *) data)->title);
  g_free (data);
}

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_ptr_array_unref (self->candidates);
  g_array_unref (self->shown);
  g_free (self);
}

static void
add_candidate (Asking *self, const Project *project, const Indicator *row)
{
  Candidate       *candidate = g_new0 (Candidate, 1);
  const char      *name = project->name ? project->name : _ ("(without a name)");
  g_autofree char *target = row != NULL ? difference_target (row) : NULL;

  candidate->project = project->record.id;
  candidate->indicator = row != NULL ? row->record.id : DB_NULL;
  candidate->title =
      row != NULL ? g_strdup_printf ("%s　%s　（%s）", row->name ? row->name : "",
                                     target ? target : "", name)
                  : g_strdup (name);
  g_ptr_array_add (self->candidates, candidate);
}

static void
add_rows (Asking *self, const Project *project)
{
  for (guint i = 0; i < project->indicators->len; i++)
    add_candidate (self, project, project->indicators->pdata[i]);
}

static void
collect (Asking *self, const Document *other, const LineageTable *table)
{
  gboolean of_rows = self->claim.indicator != DB_NULL;

  if (of_rows && table->before != NULL)
    add_rows (self, table->before);
  for (guint i = 0; i < other->projects->len; i++)
    {
      const Project *project = other->projects->pdata[i];

      if (!of_rows)
        add_candidate (self, project, NULL);
      else if (project != table->before)
        add_rows (self, project);
    }
}

static gboolean
has_text (const char *text, const char *sought)
{
  g_autofree char *folded = fold (text);
  g_autofree char *lower = g_utf8_casefold (folded, -1);

  return strstr (lower, sought) != NULL;
}

static void
fill (Asking *self)
{
  g_autofree char *folded = fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *sought = g_utf8_casefold (folded, -1);
  GtkWidget       *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->candidates->len && self->shown->len < MOST; i++)
    {
      const Candidate *candidate = self->candidates->pdata[i];
      GtkWidget       *label;

      if (!has_text (candidate->title, sought))
        continue;
      label = gtk_label_new (candidate->title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, candidate->title);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
      g_array_append_val (self->shown, i);
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                          0));
}

/* A table of the earlier text is asked about. */
static gboolean
has_ended (const Asking *self)
{
  return self->claim.project == DB_NULL;
}

static void
respond_cb (GtkDialog *dialog, int response, Asking *self)
{
  GtkListBoxRow  *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  LineageClaim    claim = self->claim;
  UiCompareChosen done = self->done;
  gpointer        data = self->data;
  gboolean        is_chosen = response == GTK_RESPONSE_ACCEPT && row != NULL;
  UiCompareKind   kind = UI_COMPARE_CONTINUES;

  if (has_ended (self))
    kind = UI_COMPARE_WENT_INTO;
  else if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->parted)))
    kind = UI_COMPARE_PARTED;
  if (is_chosen)
    {
      guint place =
          g_array_index (self->shown, guint, (guint) gtk_list_box_row_get_index (row));
      const Candidate *candidate = self->candidates->pdata[place];

      if (has_ended (self))
        claim.project = candidate->project;
      else
        {
          claim.earlier_project = candidate->project;
          claim.earlier_indicator = candidate->indicator;
        }
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (is_chosen)
    done (&claim, kind, data);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, Asking *self)
{
  gtk_dialog_response (GTK_DIALOG (self->dialog), GTK_RESPONSE_ACCEPT);
}

static const char *
question (const Asking *self)
{
  if (has_ended (self))
    return _ ("Which project did it go into?");
  return self->claim.indicator != DB_NULL ? _ ("Which row does it continue?")
                                          : _ ("Which project does it continue?");
}

static GtkWidget *
make_box (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, 560, 360);
  gtk_widget_set_vexpand (scroller, TRUE);
  ui_name (self->list,
           has_ended (self) ? _ ("Of the later text") : _ ("Of the earlier text"));
  self->parted = gtk_check_button_new_with_label (
      _ ("It was split: another project goes on with the rest of it"));
  gtk_widget_set_visible (self->parted,
                          !has_ended (self) && self->claim.indicator == DB_NULL);
  gtk_widget_add_css_class (box, "fields");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->parted);
  return box;
}

void
ui_compare_choose (GtkWindow *parent, const Document *other, const LineageTable *table,
                   const LineageClaim *claim, UiCompareChosen done, gpointer data)
{
  Asking *self = g_new0 (Asking, 1);

  self->claim = *claim;
  self->done = done;
  self->data = data;
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  collect (self, other, table);
  self->dialog = gtk_dialog_new_with_buttons (
      question (self), parent,
      GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR,
      _ ("_Cancel"), GTK_RESPONSE_CANCEL,
      has_ended (self) ? _ ("_Went into this") : _ ("C_ontinues this"),
      GTK_RESPONSE_ACCEPT, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (self->dialog), GTK_RESPONSE_ACCEPT);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (self->dialog))),
                  make_box (self));
  fill (self);
  g_object_set_data_full (G_OBJECT (self->dialog), "asking", self, asking_free);
  g_signal_connect (self->dialog, "response", G_CALLBACK (respond_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->entry);
}
