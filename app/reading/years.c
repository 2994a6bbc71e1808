/* app/reading/years.c — the years that a text names. */

#include "app/reading/years.h"
#include "app/fold.h"
#include "app/read/pattern.h"

#include <stdlib.h>

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
  g_autofree char *folded = fold (text);
  g_autofree char *plain = g_regex_replace_literal (pattern_regex ("《[^》]*》"),
                                                    folded, -1, 0, "", 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  GString *list = g_string_new (NULL);

  /* A year, a span of years (all of it is named), but not 自2018年起. */
  g_regex_match (pattern_regex (
                     "(?<![0-9])(?:((?:19|20)[0-9]{2})年?(?:[0-9]{1,2}月)?"
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

/* How the years of a text move. */
typedef struct {
  int      from, to;
  int      shift;       /* of every year; 0: only from moves, and the year after it */
  gboolean moves_bases; /* years that a figure is measured by */
} Move;

/* What stands behind a year when a figure is measured by it. */
static gboolean
is_base (const GMatchInfo *info)
{
  const char      *text = g_match_info_get_string (info);
  int              start, end;
  g_autofree char *head = NULL;

  g_match_info_fetch_pos (info, 0, &start, &end);
  head = g_strndup (text, (gsize) start);
  return pattern_match ("(?:比|较|同比|相比|相对|基于)\\s*$", head) ||
         pattern_match (
             "^\\s*年?度?(?:实际)?(?:为|的)?(?:计算)?(?:基数|基期|基准|依据|相比)",
             text + end);
}

static int
moved_year (const Move *move, int year, gboolean is_measure)
{
  if (is_measure && !move->moves_bases)
    return year;
  if (move->shift != 0)
    return year + move->shift;
  return year == move->from || year == move->from + 1 ? year + move->to - move->from
                                                      : year;
}

static gboolean
move_cb (const GMatchInfo *info, GString *moved, gpointer data)
{
  g_autofree char *whole = g_match_info_fetch (info, 0);
  g_autofree char *year = g_match_info_fetch (info, 1);

  if (year == NULL || *year == '\0')
    g_string_append (moved, whole);
  else
    g_string_append_printf (moved, "%d",
                            moved_year (data, atoi (year), is_base (info)));
  return FALSE;
}

/* 《…》 and numbers of documents as they are; then a year: with 年 behind it, the first
 * of a span, or leading a name (2024农业保险).  */
static const char moving_pattern[] =
    "《[^》]*》"
    "|[〔【\\[(（［]\\s*(?:19|20)[0-9]{2}\\s*年?\\s*[〕】\\])）］]\\s*第?\\s*[0-9]+\\s*"
    "号?"
    "|(?:19|20)[0-9]{2}\\s*年\\s*第?\\s*[0-9]+\\s*号"
    "|(?<![0-9.])((?:19|20)[0-9]{2})(?:(?=\\s*年(?!度?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)"
    "?"
    "(?:以来|起|至今|开始)))|(?=\\s*[-~～—–至到]+\\s*(?:19|20)[0-9]{2}\\s*年)"
    "|(?<=^....)(?=\\p{Han})(?!号))";

static char *
move_years (const char *text, Move *move)
{
  return g_regex_replace_eval (pattern_regex (moving_pattern), text, -1, 0, 0, move_cb,
                               move, NULL);
}

/* The years of a list as years_read() writes it: whether one is among them, and the
 * last.
 */
static gboolean
find_year (const char *list, int year, int *last)
{
  g_auto (GStrv) years = g_strsplit (list, "、", -1);
  gboolean found = FALSE;

  for (char **p = years; *p != NULL; p++)
    {
      *last = atoi (*p);
      found |= *last == year;
    }
  return found;
}

char *
years_move (const char *text, int from, int to)
{
  Move             move = { from, to, 0, FALSE };
  g_autofree char *years = years_read (text);
  g_autofree char *moved = NULL, *still = NULL;
  int              last = 0;

  if (text == NULL)
    return NULL;
  if (years != NULL && !find_year (years, from, &last))
    move.shift = to - last;
  moved = move_years (text, &move);
  still = years_read (moved);
  if (still == NULL || find_year (still, to, &last))
    return g_steal_pointer (&moved);
  move.moves_bases = TRUE; /* there is no other year */
  return move_years (text, &move);
}
