/* app/search/grams.h — texts in small pieces, so that an index finds any part of them.
 *
 * SQLite's index of words cannot look into Chinese, which has no spaces, and its index
 * of triples finds nothing for two characters.  So a text is cut into pieces that
 * overlap: pairs of Chinese characters, triples of Latin letters and digits; at its end
 * also what is shorter, so that the beginning of a piece finds every place.  What
 * stands in a text has all its pieces there; the reverse is not quite true, and who
 * searches compares the text itself.
 */

#pragma once

#include <glib.h>

/* A text as it is compared: without white space, case, width and kinds of brackets. */
typedef struct {
  gunichar *characters;
  guint    *starts; /* the bytes of the text that each begins and ends at */
  guint    *ends;
  guint     n;
} GramText;

GramText *gram_text_new (const char *text);
void      gram_text_free (GramText *self);

/* The words of what was typed to look for: between white space of any width.
 * NULL-ended, newly allocated; the first and the last may be empty.  */
char **grams_words (const char *query);

/* Where part stands in it, as bytes of the text, from the first place on; by letters: a
 * part of Latin letters may also be the first letters of how Chinese is read.  */
gboolean gram_text_find (const GramText *self, const GramText *part,
                         gboolean by_letters, guint *start, guint *end);

/* Appends the pieces, each after a space and the sign of their kind, a letter. */
void grams_add (GString *words, char kind, const GramText *text);

/* The same of the first letters of how it is read. */
void grams_add_letters (GString *words, char kind, const GramText *text);

/* What a text with this part must have, in FTS5's language; NULL: nothing that is in
 * the index.  Newly allocated.  */
char *grams_query (char kind, const GramText *part);

/* Whether a part may be meant as first letters: two or more Latin ones and nothing
 * else.
 */
gboolean grams_is_letters (const GramText *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramText, gram_text_free)
