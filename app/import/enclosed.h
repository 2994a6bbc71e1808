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
