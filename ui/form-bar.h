/* ui/form-bar.h — over the form: which table of the project is shown, its points, what
 * its self-evaluation lacks, and what came over from the year before.
 */

#pragma once

#include "ui/form-page.h"
#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_FORM_BAR (ui_form_bar_get_type ())
G_DECLARE_FINAL_TYPE (UiFormBar, ui_form_bar, UI, FORM_BAR, GtkWidget)

/* Says it of what the form shows, or of the document where it shows nothing, and marks
 * the cells of the form, or of the sheet that shows the document.  document 0: nothing
 * is shown.  FALSE: it could not be read.
 */
gboolean ui_form_bar_update (UiFormBar *self, UiFormPage *form, UiFormSheet *sheet,
                             Db *db, gint64 document, GError **error);

/* The layouts by the name of win.form-table: targets, monitoring, evaluation.  FALSE:
 * there is no such table.  */
gboolean ui_form_bar_find_layout (const char *name, const char **layout);

/* The cell that a place is about, in the table that is shown or, where that has none,
 * in another one of the project that is shown then.  NULL: none has.  */
const FormCell *ui_form_bar_seek (UiFormPage *form, const char *field, gint64 indicator,
                                  const UiPlace *place);

G_END_DECLS
