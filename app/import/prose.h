/* app/import/prose.h — the paragraphs of the text: goals, sub-goals, safeguards, notes.
 */

#pragma once

#include "app/import/recognition.h"

/* A new paragraph, or the rest of the last one that a page break cut off: appends text
 * (taken) to a member.  */
void prose_append (char **member, char *text);

/* Gives a paragraph to the section that is open. */
void prose_read (Recognition *r, const Origin *origin);

/* Gives all waiting lines to it. */
void prose_flush (Recognition *r);

/* Takes a line of the contents; FALSE outside them, and when they have ended. */
gboolean prose_read_catalogue (Recognition *r, const Origin *origin, const char *words);
