/* tests/corpus.h — made-up texts of departments as they might be published: sound ones,
 * in the manner of any county's form.
 */

#pragma once

#include "db/document.h"

/* The layouts that a text can be made in, NULL at the end. */
extern const char *const corpus_forms[];

/* How many different projects there are; a text has each of its own once. */
extern const guint corpus_themes;

/* A text of a department with this many projects and an overall table.  The same
 * numbers drawn give the same text.  */
Document *corpus_document (GRand *draw, const char *form, const char *department,
                           guint projects);
