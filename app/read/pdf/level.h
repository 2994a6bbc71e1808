/* app/read/pdf/level.h — the words of a table without lines: what stands at one height,
 * in pieces that gaps part.
 */

#pragma once

#include "app/read/pdf/line.h"

/* Words with no gap in them that parts cells. */
typedef struct {
  double x0, x1;
  double y;             /* of its middle, from that of the line down */
  double unit;          /* the width of what must stay together at its beginning */
  guint  from, n;       /* its characters in the line */
  guint  first, behind; /* the columns that it covers */
} PdfPiece;

/* A line as a part of a table. */
typedef struct {
  const PdfLine *line;
  double         y; /* of its middle, counted on over the pages of the table */
  double         em;
  guint          page;     /* its number, from 1 */
  gboolean       is_ruled; /* a line is drawn between the one above and it */
  GArray        *pieces;   /* PdfPiece, from the left */
} PdfLevel;

/* A place where columns part: free of the words left and right of it from low to high.
 */
typedef struct {
  double low, high;
} PdfRiver;

PdfLevel *pdf_level_new (const PdfLine *line, guint page);
void      pdf_level_free (PdfLevel *level);

/* PdfRiver, from the left, of levels from first up to behind: as few as part all pieces
 * that stand side by side.  Pieces that stand across one are parted where they have a
 * narrow gap there, and told the columns that they cover. */
GArray *pdf_rivers_find (const GPtrArray *levels, guint first, guint behind);

/* For each level from first up to behind whether a row begins with it, by what wraps,
 * what overlaps and how cells stand beside each other.  TRUE for the first. */
gboolean *pdf_rows_find (const GPtrArray *levels, guint first, guint behind,
                         const GArray *rivers);
