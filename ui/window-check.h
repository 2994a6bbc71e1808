/* ui/window-check.h — what the rules say of what a window shows, read aside. */

#pragma once

#include "app/check/checker.h"
#include "ui/window.h"

/* told is called with the findings that were asked for last, Finding *, lent; NULL:
 * with the reason, which is given away.  */
typedef void (*UiChecked) (UiWindow *window, GPtrArray *findings, GError *error);

/* The window owns it, and frees it before it goes. */
UiWindowCheck *ui_window_check_new (UiWindow *window, UiChecked told);
void           ui_window_check_free (UiWindowCheck *self);

/* The file that is asked about from here on; NULL: none.  What was asked is forgotten.
 */
void ui_window_check_set_file (UiWindowCheck *self, const char *path);

/* Asks for the findings of a project, or with project 0 of a document. */
void ui_window_check_read (UiWindowCheck *self, gint64 document, gint64 project);

/* Whether an answer is awaited. */
gboolean ui_window_check_is_running (UiWindowCheck *self);

/* Does something with the findings of what is shown: at once, or when they have come.
 * Of several only the last is done.  data is freed with free_data, unless NULL.  */
void ui_window_check_then (UiWindowCheck *self,
                           void (*then) (UiFindingList *list, gpointer data),
                           gpointer data, GDestroyNotify free_data);
