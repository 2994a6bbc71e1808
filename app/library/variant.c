/* app/library/variant.c — one thing spelled in several ways: 万 元 and 万元, 人次 and
 * 人/次, 承财〔2024〕5号 and 承财[2024]5号.
 */

#include "app/fold.h"
#include "app/library/citation.h"
#include "app/library/respelling.h"

#include <string.h>

/* What is left of a text when nothing is that people set as they like. */
static char *
bare (const char *text)
{
  g_autofree char *folded = fold (text);
  GString         *words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == '%' || c == '.' || c == '/' || !g_unichar_ispunct (c))
        g_string_append_unichar (words, c);
    }
  return g_string_free (words, FALSE);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const GPtrArray   *one = *(GPtrArray *const *) a, *other = *(GPtrArray *const *) b;
  const LibraryName *first = one->pdata[0], *second = other->pdata[0];

  return (first->times < second->times) - (first->times > second->times);
}

GPtrArray *
library_variants (Db *db, LibraryKind kind, GError **error)
{
  GPtrArray *texts, *variants;
  g_autoptr (GHashTable) by_words = NULL;
  GHashTableIter iter;
  gpointer       spellings;

  if (kind == LIBRARY_NUMBERS)
    return citation_variants (db, error);
  texts = library_texts (db, respelling_column (kind), error);
  if (texts == NULL)
    return NULL;
  by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                    (GDestroyNotify) g_ptr_array_unref);
  variants = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  while (texts->len > 0)
    {
      LibraryName *name = g_ptr_array_steal_index (texts, 0);
      char        *key = bare (name->name);
      GPtrArray   *group = g_hash_table_lookup (by_words, key);

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (library_name_free);
          g_hash_table_insert (by_words, key, group);
        }
      else
        g_free (key);
      g_ptr_array_add (group, name);
    }
  g_ptr_array_unref (texts);
  g_hash_table_iter_init (&iter, by_words);
  while (g_hash_table_iter_next (&iter, NULL, &spellings))
    if (((GPtrArray *) spellings)->len > 1)
      g_ptr_array_add (variants, g_ptr_array_ref (spellings));
  g_ptr_array_sort (variants, compare_lengths);
  return variants;
}
