/* app/read/pdf-extract.c — the program jixiao-pdf: a PDF document on standard input
 * becomes records (pdf-record.h) on standard output.
 *
 * Poppler is large and what it reads may mean harm, so it runs in this process of its
 * own, which the reader starts with limits.
 *
 * Poppler tells characters and their boxes but no lines.  It draws them, though, on a
 * context that is ours: a surface that can be observed calls back at each stroke and
 * each fill, while the context still holds the path.  What is drawn as a transparent
 * group goes to another surface first: see cairo_push_group().
 */

#define _GNU_SOURCE /* RTLD_NEXT */

#include "app/read/pdf-record.h"

#include <dlfcn.h>
#include <gmodule.h>
#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MAX_PAGES  3000
#define MAX_SIDE   2000  /* pixels that are drawn on; larger pages are drawn smaller */
#define MAX_RULES  20000 /* of a page: more is a drawing, no table */
#define THIN       4.0   /* points: the thickest line of a table */
#define FEW_GLYPHS 20    /* on a page that may be a picture of one */

typedef struct {
  cairo_t *cr;
  double   scale;
  guint    rules;
} Canvas;

/* How text runs over the page that is told of: turned by so many quarters. */
static struct {
  guint  quarters; /* to the right */
  double width, height;
} turned;

/* Turns a point back, so that the text stands upright. */
static void
turn_back (double *x, double *y)
{
  double from_x = *x, from_y = *y;

  switch (turned.quarters)
    {
    case 1:
      *x = from_y;
      *y = turned.width - from_x;
      break;
    case 2:
      *x = turned.width - from_x;
      *y = turned.height - from_y;
      break;
    case 3:
      *x = turned.height - from_y;
      *y = from_x;
      break;
    }
}

static void
put (PdfRecordKind kind, guint value, double x0, double y0, double x1, double y1)
{
  PdfRecord record = { .kind = kind, .value = value };

  if (kind != PDF_RECORD_PAGE)
    {
      turn_back (&x0, &y0);
      turn_back (&x1, &y1);
    }
  record.x0 = (float) MIN (x0, x1);
  record.y0 = (float) MIN (y0, y1);
  record.x1 = (float) MAX (x0, x1);
  record.y1 = (float) MAX (y0, y1);

  if (fwrite (&record, sizeof record, 1, stdout) != 1)
    exit (PDF_EXIT_TOO_MUCH);
}

/* What is drawn between two points of the context, in points of the page, as far as the
 * clip shows it. */
static void
put_rule (Canvas *canvas, double x0, double y0, double x1, double y1, double width)
{
  double cx0, cy0, cx1, cy1;
  double left = MIN (x0, x1) - width / 2, right = MAX (x0, x1) + width / 2;
  double top = MIN (y0, y1) - width / 2, bottom = MAX (y0, y1) + width / 2;

  cairo_clip_extents (canvas->cr, &cx0, &cy0, &cx1, &cy1);
  left = MAX (left, cx0), right = MIN (right, cx1);
  top = MAX (top, cy0), bottom = MIN (bottom, cy1);
  if (left > right || top > bottom)
    return;
  cairo_user_to_device (canvas->cr, &left, &top);
  cairo_user_to_device (canvas->cr, &right, &bottom);
  left /= canvas->scale, right /= canvas->scale;
  top /= canvas->scale, bottom /= canvas->scale;
  if ((fabs (right - left) > THIN && fabs (bottom - top) > THIN) ||
      canvas->rules++ > MAX_RULES)
    return;
  put (PDF_RECORD_RULE, 0, MIN (left, right), MIN (top, bottom), MAX (left, right),
       MAX (top, bottom));
}

