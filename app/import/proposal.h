/* app/import/proposal.h — what import proposes to store: a whole document
 * as records, where each field came from, and what was not understood.
 */

#pragma once

#include "app/read/block.h"
#include "db/document.h"
#include "db/source.h"

/* Where a field was read.  record is one of the records below document. */
typedef struct {
  DbRecord        *record;
  const DbTable   *table;
  const char      *column;   /* static */
  guint            line;     /* 0: none */
  guint            block;    /* index into the reader's blocks */
  guint            row, col; /* G_MAXUINT for a paragraph */
  const BlockCell *cell;     /* lent by the blocks; NULL: the paragraph itself */
  gboolean         by_hand;  /* a person said so */
} Place;

typedef enum { NOTE_UNREAD, NOTE_REPAIRED } NoteKind;

typedef struct {
  NoteKind kind;
  guint    line; /* 0: none */
  char    *text; /* NOTE_UNREAD: the text itself; NOTE_REPAIRED: a Chinese sentence */
  guint    block, row, col; /* of an unread text, as in Place */
  const BlockCell *cell;
} Note;

typedef struct {
  Document  *document;   /* with all below it; form_id and stage are set */
  GPtrArray *blocks;     /* Block *, of what was read; NULL: it had none */
  GArray    *places;     /* Place */
  GPtrArray *notes;      /* Note * */
  guint      texts_in;   /* non-empty cells and paragraphs of the blocks */
  guint      texts_used; /* … that went into records, or are labels of the form */
  guint texts_listed; /* … that stand in notes as NOTE_UNREAD; in = used + listed */
} Proposal;

Proposal *proposal_new (void);
void      proposal_free (Proposal *proposal);
Note     *proposal_add_note (Proposal *proposal, NoteKind kind, guint line,
                             const char *text);

/* Where a field of a record was read; NULL when nowhere.  Lent. */
const Place *proposal_place (const Proposal *proposal, gconstpointer record,
                             const char *column);

/* The text that stands there; NULL when the proposal has no blocks. */
const char *proposal_words (const Proposal *proposal, const Place *place);

/* The fields that a text went into: const Place *, lent by the proposal.  cell: NULL
 * for a paragraph. */
GPtrArray *proposal_places_of (const Proposal *proposal, guint block,
                               const BlockCell *cell);

/* A place as it is stored with the records, which have their ids.  Words are lent.
 * provenance_place_text() says it to people. */
SourcePlace proposal_source_place (const Proposal *proposal, const Place *place);

/* The place of an unread text; its record and column are not known. */
Place note_place (const Note *note);

/* Assigns an unread text to a field by hand: behind what already stands there.  record
 * is the document or one below it.  The note is gone then.  FALSE with an error for
 * a field that nobody may write to. */
gboolean proposal_assign (Proposal *proposal, guint note, DbRecord *record,
                          const DbTable *table, const char *column, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Proposal, proposal_free)
