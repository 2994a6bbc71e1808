/* app/import/proposal.c — a proposal's life. */

#include "app/import/proposal.h"

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->text);
  g_free (note);
}

Proposal *
proposal_new (void)
{
  Proposal *proposal = g_new0 (Proposal, 1);

  proposal->document = db_record_new (&document_table);
  proposal->places = g_array_new (FALSE, FALSE, sizeof (Place));
  proposal->notes = g_ptr_array_new_with_free_func (note_free);
  return proposal;
}

void
proposal_free (Proposal *proposal)
{
  if (proposal == NULL)
    return;
  db_record_free (&document_table, proposal->document);
  g_array_unref (proposal->places);
  g_ptr_array_unref (proposal->notes);
  g_free (proposal);
}

void
proposal_add_note (Proposal *proposal, NoteKind kind, guint line, const char *text)
{
  Note *note = g_new (Note, 1);

  *note = (Note){ .kind = kind, .line = line, .text = g_strdup (text) };
  g_ptr_array_add (proposal->notes, note);
}
