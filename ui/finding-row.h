/* ui/finding-row.h — the widget that shows a line of the list of findings. */

#pragma once

#include <gtk/gtk.h>

#include "ui/finding-line.h"

G_BEGIN_DECLS

/* All rows are two lines high: GTK 4.8 scrolls lists of unequal rows by jumps. */
GtkWidget *ui_finding_row_new (void);

/* is_open: whether the group that a heading stands for shows its findings. */
void ui_finding_row_show (GtkWidget *row, UiFindingLine *line, CheckGrouping grouping,
                          gboolean is_open);

G_END_DECLS
