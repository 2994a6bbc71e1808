/* app/export/docx-body.h — the body of a Word document under way: what docx.c and
 * docx-table.c share.
 *
 * Lengths in the file are twips, a twentieth of a point.
 */

#pragma once

#include "app/export/page.h"
#include "app/export/xml.h"

#define TWIPS_PER_MM (1440 / 25.4)

typedef struct {
  Xml        xml;
  GChecksum *seen;
  gboolean   seal;
  double     size; /* of the texts of the table at hand */
  guint      bookmarks;
} DocxBody;

/* A number as text, which lives as long as the expression that asks for it. */
typedef struct {
  char text[12];
} DocxNumber;

DocxNumber docx_number (int number);

/* A run of text; line breaks stay. */
void docx_run (DocxBody *body, const char *text);

/* The table of an item under its title lines.  size: of its texts; page_break: it
 * begins a page; bookmark: of its heading, or NULL.  */
void docx_table (DocxBody *body, const OutlineItem *item, double size,
                 gboolean page_break, const char *bookmark);

/* Opens a paragraph of a style. */
void docx_paragraph (DocxBody *body, const char *style, gboolean page_break);

/* Text in a paragraph that links lead to. */
void docx_bookmarked (DocxBody *body, const char *bookmark, const char *text);
