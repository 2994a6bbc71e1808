/* ui/import-preview.c — the document at the left, its records at the right, and what
 * was not understood below them: each leads to the others.
 */

#include "ui/import-preview.h"
#include "app/import/provenance.h"
#include "ui/block-view.h"
#include "ui/dialog.h"
#include "ui/naming.h"
#include "ui/note-list.h"
#include "ui/proposal-list.h"

#include <glib/gi18n.h>

struct _UiImportPreview {
  GtkWidget       parent_instance;
  GtkWidget      *box;
  GtkDropDown    *documents; /* of a file that holds several */
  GtkLabel       *title;
  GtkStack       *sheet; /* document, nothing */
  UiBlockView    *blocks;
  GtkLabel       *where;
  GtkLabel       *states;
  UiProposalList *records;
  GtkLabel       *account;
  UiNoteList     *notes;
  GtkWidget      *assign;
  UiImportFile   *file; /* lent; NULL: none */
  Db             *db;
  Preview        *preview;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiImportPreview, ui_import_preview, GTK_TYPE_WIDGET)

/* What is assigned to what, on the button; it says what is missing otherwise. */
static void
show_assign (UiImportPreview *self)
{
  g_autofree char *field = ui_proposal_list_dup_title (self->records);
  gboolean         is_unread = ui_note_list_get_unread (self->notes) != G_MAXUINT;
  g_autofree char *label =
      field != NULL && is_unread
          ? g_strdup_printf (_ ("_Assign to “%s”"), field)
          : g_strdup (_ ("_Assign: choose a text here and a field above"));

  gtk_button_set_label (GTK_BUTTON (self->assign), label);
  gtk_widget_set_sensitive (self->assign, field != NULL && is_unread);
}

static void
show_states (UiImportPreview *self)
{
  g_autofree char *text =
      g_strdup_printf (_ ("%u new, %u the same, %u different"),
                       preview_count (self->preview, PREVIEW_NEW),
                       preview_count (self->preview, PREVIEW_SAME),
                       preview_count (self->preview, PREVIEW_DIFFERS));
  g_autofree char *others =
      self->preview->n_others > 0
          ? g_strdup_printf (_ ("%s; %u only in the file stay as they are"), text,
                             self->preview->n_others)
          : g_strdup (text);

  gtk_label_set_text (self->states, others);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->states), others);
}

static void
show_account (UiImportPreview *self)
{
  const Proposal  *proposal = self->preview->proposal;
  g_autofree char *text =
      proposal->texts_in == 0
          ? g_strdup (_ ("Read as records; there is nothing to list"))
      : proposal->texts_listed == 0
          ? g_strdup_printf (_ ("All %u texts were understood"), proposal->texts_in)
          : g_strdup_printf (_ ("%u texts = %u understood + %u listed here"),
                             proposal->texts_in, proposal->texts_used,
                             proposal->texts_listed);

  gtk_label_set_text (self->account, text);
}

static void
show_where (UiImportPreview *self, const Place *place, guint fields)
{
  SourcePlace      source = proposal_source_place (self->preview->proposal, place);
  g_autofree char *words = provenance_place_text (&source);
  g_autofree char *text = fields > 1
                              ? g_strdup_printf (_ ("%s, %u fields"), words, fields)
                              : g_strdup (words);

  gtk_label_set_text (self->where, text);
}

/* The fields that a text went into take turns. */
static void
block_chosen_cb (UiBlockView *view, guint block, gpointer cell, UiImportPreview *self)
{
  g_autoptr (GPtrArray) places =
      proposal_places_of (self->preview->proposal, block, cell);
  UiField field;
  guint   next = 0;
  Place   anywhere = { .block = block,
                       .cell = cell,
                       .line = cell != NULL ? ((BlockCell *) cell)->line : 0,
                       .row = cell != NULL ? ((BlockCell *) cell)->row : G_MAXUINT,
                       .col = cell != NULL ? ((BlockCell *) cell)->col : G_MAXUINT };

  if (ui_proposal_list_get_field (self->records, &field))
    for (guint i = 0; i < places->len; i++)
      {
        const Place *place = places->pdata[i];

        if (place->record == field.record && g_str_equal (place->column, field.column))
          next = (i + 1) % places->len;
      }
  if (places->len > 0)
    {
      const Place *place = places->pdata[next];

      field = (UiField){ place->table, place->record, place->column };
      ui_proposal_list_select (self->records, &field);
    }
  else
    ui_note_list_select (self->notes, block, cell);
  show_where (self, &anywhere, places->len);
  show_assign (self);
}

