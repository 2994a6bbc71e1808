/* app/library/citation.h — 文号 that texts quote, each wherever it stands and however
 * it is spelled: 财预〔2020〕10号, 财预[2020]10 号, 财预（2020）第10号.
 */

#pragma once

#include "app/library/library.h"

/* As library_variants(). */
GPtrArray *citation_variants (Db *db, GError **error);

/* Adds the cells in which one of the other spellings stands, with the one in its
 * place.  */
gboolean citation_respell (GPtrArray *respellings, Db *db, const char *const *others,
                           const char *spelling, GError **error);
