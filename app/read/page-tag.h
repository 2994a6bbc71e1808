/* app/read/page-tag.h — what a tag of a web page is for, by its name and attributes.
 */

#pragma once

#include <glib.h>

typedef enum {
  TAG_NONE,
  TAG_BLOCK, /* begins and ends a line */
  TAG_BREAK,
  TAG_SKIP, /* nothing in it is text of the document */
  TAG_TABLE,
  TAG_GROUP, /* of rows */
  TAG_ROW,
  TAG_CELL,
  TAG_NUMBERED, /* a list with numbers */
  TAG_LIST,
  TAG_ITEM,
} TagKind;

/* Attributes are names and values in turn, ended by NULL; they may be NULL altogether.
 */
typedef const unsigned char **TagAttributes;

TagKind     tag_kind (const char *name);
const char *tag_attribute (TagAttributes attributes, const char *name);

/* The number an attribute begins with, as browsers read it. */
guint tag_number (TagAttributes attributes, const char *name, guint otherwise,
                  guint largest);

/* Whether an attribute has a word, in any case; white space does not count. */
gboolean tag_says (TagAttributes attributes, const char *name, const char *words);

/* Whether a browser would not show the element. */
gboolean tag_is_hidden (TagAttributes attributes);

/* Whether it is there to find one's way on the site, or repeats on every page of paper.
 */
gboolean tag_is_no_text (TagAttributes attributes);

/* What part of a table its style makes of it: display: table-cell …; TAG_NONE: none. */
TagKind tag_display (TagAttributes attributes);
