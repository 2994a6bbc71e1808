/* app/reading/words.c — the word lists of a record file, ready for matching. */

#include "app/reading/words.h"
#include "app/fold.h"
#include "db/reading.h"

#include <string.h>

struct _Words {
  GHashTable *lists;   /* char * -> GPtrArray of Pattern * */
  GHashTable *finders; /* char * -> Finder *: of the lists with meanings */
};

typedef struct {
  char **pieces;  /* a folded word, cut at its * */
  char  *meaning; /* as it is written; NULL: its list has none */
} Pattern;

static void
pattern_free (gpointer data)
{
  Pattern *pattern = data;

  g_strfreev (pattern->pieces);
  g_free (pattern->meaning);
  g_free (pattern);
}

static Pattern *
pattern_new (const ListedWord *word)
{
  Pattern         *pattern = g_new0 (Pattern, 1);
  g_autofree char *folded = fold (word->word);

  pattern->pieces = g_strsplit (folded, "*", -1);
  pattern->meaning = g_strdup (word->meaning);
  return pattern;
}

/* Where one of many words stands is asked for once, not once for each. */
typedef struct {
  GHashTable *meanings; /* char * -> char *: a word as it is written */
  GRegex     *regex;    /* any of them; made when it is needed */
} Finder;

static void
finder_free (gpointer data)
{
  Finder *finder = data;

  g_hash_table_unref (finder->meanings);
  g_clear_pointer (&finder->regex, g_regex_unref);
  g_free (finder);
}

static void
add_meaning (Words *words, const ListedWord *word)
{
  Finder *finder = g_hash_table_lookup (words->finders, word->list);

  if (finder == NULL)
    {
      finder = g_new0 (Finder, 1);
      finder->meanings =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (words->finders, g_strdup (word->list), finder);
    }
  g_hash_table_replace (finder->meanings, g_strdup (word->word),
                        g_strdup (word->meaning));
}

Words *
words_new (GPtrArray *listed)
{
  Words *words = g_new0 (Words, 1);

  words->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  words->finders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finder_free);
  for (guint i = 0; i < listed->len; i++)
    {
      const ListedWord *word = listed->pdata[i];
      GPtrArray        *list = g_hash_table_lookup (words->lists, word->list);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (pattern_free);
          g_hash_table_insert (words->lists, g_strdup (word->list), list);
        }
      g_ptr_array_add (list, pattern_new (word));
      if (word->meaning != NULL && strchr (word->word, '*') == NULL)
        add_meaning (words, word);
    }
  return words;
}

void
words_free (Words *words)
{
  g_hash_table_unref (words->lists);
  g_hash_table_unref (words->finders);
  g_free (words);
}

/* Whether the pieces stand in text in order, the first at its beginning and the last at
 * its end.  */
static gboolean
matches (char **pieces, const char *text)
{
  if (pieces[1] == NULL)
    return strcmp (*pieces, text) == 0;
  if (!g_str_has_prefix (text, *pieces))
    return FALSE;
  text += strlen (*pieces);
  for (pieces++; pieces[1] != NULL; pieces++)
    {
      text = strstr (text, *pieces);
      if (text == NULL)
        return FALSE;
      text += strlen (*pieces);
    }
  return g_str_has_suffix (text, *pieces);
}

static const GPtrArray *
list_of (const Words *words, const char *list)
{
  static const GPtrArray none;
  const GPtrArray       *found = g_hash_table_lookup (words->lists, list);

  return found ? found : &none;
}

static const Pattern *
find_like (const Words *words, const char *list, const char *text)
{
  const GPtrArray *patterns = list_of (words, list);

  for (guint i = 0; i < patterns->len; i++)
    if (matches (((Pattern *) patterns->pdata[i])->pieces, text))
      return patterns->pdata[i];
  return NULL;
}

gboolean
words_match (const Words *words, const char *list, const char *text)
{
  return find_like (words, list, text) != NULL;
}

const char *
words_meaning (const Words *words, const char *list, const char *text)
{
  const Pattern *pattern = find_like (words, list, text);

  return pattern ? pattern->meaning : NULL;
}

gsize
words_begin (const Words *words, const char *list, const char *text)
{
  const GPtrArray *patterns = list_of (words, list);
  gsize            longest = 0;

  for (guint i = 0; i < patterns->len; i++)
    {
      const char *word = *((Pattern *) patterns->pdata[i])->pieces;

      if (g_str_has_prefix (text, word))
        longest = MAX (longest, strlen (word));
    }
  return longest;
}

char *
words_replace (const Words *words, const char *list, const char *text,
               const char *other)
{
  const GPtrArray *patterns = list_of (words, list);
  GString         *rest = g_string_new (text);

  for (guint i = 0; i < patterns->len; i++)
    g_string_replace (rest, *((Pattern *) patterns->pdata[i])->pieces, other, 0);
  return g_string_free (rest, FALSE);
}

/* The longest first: of 进一步提高 and 提高 the former is meant. */
static int
compare_lengths (gconstpointer one, gconstpointer other)
{
  const char *a = *(const char *const *) one;
  const char *b = *(const char *const *) other;

  return (int) strlen (b) - (int) strlen (a);
}

static GRegex *
any_of (GHashTable *meanings)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GString) pattern = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       word;

  g_hash_table_iter_init (&iter, meanings);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (sorted, word);
  g_ptr_array_sort (sorted, compare_lengths);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *plain = g_regex_escape_string (sorted->pdata[i], -1);

      g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", plain);
    }
  return g_regex_new (pattern->str, G_REGEX_OPTIMIZE, 0, NULL);
}

gboolean
words_find (const Words *words, const char *list, const char *text, gsize *from,
            gsize *length, const char **meaning)
{
  Finder *finder = g_hash_table_lookup (words->finders, list);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *word = NULL;
  int              start, end;

  if (finder == NULL)
    return FALSE;
  if (finder->regex == NULL)
    finder->regex = any_of (finder->meanings);
  if (!g_regex_match (finder->regex, text, 0, &match))
    return FALSE;
  word = g_match_info_fetch (match, 0);
  g_match_info_fetch_pos (match, 0, &start, &end);
  *from = (gsize) start;
  *length = (gsize) (end - start);
  *meaning = g_hash_table_lookup (finder->meanings, word);
  return TRUE;
}

char *
words_mend (const Words *words, const char *list, const char *text)
{
  GString    *mended = g_string_new (NULL);
  const char *meaning;
  gsize       from, length;

  while (words_find (words, list, text, &from, &length, &meaning))
    {
      g_string_append_len (mended, text, (gssize) from);
      g_string_append (mended, meaning);
      text += from + length;
    }
  g_string_append (mended, text);
  return g_string_free (mended, FALSE);
}
