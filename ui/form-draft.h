/* ui/form-draft.h — keeps what is being typed in the file, a second behind at most,
 * until it is stored or given up.
 */

#pragma once

#include <glib.h>

#include "app/form/form.h"

typedef struct _UiFormDraft UiFormDraft;

UiFormDraft *ui_form_draft_new (void);

/* Forgets what is closed. */
void ui_form_draft_free (UiFormDraft *self);

/* What stands in the editor of a cell now, from the moment it is opened; NULL: it was
 * closed.  The file must stay open until ui_form_draft_finish().  */
void ui_form_draft_typed (UiFormDraft *self, Db *db, const FormTable *table,
                          const FormCell *cell, const char *text);

/* Forgets what is closed now, before the file goes. */
void ui_form_draft_finish (UiFormDraft *self);
