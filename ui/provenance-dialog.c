/* ui/provenance-dialog.c — the place of a field, and the words around it: the document
 * that was kept is read again in a thread.
 */

#include "ui/provenance-dialog.h"
#include "app/errand.h"
#include "app/form/edit.h"
#include "app/import/import.h"
#include "app/import/provenance.h"
#include "app/local-time.h"
#include "db/title.h"
#include "ui/block-view.h"
#include "ui/window.h"

#include <glib/gi18n.h>

/* The dialog that a kept document is on its way to. */
typedef struct {
  GtkStack    *stack; /* waiting, document, nothing */
  UiBlockView *view;
  SourceFound *found;
  Errand      *running;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  errand_drop (&reading->running);
  source_found_free (reading->found);
  g_free (reading);
}

typedef struct {
  GBytes *bytes;
  char   *name;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_bytes_unref (kept->bytes);
  g_free (kept->name);
  g_free (kept);
}

static gpointer
read_kept (Db *none, gpointer what, Progress *progress, GError **error)
{
  const Kept *kept = what;

  return import_read_blocks (kept->bytes, kept->name, error);
}

/* The text at the place, if the same words still stand there: a later version may read
 * a document into other blocks.  FALSE: not.  cell gets NULL for a paragraph.  */
static gboolean
find_text (const GPtrArray *blocks, const SourcePlace *place, const BlockCell **cell)
{
  const Block *block = place->block < blocks->len ? blocks->pdata[place->block] : NULL;

  *cell = NULL;
  if (block == NULL || (block->cells != NULL) != (place->row != G_MAXUINT))
    return FALSE;
  if (block->cells == NULL)
    return g_strcmp0 (block->text, place->words) == 0;
  for (guint i = 0; i < block->cells->len; i++)
    {
      const BlockCell *each = block->cells->pdata[i];

      if (each->row == place->row && each->col == place->col &&
          g_str_equal (each->text, place->words))
        *cell = each;
    }
  return *cell != NULL;
}

static void
come (gpointer result, GError *error, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) blocks = result;
  const BlockCell *cell;

  g_clear_error (&error);
  if (blocks == NULL || !find_text (blocks, &reading->found->place, &cell))
    {
      gtk_stack_set_visible_child_name (reading->stack, "nothing");
      return;
    }
  ui_block_view_show (reading->view, blocks, NULL);
  ui_block_view_choose (reading->view, reading->found->place.block, cell);
  gtk_stack_set_visible_child_name (reading->stack, "document");
}

static void
add_fact (GtkGrid *grid, int row, const char *title, const char *text)
{
  GtkWidget *left = gtk_label_new (title), *right = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (left), 1);
  gtk_label_set_yalign (GTK_LABEL (left), 0);
  gtk_widget_add_css_class (left, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (right), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (right), TRUE);
  gtk_widget_set_can_focus (right, FALSE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, right, 1, row, 1, 1);
}

static GtkWidget *
make_facts (const SourceFound *found)
{
  GtkWidget       *grid = gtk_grid_new ();
  g_autofree char *place = provenance_place_text (&found->place);
  g_autofree char *sha = g_strndup (found->sha256, 12);
  g_autofree char *file = NULL, *at = NULL;

  at = found->at != NULL ? local_time_write (found->at) : NULL;
  file = at != NULL ? g_strdup_printf (_ ("%s (imported %s, SHA-256 %s…)"), found->name,
                                       at, sha)
                    : g_strdup_printf (_ ("%s (SHA-256 %s…)"), found->name, sha);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  add_fact (GTK_GRID (grid), 0, _ ("Document"), file);
  add_fact (GTK_GRID (grid), 1, _ ("Place"), place);
  add_fact (GTK_GRID (grid), 2, _ ("Original words"), found->words);
  return grid;
}

