/* app/export/pdf.c — a text or tables as a PDF file. */

#include "app/export/pdf.h"

#include <cairo-pdf.h>

/* The day of an export is no part of the records: the same ones give the same file. */
#define CREATED "2000-01-01T00:00:00Z"

static void
set_properties (cairo_surface_t *surface, const Outline *outline)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  outline->title ? outline->title : "");
  if (outline->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    outline->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  "部门预算绩效文本");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jixiao 绩效");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATED);
}

#define MOST_LEVELS 8

/* The tree of headings beside the pages. */
static void
add_bookmarks (cairo_surface_t *surface, const Pages *pages)
{
  const GArray *places = pages_places (pages);
  int           parents[MOST_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };
  int           depth = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const PagePlace *place = &g_array_index (places, PagePlace, i);
      g_autofree char *name = pages_place_name (i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", name);
      int              level = MIN (place->level, MOST_LEVELS);

      if (level == 0)
        continue;
      depth = MIN (level, depth + 1);
      parents[depth] =
          cairo_pdf_surface_add_outline (surface, parents[depth - 1], place->text,
                                         attributes,
                                         depth == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    }
}

static gboolean
draw (Pages *pages, const Outline *outline, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 1, 1);
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  set_properties (surface, outline);
  pages_tag (pages, TRUE);
  for (guint n = 0; n < pages_count (pages); n++)
    {
      double width, height;

      pages_get_size (pages, n, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      pages_draw (pages, n, cr);
      cairo_show_page (cr);
    }
  add_bookmarks (surface, pages);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
pdf_write (const Outline *outline, const PageSetup *setup, GChecksum *seen,
           const char *path)
{
  g_autoptr (Pages) pages = pages_new (setup);

  pages_add_outline (pages, outline);
  pages_cut_fonts (pages);
  return draw (pages, outline, path);
}
