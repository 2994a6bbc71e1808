/* db/form-definition.h — a layout as it is drawn: columns, rows, boxes, and the lines
 * of the whole text.  See schema.sql, section 4.
 */

#pragma once

#include "db/db.h"

/* One part of a box; place, spans, style and merges are those of part 1. */
typedef struct {
  guint    row, col, part; /* from 1 */
  guint    row_span, col_span;
  gboolean merges;
  char    *style, *label, *field, *after, *otherwise; /* NULL: none, but style */
} FormBox;

/* A line of the whole text. */
typedef struct {
  guint block, line;
  char *kind, *style, *label, *field, *after; /* NULL: none, but kind and style */
} FormLine;

typedef struct {
  char      *id, *title;
  char      *county, *overall, *seal; /* NULL: none */
  gboolean   landscape;
  GArray    *widths; /* guint, mm */
  GPtrArray *rows;   /* char *: the kind of each */
  GPtrArray *boxes;  /* FormBox *, by row, column and part */
  GPtrArray *lines;  /* FormLine *, by block and line */
} FormDefinition;

/* Without id and title, which are NULL; with empty arrays that free what is in them. */
FormDefinition *form_definition_new (void);
void            form_definition_free (FormDefinition *self);

/* NULL with an error when there is no such form. */
FormDefinition *form_definition_read (Db *db, const char *id, GError **error);

/* Puts it in the place of the form with its id, if there is one. */
gboolean form_definition_store (Db *db, const FormDefinition *self, GError **error);

/* How many documents are printed in it; -1 with an error. */
gint64 form_definition_users (Db *db, const char *id, GError **error);

/* A field that a box can show: the record table it is written to, NULL: none.  FALSE:
 * there is no such field.  Newly allocated.  */
gboolean form_definition_field (Db *db, const char *field, char **table);

/* Whether a section of this kind can have lines with this field; NULL: with none.
 * is_table: such a line is a table.  */
gboolean form_definition_line (Db *db, const char *kind, const char *field,
                               gboolean *is_table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormDefinition, form_definition_free)
