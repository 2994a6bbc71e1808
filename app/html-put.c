/* app/html-put.c — putting text into a page of HTML. */

#include "app/html-put.h"

void
html_put (GString *html, const char *format, ...)
{
  g_autofree char *piece = NULL;
  va_list          arguments;

  va_start (arguments, format);
  piece = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (html, piece);
}
