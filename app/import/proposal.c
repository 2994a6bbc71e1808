/* app/import/proposal.c — a proposal's life. */

#include "app/import/proposal.h"

#include "app/edit/understanding.h"
#include "app/import/provenance.h"
#include "db/table.h"

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
  g_clear_pointer (&proposal->blocks, g_ptr_array_unref);
  g_free (proposal);
}

Note *
proposal_add_note (Proposal *proposal, NoteKind kind, guint line, const char *text)
{
  Note *note = g_new (Note, 1);

  *note = (Note){ .kind = kind,
                  .line = line,
                  .text = g_strdup (text),
                  .row = G_MAXUINT,
                  .col = G_MAXUINT };
  g_ptr_array_add (proposal->notes, note);
  return note;
}

const Place *
proposal_place (const Proposal *proposal, gconstpointer record, const char *column)
{
  for (guint i = 0; i < proposal->places->len; i++)
    {
      const Place *place = &g_array_index (proposal->places, Place, i);

      if (place->record == record && g_str_equal (place->column, column))
        return place;
    }
  return NULL;
}

static const Block *
block_at (const Proposal *proposal, guint block)
{
  return proposal->blocks != NULL && block < proposal->blocks->len
             ? proposal->blocks->pdata[block]
             : NULL;
}

const char *
proposal_words (const Proposal *proposal, const Place *place)
{
  const Block *block = block_at (proposal, place->block);

  if (place->cell != NULL)
    return place->cell->text;
  return block != NULL ? block->text : NULL;
}

GPtrArray *
proposal_places_of (const Proposal *proposal, guint block, const BlockCell *cell)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < proposal->places->len; i++)
    {
      Place *place = &g_array_index (proposal->places, Place, i);

      if (place->block == block && place->cell == cell)
        g_ptr_array_add (places, place);
    }
  return places;
}

/* The number of a table among the tables, from 1; 0: it is none. */
static guint
sheet_number (const Proposal *proposal, guint block)
{
  guint n = 0;

  if (block_at (proposal, block) == NULL || block_at (proposal, block)->cells == NULL)
    return 0;
  for (guint i = 0; i <= block; i++)
    n += block_at (proposal, i)->cells != NULL;
  return n;
}

SourcePlace
proposal_source_place (const Proposal *proposal, const Place *place)
{
  const Block *block = block_at (proposal, place->block);
  const char  *words = proposal_words (proposal, place);
  guint        page = block != NULL ? block->page : 0;

  if (place->cell != NULL && place->cell->page > 0)
    page = place->cell->page;
  return (SourcePlace){
    .table = place->table != NULL ? place->table->name : NULL,
    .row_id = place->record != NULL ? place->record->id : 0,
    .column = place->column,
    .line = place->line,
    .page = page,
    .block = place->block,
    .sheet = sheet_number (proposal, place->block),
    .row = place->row,
    .col = place->col,
    .words = words != NULL ? words : "",
  };
}

Place
note_place (const Note *note)
{
  return (Place){ .line = note->line,
                  .block = note->block,
                  .row = note->row,
                  .col = note->col,
                  .cell = note->cell };
}

gboolean
proposal_assign (Proposal *proposal, guint index, DbRecord *record,
                 const DbTable *table, const char *column, GError **error)
{
  const Note    *note = proposal->notes->pdata[index];
  const DbField *field = table_field (table, column);
  Place          place;
  char         **text;

  if (field == NULL || field->type != DB_TEXT || note->kind != NOTE_UNREAD ||
      understanding_fills (table->name, column))
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "这一格（%s.%s）不能填写",
                   table->name, column);
      return FALSE;
    }
  place = note_place (note);
  place.record = record;
  place.table = table;
  place.column = field->column;
  place.by_hand = TRUE;
  text = G_STRUCT_MEMBER_P (record, field->offset);
  db_record_take_text (text, *text == NULL ? g_strdup (note->text)
                                           : g_strjoin ("\n", *text, note->text, NULL));
  g_array_append_val (proposal->places, place);
  g_ptr_array_remove_index (proposal->notes, index);
  proposal->texts_listed--;
  proposal->texts_used++;
  return TRUE;
}
