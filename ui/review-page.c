/* ui/review-page.c — the comments of a text above, what changed in it below. */

#include "ui/review-page.h"
#include "app/local-time.h"
#include "app/review/sheet.h"
#include "db/row.h"
#include "db/title.h"
#include "ui/dialog.h"
#include "ui/line.h"
#include "ui/page-bar.h"
#include "ui/review-changes.h"
#include "ui/text-dialog.h"
#include "ui/text-table.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiReviewPage {
  UiPage             parent_instance;
  GtkWidget         *state; /* a drop-down; the first: any */
  GtkWidget         *count;
  GtkWidget         *stack; /* list, nothing */
  GtkWidget         *nothing;
  GtkWidget         *changes;
  GListStore        *lines; /* UiLine, each lends a Comment */
  GtkSelectionModel *selection;
  GListStore        *changed;  /* UiLine, each lends a ReviewChange */
  GPtrArray         *comments; /* Comment * */
};

G_DEFINE_FINAL_TYPE (UiReviewPage, ui_review_page, UI_TYPE_PAGE)

/* Not everybody sees colours. */
static const struct {
  const char *state, *sign, *title;
} states[] = {
  { "open", "○", N_ ("To be answered") },
  { "answered", "◐", N_ ("Answered") },
  { "settled", "✓", N_ ("Settled") },
};

static Comment *
selected (UiReviewPage *self)
{
  return ui_line_get_selected (self->selection);
}

static char *
state_text (gpointer line, gpointer page)
{
  const Comment *comment = ui_line_get (line);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (states[i].state, comment->state) == 0)
      return g_strdup_printf ("%s %s", states[i].sign, _ (states[i].title));
  return NULL;
}

static char *
project_text (gpointer line, gpointer page)
{
  const Comment *comment = ui_line_get (line);

  return comment->project_id == DB_NULL
             ? g_strdup (_ ("The whole text"))
             : title_of_row (ui_page_get_db (page), "project", comment->project_id,
                             NULL);
}

static char *
place_text (gpointer line, gpointer page)
{
  return review_place (ui_page_get_db (page), ui_line_get (line), NULL);
}

static char *
comment_text (gpointer line, gpointer page)
{
  return g_strdup (((Comment *) ui_line_get (line))->text);
}

static char *
who_text (gpointer line, gpointer page)
{
  return g_strdup (((Comment *) ui_line_get (line))->who);
}

static char *
time_text (gpointer line, gpointer page)
{
  return local_time_write (((Comment *) ui_line_get (line))->at);
}

static char *
answer_text (gpointer line, gpointer page)
{
  const Comment *comment = ui_line_get (line);

  return comment->answer != NULL && comment->answered_by != NULL
             ? g_strdup_printf (_ ("%s (%s)"), comment->answer, comment->answered_by)
             : g_strdup (comment->answer);
}

static void
update_actions (UiReviewPage *self)
{
  Db            *db = ui_page_get_db (UI_PAGE (self));
  const Comment *comment = self->comments != NULL ? selected (self) : NULL;
  gboolean   is_settled = comment != NULL && strcmp (comment->state, "settled") == 0;
  gboolean   writable = db != NULL && !db_is_read_only (db);
  gboolean   has_any = self->comments != NULL && self->comments->len > 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "review.answer", writable && comment != NULL);
  gtk_widget_action_set_enabled (widget, "review.settle",
                                 writable && comment != NULL && !is_settled);
  gtk_widget_action_set_enabled (widget, "review.reopen", writable && is_settled);
  gtk_widget_action_set_enabled (widget, "review.go-to", comment != NULL);
  gtk_widget_action_set_enabled (widget, "review.export", db != NULL && has_any);
}

static void
selection_cb (GtkSelectionModel *selection, GParamSpec *spec, UiReviewPage *self)
{
  update_actions (self);
}

static void
show_count (UiReviewPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autofree char *count =
      g_strdup_printf (_ ("%u of %u comments"), n, self->comments->len);

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (
      GTK_LABEL (self->nothing),
      self->comments->len > 0
          ? _ ("No such comments")
          : _ ("Nobody has commented on this text.\nA cell, a row or a project is "
               "commented on by the menu over it, or with Ctrl+Alt+M."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n > 0 ? "list" : "nothing");
}

/* The comments of the chosen state; the selected one stays so. */
static void
fill (UiReviewPage *self)
{
  guint  state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state));
  gint64 id = self->comments != NULL && selected (self) != NULL
                  ? selected (self)->record.id
                  : 0;
  guint  again = 0;

  g_list_store_remove_all (self->lines);
  for (guint i = 0; self->comments != NULL && i < self->comments->len; i++)
    {
      Comment *comment = self->comments->pdata[i];
      g_autoptr (UiLine) line = NULL;

      if (state > 0 && strcmp (comment->state, states[state - 1].state) != 0)
        continue;
      if (comment->record.id == id)
        again = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
      line = ui_line_new (comment, NULL);
      g_list_store_append (self->lines, line);
    }
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection), again);
  if (self->comments != NULL)
    show_count (self);
  update_actions (self);
}

