/* app/export/export.c — documents written to a file. */

#include "app/export/export.h"
#include "app/export/chinese-font.h"
#include "app/export/docx.h"
#include "app/export/html.h"
#include "app/export/pdf.h"
#include "app/export/save.h"
#include "app/export/xlsx.h"

#include "app/check/check.h"
#include "app/form/edit.h"
#include "app/interchange/interchange.h"
#include "db/export-record.h"

static const struct {
  const char *name;
  gboolean (*write) (const Outline *outline, const PageSetup *setup,
                     const char *records, const char *path);
} formats[] = {
  { "pdf", pdf_write },
  { "xlsx", xlsx_write },
  { "docx", docx_write },
  { "html", html_write },
};

gboolean
export_knows (const char *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, format) == 0)
      return TRUE;
  return FALSE;
}

static Outline *
make_outline (Db *db, const GPtrArray *documents, const ExportOptions *options,
              GError **error)
{
  g_autoptr (Outline) all = NULL;
  guint tables = 0;

  for (guint i = 0; i < documents->len; i++)
    tables += ((Document *) documents->pdata[i])->projects->len;
  progress_begin (options->progress, PROGRESS_READING, tables);
  for (guint i = 0; i < documents->len; i++)
    {
      const Document *document = documents->pdata[i];
      Outline        *one = options->whole ? outline_new (db, document, options->layout,
                                                          options->progress, error)
                                           : outline_of_tables (db, document, options->layout,
                                                                options->progress, error);

      if (one == NULL)
        return NULL;
      if (all == NULL)
        all = one;
      else
        outline_append (all, one);
    }
  return g_steal_pointer (&all);
}

static FormTable *
table_of (const Outline *outline, gint64 project)
{
  for (guint i = 0; i < outline->items->len; i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (item->table != NULL && item->table->project == project)
        return item->table;
    }
  return NULL;
}

/* Marks the cells that findings speak of which nobody waived. */
static gboolean
mark_findings (Db *db, const Outline *outline, const GPtrArray *documents,
               GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) findings = NULL;
  const CheckFilter filter = { .documents = ids };

  for (guint i = 0; i < documents->len; i++)
    g_array_append_val (ids, ((Document *) documents->pdata[i])->record.id);
  findings = check_findings (db, &filter, error);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const Finding  *finding = findings->pdata[i];
      FormTable      *table = finding->waived || finding->project_id == DB_NULL
                                  ? NULL
                                  : table_of (outline, finding->project_id);
      const FormCell *cell =
          table != NULL ? form_edit_find (table, finding->field, finding->indicator_id)
                        : NULL;

      if (cell != NULL)
        table->grid[cell->row * table->cols + cell->col]->marked = TRUE;
    }
  return findings != NULL;
}

static gboolean
write_format (const Outline *outline, const char *format, const PageSetup *setup,
              const char *records, const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, format))
      return formats[i].write (outline, setup, records, path);
  g_return_val_if_reached (FALSE);
}

/* Says in the file what was printed; records: all of it, as JSON.  A file that cannot
 * be written is printed all the same.  */
static gboolean
record (Db *db, const GPtrArray *documents, const char *records, const char *format,
        const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < documents->len && !db_is_read_only (db); i++)
    {
      g_autofree char *hash =
          documents->len == 1
              ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, records, -1)
              : export_hash (documents->pdata[i]);

      if (!export_record_add (db, ((Document *) documents->pdata[i])->record.id, format,
                              name, hash, error))
        return FALSE;
    }
  return TRUE;
}

/* Fonts ride in a PDF; a program that opens another format has its own. */
static gboolean
can_be_set (const char *format, GError **error)
{
  return !g_str_equal (format, "pdf") || chinese_font_check (error);
}

char *
export_hash (Document *document)
{
  gpointer         documents[] = { document };
  GPtrArray        one = { documents, 1 };
  g_autofree char *json = interchange_pack (&one);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

Outline *
export_compose (Db *db, const GPtrArray *documents, const ExportOptions *options,
                GError **error)
{
  g_autoptr (Outline) outline = make_outline (db, documents, options, error);

  return outline != NULL &&
                 (!options->marks || mark_findings (db, outline, documents, error))
             ? g_steal_pointer (&outline)
             : NULL;
}

gboolean
export_write (Db *db, const GPtrArray *documents, const ExportOptions *options,
              const char *path, GError **error)
{
  g_autoptr (Outline) outline = NULL;
  g_autofree char *records = NULL;
  char            *temporary;
  gboolean         written;

  if (!can_be_set (options->format, error))
    return FALSE;
  outline = export_compose (db, documents, options, error);
  if (outline == NULL)
    return FALSE;
  records = interchange_pack ((GPtrArray *) documents);
  temporary = save_begin (path, error);
  if (temporary == NULL)
    return FALSE;
  outline->progress = options->progress;
  written =
      write_format (outline, options->format, &options->setup, records, temporary);
  if (progress_failed (options->progress, error))
    {
      save_end (temporary, path, FALSE, NULL);
      return FALSE;
    }
  return save_end (temporary, path, written, error) &&
         (options->partial ||
          record (db, documents, records, options->format, path, error));
}

gboolean
export_outline (const Outline *outline, const char *format, const char *path,
                GError **error)
{
  static const PageSetup usual;

  char *temporary = can_be_set (format, error) ? save_begin (path, error) : NULL;

  if (temporary == NULL)
    return FALSE;
  return save_end (temporary, path,
                   write_format (outline, format, &usual, NULL, temporary), error);
}
