/* app/decimal.c — reading and writing exact decimal numbers. */

#include "app/decimal.h"
#include "app/fold.h"

#include <string.h>

#define DECIMALS 6

/* The next character with full-width digits, point and signs made half-width. */
static gunichar
narrow (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* A comma that parts thousands has three digits behind it and no fourth. */
static gboolean
is_thousands_comma (const char *text)
{
  int digits = 0;

  if (narrow (text) != ',')
    return FALSE;
  for (text = g_utf8_next_char (text); is_digit (narrow (text));
       text = g_utf8_next_char (text))
    digits++;
  return digits == 3;
}

/* Adds a digit at scale; FALSE when the number leaves the range of gint64. */
static gboolean
add (gint64 *number, gint64 digit, gint64 scale)
{
  gint64 part;

  return !__builtin_mul_overflow (digit, scale, &part) &&
         !__builtin_add_overflow (*number, part, number);
}

static const char *
read_whole (const char *p, gint64 *number)
{
  for (; is_digit (narrow (p)) || (*number > 0 && is_thousands_comma (p));
       p = g_utf8_next_char (p))
    if (is_digit (narrow (p)) && (__builtin_mul_overflow (*number, 10, number) ||
                                  !add (number, narrow (p) - '0', DECIMAL_ONE)))
      return NULL;
  return p;
}

static const char *
read_fraction (const char *p, gint64 *number, int *decimals)
{
  gint64 scale = DECIMAL_ONE / 10;

  if (narrow (p) != '.' || !is_digit (narrow (g_utf8_next_char (p))))
    return p;
  for (p = g_utf8_next_char (p); is_digit (narrow (p)); p = g_utf8_next_char (p))
    {
      gint64 digit = narrow (p) - '0';

      if ((scale == 0 && digit != 0) || !add (number, digit, scale))
        return NULL;
      scale /= 10;
      ++*decimals;
    }
  return p;
}

gsize
decimal_read (const char *text, gint64 *e6, int *decimals)
{
  const char *p = text;
  gboolean    negative = narrow (p) == '-';
  gint64      number = 0;
  int         n = 0;

  if (negative || narrow (p) == '+')
    p = g_utf8_next_char (p);
  if (!is_digit (narrow (p)))
    return 0;
  p = read_whole (p, &number);
  if (p != NULL)
    p = read_fraction (p, &number, &n);
  if (p == NULL)
    return 0;
  *e6 = negative ? -number : number;
  if (decimals != NULL)
    *decimals = n;
  return p - text;
}

char *
decimal_write (gint64 e6)
{
  guint64 size = e6 < 0 ? -(guint64) e6 : (guint64) e6;
  char    text[48];
  gsize   n;

  g_snprintf (text, sizeof text, "%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
              e6 < 0 ? "-" : "", size / DECIMAL_ONE, DECIMALS, size % DECIMAL_ONE);
  n = strlen (text);
  while (text[n - 1] == '0')
    n--;
  if (text[n - 1] == '.')
    n--;
  return g_strndup (text, n);
}

/* Without ¥ or 人民币 in front. */
static const char *
without_sign (const char *amount)
{
  static const char *const signs[] = { "¥", "￥", "人民币" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (amount, signs[i]))
      return amount + strlen (signs[i]);
  return amount;
}

gboolean
amount_read (const char *text, const char *default_unit, gint64 *fen, const char **unit)
{
  static const struct {
    const char *name;
    gint64      fen_e6; /* 分 in one, × 1,000,000 */
  } units[] = {
    { "万元", DECIMAL_ONE * DECIMAL_ONE },
    { "万", DECIMAL_ONE * DECIMAL_ONE },
    { "元", 100 * DECIMAL_ONE },
  };
  g_autofree char *words = fold (text);
  gint64           number;
  const char      *folded = without_sign (words);
  gsize            n = decimal_read (folded, &number, NULL);
  const char      *printed = *(folded + n) != '\0' ? folded + n : NULL;

  *unit = NULL;
  if (n == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (printed ? printed : default_unit, units[i].name))
      {
        gint64 factor = units[i].fen_e6 / DECIMAL_ONE;
        gint64 scaled;

        if (__builtin_mul_overflow (number / DECIMAL_ONE, factor, &scaled))
          return FALSE;
        /* The fraction times the factor is whole 分, or the amount has none. */
        if (number % DECIMAL_ONE * factor % DECIMAL_ONE != 0)
          return FALSE;
        *fen = scaled + number % DECIMAL_ONE * factor / DECIMAL_ONE;
        if (printed != NULL)
          *unit = g_str_equal (units[i].name, "元") ? "元" : "万元";
        return TRUE;
      }
  return FALSE;
}
