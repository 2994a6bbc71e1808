/* app/reading/years.h — the years that a text names. */

#pragma once

#include <glib.h>

/* The years written 2021年, in order and joined by 、; NULL for none.  Years in
 * brackets and inside 《》 belong to a document's number or title; a span names all its
 * years; since a year (2018年以来) names none.  Newly allocated. */
char *years_read (const char *text);

/* text with the years that mean the fiscal year moved: from becomes to, and the year
 * after from the year after to.  A text that names years but not from speaks of an
 * older fiscal year that was never moved: its last year becomes to, the others move as
 * far. Left as they are: what is inside 《》, the numbers of documents (〔2024〕8号,
 * 2024年第8号), since-years (2018年以来) and years that a figure is measured by
 * (以2021年为基数, 较2023年增长), unless no other year is there.  Newly allocated; NULL
 * for NULL.  */
char *years_move (const char *text, int from, int to);
