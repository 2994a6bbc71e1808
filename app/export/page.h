/* app/export/page.h — tables and texts laid out on pages of A4: what the PDF, the
 * printer and the preview show.
 *
 * Lengths are in points.
 */

#pragma once

#include "app/export/outline.h"
#include "db/page-setup.h"

#include <cairo.h>

typedef struct _Pages Pages;

/* Characters that a header or footer has room for. */
#define PAGE_LONGEST_EDGE 80

/* setup is copied; NULL: the usual one. */
Pages *pages_new (const PageSetup *setup);
void   pages_free (Pages *self);

/* Prints a text behind what is there.  A table of a project begins a page, its texts as
 * large as lets it fit on one.  What is longer goes on over the next, the column
 * headings repeated.  */
void pages_add_outline (Pages *self, const Outline *outline);

guint pages_count (const Pages *self);

/* n counts from 0. */
void pages_get_size (const Pages *self, guint n, double *width, double *height);
void pages_draw (Pages *self, guint n, cairo_t *cr);

/* What stands at a point of a page, lent by the outline, which must still be there;
 * FALSE: nothing.  cell: of a table, or NULL.  */
typedef struct {
  const OutlineItem *item;
  const FormCell    *cell;
} PageHit;

gboolean pages_find (const Pages *self, guint n, double x, double y, PageHit *hit);

/* A place on the pages that something leads to. */
typedef struct {
  char  *text;  /* of a heading; NULL: none */
  int    level; /* from 1; 0: no heading */
  guint  page;
  double y;
  double size; /* of the texts of a table; 0: none */
} PagePlace;

/* Of each item of the outlines, in order: PagePlace. */
const GArray *pages_places (const Pages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pages, pages_free)
