/* ui/field-dialog.h — a dialog with a few named fields to fill in. */

#pragma once

#include <gtk/gtk.h>

#include "app/form/choice.h"

typedef struct {
  const char *label;   /* with the letter that Alt goes to it by */
  const char *value;   /* to begin with; NULL: blank */
  GPtrArray  *choices; /* Choice *, lent; NULL: any text */
  gboolean    is_free; /* the choices are suggestions (their titles) for any text */
} UiField;

/* values: of a choice its value, else the text, stripped.  FALSE with an error: it is
 * said in the dialog, which stays.  */
typedef gboolean (*UiFieldsDone) (char **values, gpointer data, GError **error);

/* Asks for the fields; accept is what the button says, in a word.  done is called when
 * it is pressed; free_data when the dialog is gone.  */
void ui_ask_fields (GtkWindow *parent, const char *title, const char *accept,
                    const UiField *fields, gsize n, UiFieldsDone done, gpointer data,
                    GDestroyNotify free_data);
