/* app/command/canvas.h — a printed table drawn with the characters of a terminal. */

#pragma once

#include "app/form/form.h"

/* The table as lines of text, about width columns wide (Chinese characters take two).
 * Newly allocated.  */
char *canvas_draw (const FormTable *table, int width);
