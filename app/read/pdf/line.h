/* app/read/pdf/line.h — characters that stand in a row, as lines of text, and lines as
 * running text.
 */

#pragma once

#include "app/read/pdf/page.h"

typedef struct {
  PdfBox  box;
  char   *text;
  GArray *glyphs; /* PdfGlyph, from the left */
  double  em;     /* the width of a Chinese character */
  double  unit;   /* the width of what must stay together at its beginning */
} PdfLine;

/* Whether a character is a letter or digit of a word that no line end parts. */
gboolean pdf_is_word (gunichar c);

/* The width of a Chinese character among some. */
double pdf_glyphs_em (const PdfGlyph *glyphs, guint n);

/* The width of a word, a number or a character at the beginning, with the brackets and
 * marks that stick to it. */
double pdf_glyphs_unit (const PdfGlyph *glyphs, guint n);

/* PdfLine *, from the top. */
GPtrArray *pdf_lines_of (const GArray *glyphs);
GPtrArray *pdf_lines_new (void);
void       pdf_lines_add (GPtrArray *lines, const GArray *glyphs);

/* Whether next only stands on a line of its own because there was no room left behind
 * line, which had room for that much more. */
gboolean pdf_line_wraps (const PdfLine *line, const PdfLine *next, double room);

/* Adds a line that goes on with the text: no space in Chinese, nor in a number. */
void pdf_line_continue (GString *text, const char *line);

/* How wide a line of a cell may be, points: its lines show what stays free at the
 * edges.
 */
double pdf_lines_width (const GPtrArray *lines, const PdfBox *cell);

/* The lines of a cell: wrapped ones put together, others each a line of its own. Newly
 * allocated. */
char *pdf_lines_in_cell (const GPtrArray *lines, const PdfBox *cell);
