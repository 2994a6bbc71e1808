/* app/read/pattern.c — regular expressions by their text, compiled once. */

#include "app/read/pattern.h"

G_LOCK_DEFINE_STATIC (compiled);

GRegex *
pattern_regex (const char *pattern)
{
  static GHashTable
      *compiled; /* pattern -> GRegex *, for as long as the program runs */
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  G_LOCK (compiled);
  if (compiled == NULL)
    compiled = g_hash_table_new (g_str_hash, g_str_equal);
  regex = g_hash_table_lookup (compiled, pattern);
  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &error);
      if (regex == NULL)
        g_error ("pattern %s: %s", pattern, error->message);
      g_hash_table_insert (compiled, g_strdup (pattern), regex);
    }
  G_UNLOCK (compiled);
  return regex;
}

gboolean
pattern_match (const char *pattern, const char *text)
{
  return text != NULL && g_regex_match (pattern_regex (pattern), text, 0, NULL);
}

char *
pattern_take (const char *pattern, const char *text, int group)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL || !g_regex_match (pattern_regex (pattern), text, 0, &match))
    return NULL;
  return g_match_info_fetch (match, group);
}

gsize
pattern_length (const char *pattern, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (text != NULL && g_regex_match (pattern_regex (pattern), text, 0, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  return (gsize) end;
}

gboolean
pattern_find (const char *pattern, const char *text, gsize from, gsize *start,
              gsize *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  int first, behind;

  if (!g_regex_match_full (pattern_regex (pattern), text, -1, (int) from, 0, &match,
                           NULL))
    return FALSE;
  g_match_info_fetch_pos (match, 0, &first, &behind);
  *start = (gsize) first;
  *end = (gsize) behind;
  return TRUE;
}

char *
pattern_replace (const char *pattern, const char *text, const char *by)
{
  return g_regex_replace (pattern_regex (pattern), text, -1, 0, by, 0, NULL);
}
