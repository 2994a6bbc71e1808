/* ui/window-place.c — going to where something was changed, or was left unfinished. */

#include "ui/window-place.h"
#include "app/form/edit.h"
#include "db/document.h"
#include "db/draft.h"
#include "db/history.h"
#include "db/project.h"
#include "db/row.h"
#include "db/table.h"

#include <string.h>

/* What a change is about: the row, or, where that is gone, what it belonged to.  FALSE:
 * that is not in the file either.  */
static gboolean
read_place (Db *db, const HistoryChange *change, UiPlace *place)
{
  const DbTable *table = table_find (change->table);
  gboolean       is_gone = change->kind == HISTORY_DELETED;

  if (table == NULL)
    return FALSE;
  *place =
      (UiPlace){ .table = table->name, .row = change->row, .column = change->column };
  if (is_gone)
    {
      place->row = history_parent (db, table, change->row, NULL);
      table = table_parent (table);
      if (table == NULL)
        return FALSE;
      place->table = table->name;
    }
  return row_home (db, table, place->row, &place->document, &place->project, NULL) &&
         place->document != 0;
}

/* Of the changes of an action the first that can be gone to; cells before rows that
 * came or went.  */
static gboolean
find_place (Db *db, GPtrArray *changes, UiPlace *place)
{
  for (guint i = 0; i < changes->len; i++)
    if (((HistoryChange *) changes->pdata[i])->kind == HISTORY_UPDATED &&
        read_place (db, changes->pdata[i], place))
      return TRUE;
  for (guint i = 0; i < changes->len; i++)
    if (read_place (db, changes->pdata[i], place))
      return TRUE;
  return FALSE;
}

void
ui_window_go_to_change (UiWindow *window)
{
  g_autoptr (GError) error = NULL;
  Db *db = ui_window_get_db (window);
  g_autoptr (GPtrArray) entries = history_entries (db, 0, 1, &error);
  g_autoptr (GPtrArray) changes = entries != NULL && entries->len > 0
                                      ? history_changes (db, entries->pdata[0], &error)
                                      : NULL;
  UiPlace place;

  if (error != NULL)
    g_warning ("%s", error->message);
  else if (changes != NULL && find_place (db, changes, &place))
    ui_window_go_to (window, &place);
}

static const FormCell *
cell_of_draft (const FormTable *table, const Draft *draft)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->row_id == draft->row && g_strcmp0 (cell->field, draft->field) == 0 &&
          g_strcmp0 (cell->table_name, draft->table) == 0)
        return cell;
    }
  return NULL;
}

/* Whether a table is what a draft was typed into a cell of. */
static gboolean
is_of (const FormTable *table, const Draft *draft)
{
  return table != NULL && table->project == draft->project &&
         table->origin.document == draft->document;
}

/* Whether a cell of the sheet was meant and does not hold the text already. */
static gboolean
offer_in (UiFormSheet *sheet, const Draft *draft)
{
  GPtrArray *grids = ui_form_sheet_get_grids (sheet);

  for (guint i = 0; i < grids->len; i++)
    {
      const FormTable *table = ui_form_grid_get_table (grids->pdata[i]);
      const FormCell *cell = is_of (table, draft) ? cell_of_draft (table, draft) : NULL;
      g_autofree char *text = NULL;

      if (cell != NULL)
        text = form_edit_text (ui_form_sheet_get_db (sheet), table, cell, NULL);
      if (text != NULL && strcmp (text, draft->text) != 0)
        return ui_form_sheet_offer (sheet, grids->pdata[i], cell, draft->text);
    }
  return FALSE;
}

static gboolean
offer (UiWindow *window, const Draft *draft)
{
  gboolean is_text = draft->project == 0;
  UiPlace  place = { .table = draft->table, .row = draft->row };

  if (!row_home (ui_window_get_db (window), is_text ? &document_table : &project_table,
                 is_text ? draft->document : draft->project, &place.document,
                 &place.project, NULL) ||
      place.document == 0)
    return FALSE;
  ui_window_go_to (window, &place);
  return offer_in (ui_window_get_sheet (window), draft);
}

void
ui_window_offer_draft (UiWindow *window)
{
  Db *db = ui_window_get_db (window);
  g_autoptr (Draft) draft = NULL;

  if (db_is_read_only (db))
    return;
  draft = draft_newest (db, NULL);
  while (draft != NULL && !offer (window, draft))
    {
      g_autoptr (Draft) useless = g_steal_pointer (&draft);

      if (draft_drop (db, useless, NULL))
        draft = draft_newest (db, NULL);
    }
}
