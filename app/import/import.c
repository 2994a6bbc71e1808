/* app/import/import.c — reading a document file, storing what was proposed of it. */

#include "app/import/import.h"

#include "app/form/choice.h"
#include "app/import/divide.h"
#include "app/import/enclosed.h"
#include "app/import/recognise.h"
#include "app/interchange/interchange.h"
#include "app/read/reader.h"
#include "app/reading/reading.h"
#include "db/action.h"
#include "db/source.h"

#include <gio/gio.h>
#include <string.h>

G_DEFINE_QUARK (import_error, import_error)

/* Larger than any text that a department publishes; a record file keeps it whole. */
#define SIZE_LIMIT (64 * 1024 * 1024)

/* The name of what no file holds. */
#define PASTED "剪贴板"

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) cause = NULL;
  GBytes *bytes;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_SIZE
                            "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            0, NULL, &cause);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   "%s：不是文件，请给出一份文档", path);
      return NULL;
    }
  if (info != NULL && g_file_info_get_size (info) > SIZE_LIMIT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   "%s：超过 %d MB，不像一份绩效文本", path, SIZE_LIMIT / 1024 / 1024);
      return NULL;
    }
  bytes = cause == NULL ? g_file_load_bytes (file, NULL, NULL, &cause) : NULL;
  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR, cause->code,
                 g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                     ? "%s：没有这个文件，请检查路径"
                     : "%s：无法读取，请检查权限",
                 path);
  return bytes;
}

static gboolean
is_json (GBytes *bytes)
{
  gsize       size;
  const char *text = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    if (!g_ascii_isspace (text[i]))
      return text[i] == '{' && !(i + 1 < size && text[i + 1] == '\\'); /* RTF */
  return FALSE;
}

/* Takes the documents out of the array. */
static gboolean
propose_documents (Import *import, GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      Proposal *proposal = proposal_new ();

      document_free (proposal->document);
      proposal->document = documents->pdata[i];
      documents->pdata[i] = NULL;
      g_ptr_array_add (import->proposals, proposal);
    }
  return TRUE;
}

static gboolean
propose_from_json (Import *import, GError **error)
{
  gsize       size;
  const char *text = g_bytes_get_data (import->bytes, &size);
  g_autoptr (GPtrArray) documents = interchange_read (text, size, error);

  if (documents == NULL)
    {
      g_prefix_error (error, "%s：", import->name);
      return FALSE;
    }
  return propose_documents (import, documents);
}

static gboolean
propose_from_blocks (Import *import,
                     GPtrArray *(*read) (GBytes *, const char *, GError **),
                     GError **error)
{
  g_autoptr (GPtrArray) blocks = read (import->bytes, import->name, error);
  Proposal *proposal = blocks ? recognise (blocks, import->name, error) : NULL;

  if (proposal != NULL)
    g_ptr_array_add (import->proposals, proposal);
  return proposal != NULL;
}

/* The records in a file that was printed of them; of one that was changed since, what
 * it shows, with a word on that.  */
static gboolean
propose (Import *import, GError **error)
{
  g_autofree char *json = NULL;
  Enclosed         enclosed = enclosed_find (import->bytes, import->name, &json);

  if (json != NULL)
    {
      g_autoptr (GPtrArray) documents = interchange_read (json, -1, NULL);

      if (documents != NULL)
        return propose_documents (import, documents);
    }
  if (!propose_from_blocks (import, reader_read, error))
    return FALSE;
  for (guint i = 0; enclosed != ENCLOSED_NONE && i < import->proposals->len; i++)
    proposal_add_note (import->proposals->pdata[i], NOTE_REPAIRED, 0,
                       "这份文件导出后在别的程序里改过，里面带的记录不再作数；"
                       "已按看得见的内容识别");
  return TRUE;
}

/* A document needs a department to stand under; the file's name must do where the
 * text names none.  */
static void
ensure_department (Import *import)
{
  for (guint i = 0; i < import->proposals->len; i++)
    {
      Document   *document = ((Proposal *) import->proposals->pdata[i])->document;
      const char *dot = strrchr (import->name, '.');

      if (document->department == NULL)
        document->department = dot != NULL && dot > import->name
                                   ? g_strndup (import->name, dot - import->name)
                                   : g_strdup (import->name);
    }
}

/* Takes bytes. */
static Import *
import_new (const char *name, GBytes *bytes)
{
  Import *import = g_new0 (Import, 1);

  import->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) proposal_free);
  import->name = g_strdup (name);
  import->bytes = bytes;
  import->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return import;
}

