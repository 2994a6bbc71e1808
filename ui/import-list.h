/* ui/import-list.h — the documents that are imported together, each with its state. */

#pragma once

#include <gtk/gtk.h>

/* A list of UiImportFile, scrolled. */
GtkWidget *ui_import_list_new (GtkSingleSelection *files);
