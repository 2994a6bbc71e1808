/* app/decimal.h — exact decimal numbers: integers scaled by 1,000,000.
 *
 * 33.060806 万元 is 33,060,806 in this scale and also in 分, so a number in
 * 万元 and an amount in 分 are the same integer.  No binary fraction occurs.
 */

#pragma once

#include <glib.h>

#define DECIMAL_ONE G_GINT64_CONSTANT (1000000)

/* Reads the number that text begins with: optional sign, digits with
 * optional thousands commas (half or full width), optional fraction; full-width
 * digits count as digits.  Returns the bytes read, 0 when there is no number, it
 * does not fit, or it has more than six decimals that are not zero.  decimals,
 * when not NULL, gets how many digits the fraction was written with.  */
gsize decimal_read (const char *text, gint64 *e6, int *decimals);

/* The shortest writing: no trailing zeros, no exponent.  Newly allocated. */
char *decimal_write (gint64 e6);

/* A whole amount cell in 分: "16.5万元", "13.03 万元", "800.00", "165000元",
 * "1,200.50". unit gets "元" or "万元" as printed behind the number (static), or NULL;
 * where none is printed, default_unit ("元" or "万元") is meant.  FALSE when the text
 * is not an amount or has words before or behind it.  */
gboolean amount_read (const char *text, const char *default_unit, gint64 *fen,
                      const char **unit);
