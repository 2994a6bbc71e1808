/* app/compare/lineage.h — 沿革: which table and which row of an earlier text each one
 * of a later text continues.
 *
 * What a person has confirmed is taken; the rest is proposed, from the code, the name,
 * the wording, the target and the place, and says how sure it is.
 */

#pragma once

#include "db/document.h"
#include "db/indicator.h"
#include "db/project.h"

/* A row and the one that it continues.  before NULL: it is new; after NULL: it ended.
 */
typedef struct {
  const Indicator *before, *after;
  const Project   *from; /* the table it stood in, where that is not the partner of
                            the one it stands in now; else NULL */
  int      sureness;     /* 0…1000 */
  gboolean is_confirmed; /* also of one that is new */
  gboolean is_moved;     /* among its neighbours */
} LineageRow;

/* A table, with its rows in the order of the later text; a row that ended stands where
 * it stood.  */
typedef struct {
  const Project *before, *after; /* as of a row */
  int            sureness;
  gboolean       is_confirmed; /* also of one that is new: a person said so */
  const Project *origin; /* after is new, but was parted from this one, as a person said
                            or half of its rows tell */
  const Project *heir;   /* before ended, but went into this one */
  GPtrArray     *rows;   /* LineageRow * */
} LineageTable;

/* All tables of both texts: LineageTable *, freed with the array.  They lend the
 * records. said: Lineage * of the later text, NULL: nothing was said.  */
GPtrArray *lineage_propose (const Document *before, const Document *after,
                            const GPtrArray *said);
