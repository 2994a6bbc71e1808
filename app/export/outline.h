/* app/export/outline.h — the whole 绩效文本 in print order: cover, contents, headings,
 * prose and tables.
 *
 * Every form of the whole text (PDF, DOCX, HTML, …) is written from this, so they all
 * say the same in the same order.
 */

#pragma once

#include "app/form/form.h"
#include "app/progress.h"
#include "db/document.h"
#include "db/project.h"
#include "db/text.h"

#define OUTLINE_NONE G_MAXUINT

typedef struct {
  TextStyle      style;
  char          *text;
  int            level;    /* in the tree of headings, from 1; 0: no heading */
  guint          target;   /* TEXT_CONTENTS…: the item it leads to, or OUTLINE_NONE */
  gboolean       new_page; /* begins one */
  FormTable     *table;    /* TEXT_TABLE */
  const Project *project;  /* … of this; lent by the document, or NULL */
  char          *table_name; /* the record of a text; NULL: none */
  gint64         row_id;
} OutlineItem;

typedef struct {
  char      *title;    /* of the whole text, for a reader's window */
  char      *author;   /* the department */
  GPtrArray *items;    /* OutlineItem * */
  Progress  *progress; /* who watches how it is written; lent, NULL: nobody */
} Outline;

/* The outline of a stored document in a layout; NULL: its own.  Tables of projects that
 * are not in it are left out.  Every table of a project
 * is a step of progress, NULL: nobody watches.  */
Outline *outline_new (Db *db, const Document *document, const char *layout,
                      Progress *progress, GError **error);

/* Puts another one behind it.  Takes other. */
void outline_append (Outline *self, Outline *other);

/* The tables of its projects only, each a heading to itself. */
Outline *outline_of_tables (Db *db, const Document *document, const char *layout,
                            Progress *progress, GError **error);

/* One table that stands in no document, by its title.  Takes table. */
Outline *outline_of_list (FormTable *table, const char *title);
void     outline_free (Outline *self);

/* The words of a heading: 第一部分 and the line behind it are one.  Newly allocated. */
char *outline_heading (const Outline *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outline, outline_free)
