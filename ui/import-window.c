/* ui/import-window.c — documents are read in a thread and written as one action. */

#include "ui/import-window.h"
#include "ui/dialog.h"
#include "ui/import-list.h"
#include "ui/import-preview.h"
#include "ui/waiting.h"

#include <glib/gi18n.h>

struct _UiImportWindow {
  GtkWindow           parent_instance;
  UiWindow           *window; /* whose file it is; this one goes with it */
  GListStore         *files;  /* UiImportFile */
  GtkSingleSelection *selection;
  GtkWidget          *side; /* the list of files */
  GtkWidget          *content;
  GtkStack           *stack; /* preview, message */
  UiImportPreview    *preview;
  GtkLabel           *message;
  GtkWidget          *progress, *stop, *close, *one, *all;
  GtkWidget          *waiting;
  UiImportFile       *reading; /* lent; NULL: none is read */
  UiImportFile       *shown;   /* lent; NULL: none yet */
  Errand             *writing; /* NULL: nothing is written */
};

G_DEFINE_FINAL_TYPE (UiImportWindow, ui_import_window, GTK_TYPE_WINDOW)

static guint
count_files (UiImportWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->files));
}

/* Lent. */
static UiImportFile *
file_at (UiImportWindow *self, guint place)
{
  g_autoptr (UiImportFile) file =
      g_list_model_get_item (G_LIST_MODEL (self->files), place);

  return file;
}

static guint
count_state (UiImportWindow *self, UiImportState state)
{
  guint n = 0;

  for (guint i = 0; i < count_files (self); i++)
    n += ui_import_file_get_state (file_at (self, i)) == state;
  return n;
}

static UiImportFile *
selected_file (UiImportWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_buttons (UiImportWindow *self)
{
  UiImportFile    *file = selected_file (self);
  guint            ready = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < count_files (self); i++)
    ready += ui_import_file_has_choice (file_at (self, i));
  label = count_files (self) > 1 ? g_strdup_printf (_ ("_Import all (%u)"), ready)
                                 : g_strdup (_ ("_Import"));
  gtk_button_set_label (GTK_BUTTON (self->all), label);
  gtk_widget_set_sensitive (self->all, ready > 0 && self->reading == NULL);
  gtk_widget_set_visible (self->one, count_files (self) > 1);
  gtk_widget_set_sensitive (self->one,
                            file != NULL && ui_import_file_has_choice (file));
  gtk_widget_set_visible (self->progress, self->reading != NULL);
  gtk_button_set_label (GTK_BUTTON (self->stop), self->reading != NULL
                                                     ? _ ("_Stop reading")
                                                     : _ ("_Read the rest"));
  gtk_widget_set_visible (self->stop, self->reading != NULL ||
                                          count_state (self, UI_IMPORT_WAITING) > 0);
  gtk_button_set_label (GTK_BUTTON (self->close),
                        count_state (self, UI_IMPORT_WRITTEN) > 0 ? _ ("_Close")
                                                                  : _ ("_Cancel"));
}

/* What to say of a file that has no preview. */
static char *
message_of (UiImportFile *file)
{
  const char      *reason = ui_import_file_get_reason (file);
  g_autofree char *words = NULL;

  if (reason != NULL)
    return g_strdup_printf (
        _ ("This document was refused, and nothing was changed.\n%s"), reason);
  words = ui_import_file_get_state (file) == UI_IMPORT_READ /* once more */
              ? g_strdup (_ ("Being read…"))
              : ui_import_file_describe (file);
  return g_strdup_printf ("%s\n%s", ui_import_file_get_name (file), words);
}

/* Of many files the one that is looked at is there, and those that were touched.  One
 * that was let go is read again.  */
