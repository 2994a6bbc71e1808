/* app/export/export.c — documents written to a file. */

#include "app/export/export.h"
#include "app/export/pdf.h"
#include "app/export/xlsx.h"

static const struct {
  const char *name;
  gboolean (*write) (const Outline *outline, const PageSetup *setup, const char *path,
                     GError **error);
} formats[] = {
  { "pdf", pdf_write },
  { "xlsx", xlsx_write },
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

gboolean
export_write (Db *db, const GPtrArray *documents, const ExportOptions *options,
              const char *path, GError **error)
{
  g_autoptr (Outline) outline = make_outline (db, documents, options, error);

  if (outline == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, options->format))
      return formats[i].write (outline, &options->setup, path, error);
  g_return_val_if_reached (FALSE);
}
