/* app/read/flow.h — running text with tables in it, as it comes from a file, into
 * blocks.
 *
 * A reader says what begins and ends; missing ends are made up for.  A table in a cell
 * follows the table it stands in as one of its own; a table that only lays out a page
 * dissolves into what is in it.  A text box follows the paragraph it hangs on.
 */

#pragma once

#include "app/read/limits.h"

typedef struct _Flow Flow;

Flow *flow_new (void);
void  flow_free (Flow *flow);

/* The blocks, or NULL with an error when there was too much of them; name is the
 * file's. The last thing done. */
GPtrArray *flow_finish (Flow *flow, const char *name, GError **error);

/* Whether the limits are reached: what comes now is not kept. */
gboolean flow_is_full (const Flow *flow);

/* Text of the open paragraph; length -1: up to the NUL.  A line break ends a line; a
 * line of running text is a paragraph, a cell keeps its lines.  */
void flow_text (Flow *flow, const char *text, gssize length);
void flow_end_paragraph (Flow *flow);
/* What another file says here; takes the blocks out of the array. */
void flow_take_blocks (Flow *flow, GPtrArray *blocks);
/* Whether nothing stands in the open line yet. */
gboolean flow_at_line_start (const Flow *flow);

void flow_begin_box (Flow *flow);
void flow_end_box (Flow *flow);

void flow_begin_table (Flow *flow);
void flow_end_table (Flow *flow);
/* Cells that span more rows than the group has end with it. */
void flow_end_row_group (Flow *flow);
void flow_begin_row (Flow *flow);
void flow_end_row (Flow *flow);
/* The open row, without cells yet, is no part of the document; it must still be ended.
 */
void flow_drop_row (Flow *flow);
/* Leaves columns of this row free. */
void flow_skip_columns (Flow *flow, guint n);
/* The cell stands in the first column that no cell above still covers. */
void flow_begin_cell (Flow *flow);
void flow_end_cell (Flow *flow);
/* Of the open cell; 0 rows: down to the end of the group. */
void flow_span_cell (Flow *flow, guint rows, guint cols);
/* The open cell is the right part of the one beside it: it gets that wider. */
void flow_widen_cell (Flow *flow);
/* The open cell is no part of the document; its place is the next one's. */
void flow_drop_cell (Flow *flow);
/* The open cell is the lower part of the one above: what stands in it is not shown. */
void flow_continue_cell (Flow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)