/* Each straight piece of the path that is stroked. */
static void
stroke_cb (cairo_surface_t *observer, cairo_surface_t *target, void *data)
{
  Canvas       *canvas = data;
  cairo_path_t *path = cairo_copy_path (canvas->cr);
  double        width = cairo_get_line_width (canvas->cr);
  double        x = 0, y = 0, from_x = 0, from_y = 0;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *piece = &path->data[i];

      switch (piece->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          x = from_x = piece[1].point.x;
          y = from_y = piece[1].point.y;
          break;
        case CAIRO_PATH_LINE_TO:
          put_rule (canvas, x, y, piece[1].point.x, piece[1].point.y, width);
          x = piece[1].point.x;
          y = piece[1].point.y;
          break;
        case CAIRO_PATH_CURVE_TO:
          x = piece[3].point.x;
          y = piece[3].point.y;
          break;
        case CAIRO_PATH_CLOSE_PATH:
          put_rule (canvas, x, y, from_x, from_y, width);
          x = from_x;
          y = from_y;
          break;
        }
    }
  cairo_path_destroy (path);
}

/* Each part of the path that is filled: programs draw lines as thin boxes too, and
 * several of them at once. */
static void
fill_cb (cairo_surface_t *observer, cairo_surface_t *target, void *data)
{
  Canvas       *canvas = data;
  cairo_path_t *path = cairo_copy_path (canvas->cr);
  double        x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  gboolean      has_any = FALSE;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *piece = &path->data[i];

      if (piece->header.type == CAIRO_PATH_MOVE_TO && has_any)
        put_rule (canvas, x0, y0, x1, y1, 0);
      if (piece->header.type == CAIRO_PATH_MOVE_TO)
        {
          x0 = x1 = piece[1].point.x;
          y0 = y1 = piece[1].point.y;
          has_any = FALSE;
        }
      for (int n = 1; n < piece->header.length; n++)
        {
          x0 = MIN (x0, piece[n].point.x);
          y0 = MIN (y0, piece[n].point.y);
          x1 = MAX (x1, piece[n].point.x);
          y1 = MAX (y1, piece[n].point.y);
          has_any = has_any || piece->header.type != CAIRO_PATH_MOVE_TO;
        }
    }
  if (has_any)
    put_rule (canvas, x0, y0, x1, y1, 0);
  cairo_path_destroy (path);
}

static Canvas *canvas_now; /* that a page is drawn on; NULL between pages */

static void
observe (Canvas *canvas, cairo_surface_t *surface)
{
  cairo_surface_observer_add_stroke_callback (surface, stroke_cb, canvas);
  cairo_surface_observer_add_fill_callback (surface, fill_cb, canvas);
}

/* Stands in front of cairo's own, for Poppler too: the surface of a group is made like
 * the one below it, an observer, but nobody would be told what it observes. */
G_MODULE_EXPORT void
cairo_push_group (cairo_t *cr)
{
  static void (*push) (cairo_t * cr);

  if (push == NULL)
    push = (void (*) (cairo_t *)) dlsym (RTLD_NEXT, "cairo_push_group");
  push (cr);
  if (canvas_now != NULL && cr == canvas_now->cr)
    observe (canvas_now, cairo_get_group_target (cr));
}

/* In front of cairo's own, too: letters are told by Poppler, and nobody sees the page,
 * so while one is drawn on they are left out.  They would take most of the time. */
G_MODULE_EXPORT void
cairo_show_glyphs (cairo_t *cr, const cairo_glyph_t *glyphs, int n)
{
  static void (*show) (cairo_t * cr, const cairo_glyph_t *glyphs, int n);

  if (show == NULL)
    show = (void (*) (cairo_t *, const cairo_glyph_t *,
                      int)) dlsym (RTLD_NEXT, "cairo_show_glyphs");
  if (canvas_now == NULL)
    show (cr, glyphs, n);
}

static void
put_rules (PopplerPage *page, double width, double height)
{
  Canvas           canvas = { .scale = MIN (1, MAX_SIDE / MAX (width, height)) };
  cairo_surface_t *pixels =
      cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (width * canvas.scale) + 1,
                                  (int) (height * canvas.scale) + 1);
  cairo_surface_t *observer =
      cairo_surface_create_observer (pixels, CAIRO_SURFACE_OBSERVER_NORMAL);

  canvas.cr = cairo_create (observer);
  cairo_scale (canvas.cr, canvas.scale, canvas.scale);
  observe (&canvas, observer);
  canvas_now = &canvas;
  poppler_page_render_for_printing (page, canvas.cr);
  canvas_now = NULL;
  cairo_destroy (canvas.cr);
  cairo_surface_destroy (observer);
  cairo_surface_destroy (pixels);
}

