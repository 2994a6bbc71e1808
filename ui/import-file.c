/* ui/import-file.c — reads a document and compares it, with a connection of its own. */

#include "ui/import-file.h"
#include "app/errand.h"

#include <glib/gi18n.h>

struct _UiImportFile {
  GObject         parent_instance;
  char           *name;
  char           *path;     /* NULL: pasted, or not on this computer */
  GBytes         *html;     /* NULL: a file */
  gint64          document; /* that the pasted becomes a part of; 0: none */
  UiImportState   state;
  char           *reason;
  PreviewedImport previewed; /* import NULL: not read */
  Errand         *reading;   /* NULL: it is not read now */
  void (*done) (gpointer data);
  gpointer data;
};

enum { CHANGED, DESCRIBED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiImportFile, ui_import_file, G_TYPE_OBJECT)

static void
forget (PreviewedImport *previewed)
{
  g_clear_pointer (&previewed->previews, g_ptr_array_unref);
  g_clear_pointer (&previewed->import, import_free);
}

static void
previewed_free (gpointer previewed)
{
  forget (previewed);
  g_free (previewed);
}

static void
ui_import_file_finalize (GObject *object)
{
  UiImportFile *self = UI_IMPORT_FILE (object);

  errand_drop (&self->reading);
  g_free (self->name);
  g_free (self->path);
  g_free (self->reason);
  g_clear_pointer (&self->html, g_bytes_unref);
  forget (&self->previewed);
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
  self->path = g_file_get_path (file);
  return self;
}

UiImportFile *
ui_import_file_new_pasted (GBytes *html, gint64 document)
{
  UiImportFile *self = g_object_new (UI_TYPE_IMPORT_FILE, NULL);

  self->name = g_strdup (_ ("Clipboard"));
  self->html = g_bytes_ref (html);
  self->document = document;
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
  g_signal_emit (self, signals[DESCRIBED], 0);
}

/* What the thread needs of it, which nobody changes meanwhile. */
typedef struct {
  char   *path;
  GBytes *html;
  gint64  document;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_clear_pointer (&reading->html, g_bytes_unref);
  g_free (reading);
}

static Import *
read_pasted (const Reading *reading, Db *db, GError **error)
{
  g_autoptr (Document) into = NULL;

  if (reading->document != 0)
    {
      into = document_load (db, reading->document, error);
      if (into == NULL)
        return NULL;
    }
  return import_paste (reading->html, into, error);
}

static Import *
read_any (const Reading *reading, Db *db, GError **error)
{
  if (reading->html != NULL)
    return read_pasted (reading, db, error);
  if (reading->path != NULL)
    return import_read (reading->path, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("Only texts in a folder of this computer can be imported; "
                          "please copy it there first"));
  return NULL;
}

static gpointer
read_and_compare (Db *db, gpointer reading, Progress *progress, GError **error)
{
  PreviewedImport *read = g_new0 (PreviewedImport, 1);
  guint            n;

  read->import = read_any (reading, db, error);
  read->previews = g_ptr_array_new_with_free_func ((GDestroyNotify) preview_free);
  n = read->import != NULL ? read->import->proposals->len : 0;
  for (guint i = 0; i < n; i++)
    {
      Preview *preview = preview_new (read->import->proposals->pdata[i], db, error);

      if (preview == NULL)
        break;
      g_ptr_array_add (read->previews, preview);
    }
  if (read->import != NULL && read->previews->len == n)
    return read;
  previewed_free (read);
  return NULL;
}

static void
come (gpointer result, GError *error, gpointer data)
{
  UiImportFile               *self = data;
  g_autofree PreviewedImport *read = result;

  if (read != NULL)
    self->previewed = *read;
  else
    self->reason = g_strdup (error->message);
  g_clear_error (&error);
  set_state (self, read != NULL ? UI_IMPORT_READ : UI_IMPORT_REFUSED);
  self->done (self->data);
}

void
ui_import_file_read (UiImportFile *self, const char *path, void (*done) (gpointer data),
                     gpointer data)
{
  static const ErrandKind kind = { read_and_compare, reading_free, previewed_free, 0 };
  g_autoptr (Desk) desk = desk_new (path, DB_OPEN_WRITE);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (self->path);
  reading->html = self->html != NULL ? g_bytes_ref (self->html) : NULL;
  reading->document = self->document;
  self->done = done;
  self->data = data;
  set_state (self, UI_IMPORT_READING);
  errand_begin (&self->reading, desk, &kind, reading, come, self);
}

void
ui_import_file_stop (UiImportFile *self)
{
  errand_drop (&self->reading);
  set_state (self, UI_IMPORT_WAITING);
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
  const GPtrArray *previews = self->previewed.previews;
  guint            added = 0, differ = 0, unread = 0;

  for (guint i = 0; i < previews->len; i++)
    {
      const Preview *preview = previews->pdata[i];

      added += preview_count (preview, PREVIEW_NEW);
      differ += preview_count (preview, PREVIEW_DIFFERS);
      unread += preview->proposal->texts_listed;
    }
  if (unread > 0)
    return g_strdup_printf (_ ("%u new, %u differ; %u not understood"), added, differ,
                            unread);
  return added + differ > 0 ? g_strdup_printf (_ ("%u new, %u differ"), added, differ)
                            : g_strdup (_ ("Nothing to import"));
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

const PreviewedImport *
ui_import_file_get_previewed (UiImportFile *self)
{
  return self->previewed.import != NULL ? &self->previewed : NULL;
}

gboolean
ui_import_file_has_choice (UiImportFile *self)
{
  for (guint i = 0; self->previewed.import != NULL && i < self->previewed.previews->len;
       i++)
    if (preview_has_choice (self->previewed.previews->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
ui_import_file_refresh (UiImportFile *self, Db *db, GError **error)
{
  for (guint i = 0; self->previewed.import != NULL && i < self->previewed.previews->len;
       i++)
    if (!preview_refresh (self->previewed.previews->pdata[i], db, error))
      return FALSE;
  return TRUE;
}

void
ui_import_file_set_written (UiImportFile *self)
{
  set_state (self, UI_IMPORT_WRITTEN);
  forget (&self->previewed);
}
