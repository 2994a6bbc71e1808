/* app/import/previewed.c — reading documents, letting go of them, and writing them as
 * one action. */

#include "app/import/previewed.h"

#include "app/reading/reading.h"
#include "db/action.h"

#include <gio/gio.h>

Previewed *
previewed_new (const char *path)
{
  Previewed *self = g_new0 (Previewed, 1);

  self->path = g_strdup (path);
  return self;
}

Previewed *
previewed_new_pasted (GBytes *html, gint64 document)
{
  Previewed *self = g_new0 (Previewed, 1);

  self->html = g_bytes_ref (html);
  self->document = document;
  return self;
}

void
previewed_let_go (Previewed *self)
{
  g_clear_pointer (&self->previews, g_ptr_array_unref);
  g_clear_pointer (&self->import, import_free);
}

void
previewed_free (Previewed *self)
{
  previewed_let_go (self);
  g_free (self->path);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->name);
  g_strfreev (self->titles);
  g_free (self);
}

Previewed *
previewed_again (const Previewed *self)
{
  return self->html != NULL ? previewed_new_pasted (self->html, self->document)
                            : previewed_new (self->path);
}

static Import *
read_pasted (const Previewed *self, Db *db, GError **error)
{
  g_autoptr (Document) into = NULL;

  if (self->document != 0)
    {
      into = document_load (db, self->document, error);
      if (into == NULL)
        return NULL;
    }
  return import_paste (self->html, into, error);
}

static Import *
read_any (const Previewed *self, Db *db, GError **error)
{
  if (self->html != NULL)
    return read_pasted (self, db, error);
  if (self->path != NULL)
    return import_read (self->path, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       "只能导入本机文件夹里的文档，请先复制到本机");
  return NULL;
}

void
previewed_sum_up (Previewed *self)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  self->added = self->differ = self->unread = 0;
  self->is_new = TRUE;
  self->has_choice = FALSE;
  for (guint i = 0; i < self->previews->len; i++)
    {
      const Preview   *preview = self->previews->pdata[i];
      g_autofree char *title = import_document_title (preview->proposal->document);

      self->added += preview_count (preview, PREVIEW_NEW);
      self->differ += preview_count (preview, PREVIEW_DIFFERS);
      self->unread += preview->proposal->texts_listed;
      self->is_new = self->is_new && preview->stored == NULL;
      self->has_choice = self->has_choice || preview_has_choice (preview);
      g_strv_builder_add (titles, title);
    }
  g_strfreev (self->titles);
  self->titles = g_strv_builder_end (titles);
}

gboolean
previewed_read (Previewed *self, Db *db, GError **error)
{
  self->import = read_any (self, db, error);
  if (self->import == NULL)
    return FALSE;
  self->sha256 = g_strdup (self->import->sha256);
  self->name = g_strdup (self->import->name);
  self->previews = g_ptr_array_new_with_free_func ((GDestroyNotify) preview_free);
  for (guint i = 0; i < self->import->proposals->len; i++)
    {
      Preview *preview = preview_new (self->import->proposals->pdata[i], db, error);

      if (preview == NULL)
        return FALSE;
      g_ptr_array_add (self->previews, preview);
    }
  previewed_sum_up (self);
  return TRUE;
}

gboolean
previewed_refresh (Previewed *self, Db *db, GError **error)
{
  for (guint i = 0; i < self->previews->len; i++)
    if (!preview_refresh (self->previews->pdata[i], db, error))
      return FALSE;
  previewed_sum_up (self);
  return TRUE;
}

gboolean
previewed_is_related (const Previewed *self, const Previewed *other)
{
  for (char **title = self->titles; title != NULL && *title != NULL; title++)
    if (other->titles != NULL &&
        g_strv_contains ((const char *const *) other->titles, *title))
      return TRUE;
  return FALSE;
}

/* A writing of several files. */
typedef struct {
  Db      *db;
  gint64   action;
  gboolean is_new; /* nothing that is written was there: no cells are remembered */
} Writing;

/* FALSE without an error: a text is there, so that its cells must be remembered. */
static gboolean
write_read (Previewed *self, const Writing *writing, GError **error)
{
  for (guint i = 0; i < self->previews->len; i++)
    {
      Preview *preview = self->previews->pdata[i];

      if (!preview_has_choice (preview))
        continue;
      if (preview->stored != NULL && writing->is_new)
        return FALSE;
      if (!preview_write (preview, self->import, writing->db, writing->action, error))
        return FALSE;
      if (self->written == 0)
        self->written = preview->stored != NULL
                            ? preview->stored->record.id
                            : preview->proposal->document->record.id;
    }
  return TRUE;
}

/* What was let go is let go again. */
static gboolean
write_again (Previewed *self, const Writing *writing, GError **error)
{
  g_autoptr (Previewed) again = previewed_again (self);
  gboolean is_written;

  if (!previewed_read (again, writing->db, error))
    return FALSE;
  if (!g_str_equal (again->sha256, self->sha256))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                   "%s：看过之后文件又改了；请在列表里选中它，看过再导入", self->path);
      return FALSE;
    }
  is_written = write_read (again, writing, error);
  self->written = again->written;
  return is_written;
}

static gboolean
write_one (Previewed *self, const Writing *writing, GError **error)
{
  self->written = 0;
  if (self->import == NULL)
    return write_again (self, writing, error);
  return previewed_refresh (self, writing->db, error) &&
         write_read (self, writing, error);
}

/* As one transaction; FALSE without an error as in write_read(). */
static gboolean
write_all (GPtrArray *all, Db *db, gboolean is_new, Progress *progress, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  const Previewed *first = all->pdata[0];
  g_autofree char *label =
      all->len == 1 ? g_strdup_printf ("导入：%s", first->name)
                    : g_strdup_printf ("导入：%s 等 %u 份", first->name, all->len);
  Writing writing = { .db = db, .is_new = is_new };

  if (!db_txn_begin (&txn, db, error))
    return FALSE;
  writing.action = action_begin (db, label, error);
  if (writing.action == 0 || (is_new && !action_skip_cells (db, error)))
    return FALSE;
  progress_begin (progress, 0, all->len + 1);
  for (guint i = 0; i < all->len; i++)
    if (!write_one (all->pdata[i], &writing, error) ||
        (!progress_step (progress) && progress_failed (progress, error)))
      return FALSE;
  return reading_refresh (db, error) && action_end (db, error) &&
         db_txn_commit (&txn, error);
}

gboolean
previewed_store_all (GPtrArray *all, Db *db, Progress *progress, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean is_any = FALSE, is_new = TRUE;

  for (guint i = 0; i < all->len; i++)
    {
      is_any = is_any || ((const Previewed *) all->pdata[i])->has_choice;
      is_new = is_new && ((const Previewed *) all->pdata[i])->is_new;
    }
  if (!is_any || (is_new && write_all (all, db, TRUE, progress, &cause)))
    return TRUE;
  /* two of them are one text, or it came into the file meanwhile */
  if (cause == NULL && write_all (all, db, FALSE, progress, error))
    return TRUE;
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
previewed_store (Import *import, GPtrArray *previews, Db *db, GError **error)
{
  Previewed previewed = { .import = import,
                          .previews = previews,
                          .name = import->name };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  gboolean is_stored;

  g_ptr_array_add (all, &previewed);
  previewed_sum_up (&previewed);
  is_stored = previewed_store_all (all, db, NULL, error);
  g_strfreev (previewed.titles);
  return is_stored;
}