static GtkWidget *
dim_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
make_stack (Reading *reading)
{
  GtkWidget *stack = gtk_stack_new ();

  reading->stack = GTK_STACK (stack);
  reading->view = g_object_new (UI_TYPE_BLOCK_VIEW, NULL);
  gtk_stack_add_named (reading->stack, dim_label (_ ("Reading the document…")),
                       "waiting");
  gtk_stack_add_named (reading->stack, GTK_WIDGET (reading->view), "document");
  gtk_stack_add_named (reading->stack,
                       dim_label (_ ("The document cannot be shown again here; its "
                                     "original words stand above.")),
                       "nothing");
  gtk_widget_set_size_request (stack, 640, 380);
  gtk_widget_set_vexpand (stack, TRUE);
  return stack;
}

/* Takes found and bytes. */
static void
show_found (UiWindow *window, const char *title, SourceFound *found, GBytes *bytes)
{
  static const ErrandKind kind = { read_kept, kept_free,
                                   (GDestroyNotify) g_ptr_array_unref, 0 };
  Reading                *reading = g_new0 (Reading, 1);
  GtkWidget              *dialog =
      gtk_dialog_new_with_buttons (title, GTK_WINDOW (window),
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Kept      *kept = g_new (Kept, 1);

  *kept = (Kept){ bytes, g_strdup (found->name) };
  reading->found = found;
  gtk_widget_add_css_class (box, "question");
  gtk_box_append (GTK_BOX (box), make_facts (found));
  gtk_box_append (GTK_BOX (box), make_stack (reading));
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (dialog))), box);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "reading", reading, reading_free);
  errand_begin (&reading->running, NULL, &kind, kept, come, reading);
}

static void
show_none (UiWindow *window, const char *title)
{
  GtkWidget *dialog =
      gtk_message_dialog_new (GTK_WINDOW (window),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_INFO, GTK_BUTTONS_CLOSE, "%s", title);

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog), "%s",
      _ ("This cell was read from no document: it was typed by hand, or it is blank."));
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A cell may show several records: the first that was read somewhere. */
static SourceFound *
find (UiWindow *window, const FormCell *cell, GError **error)
{
  const FormTable *table = ui_form_sheet_get_table (ui_window_get_sheet (window));
  Db              *db = ui_window_get_db (window);
  g_autoptr (GArray) rows = form_edit_shown_rows (db, table, cell, error);
  SourceFound *found = NULL;

  for (guint i = 0; rows != NULL && i < rows->len && found == NULL && *error == NULL;
       i++)
    found = provenance_find (db, cell->table_name, g_array_index (rows, gint64, i),
                             cell->column_name, error);
  return found;
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow        *window = UI_WINDOW (widget);
  Db              *db = ui_window_get_db (window);
  const FormCell  *cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  const char      *column;
  g_autofree char *title = NULL;
  GError          *error = NULL;
  SourceFound     *found;
  GBytes          *bytes = NULL;

  if (cell == NULL || cell->table_name == NULL || cell->column_name == NULL)
    return;
  column = title_of_cell (db, cell->table_name, cell->row_id, cell->column_name);
  title = g_strdup_printf (_ ("Source of “%s”"),
                           column != NULL ? column : title_of_table (cell->table_name));
  found = find (window, cell, &error);
  if (found != NULL)
    bytes = source_bytes (db, found->source, &error);
  if (error != NULL)
    {
      g_clear_pointer (&found, source_found_free);
      ui_window_complain (window, title, error);
    }
  else if (found == NULL)
    show_none (window, title);
  else
    show_found (window, title, found, bytes);
}

void
ui_provenance_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-source", NULL, show_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "win.show-source",
                                       NULL);
}

void
ui_provenance_update (GtkWidget *widget)
{
  UiWindow       *window = UI_WINDOW (widget);
  const FormCell *cell = ui_window_get_db (window) != NULL
                             ? ui_form_sheet_get_cursor (ui_window_get_sheet (window))
                             : NULL;

  gtk_widget_action_set_enabled (widget, "win.show-source",
                                 cell != NULL && cell->table_name != NULL);
}
