/* app/compare/likeness.c — how alike two texts are. */

#include "app/compare/likeness.h"
#include "app/fold.h"

#define YEAR 0xE000 /* stands for any year: a character that no text has */

static gboolean
is_digit (const char *p)
{
  return g_ascii_isdigit (*p);
}

/* Whether 19xx or 20xx stands here, and nothing more of a number. */
static gboolean
is_year (const char *p)
{
  return ((p[0] == '1' && p[1] == '9') || (p[0] == '2' && p[1] == '0')) &&
         is_digit (p + 2) && is_digit (p + 3) && !is_digit (p + 4) && p[4] != '.';
}

/* 年度 is said of a year as 年 is. */
static gboolean
is_silent (const char *p, gunichar before)
{
  return before == YEAR &&
         (g_str_has_prefix (p, "年") || g_str_has_prefix (p, "度") || *p == '-');
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return (one > other) - (one < other);
}

GArray *
likeness_profile (const char *text)
{
  g_autofree char *folded = fold (text);
  GArray          *pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  gunichar         before = 0;
  gboolean         in_number = FALSE;

  for (const char *p = folded; *p != '\0';)
    {
      gboolean year = !in_number && is_year (p);
      gunichar c = year ? YEAR : g_unichar_tolower (g_utf8_get_char (p));
      guint64  pair = (guint64) before << 32 | c;

      in_number = !year && is_digit (p);
      if (!year && is_silent (p, before))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = year ? p + 4 : g_utf8_next_char (p);
      if (!year && !g_unichar_isalnum (c) && g_unichar_ispunct (c))
        continue; /* signs are set as one likes */
      g_array_append_val (pairs, pair);
      before = c;
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

int
likeness_compare (const GArray *one, const GArray *other)
{
  guint common = 0;

  if (one->len + other->len == 0)
    return -1;
  for (guint i = 0, k = 0; i < one->len && k < other->len;)
    {
      guint64 a = g_array_index (one, guint64, i),
              b = g_array_index (other, guint64, k);

      common += a == b;
      i += a <= b;
      k += b <= a;
    }
  return (int) ((guint64) LIKENESS_SAME * 2 * common / (one->len + other->len));
}
