/* app/words.c — the word lists of a record file, ready for matching. */

#include "app/words.h"
#include "app/fold.h"
#include "db/reading.h"

#include <string.h>

struct _Words {
  GHashTable *lists; /* char * -> GPtrArray of char **: a folded word, cut at its * */
};

Words *
words_new (GPtrArray *listed)
{
  Words *words = g_new0 (Words, 1);

  words->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < listed->len; i++)
    {
      const ListedWord *word = listed->pdata[i];
      GPtrArray        *list = g_hash_table_lookup (words->lists, word->list);
      g_autofree char  *folded = fold (word->word);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
          g_hash_table_insert (words->lists, g_strdup (word->list), list);
        }
      g_ptr_array_add (list, g_strsplit (folded, "*", -1));
    }
  return words;
}

void
words_free (Words *words)
{
  g_hash_table_unref (words->lists);
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

gboolean
words_match (const Words *words, const char *list, const char *text)
{
  const GPtrArray *patterns = list_of (words, list);

  for (guint i = 0; i < patterns->len; i++)
    if (matches (patterns->pdata[i], text))
      return TRUE;
  return FALSE;
}

gboolean
words_is_like (const char *word, const char *text)
{
  g_autofree char *folded = fold (word);
  g_auto (GStrv) pieces = g_strsplit (folded, "*", -1);

  return matches (pieces, text);
}

gsize
words_begin (const Words *words, const char *list, const char *text)
{
  const GPtrArray *patterns = list_of (words, list);
  gsize            longest = 0;

  for (guint i = 0; i < patterns->len; i++)
    {
      const char *word = *(char **) patterns->pdata[i];

      if (g_str_has_prefix (text, word))
        longest = MAX (longest, strlen (word));
    }
  return longest;
}

char *
words_remove (const Words *words, const char *list, const char *text)
{
  const GPtrArray *patterns = list_of (words, list);
  GString         *rest = g_string_new (text);

  for (guint i = 0; i < patterns->len; i++)
    g_string_replace (rest, *(char **) patterns->pdata[i], "", 0);
  return g_string_free (rest, FALSE);
}