static void
show_file (UiImportWindow *self)
{
  UiImportFile *file = selected_file (self);
  gboolean      is_read = file != NULL && ui_import_file_is_there (file);

  if (file != NULL && !is_read && ui_import_file_get_state (file) == UI_IMPORT_READ)
    ui_import_file_read (file, db_get_path (ui_window_get_db (self->window)), NULL,
                         NULL);
  ui_import_preview_show (self->preview, is_read ? file : NULL,
                          ui_window_get_db (self->window));
  if (file != NULL && !is_read)
    {
      g_autofree char *message = message_of (file);

      gtk_label_set_text (self->message, message);
    }
  gtk_stack_set_visible_child_name (self->stack, is_read ? "preview" : "message");
  if (self->shown != NULL && self->shown != file)
    ui_import_file_let_go (self->shown);
  self->shown = file;
  show_buttons (self);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *property, UiImportWindow *self)
{
  show_file (self);
}

static void
preview_changed_cb (UiImportPreview *preview, UiImportWindow *self)
{
  if (selected_file (self) != NULL)
    ui_import_file_touch (selected_file (self));
  show_buttons (self);
}

static void
file_changed_cb (UiImportFile *file, UiImportWindow *self)
{
  if (file == selected_file (self))
    show_file (self);
  else
    {
      ui_import_file_let_go (file);
      show_buttons (self);
    }
}

static void
show_progress (UiImportWindow *self, guint place)
{
  g_autofree char *text =
      g_strdup_printf (_ ("%u of %u: %s"), place + 1, count_files (self),
                       ui_import_file_get_name (file_at (self, place)));

  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 place / (double) count_files (self));
}

static void
read_next (gpointer data)
{
  UiImportWindow *self = data;
  Db             *db = ui_window_get_db (self->window);

  self->reading = NULL;
  for (guint i = 0; i < count_files (self) && self->reading == NULL; i++)
    if (ui_import_file_get_state (file_at (self, i)) == UI_IMPORT_WAITING)
      {
        self->reading = file_at (self, i);
        show_progress (self, i);
        ui_import_file_read (self->reading, db_get_path (db), read_next, self);
      }
  if (self->reading == NULL)
    show_file (self);
}

/* Stops, or goes on. */
static void
stop_cb (GtkButton *button, UiImportWindow *self)
{
  if (self->reading != NULL)
    {
      ui_import_file_stop (g_steal_pointer (&self->reading));
      show_file (self);
    }
  else
    read_next (self);
}

/* Files on their way into the record file, which nobody touches meanwhile. */
typedef struct {
  GPtrArray *files; /* UiImportFile * */
  GPtrArray *read;  /* Previewed *, theirs */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_ptr_array_unref (writing->files);
  g_ptr_array_unref (writing->read);
  g_free (writing);
}

static gpointer
write_all (Db *db, gpointer writing, Progress *progress, GError **error)
{
  return previewed_store_all (((Writing *) writing)->read, db, progress, error)
             ? writing
             : NULL;
}

/* The others are compared with what there is now that some, Previewed *, were written.
 */
static void
refresh_others (UiImportWindow *self, const GPtrArray *written)
{
  g_autoptr (GError) error = NULL;
  guint waiting = count_state (self, UI_IMPORT_WAITING);

  for (guint i = 0; i < count_files (self) && error == NULL; i++)
    ui_import_file_refresh (file_at (self, i), written, ui_window_get_db (self->window),
                            &error);
  if (error != NULL)
    ui_show_error (GTK_WINDOW (self), _ ("This document cannot be compared"), error);
  if (count_state (self, UI_IMPORT_WAITING) > waiting && self->reading == NULL)
    read_next (self);
}

/* Whether nothing is left to be looked at: what was refused is. */
static gboolean
is_done (UiImportWindow *self)
{
  guint left =
      count_state (self, UI_IMPORT_WAITING) + count_state (self, UI_IMPORT_REFUSED);

  for (guint i = 0; i < count_files (self); i++)
    left += ui_import_file_has_choice (file_at (self, i));
  return left == 0;
}

