/* app/form/amounts.c — cells that print amounts beside their own field. */

#include "app/form/amounts.h"
#include "app/edit/edit.h"
#include "app/import/amounts.h"
#include "app/read/pattern.h"
#include "db/cell.h"
#include "db/funding.h"
#include "db/project.h"

#include <string.h>

#define LOCAL "^\\s*[区市县]?本级(?:财政)?资金\\s*[:：]?\\s*"

static const char *const sources[] = { "fiscal", "local", "other" };

char *
form_amounts_text (Db *db, const FormTable *table, const FormCell *cell, GError **error)
{
  return g_strdup (cell->text != NULL ? cell->text : "");
}

static gboolean
shows (const FormTable *table, const char *field)
{
  for (guint i = 0; i < table->cells->len; i++)
    if (g_strcmp0 (((FormCell *) table->cells->pdata[i])->field, field) == 0)
      return TRUE;
  return FALSE;
}

static void
add (GArray *edits, gint64 project, const char *column, const char *text)
{
  EditCell edit = {
    .table = "project", .row = project, .column = column, .text = text
  };

  g_array_append_val (edits, edit);
}

/* NULL takes away the amount of a source; there may be none. */
static void
add_funding (GArray *edits, gint64 project, const GPtrArray *fundings,
             const char *source, const char *text)
{
  EditCell edit = { .table = "funding",
                    .column = "amount_text",
                    .text = text,
                    .parent = project,
                    .source = source };

  for (guint i = 0; i < fundings->len && edit.row == 0; i++)
    {
      const Funding *funding = fundings->pdata[i];

      if (strcmp (funding->source, source) == 0)
        edit.row = funding->record.id;
    }
  if (edit.row != 0 || text != NULL)
    g_array_append_val (edits, edit);
}

static const char *
amount_of (const GPtrArray *amounts, const char *source)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const Amount *amount = amounts->pdata[i];

      if (g_strcmp0 (amount->source, source) == 0)
        return amount->text;
    }
  return NULL;
}

/* The amounts of a sentence, where no other cell of the form shows them. */
static void
add_amounts (GArray *edits, const FormTable *table, const GPtrArray *fundings,
             const GPtrArray *amounts)
{
  const char *whole = amount_of (amounts, NULL);

  if (whole != NULL && !shows (table, "amount") && !shows (table, "amount_with_unit"))
    add (edits, table->project, "amount_text", whole);
  for (gsize i = 0; i < G_N_ELEMENTS (sources) && !shows (table, "fiscal"); i++)
    add_funding (edits, table->project, fundings, sources[i],
                 amount_of (amounts, sources[i]));
}

/* The bytes of the cell that are printed in front of the purpose. */
static gboolean
lead_length (Db *db, const FormTable *table, const FormCell *cell, gsize *length,
             GError **error)
{
  g_autofree char *purpose = NULL;
  gsize            behind;

  if (!cell_get (db, &project_table, table->project, "purpose", &purpose, error))
    return FALSE;
  *length = cell->text != NULL ? strlen (cell->text) : 0;
  behind = purpose != NULL ? strlen (purpose) : 0;
  *length -= MIN (*length, behind);
  return TRUE;
}

gboolean
form_amounts_set_purpose (Db *db, const FormTable *table, const FormCell *cell,
                          const char *text, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (EditCell));
  g_autoptr (GPtrArray) amounts = NULL;
  g_autofree char *lead = NULL;
  GPtrArray       *fundings;
  const char      *typed = text != NULL ? text : "";
  gsize            length;
  gboolean         done;

  if (!lead_length (db, table, cell, &length, error))
    return FALSE;
  if (length > 0 && strncmp (typed, cell->text, length) == 0)
    return edit_cell (db, "project", table->project, "purpose", typed + length, error);
  fundings = db_record_list (db, &funding_table, table->project, error);
  if (fundings == NULL)
    return FALSE;
  length = amounts_read (typed, &amounts);
  lead = length > 0 ? g_strndup (typed, length) : NULL;
  add (edits, table->project, "purpose", typed + length);
  add (edits, table->project, "purpose_lead", lead);
  if (lead != NULL)
    add_amounts (edits, table, fundings, amounts);
  done = edit_cells (db, (EditCell *) edits->data, edits->len, NULL, error);
  db_record_array_free (&funding_table, fundings);
  return done;
}

gboolean
form_amounts_set_other (Db *db, const FormTable *table, const FormCell *cell,
                        const char *text, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (EditCell));
  g_autoptr (GString) other = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  GPtrArray  *fundings = db_record_list (db, &funding_table, table->project, error);
  const char *local = NULL;
  gboolean    done;

  if (fundings == NULL)
    return FALSE;
  for (char **line = lines; *line != NULL; line++)
    if (pattern_match (LOCAL, *line))
      local = *line + pattern_length (LOCAL, *line);
    else
      g_string_append_printf (other, "%s%s", other->len > 0 ? "\n" : "", *line);
  add_funding (edits, table->project, fundings, "local", local);
  add_funding (edits, table->project, fundings, "other",
               other->len > 0 ? other->str : NULL);
  done = edit_cells (db, (EditCell *) edits->data, edits->len, NULL, error);
  db_record_array_free (&funding_table, fundings);
  return done;
}
