/* app/compare/lineage-text.h — two texts of a department, and what of the later one
 * continues what of the earlier.
 */

#pragma once

#include "app/compare/lineage-row.h"
#include "db/document.h"
#include "db/project.h"

#define LINEAGE_SAID 1001 /* the sureness of what a person has said */

/* What is looked at of a table. */
typedef struct {
  const Project *project;
  guint          first;  /* of its rows among all of the text */
  gboolean       is_new; /* a person said so */
  char          *code, *unit;
  char          *key; /* kind, name and unit; NULL: it has no name */
  GArray        *name, *content;
} LineageSide;

typedef struct {
  GPtrArray *before, *after;           /* LineageSide *, in order */
  GPtrArray *rows_before, *rows_after; /* ComparedRow *, table after table */
  Pairing   *tables, *rows;
  GArray    *forks; /* Pair: said of tables one of which has another partner */
} LineageTexts;

/* Pairs two texts; said as for lineage_propose().  It lends the documents. */
void lineage_texts_init (LineageTexts *texts, const Document *before,
                         const Document *after, const GPtrArray *said);
void lineage_texts_clear (LineageTexts *texts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LineageTexts, lineage_texts_clear)