static void
forget (UiReviewPage *self)
{
  g_list_store_remove_all (self->lines);
  if (self->comments != NULL)
    db_record_array_free (&comment_table, self->comments);
  self->comments = NULL;
}

static gboolean
ui_review_page_load (UiPage *page, GError **error)
{
  UiReviewPage *self = UI_REVIEW_PAGE (page);
  Db           *db = ui_page_get_db (page);
  gint64        document = ui_page_get_document (page);
  GPtrArray    *comments = comments_of_document (db, document, NULL, error);
  gint64        id = self->comments != NULL && selected (self) != NULL
                         ? selected (self)->record.id
                         : 0;

  if (comments == NULL)
    return FALSE;
  forget (self);
  self->comments = comments;
  fill (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr (UiLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (((Comment *) ui_line_get (line))->record.id == id)
        gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection), i);
    }
  return ui_review_changes_load (UI_REVIEW_CHANGES (self->changes), db, document,
                                 error);
}

static void
ui_review_page_clear (UiPage *page)
{
  UiReviewPage *self = UI_REVIEW_PAGE (page);

  forget (self);
  ui_review_changes_load (UI_REVIEW_CHANGES (self->changes), NULL, 0, NULL);
  update_actions (self);
}

/* table NULL: the whole text. */
static void
go_to (UiReviewPage *self, const char *table, gint64 row, const char *column)
{
  UiPlace place = { .document = ui_page_get_document (UI_PAGE (self)),
                    .table = table,
                    .row = row,
                    .column = column };

  if (table != NULL)
    row_home (ui_page_get_db (UI_PAGE (self)), table_find (table), row, &place.document,
              &place.project, NULL);
  if (place.document != 0)
    ui_page_go_to (UI_PAGE (self), &place);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiReviewPage    *self = UI_REVIEW_PAGE (widget);
  ReviewTarget     target = review_target (selected (self));
  g_autofree char *table = g_strdup (target.table);
  g_autofree char *column = g_strdup (target.column != NULL ? target.column
                                      : g_strcmp0 (table, "indicator") == 0 ||
                                              g_strcmp0 (table, "project") == 0
                                          ? "name"
                                          : NULL);

  go_to (self, table, target.row, column);
}

static void
change_cb (UiReviewChanges *changes, gpointer data, UiReviewPage *self)
{
  const ReviewChange *change = data;

  go_to (self, change->table->name, change->row, change->column);
}

static void
activate_cb (GtkColumnView *view, guint place, UiReviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.go-to", NULL);
}

/* After a verb: error is taken. */
static void
finish (UiReviewPage *self, gboolean done, GError *error)
{
  if (!done)
    ui_page_complain (UI_PAGE (self), _ ("Nothing was changed"), error);
  ui_page_change (UI_PAGE (self));
}

/* The comment that is being answered. */
typedef struct {
  UiReviewPage *page; /* which the dialog goes with */
  gint64        comment;
} Answering;

static void
answered (const char *text, gboolean settle, gpointer data)
{
  Answering *answering = data;
  Db        *db = ui_page_get_db (UI_PAGE (answering->page));
  GError    *error = NULL;

  if (db != NULL)
    finish (answering->page, review_answer (db, answering->comment, text, &error),
            error);
}

static void
answer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiReviewPage  *self = UI_REVIEW_PAGE (widget);
  const Comment *comment = selected (self);
  Answering     *answering = g_new (Answering, 1);
  UiTextQuestion question = { .title = _ ("Answer"),
                              .text = comment->text,
                              .initial = comment->answer,
                              .accept = _ ("_Answer") };

  *answering = (Answering){ self, comment->record.id };
  ui_ask_text (GTK_WINDOW (gtk_widget_get_root (widget)), &question, answered,
               answering, g_free);
}

static void
settle (UiReviewPage *self, gboolean is_settled)
{
  GError *error = NULL;

  finish (self,
          review_settle (ui_page_get_db (UI_PAGE (self)), selected (self)->record.id,
                         is_settled, &error),
          error);
}

static void
settle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  settle (UI_REVIEW_PAGE (widget), TRUE);
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  settle (UI_REVIEW_PAGE (widget), FALSE);
}

