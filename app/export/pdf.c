/* app/export/pdf.c — printed tables as a PDF file. */

#include "app/export/pdf.h"
#include "app/export/page.h"
#include "app/export/save.h"

#include <cairo-pdf.h>

/* The day of an export is no part of the records: the same ones give the same file. */
#define CREATED "2000-01-01T00:00:00Z"

static const char *
first_text (const FormTable *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->text != NULL)
        return cell->text;
    }
  return NULL;
}

static gboolean
draw (Pages *pages, const char *title, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 1, 1);
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  title ? title : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jixiao 绩效");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATED);
  for (guint n = 0; n < pages_count (pages); n++)
    {
      double width, height;

      pages_get_size (pages, n, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      pages_draw (pages, n, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
pdf_write (Db *db, const GArray *projects, const char *layout, const char *title,
           const char *path, GError **error)
{
  g_autoptr (Pages) pages = pages_new ();
  g_autofree char *heading = g_strdup (title);
  char            *temporary;

  for (guint i = 0; i < projects->len; i++)
    {
      gint64     project = g_array_index (projects, gint64, i);
      FormTable *table = form_table_new (db, project, layout, error);

      if (table == NULL)
        return FALSE;
      if (heading == NULL)
        heading = g_strdup (first_text (table));
      pages_take_table (pages, table);
    }
  pages_cut_fonts (pages);
  temporary = save_begin (path, error);
  if (temporary == NULL)
    return FALSE;
  return save_end (temporary, path, draw (pages, heading, temporary), error);
}
