/* app/reading/words.h — the word lists of a record file, ready for matching.
 *
 * A word is a pattern in which * stands for any text: *率, *满意*, 预算*完成率, 完成率.
 */

#pragma once

#include <glib.h>

typedef struct _Words Words;

/* listed: ListedWord * of db/reading.h. */
Words *words_new (GPtrArray *listed);
void   words_free (Words *words);

/* Whether a word of the list is all of the folded text, * aside. */
gboolean words_match (const Words *words, const char *list, const char *text);

/* What the list gives for its first word that is all of the folded text, * aside; lent,
 * NULL: no word is.  */
const char *words_meaning (const Words *words, const char *list, const char *text);

/* The bytes of a word of the list that the folded text begins with; 0 for none. */
gsize words_begin (const Words *words, const char *list, const char *text);

/* The folded text with another one for the words of the list (which hold no *).  Newly
 * allocated.  */
char *words_replace (const Words *words, const char *list, const char *text,
                     const char *other);

/* The first place in a text as it is written where a word of a list with meanings
 * stands: its first byte, how many it has, and what the list gives for it, lent. FALSE:
 * nowhere.  */
gboolean words_find (const Words *words, const char *list, const char *text,
                     gsize *from, gsize *length, const char **meaning);

/* The text with what the list gives for each of its words; newly allocated. */
char *words_mend (const Words *words, const char *list, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)
