/* app/form/text-page.h — the whole-text pages of a document: everything that its record
 * file keeps beside the projects, as tables of cells that are shown and edited like a
 * form.
 */

#pragma once

#include "app/form/form.h"
#include "db/finding.h"

typedef enum {
  TEXT_FIELDS, /* one record, its columns by name */
  TEXT_ROWS,   /* a line for each record, and a blank one that becomes the next */
  TEXT_FORM,   /* a table of targets in its own form */
} TextKind;

typedef struct {
  TextKind    kind;
  const char *part;  /* static: overall_goal, safeguards …; tables of one part follow
                        each other */
  const char *title; /* of the part, static */
  FormTable  *table;
} TextTable;

/* The tables of a document in the order of its parts: TextTable *, freed with the
 * array.
 */
GPtrArray *text_page_read (Db *db, gint64 document, GError **error);

/* Whether anything stands in it. */
gboolean text_page_is_filled (const TextTable *table);

/* The cell that a finding is about, and in *table the one it is of; NULL: none. */
const FormCell *text_page_find (GPtrArray *tables, const Finding *finding,
                                const TextTable **table);

/* A table of targets of the document that is no project's: the first overall table
 * (kind overall) or that of a special fund (special_fund).  Returns its id, 0 on error.
 */
gint64 text_page_add_form (Db *db, gint64 document, const char *kind, GError **error);
