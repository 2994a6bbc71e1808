/* app/years.h — the years that a text names. */

#pragma once

#include <glib.h>

/* The years written 2021年, in order and joined by 、; NULL for none.  Years in
 * brackets and inside 《》 belong to a document's number or title; a span names all its
 * years; since a year (2018年以来) names none.  Newly allocated. */
char *years_read (const char *text);
