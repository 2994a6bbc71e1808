/* ui/variant-list.c — groups of spellings, with a choice of the one to keep in each. */

#include "ui/variant-list.h"
#include "app/library/library.h"
#include "ui/dialog.h"
#include "ui/naming.h"
#include "ui/page-bar.h"
#include "ui/tick-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* As LibraryKind. */
static const char *const kinds[] = {
  [LIBRARY_UNITS] = N_ ("Units of measure"),
  [LIBRARY_NAMES] = N_ ("Names of indicators"),
  [LIBRARY_BASES] = N_ ("Bases"),
  [LIBRARY_NUMBERS] = N_ ("Document numbers in all texts"),
};

struct _UiVariantList {
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkWidget *kind;
  GtkWidget *count;
  GtkWidget *list;
  GtkWidget *stack; /* list, nothing */
  GtkWidget *nothing;
  Db        *db;       /* borrowed; NULL: no file is open */
  GPtrArray *groups;   /* GPtrArray * of LibraryName *, as the rows of the list */
  char      *spelling; /* that is asked about */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiVariantList, ui_variant_list, GTK_TYPE_WIDGET)

static LibraryKind
kind_of (UiVariantList *self)
{
  return (LibraryKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
}

static void
complain (UiVariantList *self, const char *what, const GError *error)
{
  ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), what, error);
}

static const char *
label_of (gconstpointer respelling)
{
  return ((const Respelling *) respelling)->label;
}

static const char *
place_of (gconstpointer respelling)
{
  return ((const Respelling *) respelling)->place;
}

static void
chosen_cb (GPtrArray *respellings, GError *none, gpointer data)
{
  UiVariantList *self = data;
  g_autoptr (GError) error = NULL;

  if (!library_unify (self->db, respellings, self->spelling, &error))
    complain (self, _ ("Nothing was changed"), error);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Shows what the spelling that is chosen in the group's row would change. */
static void
merge_cb (GtkButton *button, UiVariantList *self)
{
  guint        at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "group"));
  GtkDropDown *choice = g_object_get_data (G_OBJECT (button), "choice");
  const GPtrArray *group = self->groups->pdata[at];
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const UiTickQuestion question = { .title = _ ("Spell all so"),
                                    .label = label_of,
                                    .place = place_of };
  g_autoptr (GPtrArray) respellings = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < group->len; i++)
    g_ptr_array_add (others, ((LibraryName *) group->pdata[i])->name);
  g_free (self->spelling);
  self->spelling = g_strdup (others->pdata[gtk_drop_down_get_selected (choice)]);
  g_ptr_array_add (others, NULL);
  respellings =
      library_respell (self->db, kind_of (self), (const char *const *) others->pdata,
                       self->spelling, &error);
  if (respellings == NULL)
    complain (self, _ ("Nothing was changed"), error);
  else
    ui_ask_ticks (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &question,
                  respellings, chosen_cb, self);
}

/* “人次（12）　人／次（3）”: what differs may be no more than a space. */
static char *
spellings_text (const GPtrArray *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < group->len; i++)
    {
      const LibraryName *name = group->pdata[i];

      if (name->times > 0)
        g_string_append_printf (text, _ ("%s“%s” %u times"), text->len > 0 ? "　" : "",
                                name->name, name->times);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_choice (const GPtrArray *group)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget     *choice;

  for (guint i = 0; i < group->len; i++)
    gtk_string_list_append (names, ((LibraryName *) group->pdata[i])->name);
  choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_widget_set_size_request (choice, 220, -1);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  ui_name (choice, _ ("The spelling to keep"));
  return choice;
}

static void
add_group (UiVariantList *self, guint at)
{
  const GPtrArray *group = self->groups->pdata[at];
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *text = spellings_text (group);
  GtkWidget       *label = gtk_label_new (text);
  GtkWidget       *choice = new_choice (group);
  GtkWidget       *merge = gtk_button_new_with_label (_ ("Spell all so…"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (merge, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (merge), "group", GUINT_TO_POINTER (at));
  g_object_set_data (G_OBJECT (merge), "choice", choice);
  gtk_widget_set_sensitive (merge, !db_is_read_only (self->db));
  g_signal_connect (merge, "clicked", G_CALLBACK (merge_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), choice);
  gtk_box_append (GTK_BOX (row), merge);
  gtk_widget_add_css_class (row, "finding");
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

#define SHOWN 200 /* groups: nobody goes through more at once */

static void
fill (UiVariantList *self)
{
  g_autofree char *count =
      g_strdup_printf (_ ("%u spelled in several ways"), self->groups->len);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < MIN (self->groups->len, SHOWN); i++)
    add_group (self, i);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->groups->len > 0 ? "list" : "nothing");
}

gboolean
ui_variant_list_load (UiVariantList *self, Db *db, GError **error)
{
  GPtrArray *groups;

  self->db = db;
  groups =
      db != NULL ? library_variants (db, kind_of (self), error) : g_ptr_array_new ();
  if (groups == NULL)
    return FALSE;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups;
  fill (self);
  return TRUE;
}

static void
kind_cb (GtkDropDown *kind, GParamSpec *spec, UiVariantList *self)
{
  g_autoptr (GError) error = NULL;

  if (self->db != NULL && !ui_variant_list_load (self, self->db, &error))
    complain (self, _ ("This page cannot be shown"), error);
}

static void
ui_variant_list_dispose (GObject *object)
{
  UiVariantList *self = UI_VARIANT_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->spelling, g_free);
  G_OBJECT_CLASS (ui_variant_list_parent_class)->dispose (object);
}

static void
ui_variant_list_class_init (UiVariantListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_variant_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_VARIANT_LIST, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_bar (UiVariantList *self)
{
  const char *titles[G_N_ELEMENTS (kinds) + 1] = { NULL };
  GtkWidget  *bar = ui_page_bar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    titles[i] = _ (kinds[i]);
  self->kind =
      ui_page_bar_add_choice (bar, titles, _ ("What is spelled in several ways"));
  self->count = ui_page_bar_add_note (bar);
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  return bar;
}

static void
ui_variant_list_init (UiVariantList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  ui_name (self->list, _ ("Spelled in several ways"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->nothing = gtk_label_new (
      _ ("Everything is spelled in one way.\nWhat differs in signs, width and case "
         "only is listed here."));
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ui_variant_list_new (void)
{
  return g_object_new (UI_TYPE_VARIANT_LIST, NULL);
}