/* The characters of a page in the order they are read, and their boxes. */
typedef struct {
  char             *text;
  PopplerRectangle *boxes;
  guint             n;
} Glyphs;

/* How far the text is turned: to where most characters are followed by the next. */
static guint
find_quarters (const Glyphs *glyphs)
{
  guint steps[4] = { 0 }, most = 0;

  for (guint i = 1; i < glyphs->n; i++)
    {
      const PopplerRectangle *a = &glyphs->boxes[i - 1], *b = &glyphs->boxes[i];
      double                  size = MAX (fabs (a->x2 - a->x1), fabs (a->y2 - a->y1));
      double                  x = (b->x1 + b->x2 - a->x1 - a->x2) / 2;
      double                  y = (b->y1 + b->y2 - a->y1 - a->y2) / 2;

      if (fabs (x) + fabs (y) < size / 4 || MAX (fabs (x), fabs (y)) > 1.5 * size)
        continue;
      if (fabs (y) < size / 4)
        steps[x > 0 ? 0 : 2]++;
      else if (fabs (x) < size / 4)
        steps[y > 0 ? 1 : 3]++;
    }
  for (guint i = 1; i < 4; i++)
    if (steps[i] > 2 * steps[most])
      most = i;
  return most;
}

static guint
put_glyphs (const Glyphs *glyphs)
{
  guint       i = 0, shown = 0;
  const char *p = glyphs->text;

  for (; p != NULL && *p != '\0' && i < glyphs->n; p = g_utf8_next_char (p), i++)
    {
      const PopplerRectangle *box = &glyphs->boxes[i];
      gunichar                c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        continue;
      put (PDF_RECORD_GLYPH, c, box->x1, box->y1, box->x2, box->y2);
      shown++;
    }
  return shown;
}

static void
put_images (PopplerPage *page)
{
  GList *images = poppler_page_get_image_mapping (page);

  for (GList *l = images; l != NULL; l = l->next)
    {
      const PopplerRectangle *box = &((PopplerImageMapping *) l->data)->area;

      put (PDF_RECORD_IMAGE, 0, box->x1, box->y1, box->x2, box->y2);
    }
  poppler_page_free_image_mapping (images);
}

static void
put_page (PopplerPage *page, guint number)
{
  Glyphs   glyphs = { .text = poppler_page_get_text (page) };
  double   width, height;
  gboolean is_sane;
  guint    shown;

  poppler_page_get_size (page, &width, &height);
  is_sane = width >= 1 && height >= 1 && width < 1e5 && height < 1e5;
  if (is_sane && glyphs.text != NULL)
    poppler_page_get_text_layout (page, &glyphs.boxes, &glyphs.n);
  turned.quarters = find_quarters (&glyphs);
  turned.width = width;
  turned.height = height;
  put (PDF_RECORD_PAGE, number, 0, 0, turned.quarters % 2 ? height : width,
       turned.quarters % 2 ? width : height);
  shown = put_glyphs (&glyphs);
  if (shown > 0)
    put_rules (page, width, height);
  if (is_sane && shown < FEW_GLYPHS)
    put_images (page);
  g_free (glyphs.text);
  g_free (glyphs.boxes);
  fflush (stdout);
}

static GBytes *
read_input (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8      buffer[65536];
  ssize_t     n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);
  return g_byte_array_free_to_bytes (bytes);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_input ();
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
  int n_pages = document != NULL ? poppler_document_get_n_pages (document) : 0;

  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return PDF_EXIT_LOCKED;
  if (n_pages <= 0)
    return PDF_EXIT_BROKEN;
  if (n_pages > MAX_PAGES)
    return PDF_EXIT_TOO_MUCH;
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      if (page == NULL)
        return PDF_EXIT_BROKEN;
      put_page (page, (guint) i + 1);
      g_object_unref (page);
    }
  g_object_unref (document);
  put (PDF_RECORD_END, (guint) n_pages, 0, 0, 0, 0);
  return fflush (stdout) == 0 ? EXIT_SUCCESS : PDF_EXIT_TOO_MUCH;
}
