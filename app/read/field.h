/* app/read/field.h — Word's fields in running text: an instruction, then what it
 * gave.
 *
 * The instruction is no text of the document.  What it gave is, unless it is a page
 * number.
 */

#pragma once

#include <glib.h>

typedef struct _Fields Fields;

Fields *fields_new (void);
void    fields_free (Fields *fields);

/* mark: begin, separate or end; fields stand in each other. */
void fields_mark (Fields *fields, const char *mark);
void fields_instruct (Fields *fields, const char *instruction);
/* An instruction does not reach beyond its paragraph, whatever the file says. */
void fields_end_paragraph (Fields *fields);

/* Whether text at this place is to be read. */
gboolean fields_show (const Fields *fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fields, fields_free)
