/* app/export/html.h — a text or tables as one web page, for the portal. */

#pragma once

#include "app/export/page.h"

/* Writes the outline: headings, a table of contents, tables whose cells name their
 * headings; a style sheet for the screen and for paper, no script, nothing from
 * elsewhere.  seen takes what a reader will see.  FALSE: the file could not be written.
 */
gboolean html_write (const Outline *outline, const PageSetup *setup, GChecksum *seen,
                     const char *path);

/* The page with an enclosure in its head.  Takes page. */
GBytes *html_enclose (GBytes *page, const char *enclosure);
