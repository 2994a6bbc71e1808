/* app/words.c — the word lists of a record file, ready for matching. */

#include "app/words.h"
#include "app/fold.h"
#include "db/reading.h"

#include <string.h>

struct _Words {
  GHashTable *lists; /* char * -> GPtrArray of folded words */
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

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (words->lists, g_strdup (word->list), list);
        }
      g_ptr_array_add (list, fold (word->word));
    }
  return words;
}

void
words_free (Words *words)
{
  g_hash_table_unref (words->lists);
  g_free (words);
}

/* Whether the pattern, which may hold several *, is all of text. */
static gboolean
matches (const char *pattern, const char *text)
{
  const char *star = strchr (pattern, '*');
  gsize       before = star ? (gsize) (star - pattern) : 0;
  const char *next;

  if (star == NULL)
    return strcmp (pattern, text) == 0;
  if (strncmp (pattern, text, before) != 0)
    return FALSE;
  text += before;
  pattern = star + 1;
  next = strchr (pattern, '*');
  if (next == NULL)
    return g_str_has_suffix (text, pattern);
  for (; *text != '\0'; text++)
    if (strncmp (text, pattern, next - pattern) == 0 &&
        matches (next, text + (next - pattern)))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_of (const Words *words, const char *list)
{
  static GPtrArray *none;
  GPtrArray        *found = g_hash_table_lookup (words->lists, list);

  if (found == NULL && none == NULL)
    none = g_ptr_array_new ();
  return found ? found : none;
}

gboolean
words_match (const Words *words, const char *list, const char *text)
{
  GPtrArray *patterns = list_of (words, list);

  for (guint i = 0; i < patterns->len; i++)
    if (matches (patterns->pdata[i], text))
      return TRUE;
  return FALSE;
}

gsize
words_begin (const Words *words, const char *list, const char *text)
{
  GPtrArray *patterns = list_of (words, list);
  gsize      longest = 0;

  for (guint i = 0; i < patterns->len; i++)
    if (g_str_has_prefix (text, patterns->pdata[i]))
      longest = MAX (longest, strlen (patterns->pdata[i]));
  return longest;
}

char *
words_remove (const Words *words, const char *list, const char *text)
{
  GPtrArray *patterns = list_of (words, list);
  GString   *rest = g_string_new (text);

  for (guint i = 0; i < patterns->len; i++)
    g_string_replace (rest, patterns->pdata[i], "", 0);
  return g_string_free (rest, FALSE);
}
