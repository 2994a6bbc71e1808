/* ui/appearance.h — the desktop's wish for dark windows, or for more contrast. */

#pragma once

#include <gtk/gtk.h>

/* Asks the desktop's settings portal on a message bus, and follows it from then on;
 * where there is no portal nothing happens.  GTK 4.8 itself follows the name of the
 * theme, not these wishes.  Returns at once; call it once.  */
void ui_appearance_follow (GDBusConnection *bus);