Import *
import_read (const char *path, GError **error)
{
  GBytes          *bytes = load (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (Import) import = bytes != NULL ? import_new (name, bytes) : NULL;

  if (import == NULL)
    return NULL;
  if (!(is_json (import->bytes) ? propose_from_json (import, error)
                                : propose (import, error)))
    return NULL;
  ensure_department (import);
  return g_steal_pointer (&import);
}

/* A copied piece is of the text that it is put into. */
static void
belong_to (Document *document, const Document *into)
{
  db_record_take_text (&document->department, g_strdup (into->department));
  db_record_take_text (&document->stage, g_strdup (into->stage));
  db_record_take_text (&document->form_id, g_strdup (into->form_id));
  document->fiscal_year = into->fiscal_year;
  document->year_is_printed = into->year_is_printed;
}

Import *
import_paste (GBytes *html, const Document *into, GError **error)
{
  g_autoptr (Import) import = import_new (PASTED, g_bytes_ref (html));

  if (!propose_from_blocks (import, paste_read, error))
    return NULL;
  if (into != NULL)
    belong_to (((Proposal *) import->proposals->pdata[0])->document, into);
  ensure_department (import);
  return g_steal_pointer (&import);
}

GPtrArray *
import_read_blocks (GBytes *bytes, const char *name, GError **error)
{
  GPtrArray *blocks = g_str_equal (name, PASTED) ? paste_read (bytes, name, error)
                                                 : reader_read (bytes, name, error);

  if (blocks != NULL)
    divide_tables (blocks);
  return blocks;
}

void
import_free (Import *import)
{
  g_free (import->name);
  g_free (import->sha256);
  g_clear_pointer (&import->bytes, g_bytes_unref);
  g_ptr_array_unref (import->proposals);
  g_free (import);
}

/* "2024 年", or what to say where no year is known.  Newly allocated. */
static char *
year_text (gint64 year)
{
  return year == DB_NULL ? g_strdup ("年度不明")
                         : g_strdup_printf ("%d 年", (int) year);
}

static gboolean
refuse_known (Import *import, Db *db, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (SourceOrigin) origin = source_find (db, import->sha256, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return TRUE;
    }
  if (origin != NULL)
    g_set_error (error, IMPORT_ERROR_DOMAIN, IMPORT_KNOWN,
                 "%s：已导入过（%s %" G_GINT64_FORMAT " 年），没有新增内容",
                 import->name, origin->department, origin->fiscal_year);
  return origin != NULL;
}

char *
import_document_title (const Document *document)
{
  g_autofree char *year = year_text (document->fiscal_year);

  return g_strdup_printf ("%s %s（%s）", document->department, year,
                          choice_title ("document", "stage", document->stage));
}

/* Makes room for the document, or says why there is none. */
static gboolean
make_room (Import *import, Db *db, Document *document, gboolean replace, GError **error)
{
  gint64           there = document_find (db, document, error);
  g_autofree char *title = NULL;

  if (there <= 0)
    return there == 0;
  if (replace)
    return document_delete (db, there, error);
  title = import_document_title (document);
  g_set_error (error, IMPORT_ERROR_DOMAIN, IMPORT_EXISTS,
               "%s：文件里已有 %s的文本；要替换它，请加 --replace", import->name,
               title);
  return FALSE;
}

static gboolean
store_places (Proposal *proposal, Db *db, gint64 source, GError **error)
{
  g_autofree SourcePlace *places = g_new (SourcePlace, proposal->places->len);
  gsize                   n = 0;

  for (guint i = 0; i < proposal->places->len; i++)
    {
      const Place *place = &g_array_index (proposal->places, Place, i);

      if (place->record->id != 0)
        places[n++] = proposal_source_place (proposal, place);
    }
  return source_store_places (db, source, places, n, error);
}

static gboolean
store_notes (Proposal *proposal, Db *db, gint64 source, GError **error)
{
  for (guint i = 0; i < proposal->notes->len; i++)
    {
      Note *note = proposal->notes->pdata[i];

      if (!source_store_note (db, source,
                              note->kind == NOTE_UNREAD ? "unread" : "repaired",
                              note->line, note->text, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
import_store_source (Import *import, Proposal *proposal, Db *db, gint64 document,
                     gint64 action, GError **error)
{
  gint64 source = source_of_document (db, document, import->sha256, error);

  if (source > 0) /* its notes are there */
    return store_places (proposal, db, source, error);
  if (source == 0)
    source = source_store (db, document, action, import->name, import->sha256,
                           import->bytes, error);
  return source > 0 && store_places (proposal, db, source, error) &&
         store_notes (proposal, db, source, error);
}

static gboolean
store_proposal (Import *import, Proposal *proposal, Db *db, gint64 action,
                GError **error)
{
  return document_store (db, proposal->document, error) &&
         import_store_source (import, proposal, db, proposal->document->record.id,
                              action, error);
}

/* What gives way is remembered cell by cell; what comes in need not be. */
static gboolean
make_all_room (Import *import, Db *db, gboolean replace, GError **error)
{
  for (guint i = 0; i < import->proposals->len; i++)
    if (!make_room (import, db, ((Proposal *) import->proposals->pdata[i])->document,
                    replace, error))
      return FALSE;
  return action_skip_cells (db, error);
}

gboolean
import_store (Import *import, Db *db, gboolean replace, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label = g_strdup_printf ("导入：%s", import->name);
  gint64           action;

  if (!db_txn_begin (&txn, db, error) || refuse_known (import, db, error))
    return FALSE;
  action = action_begin (db, label, error);
  if (action == 0 || !make_all_room (import, db, replace, error))
    return FALSE;
  for (guint i = 0; i < import->proposals->len; i++)
    if (!store_proposal (import, import->proposals->pdata[i], db, action, error))
      return FALSE;
  return reading_refresh (db, error) && action_end (db, error) &&
         db_txn_commit (&txn, error);
}