static void
record_chosen_cb (UiProposalList *list, UiImportPreview *self)
{
  UiField      field;
  const Place *place =
      ui_proposal_list_get_field (list, &field)
          ? proposal_place (self->preview->proposal, field.record, field.column)
          : NULL;

  if (place != NULL)
    {
      ui_block_view_choose (self->blocks, place->block, place->cell);
      show_where (self, place, 1);
    }
  else
    {
      ui_block_view_clear (self->blocks);
      gtk_label_set_text (self->where, "");
    }
  show_assign (self);
}

static void
note_chosen_cb (UiNoteList *list, UiImportPreview *self)
{
  guint index = ui_note_list_get_unread (list);

  if (index != G_MAXUINT)
    {
      Place place = note_place (self->preview->proposal->notes->pdata[index]);

      ui_block_view_choose (self->blocks, place.block, place.cell);
      show_where (self, &place, 0);
    }
  show_assign (self);
}

static void
records_changed_cb (UiProposalList *list, UiImportPreview *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_cb (GtkButton *button, UiImportPreview *self)
{
  ui_proposal_list_take (self->records, TRUE);
}

static void
skip_cb (GtkButton *button, UiImportPreview *self)
{
  ui_proposal_list_take (self->records, FALSE);
}

/* Shows it again, after the record file has changed. */
static void
update (UiImportPreview *self)
{
  if (self->preview == NULL)
    return;
  ui_proposal_list_update (self->records);
  ui_note_list_show (self->notes, self->preview->proposal);
  ui_block_view_update (self->blocks);
  gtk_widget_set_visible (GTK_WIDGET (self->notes),
                          self->preview->proposal->notes->len > 0);
  gtk_widget_set_visible (gtk_widget_get_parent (self->assign),
                          self->preview->proposal->texts_listed > 0);
  show_states (self);
  show_account (self);
  show_assign (self);
}

static void
assign_cb (GtkButton *button, UiImportPreview *self)
{
  g_autoptr (GError) error = NULL;
  guint   note = ui_note_list_get_unread (self->notes);
  UiField field;

  if (note == G_MAXUINT || !ui_proposal_list_get_field (self->records, &field))
    return;
  if (!proposal_assign (self->preview->proposal, note, field.record, field.table,
                        field.column, &error) ||
      !preview_refresh (self->preview, self->db, &error))
    ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                   _ ("Nothing was assigned"), error);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_preview (UiImportPreview *self, Preview *preview)
{
  Proposal        *proposal = preview->proposal;
  g_autofree char *title = import_document_title (proposal->document);
  g_autofree char *words =
      g_strdup_printf (preview->stored != NULL
                           ? _ ("%s: the file has this text already")
                           : _ ("%s: new to the file"),
                       title);

  self->preview = preview;
  gtk_label_set_text (self->title, words);
  gtk_label_set_text (self->where, "");
  gtk_stack_set_visible_child_name (self->sheet,
                                    proposal->blocks != NULL ? "document" : "nothing");
  ui_block_view_show (self->blocks, proposal->blocks, proposal);
  ui_proposal_list_show (self->records, preview);
  update (self);
}

static void
document_chosen_cb (GtkDropDown *documents, GParamSpec *property, UiImportPreview *self)
{
  const Previewed *read =
      self->file != NULL ? ui_import_file_get_previewed (self->file) : NULL;
  guint place = gtk_drop_down_get_selected (documents);

  if (read != NULL && place < read->previews->len)
    show_preview (self, read->previews->pdata[place]);
}

void
ui_import_preview_show (UiImportPreview *self, UiImportFile *file, Db *db)
{
  const Previewed *read = file ? ui_import_file_get_previewed (file) : NULL;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->file = NULL; /* until the list of documents is there */
  self->db = db;
  self->preview = NULL;
  ui_note_list_show (self->notes, NULL);
  ui_proposal_list_show (self->records, NULL);
  ui_block_view_show (self->blocks, NULL, NULL);
  if (read == NULL)
    return;
  for (guint i = 0; i < read->previews->len; i++)
    gtk_string_list_take (
        titles, import_document_title (
                    ((Preview *) read->previews->pdata[i])->proposal->document));
  gtk_drop_down_set_model (self->documents, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->documents), read->previews->len > 1);
  self->file = file;
  if (read->previews->len > 0)
    show_preview (self, read->previews->pdata[0]);
}

