/* ui/library-uses.c — the places of one indicator, the newest first. */

#include "ui/library-uses.h"
#include "ui/bar.h"
#include "ui/line.h"
#include "ui/page-bar.h"
#include "ui/text-table.h"

#include <glib/gi18n.h>

struct _UiLibraryUses {
  GtkWidget          parent_instance;
  GtkWidget         *box;
  GtkWidget         *far;   /* how many targets are far from the others */
  GListStore        *lines; /* UiLine, each lends a LibraryUse */
  GtkSelectionModel *selection;
  GPtrArray         *uses; /* NULL: none */
};

enum { SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiLibraryUses, ui_library_uses, GTK_TYPE_WIDGET)

static char *
year_text (gpointer line, gpointer page)
{
  const LibraryUse *use = ui_line_get (line);

  return use->year != DB_NULL ? g_strdup_printf ("%d", (int) use->year) : NULL;
}

static char *
unit_text (gpointer line, gpointer page)
{
  const LibraryUse *use = ui_line_get (line);

  return g_strdup (use->unit != NULL ? use->unit : use->department);
}

static char *
project_text (gpointer line, gpointer page)
{
  return g_strdup (((LibraryUse *) ui_line_get (line))->project_name);
}

static char *
target_text (gpointer line, gpointer data)
{
  const LibraryUse *use = ui_line_get (line);
  UiLibraryUses    *self = data;

  return self->uses != NULL && library_is_outlier (self->uses, use)
             ? g_strdup_printf (_ ("▲ %s (far from the others)"), use->target)
             : g_strdup (use->target);
}

static char *
criterion_text (gpointer line, gpointer page)
{
  return g_strdup (((LibraryUse *) ui_line_get (line))->criterion);
}

static char *
basis_text (gpointer line, gpointer page)
{
  return g_strdup (((LibraryUse *) ui_line_get (line))->basis);
}

static char *
use_findings_text (gpointer line, gpointer page)
{
  guint n = ((LibraryUse *) ui_line_get (line))->findings;

  return n > 0 ? g_strdup_printf ("▲ %u", n) : NULL;
}

static void
count_far (UiLibraryUses *self)
{
  g_autofree char *text = NULL;
  guint            far = 0;

  for (guint i = 0; i < self->uses->len; i++)
    far += library_is_outlier (self->uses, self->uses->pdata[i]);
  if (far > 0)
    text = g_strdup_printf (_ ("▲ %u targets are far from the others"), far);
  gtk_label_set_text (GTK_LABEL (self->far), text ? text : "");
}

void
ui_library_uses_show (UiLibraryUses *self, GPtrArray *uses)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  gtk_label_set_text (GTK_LABEL (self->far), "");
  self->uses = uses;
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    g_ptr_array_add (lines, ui_line_new (uses->pdata[i], NULL));
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  if (uses != NULL)
    count_far (self);
}

const LibraryUse *
ui_library_uses_get (UiLibraryUses *self)
{
  return ui_line_get_selected (self->selection);
}

static void
selected_cb (GtkSelectionModel *selection, GParamSpec *spec, UiLibraryUses *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (GtkColumnView *view, guint place, UiLibraryUses *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "library.go-to", NULL);
}

static void
ui_library_uses_dispose (GObject *object)
{
  UiLibraryUses *self = UI_LIBRARY_USES (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_library_uses_parent_class)->dispose (object);
}

static void
ui_library_uses_class_init (UiLibraryUsesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_library_uses_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", UI_TYPE_LIBRARY_USES, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_box (UiLibraryUses *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("Year"), 60, year_text },
    { N_ ("Unit"), 150, unit_text },
    { N_ ("Project"), 0, project_text },
    { N_ ("Target"), 170, target_text },
    { N_ ("Criterion"), 220, criterion_text },
    { N_ ("Basis"), 220, basis_text },
    { N_ ("Findings"), 80, use_findings_text },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = ui_page_bar_new ();

  ui_page_bar_add_button (
      bar, _ ("_Insert into the project"), "library.insert",
      _ ("Adds the row with its target, criterion and basis to the project "
         "that is selected at the left"));
  ui_page_bar_add_button (bar, _ ("_Go to the place"), "library.go-to", NULL);
  self->far = gtk_label_new (NULL);
  ui_bar_append (UI_BAR (bar), self->far);
  gtk_box_append (GTK_BOX (box),
                  ui_text_table_new (self->selection, _ ("Where the indicator stands"),
                                     columns, G_N_ELEMENTS (columns),
                                     G_CALLBACK (activate_cb), self));
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
ui_library_uses_init (UiLibraryUses *self)
{
  self->lines = g_list_store_new (UI_TYPE_LINE);
  self->selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->lines)));
  self->box = make_box (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                    self);
}

GtkWidget *
ui_library_uses_new (void)
{
  return g_object_new (UI_TYPE_LIBRARY_USES, NULL);
}
