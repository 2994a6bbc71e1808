/* app/read/limits.h — how much a document may hold: no performance text comes near, a
 * file made to exhaust the machine is stopped.
 */

#pragma once

#include "app/read/block.h"

typedef struct {
  guint64 texts; /* paragraphs, cells and the places that merged cells cover */
  guint64 bytes; /* of text */
  guint   width; /* columns of the widest table */
  guint   depth; /* of tables in tables */
} Limits;

/* Counts texts and bytes; FALSE when the document holds too much: stop reading. */
gboolean limits_take (Limits *limits, guint64 texts, guint64 bytes);

/* Counts a finished table.  Spans that reach over its edge are cut, and where it is
 * very wide the columns that no cell begins in are left out. */
void limits_take_table (Limits *limits, Block *table);

/* FALSE with an error when too much was taken. */
gboolean limits_check (const Limits *limits, const char *name, GError **error);
