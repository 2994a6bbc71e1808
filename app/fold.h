/* app/fold.h — comparing Chinese office text: what differs only in white
 * space, width or a look-alike sign is the same text.
 */

#pragma once

#include <glib.h>

/* text for comparison: no white space (also U+3000, U+00A0, zero-width and BOM), ASCII
 * look-alikes of full-width letters, digits and signs (Ａ１％（）：，；＝＞＜—), and
 * one sign for each operator (≧≥ >= → ≥, ≦≤ <= → ≤).  NULL gives "".  Newly allocated.
 */
char *fold (const char *text);

/* The same for one character: what it is compared as, 0 for white space.  Operators
 * that are typed as two signs stay two.  */
gunichar fold_character (gunichar c);

/* text for storing: line breaks and runs of white space become one space,
 * which is dropped at the ends and between two Chinese characters or signs; Word
 * residue (field codes such as "TC 9、… \f C \l 1", "[bookmark: …]") is removed.  NULL
 * when nothing is left. Newly allocated.  */
char *tidy (const char *text);
