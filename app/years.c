/* app/years.c — the years that a text names. */

#include "app/years.h"
#include "app/fold.h"

#include <stdlib.h>

static GRegex *
regex (GRegex **compiled, const char *pattern)
{
  if (*compiled == NULL)
    *compiled = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  return *compiled;
}

/* Adds a year to a sorted set. */
static void
add_year (GArray *years, int year)
{
  guint at = 0;

  while (at < years->len && g_array_index (years, int, at) < year)
    at++;
  if (at == years->len || g_array_index (years, int, at) != year)
    g_array_insert_val (years, at, year);
}

char *
years_read (const char *text)
{
  static GRegex   *titles, *year;
  g_autofree char *folded = fold (text);
  g_autofree char *plain = g_regex_replace_literal (regex (&titles, "《[^》]*》"),
                                                    folded, -1, 0, "", 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  GString *list = g_string_new (NULL);

  /* A year, a span of years (all of it is named), but not 自2018年起. */
  g_regex_match (
      regex (&year, "(?<![0-9])(?:((?:19|20)[0-9]{2})年?(?:[0-9]{1,2}月)?"
                    "(?:[0-9]{1,2}日)?[-~至到]+)?((?:19|20)[0-9]{2})年"
                    "(?!度?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:以来|起|至今|开始))"),
      plain, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *first = g_match_info_fetch (info, 1);
      g_autofree char *last = g_match_info_fetch (info, 2);
      int              from = *first != '\0' ? atoi (first) : atoi (last);

      for (int y = from; y <= atoi (last); y++)
        add_year (years, y);
    }
  for (guint i = 0; i < years->len; i++)
    g_string_append_printf (list, "%s%d", i > 0 ? "、" : "",
                            g_array_index (years, int, i));
  return g_string_free (list, list->len == 0);
}