static void
ui_import_preview_dispose (GObject *object)
{
  UiImportPreview *self = UI_IMPORT_PREVIEW (object);

  if (self->box != NULL)
    ui_import_preview_show (self, NULL, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_import_preview_parent_class)->dispose (object);
}

static void
ui_import_preview_class_init (UiImportPreviewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_import_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  return GTK_LABEL (label);
}

/* What is no use without its end takes a second line where there is little room. */
static GtkLabel *
new_wrapping (void)
{
  GtkLabel *label = new_label (NULL);

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_lines (label, 2);
  return label;
}

/* A line of things over or under a list. */
static GtkWidget *
new_bar (GtkWidget *first)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "page-bar");
  gtk_box_append (GTK_BOX (bar), first);
  return bar;
}

static GtkWidget *
new_button (const char *label, GCallback clicked, UiImportPreview *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
new_column (GtkWidget *first, GtkWidget *second, GtkWidget *third)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);
  if (third != NULL)
    gtk_box_append (GTK_BOX (column), third);
  return column;
}

static GtkWidget *
make_left (UiImportPreview *self)
{
  GtkWidget *sheet = gtk_stack_new ();
  GtkWidget *nothing =
      gtk_label_new (_ ("This file holds records. There is no document to show."));
  GtkWidget *bar;

  self->sheet = GTK_STACK (sheet);
  self->blocks = g_object_new (UI_TYPE_BLOCK_VIEW, "vexpand", TRUE, NULL);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_stack_add_named (self->sheet, GTK_WIDGET (self->blocks), "document");
  gtk_stack_add_named (self->sheet, nothing, "nothing");
  self->title = new_wrapping ();
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->documents = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  ui_name (GTK_WIDGET (self->documents), _ ("Document"));
  g_signal_connect (self->documents, "notify::selected",
                    G_CALLBACK (document_chosen_cb), self);
  bar = new_bar (GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->documents));
  self->where = new_label (NULL);
  return new_column (bar, sheet, new_bar (GTK_WIDGET (self->where)));
}

static GtkWidget *
make_right (UiImportPreview *self)
{
  GtkWidget *panes = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *bar, *account;

  self->states = new_wrapping ();
  bar = new_bar (GTK_WIDGET (self->states));
  gtk_box_append (GTK_BOX (bar),
                  new_button (_ ("_Take all"), G_CALLBACK (take_cb), self));
  gtk_box_append (GTK_BOX (bar),
                  new_button (_ ("S_kip all"), G_CALLBACK (skip_cb), self));
  self->records = g_object_new (UI_TYPE_PROPOSAL_LIST, "vexpand", TRUE, NULL);
  self->account = new_wrapping ();
  account = new_bar (GTK_WIDGET (self->account));
  self->notes = g_object_new (UI_TYPE_NOTE_LIST, "vexpand", TRUE, NULL);
  self->assign = new_button ("", G_CALLBACK (assign_cb), self);
  gtk_button_set_use_underline (GTK_BUTTON (self->assign), TRUE);
  gtk_widget_set_hexpand (self->assign, TRUE);
  gtk_paned_set_start_child (GTK_PANED (panes),
                             new_column (bar, GTK_WIDGET (self->records), NULL));
  gtk_paned_set_end_child (GTK_PANED (panes),
                           new_column (account, GTK_WIDGET (self->notes),
                                       new_bar (self->assign)));
  gtk_paned_set_shrink_end_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (panes), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->notes), -1, 130);
  return panes;
}

static void
ui_import_preview_init (UiImportPreview *self)
{
  self->box = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->box), make_left (self));
  gtk_paned_set_end_child (GTK_PANED (self->box), make_right (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (self->box), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->box), FALSE);
  gtk_paned_set_position (GTK_PANED (self->box), 560);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (self->blocks, "chosen", G_CALLBACK (block_chosen_cb), self);
  g_signal_connect (self->records, "chosen", G_CALLBACK (record_chosen_cb), self);
  g_signal_connect (self->records, "changed", G_CALLBACK (records_changed_cb), self);
  g_signal_connect (self->notes, "chosen", G_CALLBACK (note_chosen_cb), self);
}
