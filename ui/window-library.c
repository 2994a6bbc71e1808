/* ui/window-library.c — what is typed is looked for in the library. */

#include "ui/window-library.h"
#include "ui/library-reading.h"
#include "ui/library-side.h"

#include <glib/gi18n.h>
#include <string.h>

/* What belongs to a window. */
typedef struct {
  UiWindow      *window;  /* borrowed: it owns this */
  UiLibrarySide *side;    /* NULL: not needed yet */
  Library       *library; /* as it was when the editor was opened; NULL: being read */
  Errand        *reading; /* NULL: it is not */
  gboolean       is_typing;
  gint64         row; /* that is typed into */
  char          *words, *level2;
} Typing;

static void
typing_free (gpointer data)
{
  Typing *self = data;

  errand_drop (&self->reading);
  g_clear_pointer (&self->library, library_unref);
  g_free (self->words);
  g_free (self->level2);
  g_free (self);
}

static Typing *
typing_of (UiWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "library");
}

static void
chosen_cb (UiLibrarySide *side, UiWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.take-from-library", NULL);
}

/* Over the findings, in their place at the right. */
static void
make_side (Typing *self)
{
  GtkWidget *findings = GTK_WIDGET (ui_window_get_findings (self->window));
  GtkWidget *place = gtk_widget_get_parent (findings);

  self->side = UI_LIBRARY_SIDE (ui_library_side_new ());
  g_signal_connect (self->side, "chosen", G_CALLBACK (chosen_cb), self->window);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (place), GTK_ORIENTATION_VERTICAL);
  gtk_box_prepend (GTK_BOX (place), GTK_WIDGET (self->side));
  gtk_widget_set_vexpand (findings, TRUE);
}

static void
show (Typing *self)
{
  gboolean is_shown = self->is_typing && self->library != NULL;

  if (self->side == NULL && is_shown)
    make_side (self);
  if (self->side != NULL)
    ui_library_side_show (self->side, is_shown ? self->library : NULL,
                          is_shown ? self->words : NULL, self->level2);
}

/* Without it, one types as if there were none. */
static void
come (gpointer library, GError *error, gpointer data)
{
  Typing *self = data;

  g_clear_error (&error);
  self->library = library;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->window))) /* not closed meanwhile */
    show (self);
}

/* The library as it is now, for this row. */
static void
begin (Typing *self)
{
  g_autoptr (Desk) desk =
      desk_new (db_get_path (ui_window_get_db (self->window)), DB_OPEN_READ);

  self->is_typing = TRUE;
  g_clear_pointer (&self->library, library_unref);
  ui_library_read (&self->reading, desk, LIBRARY_READS_ALL, NULL, NULL, come, self);
}

/* The second level of the row that a cell stands in. */
static char *
level_of (const FormTable *table, const FormCell *cell)
{
  for (guint col = 0; col < table->cols; col++)
    {
      const FormCell *other = form_table_at (table, cell->row, col);

      if (g_strcmp0 (other->table_name, "indicator") == 0 &&
          g_strcmp0 (other->column_name, "level2") == 0)
        return g_strdup (other->text);
    }
  return NULL;
}

/* text NULL: the editor was closed. */
static void
typed_cb (UiCell *widget, const char *text, UiWindow *window)
{
  Typing    *self = typing_of (window);
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (widget), UI_TYPE_FORM_SHEET);
  const FormTable *table =
      sheet != NULL ? ui_form_sheet_get_table (UI_FORM_SHEET (sheet)) : NULL;
  const FormCell *place = ui_cell_get_place (widget);
  const FormCell *cell =
      table != NULL ? form_table_at (table, place->row, place->col) : NULL;
  gboolean is_name = text != NULL && cell != NULL && cell->row_id > 0 &&
                     g_strcmp0 (cell->table_name, "indicator") == 0 &&
                     g_strcmp0 (cell->column_name, "name") == 0;

  if (!is_name && !self->is_typing)
    return;
  g_free (self->words);
  g_free (self->level2);
  self->words = g_strdup (is_name ? text : NULL);
  self->level2 = is_name ? level_of (table, cell) : NULL;
  if (is_name && (!self->is_typing || self->row != cell->row_id))
    begin (self);
  self->is_typing = is_name;
  self->row = is_name ? cell->row_id : 0;
  show (self);
}

static void
cell_added_cb (UiFormSheet *sheet, UiCell *cell, UiWindow *window)
{
  g_signal_connect (cell, "typed", G_CALLBACK (typed_cb), window);
}

/* Before the editor, which would go to the next paragraph. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        Typing *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || state != GDK_CONTROL_MASK ||
      !self->is_typing || self->side == NULL ||
      ui_library_side_get (self->side) == NULL)
    return GDK_EVENT_PROPAGATE;
  ui_library_side_step (self->side, key == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

/* Watches what is typed into the cells of a sheet. */
static void
watch (Typing *self, UiFormSheet *sheet)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (sheet, "cell-added", G_CALLBACK (cell_added_cb),
                           self->window, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (sheet), keys);
}

void
ui_window_library_add (UiWindow *window)
{
  Typing *self = g_new0 (Typing, 1);

  self->window = window;
  g_object_set_data_full (G_OBJECT (window), "library", self, typing_free);
  watch (self, ui_form_page_get_sheet (ui_window_get_form (window)));
  watch (self, ui_document_page_get_sheet (ui_window_get_pages (window)));
}

/* What was typed makes way for what is taken. */
static void
take_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow           *window = UI_WINDOW (widget);
  Typing             *self = typing_of (window);
  Db                 *db = ui_window_get_db (window);
  UiFormSheet        *sheet = ui_window_get_sheet (window);
  UiCell             *cell = ui_form_sheet_get_cell (sheet);
  const LibraryEntry *entry =
      self->side != NULL && self->is_typing ? ui_library_side_get (self->side) : NULL;
  UiPlace place = { .table = "indicator", .row = self->row, .column = "value_text" };
  const FormTable *table = ui_form_sheet_get_table (sheet);
  g_autoptr (GError) error = NULL;
  gint64 indicator;

  if (entry == NULL || cell == NULL || table == NULL || db_is_read_only (db))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  place.project = table->project;
  indicator = library_newest (db, entry->name->name, entry->name->level2, &error);
  ui_cell_cancel (cell);
  if (indicator == 0 || !library_fill (db, indicator, place.row, &error))
    ui_window_complain (window, _ ("Nothing was changed"), g_steal_pointer (&error));
  ui_window_show (window);
  place.document = ui_window_get_document (window);
  if (!ui_form_sheet_go_to_record (sheet, place.table, place.row, place.column))
    ui_window_go_to (window, &place);
}

void
ui_window_library_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.take-from-library", NULL,
                                   take_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0,
                                       "win.take-from-library", NULL);
}
