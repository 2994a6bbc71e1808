/* app/overview/number.c — numbers as a picture shows them. */

#include "app/overview/number.h"
#include "app/decimal.h"
#include "db/record.h"

#include <math.h>
#include <string.h>

NumberScale
number_scale_money (gint64 most_fen)
{
  double most = (double) most_fen / DECIMAL_ONE;

  if (most >= 100000)
    return (NumberScale){ "亿元", 10000, most >= 10000000 ? 1 : 2 };
  return (NumberScale){ "万元", 1, most >= 10000 ? 0 : most >= 100 ? 1 : 2 };
}

NumberScale
number_scale_plain (const char *unit, int decimals)
{
  return (NumberScale){ unit, 1, decimals };
}

/* With a comma after each three digits of the whole part. */
static char *
group (const char *digits)
{
  GString *text = g_string_new (NULL);
  gsize    whole = strcspn (digits, ".");

  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i > 0 && i < whole && (whole - i) % 3 == 0 && digits[i - 1] != '-')
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

char *
number_write (gint64 e6, const NumberScale *scale)
{
  double           least = pow (10, -scale->decimals);
  double           value = (double) e6 / DECIMAL_ONE / (double) scale->divisor;
  g_autofree char *digits = NULL;

  if (e6 == DB_NULL)
    return g_strdup ("—");
  if (e6 > 0 && value < least / 2)
    return g_strdup_printf ("＜%.*f", scale->decimals, least);
  digits = g_strdup_printf ("%.*f", scale->decimals, value);
  return group (digits);
}

char *
number_change (gint64 before, gint64 after, const char *year)
{
  double share;

  if (before == DB_NULL || after == DB_NULL || before <= 0)
    return NULL;
  share = 100.0 * (double) (after - before) / (double) before;
  if (fabs (share) < 0.05)
    return g_strdup_printf ("与%s持平", year);
  return g_strdup_printf ("比%s %s%.1f%%", year, share > 0 ? "+" : "−", fabs (share));
}
