/* app/overview/write.c — 汇总 as a file. */

#include "app/overview/write.h"
#include "app/export/save.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

const char *const overview_formats[] = { "pdf",  "svg", "html", "csv",
                                         "json", "txt", NULL };

/* A picture in a file is as wide as two columns need. */
#define SVG_WIDTH 1000.0

/* The day of an export is no part of the records: the same ones give the same file. */
#define CREATED "2000-01-01T00:00:00Z"

/* 第 1 页，共 2 页 */
static void
draw_footer (cairo_t *cr, const Overview *self, guint page, guint pages)
{
  static const PictureType type = { 7.5, TONE_DIM, FALSE, PICTURE_RIGHT, 1 };
  double                   width = LAYOUT_PAPER_WIDTH - 2 * LAYOUT_MARGIN;
  g_autoptr (Picture) footer = picture_new (width);
  g_autofree char *title = overview_title (self);
  g_autofree char *text =
      g_strdup_printf ("%s　第 %u 页，共 %u 页", title, page + 1, pages);

  picture_begin (footer, NULL, width);
  picture_write (footer, 0, 0, width, &type, text);
  cairo_save (cr);
  cairo_translate (cr, LAYOUT_MARGIN, LAYOUT_PAPER_HEIGHT - LAYOUT_MARGIN + 10);
  picture_draw (footer, 0, cr, &picture_paper);
  cairo_restore (cr);
}

void
overview_draw_page (const Overview *self, const Picture *picture, guint page,
                    cairo_t *cr)
{
  picture_draw (picture, page, cr, &picture_paper);
  if (picture->pages > 1)
    draw_footer (cr, self, page, picture->pages);
}

static gboolean
write_pdf (const Overview *self, const char *path)
{
  g_autoptr (Picture) picture = layout_for_paper (self);
  g_autofree char *title = overview_title (self);
  cairo_surface_t *surface =
      cairo_pdf_surface_create (path, LAYOUT_PAPER_WIDTH, LAYOUT_PAPER_HEIGHT);
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jixiao 绩效");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATED);
  for (guint page = 0; page < picture->pages; page++)
    {
      overview_draw_page (self, picture, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
append_cb (void *text, const unsigned char *bytes, unsigned int n)
{
  g_string_append_len (text, (const char *) bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

char *
overview_svg (const Picture *picture, guint page)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (append_cb, svg, picture->width,
                                           picture->height);
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;
  const char    *root;

  picture_draw (picture, page, cr, &picture_paper);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  root = strstr (svg->str, "<svg");
  return status == CAIRO_STATUS_SUCCESS && root != NULL ? g_strdup (root) : NULL;
}

static char *
text_of (const Overview *self, const char *format)
{
  g_autoptr (Picture) picture = NULL;
  g_autofree char *svg = NULL;

  if (strcmp (format, "html") == 0)
    return overview_html (self);
  if (strcmp (format, "csv") == 0)
    return overview_csv (self);
  if (strcmp (format, "json") == 0)
    return overview_json (self);
  if (strcmp (format, "txt") == 0)
    return overview_text (self);
  picture = layout_for_width (self, SVG_WIDTH);
  svg = overview_svg (picture, 0);
  return svg != NULL
             ? g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", svg, NULL)
             : g_strdup ("");
}

gboolean
overview_write (const Overview *self, const char *format, const char *path,
                GError **error)
{
  g_autofree char *text = NULL;
  char            *temporary;

  if (strcmp (format, "pdf") != 0)
    {
      text = text_of (self, format);
      return save_text (path, text, error);
    }
  temporary = save_begin (path, error);
  return temporary != NULL &&
         save_end (temporary, path, write_pdf (self, temporary), error);
}
