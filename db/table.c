/* db/table.c — the record tables and their columns by name. */

#include "db/table.h"
#include "db/carried.h"
#include "db/comment.h"
#include "db/department.h"
#include "db/document.h"
#include "db/execution.h"
#include "db/lineage.h"
#include "db/outcome.h"
#include "db/unit.h"
#include "db/waiver.h"
#include "db/word.h"

#include <string.h>

/* Waivers, lineage, marks, outcomes and comments belong to a document and are no part
 * of its text; words and severities are an office's. */
static const DbTable *const roots[] = {
  &department_table, &unit_table,      &document_table, &waiver_table,
  &lineage_table,    &carried_table,   &word_table,     &office_severity_table,
  &outcome_table,    &execution_table, &comment_table
};

static const DbTable *
find_below (const DbTable *table, const char *name)
{
  const DbTable *found = g_str_equal (table->name, name) ? table : NULL;

  for (int i = 0; found == NULL && table->children[i].table != NULL; i++)
    found = find_below (table->children[i].table, name);
  return found;
}

const DbTable *
table_find (const char *name)
{
  const DbTable *found = NULL;

  for (gsize i = 0; name != NULL && found == NULL && i < G_N_ELEMENTS (roots); i++)
    found = find_below (roots[i], name);
  return found;
}

const DbTable *
table_parent (const DbTable *table)
{
  g_autofree char *name = g_strdup (table->parent);

  if (name == NULL)
    return NULL;
  g_assert (g_str_has_suffix (name, "_id"));
  name[strlen (name) - strlen ("_id")] = '\0';
  return table_find (name);
}

const DbField *
table_field (const DbTable *table, const char *name)
{
  for (gsize i = 0; name != NULL && i < table->n_fields; i++)
    if (g_strcmp0 (table->fields[i].column, name) == 0)
      return &table->fields[i];
  return NULL;
}

GPtrArray *
table_columns (const DbTable *table)
{
  GPtrArray *columns = g_ptr_array_new ();

  if (table->parent != NULL)
    g_ptr_array_add (columns, (gpointer) table->parent);
  if (table->has_ordinal)
    g_ptr_array_add (columns, (gpointer) "ordinal");
  for (gsize i = 0; i < table->n_fields; i++)
    if (table->fields[i].column != NULL)
      g_ptr_array_add (columns, (gpointer) table->fields[i].column);
  return columns;
}

const char *
table_column (const DbTable *table, const char *name)
{
  g_autoptr (GPtrArray) columns = table_columns (table);

  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (columns->pdata[i], name) == 0)
      return columns->pdata[i];
  return NULL;
}
