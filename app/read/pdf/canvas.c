/* app/read/pdf/canvas.c — what Poppler draws of a page.
 *
 * Poppler tells characters and their boxes but no lines, and not in which order they
 * are drawn.  It draws them, though, on a context that is ours: a surface that can be
 * observed calls back at each stroke and each fill, while the context still holds the
 * path.  What is drawn as a transparent group goes to another surface first: see
 * cairo_push_group().  Letters come by cairo_show_glyphs().
 */

#define _GNU_SOURCE /* RTLD_NEXT */

#include "app/read/pdf/canvas.h"

#include <dlfcn.h>
#include <gmodule.h>
#include <math.h>

#define MAX_SIDE  2000   /* pixels that are drawn on; larger pages are drawn smaller */
#define MAX_RULES 20000  /* of a page: more is a drawing, no table */
#define MAX_MARKS 200000 /* of a page */
#define THIN      4.0    /* points: the thickest line of a table */
#define ASLANT    0.1    /* how far a base line climbs over its length, or falls */

typedef struct {
  cairo_t    *cr;
  double      scale;
  PdfDrawing *drawing;
} Canvas;

/* What is drawn between two points of the context, in points of the page, as far as the
 * clip shows it. */
static void
put_rule (Canvas *canvas, double x0, double y0, double x1, double y1, double width)
{
  double cx0, cy0, cx1, cy1;
  double left = MIN (x0, x1) - width / 2, right = MAX (x0, x1) + width / 2;
  double top = MIN (y0, y1) - width / 2, bottom = MAX (y0, y1) + width / 2;
  PdfBox rule;

  cairo_clip_extents (canvas->cr, &cx0, &cy0, &cx1, &cy1);
  left = MAX (left, cx0), right = MIN (right, cx1);
  top = MAX (top, cy0), bottom = MIN (bottom, cy1);
  if (left > right || top > bottom)
    return;
  cairo_user_to_device (canvas->cr, &left, &top);
  cairo_user_to_device (canvas->cr, &right, &bottom);
  left /= canvas->scale, right /= canvas->scale;
  top /= canvas->scale, bottom /= canvas->scale;
  rule = (PdfBox){ MIN (left, right), MIN (top, bottom), MAX (left, right),
                   MAX (top, bottom) };
  if ((rule.x1 - rule.x0 <= THIN || rule.y1 - rule.y0 <= THIN) &&
      canvas->drawing->rules->len < MAX_RULES)
    g_array_append_val (canvas->drawing->rules, rule);
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
  gboolean      has_any = FALSE, is_curved = FALSE;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *piece = &path->data[i];

      is_curved = is_curved || piece->header.type == CAIRO_PATH_CURVE_TO;
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
  canvas->drawing->shapes += is_curved;
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

/* The clip in points of the page: what it holds is seen. */
static PdfBox
clip_of (const Canvas *canvas)
{
  PdfBox box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  double xs[2], ys[2];

  cairo_clip_extents (canvas->cr, &xs[0], &ys[0], &xs[1], &ys[1]);
  for (guint i = 0; i < 4; i++)
    {
      double x = xs[i % 2], y = ys[i / 2];

      cairo_user_to_device (canvas->cr, &x, &y);
      x /= canvas->scale, y /= canvas->scale;
      pdf_box_add (&box, &(PdfBox){ x, y, x, y });
    }
  return box;
}

static void
mark_glyphs (Canvas *canvas, const cairo_glyph_t *glyphs, int n)
{
  GArray        *marks = canvas->drawing->marks;
  PdfMark        mark = { .clip = clip_of (canvas) };
  cairo_matrix_t font;
  double         x = 1, y = 0; /* along the base line */

  cairo_get_font_matrix (canvas->cr, &font);
  cairo_matrix_transform_distance (&font, &x, &y);
  cairo_user_to_device_distance (canvas->cr, &x, &y);
  mark.size = MAX (fabs (x), fabs (y)) / canvas->scale;
  mark.is_aslant = MIN (fabs (x), fabs (y)) > ASLANT * MAX (fabs (x), fabs (y));
  for (int i = 0; i < n && marks->len < MAX_MARKS; i++)
    {
      mark.x = glyphs[i].x;
      mark.y = glyphs[i].y;
      mark.begins = i == 0;
      cairo_user_to_device (canvas->cr, &mark.x, &mark.y);
      mark.x /= canvas->scale, mark.y /= canvas->scale;
      g_array_append_val (marks, mark);
    }
}

/* In front of cairo's own, too: nobody sees the page, so while one is drawn on letters
 * are only noted.  They would take most of the time. */
G_MODULE_EXPORT void
cairo_show_glyphs (cairo_t *cr, const cairo_glyph_t *glyphs, int n)
{
  static void (*show) (cairo_t * cr, const cairo_glyph_t *glyphs, int n);

  if (show == NULL)
    show = (void (*) (cairo_t *, const cairo_glyph_t *,
                      int)) dlsym (RTLD_NEXT, "cairo_show_glyphs");
  if (canvas_now == NULL)
    show (cr, glyphs, n);
  else if (cr == canvas_now->cr)
    mark_glyphs (canvas_now, glyphs, n);
}

PdfDrawing *
pdf_drawing_new (PopplerPage *page, double width, double height)
{
  PdfDrawing      *drawing = g_new0 (PdfDrawing, 1);
  Canvas           canvas = { .scale = MIN (1, MAX_SIDE / MAX (width, height)),
                              .drawing = drawing };
  cairo_surface_t *pixels =
      cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (width * canvas.scale) + 1,
                                  (int) (height * canvas.scale) + 1);
  cairo_surface_t *observer =
      cairo_surface_create_observer (pixels, CAIRO_SURFACE_OBSERVER_NORMAL);

  drawing->rules = g_array_new (FALSE, FALSE, sizeof (PdfBox));
  drawing->marks = g_array_new (FALSE, FALSE, sizeof (PdfMark));
  canvas.cr = cairo_create (observer);
  cairo_scale (canvas.cr, canvas.scale, canvas.scale);
  observe (&canvas, observer);
  canvas_now = &canvas;
  poppler_page_render_for_printing (page, canvas.cr);
  canvas_now = NULL;
  cairo_destroy (canvas.cr);
  cairo_surface_destroy (observer);
  cairo_surface_destroy (pixels);
  return drawing;
}

void
pdf_drawing_free (PdfDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_array_unref (drawing->rules);
  g_array_unref (drawing->marks);
  g_free (drawing);
}