static void
show_next (UiImportWindow *self)
{
  guint i = 0;

  while (i + 1 < count_files (self) &&
         ui_import_file_get_state (file_at (self, i)) != UI_IMPORT_READ)
    i++;
  gtk_single_selection_set_selected (self->selection, i);
  show_file (self);
}

static void
written (gpointer result, GError *error, gpointer data)
{
  g_autoptr (UiImportWindow) self = data;
  const Writing *writing = result;
  UiWindow      *window = self->window;
  g_autoptr (GError) cause = error;
  gint64 document;

  gtk_widget_set_sensitive (self->content, TRUE);
  if (window == NULL)
    return;
  if (writing == NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      refresh_others (self, none);
      show_file (self);
      if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ui_show_error (GTK_WINDOW (self), _ ("Nothing was imported"), cause);
      return;
    }
  document = ((const Previewed *) writing->read->pdata[0])->written;
  for (guint i = 0; i < writing->files->len; i++)
    ui_import_file_set_written (writing->files->pdata[i]);
  ui_window_reload (window);
  ui_window_select (window, document, 0);
  ui_navigator_focus (
      ui_window_get_navigator (window)); /* where Ctrl+Z is the file's */
  refresh_others (self, writing->read);
  if (is_done (self))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_next (self);
}

/* file: that one alone; NULL: all that have something to be written. */
static void
write_files (UiImportWindow *self, UiImportFile *file)
{
  static const ErrandKind  kind = { write_all, writing_free, NULL, 0 };
  static const char *const stages[] = { N_ ("Writing documents"), NULL };
  g_autoptr (Desk) desk =
      desk_new (db_get_path (ui_window_get_db (self->window)), DB_OPEN_WRITE);
  Writing *writing = g_new (Writing, 1);

  writing->files = g_ptr_array_new_with_free_func (g_object_unref);
  writing->read = g_ptr_array_new ();
  for (guint i = 0; i < count_files (self); i++)
    {
      UiImportFile *each = file_at (self, i);

      if ((file != NULL && each != file) || !ui_import_file_has_choice (each))
        continue;
      ui_import_file_stop (each); /* what is read again is read by the writing */
      g_ptr_array_add (writing->files, g_object_ref (each));
      g_ptr_array_add (writing->read, ui_import_file_get_previewed (each));
    }
  if (writing->files->len == 0)
    {
      writing_free (writing);
      return;
    }
  gtk_widget_set_sensitive (self->content, FALSE);
  errand_begin (&self->writing, desk, &kind, writing, written, g_object_ref (self));
  ui_waiting_follow (UI_WAITING (self->waiting), &self->writing, stages);
}

static void
one_cb (GtkButton *button, UiImportWindow *self)
{
  write_files (self, selected_file (self));
}

static void
all_cb (GtkButton *button, UiImportWindow *self)
{
  write_files (self, NULL);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiImportWindow *self = UI_IMPORT_WINDOW (widget);

  if (self->writing == NULL && gtk_widget_get_sensitive (self->all))
    write_files (self, NULL);
}

/* What is being written is let through. */
static gboolean
ui_import_window_close_request (GtkWindow *window)
{
  return UI_IMPORT_WINDOW (window)->writing != NULL ||
         GTK_WINDOW_CLASS (ui_import_window_parent_class)->close_request (window);
}

/* Lets go of the window whose file it is.  A writing under way holds this one for a
 * while yet, and may outlast the other.  */
static void
leave (UiImportWindow *self)
{
  if (self->window == NULL)
    return;
  for (guint i = 0; i < count_files (self); i++)
    g_signal_handlers_disconnect_by_data (file_at (self, i), self);
  if (self->reading != NULL)
    ui_import_file_stop (g_steal_pointer (&self->reading));
  ui_import_preview_show (self->preview, NULL, NULL);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  self->window = NULL;
}

/* It is only hidden when it is closed. */
static void
ui_import_window_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ui_import_window_parent_class)->unmap (widget);
  leave (UI_IMPORT_WINDOW (widget));
}

