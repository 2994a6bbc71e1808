/* ui/tab-key.h — Tab goes from control to control: a list is one of them. */

#pragma once

/* From here on Tab leaves a list for what comes after it, in every window; within the
 * line that has the focus it goes from button to button first.  The arrows walk a list.
 */
void ui_tab_key_leave_lists (void);
