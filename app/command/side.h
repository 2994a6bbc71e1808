/* app/command/side.h — one of the two texts that a command puts side by side. */

#pragma once

#include "db/listing.h"

/* One side as it was asked for. */
typedef struct {
  int         year;
  const char *stage; /* NULL: the first there is of 批复, 调整, 二上, 一上 */
} Side;

/* "2024", "2024/二上" or "2024/draft2". */
gboolean side_read (const char *text, Side *side);

/* The pairs of every department that has both texts: ListedDocument *, the earlier one
 * first; they are lent.  */
GPtrArray *side_find_pairs (GPtrArray *documents, const Side *before,
                            const Side *after);
