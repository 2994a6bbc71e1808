/* app/review/merge-sheet.c — what somebody changed in a workbook or a Word document
 * that was printed of our records.
 *
 * Three ways meet here.  What the records were then rides inside the file.  What the
 * file says now is read from its cells, as an import reads them.  Reading is not exact,
 * so what the file said then is not taken from the records but read in the same way,
 * from a sheet that is printed of them anew: the two readings differ where somebody has
 * edited.
 */

#include "app/edit/understanding.h"
#include "app/export/export.h"
#include "app/import/enclosed.h"
#include "app/import/recognise.h"
#include "app/import/revision.h"
#include "app/interchange/interchange.h"
#include "app/read/reader.h"
#include "app/reading/reading.h"
#include "app/review/merge.h"
#include "app/review/sheet-part.h"
#include "db/catalogue-entry.h"
#include "db/listing.h"
#include "db/title.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  Db    *ours;
  Merge *merge;
} Comparing;

static Document *
understand (GPtrArray *blocks, const char *name, GError **error)
{
  g_autoptr (Proposal) proposal = recognise (blocks, name, error);

  return proposal != NULL ? g_steal_pointer (&proposal->document) : NULL;
}

/* A file of its own, with the documents in it. */
static Db *
open_with (GPtrArray *documents, GError **error)
{
  g_autoptr (Db) db = db_open (":memory:", DB_OPEN_CREATE, error);
  g_auto (DbTxn) txn = { NULL };

  if (db == NULL || !db_txn_begin (&txn, db, error))
    return NULL;
  for (guint i = 0; i < documents->len; i++)
    if (!document_store (db, documents->pdata[i], error))
      return NULL;
  return reading_refresh (db, error) && db_txn_commit (&txn, error)
             ? g_steal_pointer (&db)
             : NULL;
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}

/* The bytes of a sheet that is printed of the documents now. */
static GBytes *
print (Db *db, const GPtrArray *documents, const char *format, gboolean whole,
       GError **error)
{
  ExportOptions    options = { .format = format, .whole = whole };
  g_autofree char *folder = g_dir_make_tmp ("jixiao-XXXXXX", error);
  g_autofree char *path = folder ? g_build_filename (folder, "sheet", NULL) : NULL;
  GBytes          *bytes = NULL;

  if (path != NULL && export_write (db, documents, &options, path, error))
    bytes = load (path, error);
  if (path != NULL)
    {
      g_remove (path);
      g_rmdir (folder);
    }
  return bytes;
}

/* What came back, and what was printed once. */
typedef struct {
  char       *name;
  const char *format; /* static */
  GBytes     *bytes;
  char       *hash;  /* of what it showed then; NULL: it lost the records inside */
  GPtrArray  *bases; /* Document *: what they were then */
  Db         *db;    /* a file of its own with the bases, once it is needed */
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_free (self->name);
  g_free (self->hash);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->bases, g_ptr_array_unref);
  g_clear_pointer (&self->db, db_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* The blocks of the sheet as it was printed, read like any file.  It was the whole text
 * or the tables alone: the hash tells; else the usual is taken.  */
static GPtrArray *
read_as_printed (Sheet *self, gboolean *whole, GError **error)
{
  g_autoptr (GBytes) usual = NULL;
  gboolean usually_whole = !g_str_equal (self->format, "xlsx");

  self->db = open_with (self->bases, error);
  for (int i = 0; self->db != NULL && i < 2; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *sum = NULL;

      *whole = (i == 0) == usually_whole;
      bytes = print (self->db, self->bases, self->format, *whole, error);
      if (bytes == NULL)
        return NULL;
      sum = enclosed_sum (bytes, self->name);
      if (g_strcmp0 (sum, self->hash) == 0)
        return reader_read (bytes, self->name, error);
      if (usual == NULL)
        usual = g_steal_pointer (&bytes);
    }
  *whole = usually_whole;
  return self->db != NULL ? reader_read (usual, self->name, error) : NULL;
}

/* What each text shows when it is printed without the others: arrays of Block *. */
static GPtrArray *
read_alone (Sheet *self, gboolean whole, GError **error)
{
  g_autoptr (GPtrArray) alone =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->bases->len; i++)
    {
      GPtrArray one = { &self->bases->pdata[i], 1 };
      g_autoptr (GBytes) bytes = print (self->db, &one, self->format, whole, error);
      GPtrArray *blocks = bytes != NULL ? reader_read (bytes, self->name, error) : NULL;

      if (blocks == NULL)
        return NULL;
      g_ptr_array_add (alone, blocks);
    }
  return g_steal_pointer (&alone);
}

