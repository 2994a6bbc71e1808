/* ui/window-records.h — the page of a window that shows the records: the projects, the
 * form, the findings beside it.
 */

#pragma once

#include "ui/document-page.h"
#include "ui/form-bar.h"
#include "ui/form-page.h"
#include "ui/navigator.h"
#include "ui/search-pane.h"
#include "ui/sides.h"

G_BEGIN_DECLS

/* The parts of the page, which belong to it. */
typedef struct {
  UiSides        *sides; /* with all of them */
  UiSearchPane   *search;
  UiNavigator    *navigator;
  UiFormBar      *form_bar;
  GtkStack       *middle; /* form, document, nothing */
  UiFormPage     *form;
  UiDocumentPage *pages;
  GtkBox         *findings_place;
} UiWindowRecords;

/* Makes the page and puts it, hidden, into its place in the window's stack. */
void ui_window_records_make (UiWindowRecords *self, GtkStack *stack);

G_END_DECLS
