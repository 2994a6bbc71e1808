/* app/overview/write.h — 汇总 as a file. */

#pragma once

#include "app/overview/layout.h"

/* The kinds of files by the ends of their names, NULL at the end: pdf, svg, html, csv,
 * json, txt.  */
extern const char *const overview_formats[];

/* A page of layout_for_paper(), numbered where there are several. */
void overview_draw_page (const Overview *self, const Picture *picture, guint page,
                         cairo_t *cr);

/* FALSE: path is left as it was. */
gboolean overview_write (const Overview *self, const char *format, const char *path,
                         GError **error);

/* The numbers, newly allocated UTF-8: a table a chart for people; a number a line, with
 * a byte order mark, for a spreadsheet; an array of charts.  */
char *overview_text (const Overview *self);
char *overview_csv (const Overview *self);
char *overview_json (const Overview *self);

/* The picture with what leads from it to the numbers, and the numbers as tables. */
char *overview_html (const Overview *self);

/* The picture of a page on its own, without an XML declaration.  Newly allocated; NULL:
 * it could not be drawn.  */
char *overview_svg (const Picture *picture, guint page);