static void
ui_import_window_dispose (GObject *object)
{
  leave (UI_IMPORT_WINDOW (object));
  G_OBJECT_CLASS (ui_import_window_parent_class)->dispose (object);
}

static void
ui_import_window_finalize (GObject *object)
{
  UiImportWindow *self = UI_IMPORT_WINDOW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->files);
  G_OBJECT_CLASS (ui_import_window_parent_class)->finalize (object);
}

static void
ui_import_window_class_init (UiImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_import_window_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_import_window_finalize;
  widget_class->unmap = ui_import_window_unmap;
  GTK_WINDOW_CLASS (class)->close_request = ui_import_window_close_request;
  gtk_widget_class_install_action (widget_class, "import.write", NULL, write_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *label, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (clicked != NULL)
    g_signal_connect (button, "clicked", clicked, data);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
make_bar (UiImportWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_add_css_class (bar, "import-bar");
  self->progress = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->progress), TRUE);
  gtk_progress_bar_set_ellipsize (GTK_PROGRESS_BAR (self->progress),
                                  PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_size_request (self->progress, 320, -1);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), self->progress);
  self->stop = add_button (bar, _ ("_Stop reading"), G_CALLBACK (stop_cb), self);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), space);
  self->close = add_button (bar, _ ("_Cancel"), NULL, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "window.close");
  self->one = add_button (bar, _ ("Import only this _one"), G_CALLBACK (one_cb), self);
  self->all = add_button (bar, _ ("_Import"), G_CALLBACK (all_cb), self);
  gtk_widget_add_css_class (self->all, "suggested-action");
  gtk_widget_set_tooltip_text (self->all,
                               _ ("One step, which Undo takes back (Ctrl+Enter)"));
  return bar;
}

static GtkWidget *
make_stack (UiImportWindow *self)
{
  GtkWidget *message = gtk_label_new (NULL);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->preview = g_object_new (UI_TYPE_IMPORT_PREVIEW, NULL);
  self->message = GTK_LABEL (message);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_justify (self->message, GTK_JUSTIFY_CENTER);
  gtk_label_set_selectable (self->message, TRUE);
  gtk_widget_add_css_class (message, "import-message");
  gtk_stack_add_named (self->stack, message, "message");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->preview), "preview");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  g_signal_connect (self->preview, "changed", G_CALLBACK (preview_changed_cb), self);
  return GTK_WIDGET (self->stack);
}

static void
ui_import_window_init (UiImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->files = g_list_store_new (UI_TYPE_IMPORT_FILE);
  self->selection =
      gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->files)));
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->side = ui_import_list_new (self->selection);
  gtk_box_append (GTK_BOX (middle), self->side);
  gtk_box_append (GTK_BOX (middle), make_stack (self));
  gtk_box_append (GTK_BOX (self->content), middle);
  gtk_box_append (GTK_BOX (self->content), make_bar (self));
  self->waiting = ui_waiting_new ();
  gtk_box_append (GTK_BOX (box), self->content);
  gtk_box_append (GTK_BOX (box), self->waiting);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Import: look before it is written"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1240, 780);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

GtkWindow *
ui_import_window_open (UiWindow *window, GPtrArray *files)
{
  UiImportWindow *self = g_object_new (UI_TYPE_IMPORT_WINDOW, NULL);

  self->window = window;
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (window));
  for (guint i = 0; i < files->len; i++)
    {
      g_list_store_append (self->files, files->pdata[i]);
      g_signal_connect (files->pdata[i], "changed", G_CALLBACK (file_changed_cb), self);
    }
  gtk_widget_set_visible (self->side, files->len > 1);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_cb), self, 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (files->len > 1 ? self->side : self->close);
  read_next (self);
  show_file (self);
  return GTK_WINDOW (self);
}

void
ui_import_files (UiWindow *window, GListModel *files)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func (g_object_unref);

  if (!ui_window_commit (window))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (imports, ui_import_file_new (file));
    }
  ui_import_window_open (window, imports);
}