/* The partner of a row in pairs: of a proposed one the stored one. */
static gpointer
stored_of (const GArray *pairs, gconstpointer proposed)
{
  for (guint i = 0; proposed != NULL && i < pairs->len; i++)
    if (g_array_index (pairs, RevisionPair, i).proposed == proposed)
      return g_array_index (pairs, RevisionPair, i).stored;
  return NULL;
}

/* Of two ways only nobody can tell who changed something. */
static void
mark_conflict (Comparing *all, MergeItem *item)
{
  item->is_unknown = all->merge->is_two_way;
  merge_mark_conflict (all->merge, item);
}

static const char *
text_of (gconstpointer record, const DbField *field)
{
  const char *text = G_STRUCT_MEMBER (char *, record, field->offset);

  return text != NULL && *text != '\0' ? text : NULL;
}

/* What people see and type. */
static gboolean
is_compared (const DbTable *table, const DbField *field)
{
  return field->column != NULL && field->type == DB_TEXT &&
         title_of_column (table->name, field->column) != NULL &&
         !understanding_fills (table->name, field->column);
}

/* A cell that the sheet says otherwise now. */
static void
add_cell (Comparing *all, const DbTable *table, const DbField *field,
          const DbRecord *base, const DbRecord *ours, const char *theirs)
{
  const char *now = text_of (ours, field), *then = text_of (base, field);
  MergeItem  *item;

  if (g_strcmp0 (now, theirs) == 0)
    return;
  item = merge_add (all->merge, MERGE_CELL, table, ours->id, all->ours);
  item->column = field->column;
  item->before = g_strdup (then);
  item->ours = g_strdup (now);
  item->theirs = g_strdup (theirs);
  if (g_strcmp0 (now, then) != 0 || all->merge->is_two_way)
    mark_conflict (all, item);
  merge_name_column (item);
}

static gboolean
is_same_row (const DbTable *table, gconstpointer one, gconstpointer other)
{
  for (gsize i = 0; i < table->n_fields; i++)
    if (is_compared (table, &table->fields[i]) &&
        g_strcmp0 (text_of (one, &table->fields[i]),
                   text_of (other, &table->fields[i])) != 0)
      return FALSE;
  return TRUE;
}

static void
add_gone (Comparing *all, const DbTable *table, const DbRecord *base,
          const DbRecord *ours)
{
  MergeItem *item;

  if (ours == NULL)
    return; /* we removed it too */
  item = merge_add (all->merge, MERGE_GONE, table, ours->id, all->ours);
  if (!is_same_row (table, base, ours) || all->merge->is_two_way)
    mark_conflict (all, item);
}

static void
add_new (Comparing *all, const DbTable *table, DbRecord *theirs, const DbRecord *parent,
         guint ordinal)
{
  Revision   revision = { .table = table, .proposed = theirs };
  MergeItem *item =
      merge_add (all->merge, MERGE_NEW, table_parent (table), parent->id, all->ours);
  g_autofree char *what = revision_text (&revision);
  char            *place = g_strdup_printf ("%s，%s", item->place, what);

  item->table = table;
  item->row = 0;
  item->parent = parent->id;
  item->ordinal = table->has_ordinal ? ordinal : 0;
  item->record = theirs;
  if (all->merge->is_two_way)
    mark_conflict (all, item);
  g_free (item->place);
  item->place = place;
}

/* One record four times: as it was, as the sheet showed it, as that says now, as it is
 * in our file.  */
typedef struct {
  gpointer base, shown, theirs, ours;
} Four;

static void compare_lists (Comparing *all, const DbTable *table, const Four *parent,
                           gsize offset);

static void
compare (Comparing *all, const DbTable *table, const Four *four)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];
      const char    *theirs;

      if (!is_compared (table, field))
        continue;
      theirs = text_of (four->theirs, field);
      if (theirs == NULL && table == &document_table)
        continue; /* tables alone do not say what their text is */
      if (g_strcmp0 (text_of (four->shown, field), theirs) != 0)
        add_cell (all, table, field, four->base, four->ours, theirs);
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    if (table->children[i].table != &catalogue_entry_table) /* follows from the rest */
      compare_lists (all, table->children[i].table, four, table->children[i].offset);
}

