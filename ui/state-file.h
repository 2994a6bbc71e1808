/* ui/state-file.h — what the user never says and expects to find again: key files in
 * the folder that the desktop keeps for it.
 */

#pragma once

#include <glib.h>

/* The file of a name, "window.ini"; blank where there is none, or none that can be
 * read.  */
GKeyFile *ui_state_file_read (const char *name);

/* Who cannot keep it begins afresh the next time. */
void ui_state_file_write (const char *name, GKeyFile *file);
