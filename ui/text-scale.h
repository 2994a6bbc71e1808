/* ui/text-scale.h — how large the user wants texts. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much larger a widget's text is than one of 10 points at 96 dots an inch, which
 * the sizes in pixels are meant for; not less than 1.  */
double ui_text_scale (GtkWidget *widget);

G_END_DECLS
