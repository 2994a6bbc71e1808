/* ui/page-setup.c — fields to say how pages are laid out. */

#include "ui/page-setup.h"
#include "app/export/page.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *seal, *shrink;
  GtkWidget *header, *footer;
  gboolean   is_filled; /* FALSE while it is not the user who fills them */
  void (*applied) (gpointer data);
  gpointer data;
} Fields;

static Fields *
fields_of (GtkWidget *grid)
{
  return g_object_get_data (G_OBJECT (grid), "fields");
}

static void
chosen_cb (Fields *fields)
{
  if (fields->is_filled && fields->applied != NULL)
    fields->applied (fields->data);
}

static void
add_check (GtkWidget *grid, GtkWidget **check, const char *label, int row)
{
  *check = gtk_check_button_new_with_mnemonic (label);
  gtk_grid_attach (GTK_GRID (grid), *check, 0, row, 2, 1);
}

static void
add_entry (GtkWidget *grid, GtkWidget **entry, const char *name, int row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  *entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (*entry), PAGE_LONGEST_EDGE);
  gtk_editable_set_width_chars (GTK_EDITABLE (*entry), 24);
  gtk_widget_set_hexpand (*entry, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), *entry);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), *entry, 1, row, 1, 1);
}

GtkWidget *
ui_page_setup_new (Db *db, void (*applied) (gpointer data), gpointer data)
{
  GtkWidget *grid = gtk_grid_new ();
  Fields    *fields = g_new0 (Fields, 1);

  fields->applied = applied;
  fields->data = data;
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_check (grid, &fields->seal, _ ("_Line to sign and seal under each table"), 0);
  add_check (grid, &fields->shrink,
             _ ("_Smaller letters where a table is a little too long"), 1);
  add_entry (grid, &fields->header, _ ("_Header"), 2);
  add_entry (grid, &fields->footer, _ ("Foo_ter"), 3);
  g_object_set_data_full (G_OBJECT (grid), "fields", fields, g_free);
  ui_page_setup_show (grid, db);
  g_signal_connect_swapped (fields->seal, "toggled", G_CALLBACK (chosen_cb), fields);
  g_signal_connect_swapped (fields->shrink, "toggled", G_CALLBACK (chosen_cb), fields);
  g_signal_connect_swapped (fields->header, "activate", G_CALLBACK (chosen_cb), fields);
  g_signal_connect_swapped (fields->footer, "activate", G_CALLBACK (chosen_cb), fields);
  return grid;
}

static void
set_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

void
ui_page_setup_show (GtkWidget *grid, Db *db)
{
  Fields *fields = fields_of (grid);
  g_auto (PageSetup) setup = { 0 };

  fields->is_filled = FALSE;
  /* what cannot be read is told where pages are made */
  if (db != NULL)
    page_setup_read (db, &setup, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fields->seal), setup.seal);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fields->shrink), !setup.keep_size);
  set_text (fields->header, setup.header);
  set_text (fields->footer, setup.footer);
  fields->is_filled = TRUE;
}

/* NULL: only blanks. */
static char *
dup_text (GtkWidget *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
are_alike (const PageSetup *one, const PageSetup *other)
{
  return one->keep_size == other->keep_size && one->seal == other->seal &&
         g_strcmp0 (one->header, other->header) == 0 &&
         g_strcmp0 (one->footer, other->footer) == 0;
}

gboolean
ui_page_setup_keep (GtkWidget *grid, Db *db, gboolean *changed, GError **error)
{
  const Fields *fields = fields_of (grid);
  g_auto (PageSetup) stored = { 0 };
  g_auto (PageSetup) chosen = {
    .keep_size = !gtk_check_button_get_active (GTK_CHECK_BUTTON (fields->shrink)),
    .seal = gtk_check_button_get_active (GTK_CHECK_BUTTON (fields->seal)),
    .header = dup_text (fields->header),
    .footer = dup_text (fields->footer),
  };

  if (!page_setup_read (db, &stored, error))
    return FALSE;
  if (changed != NULL)
    *changed = !are_alike (&stored, &chosen);
  return are_alike (&stored, &chosen) || page_setup_store (db, &chosen, error);
}
