/* app/form/file.h — layouts as a text file that an office can write by hand.
 * data/forms.md says what stands in it:
 *
 *   form zunhua 遵化式
 *   county 遵化
 *   paper portrait
 *   overall overall
 *   columns 20 25 27 28 20 24 36
 *
 *   row title
 *     1-7 title {heading}
 *   row body
 *     1x2 label 预算规模及资金用途
 *     2 label 预算数
 *     3 text {amount}
 *     4-7 text [{head_code}]
 *     + {head_name}
 *
 *   block 10 cover
 *     cover {department}
 */

#pragma once

#include "db/form-definition.h"

/* A form, and before it the one that draws its overall table.  Newly allocated UTF-8.
 */
char *form_file_write (Db *db, const char *id, GError **error);

/* The same of this form alone. */
char *form_file_of (const FormDefinition *form);

typedef struct {
  guint      added, changed, same;
  GPtrArray *lost; /* char *: what forms in use no longer show; NULL: nothing */
} FormFileResult;

/* Reads such a file.  A form that documents are printed in is only replaced by another
 * when replace is set.  FALSE with the line where something is wrong: nothing is
 * changed then.  Forms are no records: there is no undo.  */
gboolean form_file_read (Db *db, const char *text, gboolean replace,
                         FormFileResult *result, GError **error);

/* For form-check.c: where what a form is made of stands in the file. */
typedef struct {
  FormDefinition *form;
  guint           line;                 /* of "form" */
  guint           columns, overall;     /* 0: not there */
  GArray         *rows, *boxes, *lines; /* guint, of each */
} FormSource;

/* The line of the nth of them. */
#define FORM_SOURCE_LINE(lines, n) g_array_index (lines, guint, n)