static GPtrArray *
list_of (gpointer record, gsize offset)
{
  return G_STRUCT_MEMBER (GPtrArray *, record, offset);
}

/* What became of a row of the sheet. */
static void
compare_row (Comparing *all, const DbTable *table, const Four *parent, const Four *row,
             guint ordinal)
{
  if (row->shown == NULL)
    add_new (all, table, row->theirs, parent->ours, ordinal);
  else if (row->base == NULL || (row->theirs != NULL && row->ours == NULL &&
                                 !is_same_row (table, row->shown, row->theirs)))
    all->merge->unplaced++;
  else if (row->theirs == NULL)
    add_gone (all, table, row->base, row->ours);
  else if (row->ours != NULL)
    compare (all, table, row);
}

static void
compare_lists (Comparing *all, const DbTable *table, const Four *parent, gsize offset)
{
  GPtrArray *theirs = list_of (parent->theirs, offset);
  g_autoptr (GArray) edited =
      revision_pair (table, list_of (parent->shown, offset), theirs);
  g_autoptr (GArray) printed = revision_pair (table, list_of (parent->base, offset),
                                              list_of (parent->shown, offset));
  g_autoptr (GArray) since = revision_pair (table, list_of (parent->ours, offset),
                                            list_of (parent->base, offset));

  for (guint i = 0; theirs->len > 0 && i < edited->len; i++)
    {
      const RevisionPair *pair = &g_array_index (edited, RevisionPair, i);
      Four                row = { .shown = pair->stored, .theirs = pair->proposed };

      row.base = stored_of (printed, row.shown);
      row.ours = stored_of (since, row.base);
      if (row.shown != NULL && row.base == NULL && row.theirs != NULL &&
          is_same_row (table, row.shown, row.theirs))
        continue; /* the sheet has rows that are no records */
      compare_row (all, table, parent, &row, i + 1);
    }
}

/* Our text that the sheet was printed of. */
static Document *
find_ours (Db *ours, const Document *base, GError **error)
{
  gint64 id = document_find (ours, base, error);

  if (id == 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                 "这份记录文件里没有%s %d 年的这份文本；请改用导入",
                 base->department ? base->department : "这个部门",
                 base->fiscal_year != DB_NULL ? (int) base->fiscal_year : 0);
  return id > 0 ? document_load (ours, id, error) : NULL;
}

/* The texts that ride in the file: Document *; NULL without an error: none do. */
static GPtrArray *
read_origin (Sheet *self, GError **error)
{
  g_autofree char *json = enclosed_origin (self->bytes, self->name, &self->hash);
  GPtrArray       *documents = json != NULL ? interchange_read (json, -1, error) : NULL;

  if (documents != NULL)
    g_ptr_array_set_free_func (documents, document_free);
  return documents;
}

/* How many of the projects of a text have the names of theirs. */
static guint
count_alike (Db *ours, gint64 document, const Document *theirs)
{
  g_autoptr (GPtrArray) projects = listing_projects (ours, document, NULL);
  guint n = 0;

  for (guint i = 0; projects != NULL && i < theirs->projects->len; i++)
    {
      const char *name = ((Project *) theirs->projects->pdata[i])->name;
      gboolean    found = FALSE;

      for (guint k = 0; name != NULL && k < projects->len && !found; k++)
        found = g_strcmp0 (((ListedProject *) projects->pdata[k])->name, name) == 0;
      n += found;
    }
  return n;
}

/* Our text that a sheet without records is most like. */
static Document *
find_like (Db *ours, const Document *theirs, const char *name, GError **error)
{
  g_autoptr (GPtrArray) documents = listing_documents (ours, NULL, 0, error);
  gint64 best = 0;
  guint  most = 0;

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const ListedDocument *listed = documents->pdata[i];
      gboolean              is_other_year =
          theirs->fiscal_year != DB_NULL && theirs->fiscal_year != listed->fiscal_year;
      guint n = is_other_year ? 0 : count_alike (ours, listed->id, theirs);

      if (n > most)
        {
          most = n;
          best = listed->id;
        }
    }
  if (documents != NULL && (best == 0 || most * 2 < theirs->projects->len))
    g_set_error (error, DB_ERROR_DOMAIN, DB_NOT_OURS,
                 "%s 不是记录文件，也不像由这里的文本印出的 Word、Excel；请改用导入",
                 name);
  else if (documents != NULL)
    return document_load (ours, best, error);
  return NULL;
}

