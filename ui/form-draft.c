/* ui/form-draft.c — keeps what is being typed in the file until it is stored.
 *
 * A draft goes only after the text is stored: there is no moment when the file has
 * neither.
 */

#include "ui/form-draft.h"
#include "db/draft.h"

#include <string.h>

#define DELAY 800 /* ms from the first key that is not kept yet */

struct _UiFormDraft {
  Db    *db;    /* borrowed */
  Draft *draft; /* of the cell whose editor is open, or was; NULL: none */
  guint  timer; /* source that keeps it; 0: nothing new was typed */
  guint  idle;  /* source that forgets it; 0: the editor is open */
};

UiFormDraft *
ui_form_draft_new (void)
{
  return g_new0 (UiFormDraft, 1);
}

static void
warn (GError *error)
{
  g_warning ("draft: %s", error->message);
  g_error_free (error);
}

static gboolean
keep_cb (gpointer data)
{
  UiFormDraft *self = data;
  GError      *error = NULL;

  self->timer = 0;
  if (!draft_keep (self->db, self->draft, &error))
    warn (error);
  return G_SOURCE_REMOVE;
}

static gboolean
forget_cb (gpointer data)
{
  UiFormDraft *self = data;
  GError      *error = NULL;

  self->idle = 0;
  if (!db_is_read_only (self->db) && !draft_drop (self->db, self->draft, &error))
    warn (error);
  g_clear_pointer (&self->draft, draft_free);
  return G_SOURCE_REMOVE;
}

void
ui_form_draft_finish (UiFormDraft *self)
{
  if (self->idle != 0)
    {
      g_source_remove (self->idle);
      forget_cb (self);
    }
}

void
ui_form_draft_free (UiFormDraft *self)
{
  if (self == NULL)
    return;
  ui_form_draft_finish (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->draft, draft_free);
  g_free (self);
}

static gboolean
is_of (const Draft *draft, const FormTable *table, const FormCell *cell)
{
  return draft->project == table->project &&
         draft->document == table->origin.document && draft->row == cell->row_id &&
         g_strcmp0 (draft->table, cell->table_name) == 0 &&
         g_strcmp0 (draft->field, cell->field) == 0;
}

static void
close_editor (UiFormDraft *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->draft != NULL && self->idle == 0)
    self->idle = g_idle_add (forget_cb, self);
}

void
ui_form_draft_typed (UiFormDraft *self, Db *db, const FormTable *table,
                     const FormCell *cell, const char *text)
{
  if (text == NULL)
    {
      close_editor (self);
      return;
    }
  if (self->draft != NULL && is_of (self->draft, table, cell))
    g_clear_handle_id (&self->idle, g_source_remove); /* refused, and open again */
  else
    {
      close_editor (self);
      ui_form_draft_finish (self);
      self->db = db;
      self->draft = draft_new (table->project, table->origin.document, cell->table_name,
                               cell->row_id, cell->field, text);
    }
  if (strcmp (self->draft->text, text) == 0)
    return;
  g_free (self->draft->text);
  self->draft->text = g_strdup (text);
  if (self->timer == 0)
    self->timer = g_timeout_add (DELAY, keep_cb, self);
}
