/* app/export/export.c — documents written to a file. */

#include "app/export/export.h"
#include "app/export/docx.h"
#include "app/export/enclose.h"
#include "app/export/html.h"
#include "app/export/pdf.h"
#include "app/export/save.h"
#include "app/export/xlsx.h"

#include "app/interchange.h"

static const struct {
  const char *name;
  gboolean (*write) (const Outline *outline, const PageSetup *setup, GChecksum *seen,
                     const char *path);
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

  for (guint i = 0; i < documents->len; i++)
    {
      const Document *document = documents->pdata[i];
      Outline        *one = options->whole
                                ? outline_new (db, document, options->layout, error)
                                : outline_of_tables (db, document, options->layout, error);

      if (one == NULL)
        return NULL;
      if (all == NULL)
        all = one;
      else
        outline_append (all, one);
    }
  return g_steal_pointer (&all);
}

static gboolean
write_format (const Outline *outline, const char *format, const PageSetup *setup,
              GChecksum *seen, const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, format))
      return formats[i].write (outline, setup, seen, path);
  g_return_val_if_reached (FALSE);
}

/* The file with the records in it. */
static gboolean
write_with_records (const Outline *outline, const GPtrArray *documents,
                    const ExportOptions *options, const char *path)
{
  g_autoptr (GChecksum) seen = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *json = interchange_write ((GPtrArray *) documents);

  return write_format (outline, options->format, &options->setup, seen, path) &&
         enclose (options->format, path, seen, json);
}

gboolean
export_write (Db *db, const GPtrArray *documents, const ExportOptions *options,
              const char *path, GError **error)
{
  g_autoptr (Outline) outline = make_outline (db, documents, options, error);
  char *temporary = outline != NULL ? save_begin (path, error) : NULL;

  if (temporary == NULL)
    return FALSE;
  return save_end (temporary, path,
                   write_with_records (outline, documents, options, temporary), error);
}

gboolean
export_outline (const Outline *outline, const char *format, const char *path,
                GError **error)
{
  static const PageSetup usual;

  g_autoptr (GChecksum) seen = g_checksum_new (G_CHECKSUM_SHA256);
  char *temporary = save_begin (path, error);

  if (temporary == NULL)
    return FALSE;
  return save_end (temporary, path,
                   write_format (outline, format, &usual, seen, temporary), error);
}
