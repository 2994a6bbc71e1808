/* app/read/numbering.h — the numbers that Word puts in front of paragraphs: “1、”,
 * “（一）”, “第三部分”.  They stand in no text of the file.
 */

#pragma once

#include "app/read/package.h"

typedef struct _Numbering Numbering;

/* Of a document and the relations it has (relations.h). */
Numbering *numbering_read (Package *package, const GPtrArray *relations,
                           GError **error);
void       numbering_free (Numbering *numbering);

/* Counts a paragraph and returns its number, with what divides it from the words; NULL
 * when it has none.  style may be NULL; list and level are what the paragraph or its
 * style says, NULL and -1 where neither does.  Newly allocated. */
char *numbering_next (Numbering *numbering, const char *style, const char *list,
                      int level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Numbering, numbering_free)
