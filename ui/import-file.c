/* ui/import-file.c — reads a document and compares it, with a connection of its own. */

#include "ui/import-file.h"
#include "app/errand.h"

#include <glib/gi18n.h>

struct _UiImportFile {
  GObject       parent_instance;
  char         *name;
  UiImportState state;
  char         *reason;
  Previewed    *previewed;
  gboolean      is_touched; /* somebody chose or assigned something in it */
  gboolean      is_changed; /* it is another file than when it was first read */
  Errand       *reading;    /* NULL: it is not read now */
  void (*done) (gpointer data);
  gpointer data;
};

enum { CHANGED, DESCRIBED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiImportFile, ui_import_file, G_TYPE_OBJECT)

static void
ui_import_file_finalize (GObject *object)
{
  UiImportFile *self = UI_IMPORT_FILE (object);

  errand_drop (&self->reading);
  g_free (self->name);
  g_free (self->reason);
  g_clear_pointer (&self->previewed, previewed_free);
  G_OBJECT_CLASS (ui_import_file_parent_class)->finalize (object);
}

static void
ui_import_file_class_init (UiImportFileClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ui_import_file_finalize;
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_IMPORT_FILE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DESCRIBED] =
      g_signal_new ("described", UI_TYPE_IMPORT_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
ui_import_file_init (UiImportFile *self)
{
}

UiImportFile *
ui_import_file_new (GFile *file)
{
  UiImportFile *self = g_object_new (UI_TYPE_IMPORT_FILE, NULL);

  self->name = g_file_get_basename (file);
  self->previewed = previewed_new (g_file_peek_path (file));
  return self;
}

UiImportFile *
ui_import_file_new_pasted (GBytes *html, gint64 document)
{
  UiImportFile *self = g_object_new (UI_TYPE_IMPORT_FILE, NULL);

  self->name = g_strdup (_ ("Clipboard"));
  self->previewed = previewed_new_pasted (html, document);
  return self;
}

static void
set_state (UiImportFile *self, UiImportState state)
{
  self->state = state;
  g_signal_emit (self, signals[DESCRIBED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ui_import_file_touch (UiImportFile *self)
{
  self->is_touched = TRUE;
  previewed_sum_up (self->previewed);
  g_signal_emit (self, signals[DESCRIBED], 0);
}

static gpointer
read_and_compare (Db *db, gpointer previewed, Progress *progress, GError **error)
{
  return previewed_read (previewed, db, error) ? previewed : NULL;
}

static void
come (gpointer result, GError *error, gpointer data)
{
  UiImportFile *self = data;
  Previewed    *read = result;

  if (read != NULL)
    {
      Previewed before = *self->previewed;

      self->is_changed =
          self->is_changed ||
          (before.sha256 != NULL && !g_str_equal (before.sha256, read->sha256));
      *self->previewed = *read;
      *read = before; /* freed with the errand */
    }
  else
    self->reason = g_strdup (error->message);
  g_clear_error (&error);
  set_state (self, read != NULL ? UI_IMPORT_READ : UI_IMPORT_REFUSED);
  if (self->done != NULL)
    self->done (self->data);
}

void
ui_import_file_read (UiImportFile *self, const char *path, void (*done) (gpointer data),
                     gpointer data)
{
  static const ErrandKind kind = { read_and_compare, (GDestroyNotify) previewed_free,
                                   NULL, 0 };
  g_autoptr (Desk) desk = desk_new (path, DB_OPEN_WRITE);

  if (self->reading != NULL)
    return;
  self->done = done;
  self->data = data;
  if (self->state == UI_IMPORT_WAITING)
    set_state (self, UI_IMPORT_READING);
  errand_begin (&self->reading, desk, &kind, previewed_again (self->previewed), come,
                self);
}

void
ui_import_file_stop (UiImportFile *self)
{
  errand_drop (&self->reading);
  if (self->state == UI_IMPORT_READING)
    set_state (self, UI_IMPORT_WAITING);
}

void
ui_import_file_let_go (UiImportFile *self)
{
  if (self->state == UI_IMPORT_READ && !self->is_touched)
    previewed_let_go (self->previewed);
}

const char *
ui_import_file_get_name (UiImportFile *self)
{
  return self->name;
}

UiImportState
ui_import_file_get_state (UiImportFile *self)
{
  return self->state;
}

/* What was found in it, and what of it was not understood. */
static char *
describe_read (UiImportFile *self)
{
  const Previewed *read = self->previewed;
  g_autofree char *words =
      read->unread > 0 ? g_strdup_printf (_ ("%u new, %u differ; %u not understood"),
                                          read->added, read->differ, read->unread)
      : read->added + read->differ > 0
          ? g_strdup_printf (_ ("%u new, %u differ"), read->added, read->differ)
          : g_strdup (_ ("Nothing to import"));

  return self->is_changed ? g_strdup_printf (_ ("%s. It has changed meanwhile"), words)
                          : g_steal_pointer (&words);
}

char *
ui_import_file_describe (UiImportFile *self)
{
  static const char *const titles[] = {
    [UI_IMPORT_WAITING] = N_ ("Not read yet"),
    [UI_IMPORT_READING] = N_ ("Being read…"),
    [UI_IMPORT_REFUSED] = N_ ("Refused"),
    [UI_IMPORT_WRITTEN] = N_ ("Imported"),
  };

  return self->state == UI_IMPORT_READ ? describe_read (self)
                                       : g_strdup (_ (titles[self->state]));
}

const char *
ui_import_file_get_reason (UiImportFile *self)
{
  return self->reason;
}

Previewed *
ui_import_file_get_previewed (UiImportFile *self)
{
  return self->previewed;
}

gboolean
ui_import_file_is_there (UiImportFile *self)
{
  return self->state == UI_IMPORT_READ && self->previewed->import != NULL;
}

gboolean
ui_import_file_has_choice (UiImportFile *self)
{
  return self->state == UI_IMPORT_READ && self->previewed->has_choice;
}

gboolean
ui_import_file_refresh (UiImportFile *self, const GPtrArray *written, Db *db,
                        GError **error)
{
  if (ui_import_file_is_there (self))
    return previewed_refresh (self->previewed, db, error);
  for (guint i = 0; i < written->len && self->state == UI_IMPORT_READ; i++)
    if (previewed_is_related (self->previewed, written->pdata[i]))
      set_state (self, UI_IMPORT_WAITING);
  return TRUE;
}

void
ui_import_file_set_written (UiImportFile *self)
{
  set_state (self, UI_IMPORT_WRITTEN);
  previewed_let_go (self->previewed);
}
