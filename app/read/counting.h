/* app/read/counting.h — numbers as lists and dates write them: 三, Ⅲ, c, ③, ３. */

#pragma once

#include <glib.h>

/* n in one of the formats that OOXML names (decimal, chineseCounting, upperRoman …);
 * decimal for one that we do not know, nothing for none and bullet.  Newly allocated.
 */
char *counting_write (const char *format, guint n);

/* 二百零三, with the unit characters given from 〇 to 九 and from 十 to 万. */
char *counting_chinese (guint64 n, gboolean legal);
/* Each digit of text as its character: 二〇二四. */
char *counting_digits (const char *text, gboolean legal);