static const char *
format_of (const char *name)
{
  static const char *const formats[] = { "xlsx", "docx", "html" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (name, formats[i]))
      return formats[i];
  return "docx";
}

/* Compares one text: as it was, the blocks that showed it, those that do now. */
static gboolean
compare_text (Comparing *all, Document *base, GPtrArray *printed, GPtrArray *blocks,
              const char *name, GError **error)
{
  g_autoptr (Document) shown = understand (printed, name, error);
  g_autoptr (Document) now = shown != NULL ? find_ours (all->ours, base, error) : NULL;
  Document *theirs;

  if (now == NULL)
    return FALSE;
  theirs = understand (blocks, name, NULL);
  if (theirs == NULL)
    {
      all->merge->unplaced++; /* nothing of the text is left in the sheet */
      return TRUE;
    }
  g_ptr_array_add (all->merge->sheets, theirs);
  compare (all, &document_table, &(Four){ base, shown, theirs, now });
  return TRUE;
}

/* Compares the texts of a sheet that knows what it was printed of. */
static gboolean
compare_texts (Comparing *all, Sheet *sheet, GPtrArray *blocks, GError **error)
{
  gboolean whole;
  g_autoptr (GPtrArray) printed = read_as_printed (sheet, &whole, error);
  g_autoptr (GPtrArray) alone = NULL, then = NULL, now = NULL;

  if (printed != NULL && sheet->bases->len == 1)
    return compare_text (all, sheet->bases->pdata[0], printed, blocks, sheet->name,
                         error);
  alone = printed != NULL ? read_alone (sheet, whole, error) : NULL;
  if (alone == NULL)
    return FALSE;
  then = sheet_part (printed, alone);
  now = sheet_part (blocks, alone);
  for (guint i = 0; i < sheet->bases->len; i++)
    if (!compare_text (all, sheet->bases->pdata[i], then->pdata[i], now->pdata[i],
                       sheet->name, error))
      return FALSE;
  return TRUE;
}

/* Compares a sheet that lost its records with our text that it is most like. */
static gboolean
compare_like (Comparing *all, Sheet *sheet, GPtrArray *blocks, GError **error)
{
  Document *theirs = understand (blocks, sheet->name, error);
  g_autoptr (Document) now =
      theirs ? find_like (all->ours, theirs, sheet->name, error) : NULL;
  Document *base =
      now != NULL ? document_load (all->ours, now->record.id, error) : NULL;
  g_autoptr (GPtrArray) printed = NULL;
  g_autoptr (Document) shown = NULL;
  gboolean whole;

  if (theirs != NULL)
    g_ptr_array_add (all->merge->sheets, theirs);
  if (base == NULL)
    return FALSE;
  sheet->bases = g_ptr_array_new_with_free_func (document_free);
  g_ptr_array_add (sheet->bases, base);
  printed = read_as_printed (sheet, &whole, error);
  shown = printed != NULL ? understand (printed, sheet->name, error) : NULL;
  if (shown == NULL)
    return FALSE;
  compare (all, &document_table, &(Four){ base, shown, theirs, now });
  return TRUE;
}

Merge *
merge_sheet_new (Db *ours, const char *path, GError **error)
{
  g_auto (Sheet) sheet = { g_path_get_basename (path), NULL };
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (Merge) merge = merge_blank ();
  Comparing all = { ours, merge };

  sheet.format = format_of (sheet.name);
  sheet.bytes = load (path, &cause);
  if (sheet.bytes != NULL)
    sheet.bases = read_origin (&sheet, &cause);
  if (cause == NULL)
    blocks = reader_read (sheet.bytes, sheet.name, &cause);
  merge->is_two_way = sheet.bases == NULL;
  if (blocks != NULL &&
      (merge->is_two_way ? compare_like : compare_texts) (&all, &sheet, blocks, &cause))
    return g_steal_pointer (&merge);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
