/* app/html-put.h — putting text into a page of HTML. */

#pragma once

#include <glib.h>

/* Appends a piece of HTML; its arguments are plain text. */
void html_put (GString *html, const char *format, ...) G_GNUC_PRINTF (2, 3);
