/* app/compare/likeness-index.h — the few texts of many that may be like a given one.
 *
 * Texts are found by what is rare in them, so that a search takes no longer with many.
 */

#pragma once

#include <glib.h>

typedef struct _LikenessIndex LikenessIndex;

LikenessIndex *likeness_index_new (void);
void           likeness_index_free (LikenessIndex *self);

/* Adds a text by its profile (app/compare/likeness.h), which must outlive the index.
 * number is what it is called in answers; small and used once.  */
void likeness_index_add (LikenessIndex *self, const GArray *profile, guint number);

/* The numbers of texts that have most of what is rare in common with a profile, the
 * likest first: guint.  Lent until the next search.  */
const GArray *likeness_index_find (LikenessIndex *self, const GArray *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LikenessIndex, likeness_index_free)
