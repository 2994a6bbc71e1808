/* app/read/word-style.h — what the styles of a Word document say about its paragraphs
 * and words: the list they are numbered in, and whether they show.
 */

#pragma once

#include "app/read/package.h"

typedef struct _WordStyles WordStyles;

/* Of a document and the relations it has (relations.h). */
WordStyles *word_styles_read (Package *package, const GPtrArray *relations,
                              GError **error);
void        word_styles_free (WordStyles *styles);

/* Whether words in a style do not show; NULL: no style. */
gboolean word_styles_hide (const WordStyles *styles, const char *style);

/* The list of a style and the level in it, as far as nothing else said so: NULL and -1
 * where it did not.  style may be NULL; *list is lent. */
void word_styles_number (const WordStyles *styles, const char *style, const char **list,
                         int *level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordStyles, word_styles_free)
