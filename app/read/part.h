/* app/read/part.h — an XML part of a package as a stream of starts, ends and texts.
 *
 * Elements and attributes are known by their local names: the same words stand in the
 * transitional and the strict namespaces.  A document type, and with it every entity,
 * is refused; nothing outside the part is ever read.
 */

#pragma once

#include "app/read/package.h"

typedef enum {
  PART_DONE, /* at the end, or broken: part_finish() tells */
  PART_START,
  PART_END, /* also of an element that is empty */
  PART_TEXT,
} PartEvent;

typedef struct _Part Part;

/* names, ended by NULL, are the elements that the caller knows. */
Part *part_open (Package *package, const char *path, const char *const *names,
                 GError **error);

void part_free (Part *part);

/* Goes to the end; FALSE with an error when the part was broken at any place. */
gboolean part_finish (Part *part, GError **error);

PartEvent part_next (Part *part);

/* Of a start or end: the element's place in names, or their number when it is none. */
guint part_name (const Part *part);

/* Of a text: what it says; valid until the next call. */
const char *part_text (const Part *part);

/* Of a start, before anything else is asked: the attribute, NULL when there is none;
 * valid until the next call. */
const char *part_attribute (Part *part, const char *name);
/* An attribute that is a number, or what is to stand for it. */
guint part_number (Part *part, const char *name, guint otherwise);
/* An attribute that says yes or no. */
gboolean part_flag (Part *part, const char *name, gboolean otherwise);

/* Of a start: goes to its end. */
void part_skip (Part *part);

/* Goes from start to start inside an element; FALSE at its end.  depth is 1 at first.
 */
gboolean part_step (Part *part, guint *depth);

/* Of a start: all the text in it, taken together; goes to its end. */
char *part_take_text (Part *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, part_free)
