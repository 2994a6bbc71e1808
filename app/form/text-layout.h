/* app/form/text-layout.h — which parts a whole text has, and what of each stands on its
 * page.
 */

#pragma once

#include <glib.h>

#define TEXT_NUMBER_WIDTH 13 /* mm */

/* Of a part's page: label, value, label, value; mm. */
extern const guint text_field_widths[4];

typedef struct {
  const char *table, *column;
  gboolean    fills_line;
} TextField;

typedef struct {
  const char *column;
  guint       width; /* mm */
  const char *title; /* NULL: what people call the column anywhere */
} TextColumn;

typedef struct {
  const char       *id;
  const char       *title;
  const char       *record;  /* the part's own record below the document; NULL: none */
  const TextField  *fields;  /* ends with a NULL table; NULL: none */
  const char       *rows;    /* a table; NULL: none */
  const TextColumn *columns; /* of rows; ends with a NULL column */
  const char       *form_kind; /* of the project tables that stand there; NULL: none */
} TextPart;

/* In the order of the text; ends with a NULL id. */
extern const TextPart text_parts[];

/* Whether a part has a table that is wider than the page. */
gboolean text_layout_is_wide (const char *part);

/* Whether a column holds figures. */
gboolean text_layout_is_figure (const char *table, const char *column);

/* The place of what a finding on a whole document is about; FALSE: it has none. */
gboolean text_layout_of_finding (const char *field, const char **table,
                                 const char **column);
