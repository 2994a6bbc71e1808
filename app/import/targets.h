/* app/import/targets.h — the rows of a table of targets, below their header. */

#pragma once

#include "app/import/recognition.h"
#include "db/indicator.h"

/* The name of a level in a cell, newly allocated. */
char *targets_level (const BlockCell *cell);

/* 一、产出指标 over the indicators of a first level that has no column.  FALSE when the
 * text is none such. */
gboolean targets_take_band (Recognition *r, const Origin *origin);

/* Takes a text that may name the indicator in front of its target: 培训人数≥600人. */
void targets_take_both (Recognition *r, Indicator *indicator, const Origin *origin,
                        const char *text);

/* Whether a row below the header is one of an indicator. */
gboolean targets_is_row (Recognition *r, guint block, const Grid *grid, guint row);

/* Reads a row below the header into r->project; FALSE when it is no indicator. */
gboolean targets_read_row (Recognition *r, guint block, const Grid *grid, guint row);
