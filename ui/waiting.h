/* ui/waiting.h — a line that says how far an errand is, with a button that stops it. */

#pragma once

#include <gtk/gtk.h>

#include "app/errand.h"

G_BEGIN_DECLS

#define UI_TYPE_WAITING (ui_waiting_get_type ())
G_DECLARE_FINAL_TYPE (UiWaiting, ui_waiting, UI, WAITING, GtkWidget)

/* Is not to be seen until somebody has waited for a moment. */
GtkWidget *ui_waiting_new (void);

/* Follows the errand that is in the place, until there is none any more; the place is
 * to outlive the widget, or be forgotten.  stages: what is done at each stage, in the
 * order of their numbers, NULL behind the last; static, for gettext.  */
void ui_waiting_follow (UiWaiting *self, Errand *const *place,
                        const char *const *stages);
void ui_waiting_forget (UiWaiting *self);

/* Whether there is an errand to wait for. */
gboolean ui_waiting_is_busy (UiWaiting *self);

G_END_DECLS
