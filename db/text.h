/* db/text.h — the printed lines of a whole 绩效文本 in a layout.  See schema.sql,
 * section 4.
 */

#pragma once

#include "db/db.h"

typedef enum {
  TEXT_COVER,
  TEXT_TITLE, /* of the contents, of the letter of approval */
  TEXT_CONTENTS_PART,
  TEXT_CONTENTS,
  TEXT_PART, /* 第一部分, and what it is called */
  TEXT_HEADING,
  TEXT_SUBHEADING,
  TEXT_PARAGRAPH,
  TEXT_LETTERHEAD,
  TEXT_CENTRE,
  TEXT_LEFT,
  TEXT_RIGHT,
  TEXT_TABLE, /* the cells of the record are printed, not text */
} TextStyle;

/* Whether a line can be of a style of this name: cover, title, … */
gboolean text_knows_style (const char *name);

typedef struct {
  TextStyle style;
  char     *kind; /* of the section that it is part of */
  char     *text;
  char     *table_name;  /* NULL: words of the form */
  gint64    row_id;      /* 0 then */
  char     *column_name; /* what an editor writes to; NULL: nothing, or several */
} TextItem;

/* In print order: TextItem *, freed with the array.  layout: a form's id; NULL is the
 * one of the document.  */
GPtrArray *text_items (Db *db, gint64 document, const char *layout, GError **error);
