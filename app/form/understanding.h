/* app/form/understanding.h — how what is typed into a form would be understood, in
 * words, to be shown while it is typed.
 */

#pragma once

#include "app/form/form.h"

/* “≥ 95 %”, “文字：是”, “12.5 万元”: newly allocated.  NULL for a cell of mere words,
 * and where nothing is typed.  Of a target that continues one of last year, what became
 * of that.  */
char *form_understanding (Db *db, const FormTable *table, const FormCell *cell,
                          const char *text);
