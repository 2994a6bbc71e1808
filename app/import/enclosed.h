/* app/import/enclosed.h — the records that ride inside a file that was printed of them.
 *
 * Nothing but the bytes is looked at, and no more of a PDF than its end.
 */

#pragma once

#include <gio/gio.h>

typedef enum {
  ENCLOSED_NONE,
  ENCLOSED_INTACT,  /* the file shows what was printed: the records are exact */
  ENCLOSED_CHANGED, /* somebody changed it since: what it shows counts */
} Enclosed;

/* *json is the interchange JSON of an intact file, newly allocated. */
Enclosed enclosed_find (GBytes *bytes, const char *name, char **json);

/* The records that an office file or a page was printed of, whatever became of it
 * since: the interchange JSON, newly allocated.  *hash is that of what it showed then.
 * NULL: there are none.  */
char *enclosed_origin (GBytes *bytes, const char *name, char **hash);

/* The hash of what it shows now; newly allocated. */
char *enclosed_sum (GBytes *bytes, const char *name);
