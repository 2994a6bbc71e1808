/* tests/stage.h — a window on a screen, with a sample document in it, for every suite
 * that tests widgets.
 */

#pragma once

#include "ui/cell.h"
#include "ui/window.h"

extern UiWindow  *stage_window;
extern FormTable *stage_table; /* what the file says the form is */

/* The fixture of each test: an empty window, and a folder that goes with it. */
void stage_set_up (void);
void stage_tear_down (void);

/* Lets the main loop do what it has to. */
void stage_settle (void);

/* A path in the folder.  Newly allocated. */
char *stage_path (const char *name);

/* Imports data/samples/NAME into a new file and opens it in the window. */
void stage_open_sample (const char *name);

/* Reads the table of the project that is shown again. */
void stage_read_table (void);

/* The cell of the table with this text in its field. */
const FormCell *stage_cell (const char *field, const char *text);

/* The widget that shows a cell. */
UiCell *stage_widget (const FormCell *cell);

/* The widget below another that a test picks, depth first; by its type: is_it is
 * stage_is_of_type, data the GType.  */
GtkWidget *stage_find (GtkWidget *widget,
                       gboolean (*is_it) (GtkWidget *, gconstpointer),
                       gconstpointer data);
gboolean   stage_is_of_type (GtkWidget *widget, gconstpointer type);

/* Types into a cell as a user does: begins, types, goes away. */
void stage_type (const FormCell *cell, const char *text);

/* What the file holds in a column of a record.  Newly allocated. */
char *stage_stored (const char *table_name, gint64 row, const char *column);

/* Does an action of the window. */
void stage_act (const char *name);

/* The message that is shown, or NULL. */
GtkWindow *stage_dialog (void);
