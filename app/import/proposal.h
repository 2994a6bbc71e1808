/* app/import/proposal.h — what import proposes to store: a whole document
 * as records, where each field came from, and what was not understood.
 */

#pragma once

#include "db/document.h"

/* Where a field was read.  record is one of the records below document. */
typedef struct {
  DbRecord      *record;
  const DbTable *table;
  const char    *column;   /* static */
  guint          line;     /* 0: none */
  guint          block;    /* index into the reader's blocks */
  guint          row, col; /* G_MAXUINT for a paragraph */
} Place;

typedef enum { NOTE_UNREAD, NOTE_REPAIRED } NoteKind;

typedef struct {
  NoteKind kind;
  guint    line; /* 0: none */
  char    *text; /* NOTE_UNREAD: the text itself; NOTE_REPAIRED: a Chinese sentence */
} Note;

typedef struct {
  Document  *document;   /* with all below it; form_id and stage are set */
  GArray    *places;     /* Place */
  GPtrArray *notes;      /* Note * */
  guint      texts_in;   /* non-empty cells and paragraphs of the blocks */
  guint      texts_used; /* … that went into records, or are labels of the form */
  guint texts_listed; /* … that stand in notes as NOTE_UNREAD; in = used + listed */
} Proposal;

Proposal *proposal_new (void);
void      proposal_free (Proposal *proposal);
void      proposal_add_note (Proposal *proposal, NoteKind kind, guint line,
                             const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Proposal, proposal_free)
