/* app/form/clip.h — a block of texts as programs hand it over the clipboard: lines of
 * texts with tabs between.
 *
 * A text that holds a line break or a tab, or begins with a quote, stands in quotes,
 * and its own quotes are doubled: as Excel and WPS write and read it.
 */

#pragma once

#include <glib.h>

typedef struct {
  guint      rows, cols;
  GPtrArray *texts; /* char *, row by row */
} Clip;

/* All texts are blank. */
Clip *clip_new (guint rows, guint cols);
void  clip_free (Clip *clip);

/* Never NULL.  Lent. */
const char *clip_get (const Clip *clip, guint row, guint col);

/* Takes the text; NULL is blank. */
void clip_take (Clip *clip, guint row, guint col, char *text);

/* Lines that are shorter than others end with blanks.  A line break at the end is no
 * row of its own.  At least one row and one column.  */
Clip *clip_read (const char *text);

/* What clip_read() reads back; one text alone without a line break behind it.  Newly
 * allocated.  */
char *clip_write (const Clip *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Clip, clip_free)
