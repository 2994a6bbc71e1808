/* ui/library-side.c — what is found, the best first. */

#include "ui/library-side.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

#define SHOWN 12 /* more is not read while one types */

struct _UiLibrarySide {
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkWidget *list;
  Library   *library; /* the entries are its; NULL: none */
  GPtrArray *entries; /* LibraryEntry *, as the rows */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiLibrarySide, ui_library_side, GTK_TYPE_WIDGET)

static GtkWidget *
new_row (const LibraryEntry *entry)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *name = gtk_label_new (entry->name->name);
  g_autofree char *values = library_entry_values (entry);
  g_autofree char *text =
      g_strdup_printf (_ ("%s  %u times  %s"),
                       entry->name->level2 ? entry->name->level2 : "", entry->times,
                       values);
  GtkWidget *detail = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_add_css_class (box, "finding");
  return box;
}

static void
clear (UiLibrarySide *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_ptr_array_set_size (self->entries, 0);
}

static void
add (UiLibrarySide *self, const GPtrArray *found)
{
  for (guint i = 0; i < found->len && self->entries->len < SHOWN; i++)
    if (!g_ptr_array_find (self->entries, found->pdata[i], NULL))
      {
        g_ptr_array_add (self->entries, found->pdata[i]);
        gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (found->pdata[i]));
      }
}

static void
select_row (UiLibrarySide *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place);

  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

void
ui_library_side_show (UiLibrarySide *self, Library *library, const char *words,
                      const char *level2)
{
  g_autoptr (GPtrArray) near = NULL;
  g_autoptr (GPtrArray) all = NULL;

  clear (self);
  if (library != NULL)
    library_ref (library);
  g_clear_pointer (&self->library, library_unref);
  self->library = library;
  if (library != NULL && words != NULL && *words != '\0')
    {
      near = library_find (library, words, level2);
      all = library_find (library, words, NULL);
      add (self, near);
      add (self, all);
      select_row (self, 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->entries->len > 0);
}

void
ui_library_side_step (UiLibrarySide *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int            place = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  select_row (self, MAX (0, place + by));
}

const LibraryEntry *
ui_library_side_get (UiLibrarySide *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? self->entries->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, UiLibrarySide *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
ui_library_side_dispose (GObject *object)
{
  UiLibrarySide *self = UI_LIBRARY_SIDE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->library, library_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_library_side_parent_class)->dispose (object);
}

static void
ui_library_side_class_init (UiLibrarySideClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_library_side_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", UI_TYPE_LIBRARY_SIDE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_library_side_init (UiLibrarySide *self)
{
  GtkWidget *title = gtk_label_new (_ ("From the library: F7, Ctrl+↓ the next"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entries = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "page-bar");
  self->list = gtk_list_box_new ();
  ui_name (self->list, _ ("Indicators of the library"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, -1, 260);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ui_library_side_new (void)
{
  return g_object_new (UI_TYPE_LIBRARY_SIDE, "can-focus", FALSE, NULL);
}
