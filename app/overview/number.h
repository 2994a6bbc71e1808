/* app/overview/number.h — numbers as a picture shows them: no more digits than are
 * read.
 *
 * Values are × 1,000,000; money is in 万元, so 分 are such values.
 */

#pragma once

#include <glib.h>

/* One for all the numbers that stand below each other. */
typedef struct {
  const char *unit;    /* 万元 or 亿元, or what the caller says */
  gint64      divisor; /* of the value: 10,000 for 亿元 */
  int         decimals;
} NumberScale;

/* For amounts up to this one. */
NumberScale number_scale_money (gint64 most_fen);

/* For numbers that are whole, or have so many decimals. */
NumberScale number_scale_plain (const char *unit, int decimals);

/* 36,058; ＜0.1 of what would be nothing; — for DB_NULL.  Newly allocated. */
char *number_write (gint64 e6, const NumberScale *scale);

/* 比2023年 +12.3%, from one to the other, year being that of before; NULL where there
 * is nothing to compare with.  Newly allocated.  */
char *number_change (gint64 before, gint64 after, const char *year);
