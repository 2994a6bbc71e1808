/* app/export/pdf-font.h — the fonts of a PDF file: what it shows of them, and nothing
 * else.
 */

#pragma once

#include "app/export/pdf-file.h"
#include "app/export/typeset.h"

typedef struct _PdfFont PdfFont;

/* Its place in the file is kept; the font itself is written when all is shown. */
PdfFont *pdf_font_new (PdfFile *file, PangoFont *font);
void     pdf_font_free (PdfFont *self);

guint pdf_font_number (const PdfFont *self);

/* The code that shows a glyph, which stands for so many bytes of text (lent). *stands:
 * what the code stands for is that text, and no other.  */
guint pdf_font_show (PdfFont *self, guint32 glyph, const char *text, guint bytes,
                     gboolean *stands);

/* How far such a glyph moves the pen, in sizes. */
double pdf_font_advance (const PdfFont *self, guint32 glyph);

/* Writes the font, cut down to what was shown. */
void pdf_font_write (PdfFont *self, PdfFile *file);
