/* app/import/recognition.c — taking texts into records, and the account of it. */

#include "app/import/recognition.h"

Recognition *
recognition_new (GPtrArray *blocks)
{
  Recognition *r = g_new0 (Recognition, 1);

  r->blocks = blocks;
  r->proposal = proposal_new ();
  r->document = r->proposal->document;
  r->parts = g_ptr_array_new ();
  r->waiting = g_array_new (FALSE, FALSE, sizeof (Origin));
  r->summaries = g_array_new (FALSE, FALSE, sizeof (guint));
  r->roster = g_array_new (FALSE, FALSE, sizeof (RosterColumn));
  r->wide = g_array_new (FALSE, FALSE, sizeof (WideColumn));
  r->used = g_hash_table_new (NULL, NULL);
  r->placed = g_hash_table_new (NULL, NULL);
  return r;
}

void
recognition_free (Recognition *r)
{
  proposal_free (r->proposal);
  db_record_free (&project_table, r->overall);
  g_ptr_array_unref (r->parts);
  g_array_unref (r->waiting);
  g_array_unref (r->summaries);
  g_array_unref (r->roster);
  g_array_unref (r->wide);
  g_hash_table_unref (r->used);
  g_hash_table_unref (r->placed);
  g_free (r);
}

Origin
recognition_cell (const Recognition *r, guint block, BlockCell *cell)
{
  return (Origin){ .block = block, .of = r->blocks->pdata[block], .cell = cell };
}

Origin
recognition_paragraph (const Recognition *r, guint block)
{
  return recognition_cell (r, block, NULL);
}

const char *
origin_text (const Origin *origin)
{
  return origin->cell != NULL ? origin->cell->text : origin->of->text;
}

static guint
origin_line (const Origin *origin)
{
  return origin->cell != NULL ? origin->cell->line : origin->of->line;
}

void
recognition_use (Recognition *r, const Origin *origin)
{
  g_hash_table_add (r->used, origin->cell != NULL ? (gpointer) origin->cell
                                                  : (gpointer) origin->of);
}

void
recognition_place (Recognition *r, gpointer record, const DbTable *table,
                   const char *column, gconstpointer member, const Origin *origin)
{
  Place place = {
    .record = record,
    .table = table,
    .column = column,
    .line = origin_line (origin),
    .block = origin->block,
    .row = origin->cell != NULL ? origin->cell->row : G_MAXUINT,
    .col = origin->cell != NULL ? origin->cell->col : G_MAXUINT,
    .cell = origin->cell,
  };

  recognition_use (r, origin);
  if (g_hash_table_add (r->placed, (gpointer) member))
    g_array_append_val (r->proposal->places, place);
}

void
recognition_take (Recognition *r, gpointer record, const DbTable *table,
                  const char *column, char **member, const Origin *origin, char *text)
{
  if (text == NULL)
    {
      recognition_use (r, origin);
      return;
    }
  db_record_take_text (member, text);
  recognition_place (r, record, table, column, member, origin);
}

static void
account_for (Recognition *r, guint block, const BlockCell *cell)
{
  Origin           origin = recognition_cell (r, block, (BlockCell *) cell);
  gconstpointer    key = cell != NULL ? (gconstpointer) cell : origin.of;
  const char      *text = origin_text (&origin);
  g_autofree char *words = NULL;
  Note            *note;

  if (block_is_blank (text))
    return;
  r->proposal->texts_in++;
  if (g_hash_table_contains (r->used, key))
    {
      r->proposal->texts_used++;
      return;
    }
  r->proposal->texts_listed++;
  words = g_strstrip (g_strdup (text));
  note = proposal_add_note (r->proposal, NOTE_UNREAD, origin_line (&origin), words);
  note->block = block;
  note->row = cell != NULL ? cell->row : G_MAXUINT;
  note->col = cell != NULL ? cell->col : G_MAXUINT;
  note->cell = cell;
}

void
recognition_account (Recognition *r)
{
  for (guint i = 0; i < r->blocks->len; i++)
    {
      const Block *block = r->blocks->pdata[i];

      if (block->kind != BLOCK_TABLE)
        account_for (r, i, NULL);
      for (guint j = 0; block->cells != NULL && j < block->cells->len; j++)
        account_for (r, i, block->cells->pdata[j]);
    }
}
