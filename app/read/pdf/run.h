/* app/read/pdf/run.h — characters in the order that they are drawn in, as runs: words
 * behind each other in a line.
 */

#pragma once

#include "app/read/pdf/line.h"

typedef struct {
  guint  from, n; /* its characters */
  PdfBox box;     /* as far as it is seen */
  double y, em;
  guint  place; /* of the page, from 0 */
  guint  pass;  /* over the page, from 0: some draw words of one line first */
} PdfRun;

typedef struct {
  const GPtrArray *pages;  /* PdfPage * */
  GArray          *glyphs; /* PdfGlyph, in order */
  GArray          *runs;   /* PdfRun */
  GArray          *passes; /* guint: how many, for each page */
  gboolean         has_passes;
  double           pitch; /* from line to line in a cell, in em */
} PdfRuns;

/* lines_of_pages: for each page a GPtrArray of its PdfLine *; pages: lent as long as
 * the runs are. */
PdfRuns *pdf_runs_new (const GPtrArray *lines_of_pages, const GPtrArray *pages);
void     pdf_runs_free (PdfRuns *runs);

PdfRun *pdf_run_at (const PdfRuns *runs, guint i);

/* Whether a run goes on below the one drawn before it, in its cell. */
gboolean pdf_run_goes_on (const PdfRuns *runs, guint i);

/* The part of the page that a run is drawn in, as its number and, where it is not most
 * of the page, its box, otherwise NULL. */
guint         pdf_run_clip (const PdfRuns *runs, const PdfRun *run);
const PdfBox *pdf_run_frame (const PdfRuns *runs, const PdfRun *run);
