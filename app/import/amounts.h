/* app/import/amounts.h — the amounts that a purpose may begin with, as a sentence:
 * 预算数100万元，其中：财政资金80万元，其他资金20万元。
 */

#pragma once

#include <glib.h>

typedef struct {
  const char *source; /* static: fiscal, local or other; NULL: the budget itself */
  char       *text;   /* as printed: 80万元 */
} Amount;

/* The bytes of the sentence that a text begins with, 0 where there is none.  amounts
 * gets what it names, Amount *, freed with the array.  */
gsize amounts_read (const char *text, GPtrArray **amounts);
