/* ui/review-changes.c — a list of cells that hold something else than they did then. */

#include "ui/review-changes.h"
#include "db/title.h"
#include "ui/dialog.h"
#include "ui/line.h"
#include "ui/text-table.h"

#include <glib/gi18n.h>

struct _UiReviewChanges {
  GtkWidget   parent_instance;
  GtkWidget  *box;
  GtkWidget  *since; /* how many there are */
  GtkWidget  *seen;  /* a button */
  GListStore *lines; /* UiLine, each lends a ReviewChange */
  GPtrArray  *changes;
  Db         *db; /* borrowed */
  gint64      document;
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiReviewChanges, ui_review_changes, GTK_TYPE_WIDGET)

static char *
place_text (gpointer line, gpointer page)
{
  return g_strdup (((ReviewChange *) ui_line_get (line))->place);
}

static char *
field_text (gpointer line, gpointer page)
{
  const ReviewChange *change = ui_line_get (line);

  switch (change->kind)
    {
    case HISTORY_INSERTED:
      return g_strdup (_ ("+ added"));
    case HISTORY_DELETED:
      return g_strdup (_ ("− removed"));
    default:
      return g_strdup (title_of_column (change->table->name, change->column));
    }
}

static char *
value_text (const ReviewChange *change, const char *value)
{
  if (change->kind != HISTORY_UPDATED)
    return NULL;
  return g_strdup (value != NULL && *value != '\0' ? value : _ ("(blank)"));
}

static char *
before_text (gpointer line, gpointer page)
{
  return value_text (ui_line_get (line), ((ReviewChange *) ui_line_get (line))->before);
}

static char *
after_text (gpointer line, gpointer page)
{
  return value_text (ui_line_get (line), ((ReviewChange *) ui_line_get (line))->after);
}

static void
show_changes (UiReviewChanges *self, gboolean is_first)
{
  g_autofree char *text =
      g_strdup_printf (_ ("%u changes since you last looked"), self->changes->len);

  for (guint i = 0; i < self->changes->len; i++)
    {
      g_autoptr (UiLine) line = ui_line_new (self->changes->pdata[i], NULL);

      g_list_store_append (self->lines, line);
    }
  gtk_label_set_text (GTK_LABEL (self->since),
                      is_first ? _ ("You have not looked at this text yet: say that "
                                    "you have, and changes are listed from then on")
                      : self->changes->len == 0
                          ? _ ("Nothing changed since you last looked")
                          : text);
}

gboolean
ui_review_changes_load (UiReviewChanges *self, Db *db, gint64 document, GError **error)
{
  gboolean   is_first = FALSE;
  GPtrArray *changes =
      db != NULL ? review_since (db, document, &is_first, error) : g_ptr_array_new ();

  if (changes == NULL)
    return FALSE;
  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->db = db;
  self->document = document;
  self->changes = changes;
  show_changes (self, is_first);
  gtk_widget_set_sensitive (self->seen, db != NULL && !db_is_read_only (db));
  return TRUE;
}

static void
complain (UiReviewChanges *self, const char *what, const GError *error)
{
  ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), what, error);
}

static void
seen_cb (GtkButton *button, UiReviewChanges *self)
{
  g_autoptr (GError) error = NULL;

  if (!review_seen (self->db, self->document, &error) ||
      !ui_review_changes_load (self, self->db, self->document, &error))
    complain (self, _ ("It was not remembered"), error);
}

static void
activate_cb (GtkColumnView *view, guint place, UiReviewChanges *self)
{
  ReviewChange *change = self->changes->pdata[place];

  if (change->kind == HISTORY_DELETED)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit (self, signals[ACTIVATED], 0, change);
}

static void
ui_review_changes_dispose (GObject *object)
{
  UiReviewChanges *self = UI_REVIEW_CHANGES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_review_changes_parent_class)->dispose (object);
}

static void
ui_review_changes_class_init (UiReviewChangesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_review_changes_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATED] =
      g_signal_new ("activated", UI_TYPE_REVIEW_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_list (UiReviewChanges *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("Where"), 340, place_text },
    { N_ ("Field"), 130, field_text },
    { N_ ("Before"), 0, before_text },
    { N_ ("After"), 0, after_text },
  };
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->lines = g_list_store_new (UI_TYPE_LINE);
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->lines)));
  return ui_text_table_new (selection, _ ("Changes since you last looked"), columns,
                            G_N_ELEMENTS (columns), G_CALLBACK (activate_cb), self);
}

static void
ui_review_changes_init (UiReviewChanges *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (bar, "page-bar");
  self->since = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->since), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->since), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->since, TRUE);
  self->seen = gtk_button_new_with_mnemonic (_ ("I have _looked at it"));
  g_signal_connect (self->seen, "clicked", G_CALLBACK (seen_cb), self);
  gtk_box_append (GTK_BOX (bar), self->since);
  gtk_box_append (GTK_BOX (bar), self->seen);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), make_list (self));
  gtk_widget_set_size_request (self->box, -1, 220);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ui_review_changes_new (void)
{
  return g_object_new (UI_TYPE_REVIEW_CHANGES, NULL);
}
