/* app/export/html.h — a text or tables as one web page, for the portal. */

#pragma once

#include "app/export/page.h"

/* Writes the outline: headings, a table of contents, tables whose cells name their
 * headings; a style sheet for the screen and for paper, no script, nothing from
 * elsewhere.  records ride in its head, NULL: none.  FALSE: the file could not be
 * written.  */
gboolean html_write (const Outline *outline, const PageSetup *setup,
                     const char *records, const char *path);