/* The kind of file is what the name ends with; PDF where it says nothing. */
static void
sheet_named (GListModel *files, gpointer page)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  const char      *dot = path != NULL ? strrchr (path, '.') : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *full = NULL;
  const char      *format = "pdf";

  if (dot != NULL && g_strv_contains (review_sheet_formats, dot + 1))
    format = dot + 1;
  else
    full = g_strconcat (path, ".pdf", NULL);
  if (ui_page_get_db (page) != NULL &&
      !review_sheet_write (ui_page_get_db (page), ui_page_get_document (page), format,
                           full != NULL ? full : path, &error))
    ui_page_complain (page, _ ("The sheet was not written"), g_steal_pointer (&error));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiPage          *page = UI_PAGE (widget);
  g_autofree char *text = title_of_row (ui_page_get_db (page), "document",
                                        ui_page_get_document (page), NULL);
  g_autofree char *title = g_strdup_printf (_ ("%s comments.%s"), text ? text : "",
                                            g_variant_get_string (parameter, NULL));

  ui_choose_files (GTK_WINDOW (gtk_widget_get_root (widget)), UI_CHOOSE_EXPORT, title,
                   sheet_named, widget);
}

static void
ui_review_page_dispose (GObject *object)
{
  UiReviewPage *self = UI_REVIEW_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  G_OBJECT_CLASS (ui_review_page_parent_class)->dispose (object);
  g_clear_object (&self->selection);
  if (self->comments != NULL)
    db_record_array_free (&comment_table, self->comments);
  self->comments = NULL;
}

static void
ui_review_page_class_init (UiReviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_review_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_review_page_load;
  UI_PAGE_CLASS (class)->clear = ui_review_page_clear;
  gtk_widget_class_install_action (widget_class, "review.answer", NULL, answer_cb);
  gtk_widget_class_install_action (widget_class, "review.settle", NULL, settle_cb);
  gtk_widget_class_install_action (widget_class, "review.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "review.go-to", NULL, go_to_cb);
  gtk_widget_class_install_action (widget_class, "review.export", "s", export_cb);
}

static GtkWidget *
make_bar (UiReviewPage *self)
{
  const char *titles[G_N_ELEMENTS (states) + 2] = { _ ("Any state") };
  GtkWidget  *bar = ui_page_bar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    titles[i + 1] = _ (states[i].title);
  self->state = ui_page_bar_add_choice (bar, titles, _ ("State of comments"));
  self->count = ui_page_bar_add_note (bar);
  g_signal_connect_swapped (self->state, "notify::selected", G_CALLBACK (fill), self);
  return bar;
}

static GtkWidget *
make_comments (UiReviewPage *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("State"), 92, state_text },  { N_ ("Project"), 170, project_text },
    { N_ ("Where"), 110, place_text }, { N_ ("Comment"), 0, comment_text },
    { N_ ("Answer"), 0, answer_text }, { N_ ("Who"), 64, who_text },
    { N_ ("Time"), 136, time_text },
  };

  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->lines)));
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selection_cb),
                    self);
  return ui_text_table_new (self->selection, _ ("Comments"), columns,
                            G_N_ELEMENTS (columns), G_CALLBACK (activate_cb), self);
}

static GtkWidget *
make_buttons (void)
{
  GtkWidget *bar = ui_page_bar_new ();

  ui_page_bar_add_button (bar, _ ("_Answer…"), "review.answer", NULL);
  ui_page_bar_add_button (bar, _ ("_Settle"), "review.settle", NULL);
  ui_page_bar_add_button (bar, _ ("_Reopen"), "review.reopen", NULL);
  ui_page_bar_add_button (bar, _ ("_Go to the place"), "review.go-to", NULL);
  ui_page_bar_add_button (bar, _ ("Comment on the _text…"), "win.comment::text", NULL);
  ui_page_bar_add_space (bar);
  ui_page_bar_add_button (bar, _ ("Sheet as _PDF…"), "review.export::pdf", NULL);
  ui_page_bar_add_button (bar, _ ("_Excel…"), "review.export::xlsx", NULL);
  ui_page_bar_add_button (bar, _ ("_Word…"), "review.export::docx", NULL);
  return bar;
}

static void
ui_review_page_init (UiReviewPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *upper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (upper), make_bar (self));
  self->nothing = gtk_label_new (NULL);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_vexpand (self->nothing, TRUE);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_comments (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_box_append (GTK_BOX (upper), self->stack);
  gtk_box_append (GTK_BOX (upper), make_buttons ());
  gtk_paned_set_start_child (GTK_PANED (paned), upper);
  self->changes = ui_review_changes_new ();
  g_signal_connect (self->changes, "activated", G_CALLBACK (change_cb), self);
  gtk_paned_set_end_child (GTK_PANED (paned), self->changes);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  ui_page_set_child (UI_PAGE (self), paned);
  update_actions (self);
}
