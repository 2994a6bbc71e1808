/* tests/stage.h — the form of a window (tests/windowed.h), as the file says that it is
 * and as it is shown.
 */

#pragma once

#include "tests/typing.h"
#include "tests/windowed.h"

extern FormTable *stage_table; /* what the file says the form is */

/* The fixture of each test: as windowed_tear_down(), after windowed_set_up(). */
void stage_tear_down (void);

/* Opens a sample as windowed_open() does, and reads its first table. */
void stage_open_sample (const char *name);

/* Reads the table of the project that is shown again. */
void stage_read_table (void);

/* The cell of the table with this text in its field. */
const FormCell *stage_cell (const char *field, const char *text);

/* The widget that shows a cell. */
UiCell *stage_widget (const FormCell *cell);

/* Types into a cell as a user does: begins, types, goes away. */
void stage_type (const FormCell *cell, const char *text);

/* What the file holds in a column of a record.  Newly allocated. */
char *stage_stored (const char *table_name, gint64 row, const char *column);

/* Does an action of the window. */
void stage_act (const char *name);
