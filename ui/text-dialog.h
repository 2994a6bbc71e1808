/* ui/text-dialog.h — asking for a text that must not be blank. */

#pragma once

#include <gtk/gtk.h>

typedef struct {
  const char *title;
  const char *text;    /* what the answer is for */
  const char *initial; /* NULL: blank */
  const char *gap;     /* the part of it to be filled in; NULL: none */
  const char *accept;  /* what the button says */
  const char *option;  /* a box to tick, which begins ticked; NULL: none */
} UiTextQuestion;

/* option: whether the box is ticked; FALSE where there is none. */
typedef void (*UiTextGiven) (const char *text, gboolean option, gpointer data);

/* Asks; given is called with a text that is not blank, when the user accepts.  free
 * gets data in any case.  The words are copied.  */
void ui_ask_text (GtkWindow *parent, const UiTextQuestion *question, UiTextGiven given,
                  gpointer data, GDestroyNotify free);
