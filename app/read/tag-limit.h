/* app/read/tag-limit.h — whether tags have as few attributes as people and programs
 * give them.  libxml2 compares each attribute of a tag with all others, so a small file
 * with one great tag would keep it busy for hours.
 */

#pragma once

#include <glib.h>

typedef struct {
  guint    attributes; /* since the last < */
  gboolean is_equals;  /* the last sign */
} TagLimit;

/* XML as it comes, piece by piece; FALSE when a tag has too many. */
gboolean tag_limit_xml (TagLimit *limit, const char *data, gsize size);

/* A whole page. */
gboolean tag_limit_html (const char *page);
