/* app/import/revision.c — comparing trees of records, row by row. */

#include "app/import/revision.h"

#include "app/decimal.h"
#include "app/form/choice.h"
#include "db/cell.h"
#include "db/project.h"
#include "db/row.h"
#include "db/title.h"

#include <string.h>

static const char *
text_of (gconstpointer record, const DbField *field)
{
  return G_STRUCT_MEMBER (char *, record, field->offset);
}

static gint64
integer_of (gconstpointer record, const DbField *field)
{
  return G_STRUCT_MEMBER (gint64, record, field->offset);
}

/* Equal but for white space. */
static gboolean
is_same_text (const char *a, const char *b)
{
  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  for (;;)
    {
      while (g_unichar_isspace (g_utf8_get_char (a)))
        a = g_utf8_next_char (a);
      while (g_unichar_isspace (g_utf8_get_char (b)))
        b = g_utf8_next_char (b);
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

/* Keys to other tables are no words of the document (what a record carries stands for
 * them), nor is what import did to a row. */
static gboolean
is_compared (const DbField *field)
{
  return field->column == NULL || (!g_str_has_suffix (field->column, "_id") &&
                                   !g_str_equal (field->column, "repair"));
}

static gboolean
is_blank_field (gconstpointer record, const DbField *field)
{
  if (field->type == DB_TEXT)
    return is_same_text (text_of (record, field), NULL);
  return integer_of (record, field) == DB_NULL;
}

static gboolean
is_same_field (gconstpointer a, gconstpointer b, const DbField *field)
{
  if (field->type == DB_TEXT)
    return is_same_text (text_of (a, field), text_of (b, field));
  return integer_of (a, field) == integer_of (b, field);
}

/* How many fields say the same, out of those that say anything: in percent. */
static guint
likeness (const DbTable *table, gconstpointer a, gconstpointer b)
{
  guint same = 0, all = 0;

  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (!is_compared (field) ||
          (is_blank_field (a, field) && is_blank_field (b, field)))
        continue;
      all++;
      same += is_same_field (a, b, field);
    }
  return all > 0 ? same * 100 / all : 100;
}

/* Pairs each proposed row without a partner with the first stored one that is like it.
 */
static void
pair_alike (GArray *pairs, const DbTable *table, const GPtrArray *stored,
            GHashTable *taken, guint least)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      RevisionPair *pair = &g_array_index (pairs, RevisionPair, i);

      for (guint j = 0; j < stored->len && pair->stored == NULL; j++)
        if (!g_hash_table_contains (taken, stored->pdata[j]) &&
            likeness (table, stored->pdata[j], pair->proposed) >= least)
          {
            pair->stored = stored->pdata[j];
            g_hash_table_add (taken, pair->stored);
          }
    }
}

/* What is left over at the same place was rewritten. */
static void
pair_by_place (GArray *pairs, const GPtrArray *stored, GHashTable *taken)
{
  for (guint i = 0; i < pairs->len && i < stored->len; i++)
    {
      RevisionPair *pair = &g_array_index (pairs, RevisionPair, i);

      if (pair->stored == NULL && !g_hash_table_contains (taken, stored->pdata[i]))
        {
          pair->stored = stored->pdata[i];
          g_hash_table_add (taken, pair->stored);
        }
    }
}

GArray *
revision_pair (const DbTable *table, const GPtrArray *stored, const GPtrArray *proposed)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RevisionPair));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < proposed->len; i++)
    {
      RevisionPair pair = { NULL, proposed->pdata[i] };

      g_array_append_val (pairs, pair);
    }
  pair_alike (pairs, table, stored, taken, 100);
  pair_alike (pairs, table, stored, taken, 50);
  pair_by_place (pairs, stored, taken);
  for (guint i = 0; i < stored->len; i++)
    {
      RevisionPair pair = { stored->pdata[i], NULL };

      if (!g_hash_table_contains (taken, stored->pdata[i]))
        g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* What an amount comes to goes with its words: where those differ, the number needs no
 * telling. */
static gboolean
is_told (const DbTable *table, const DbField *field, gconstpointer stored,
         gconstpointer proposed)
{
  for (gsize i = 0; i < table->n_fields; i++)
    if (g_strcmp0 (field->column, "amount_fen") == 0 &&
        g_strcmp0 (table->fields[i].column, "amount_text") == 0)
      return !is_same_field (stored, proposed, &table->fields[i]);
  return FALSE;
}

static GPtrArray *
children_of (const DbTable *table, gconstpointer record, int i)
{
  return G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);
}

static void
compare (GArray *revisions, const DbTable *table, gpointer stored, gpointer proposed,
         const DbTable *without, gboolean is_row, guint place)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];
      Revision       found = { table, field, stored, proposed, place };

      if (is_compared (field) && (is_row || !is_blank_field (proposed, field)) &&
          !is_same_field (stored, proposed, field) &&
          !is_told (table, field, stored, proposed))
        g_array_append_val (revisions, found);
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable   *below = table->children[i].table;
      const GPtrArray *rows = children_of (table, proposed, i);
      g_autoptr (GArray) pairs = NULL;

      if (below == without || (rows->len == 0 && !is_row))
        continue;
      pairs = revision_pair (below, children_of (table, stored, i), rows);
      for (guint n = 0; n < pairs->len; n++)
        {
          const RevisionPair *pair = &g_array_index (pairs, RevisionPair, n);
          Revision row = { below, NULL, pair->stored, pair->proposed, n + 1 };

          if (pair->stored != NULL && pair->proposed != NULL)
            compare (revisions, below, pair->stored, pair->proposed, without, TRUE,
                     n + 1);
          else
            g_array_append_val (revisions, row);
        }
    }
}

void
revision_find (GArray *revisions, const DbTable *table, gpointer stored,
               gpointer proposed, const DbTable *without)
{
  compare (revisions, table, stored, proposed, without, FALSE, 0);
}

/* The longest text of a row tells people which it is. */
static const char *
describe_row (const DbTable *table, gconstpointer record)
{
  const char *longest = "";

  for (gsize i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == DB_TEXT &&
        text_of (record, &table->fields[i]) != NULL &&
        strlen (text_of (record, &table->fields[i])) > strlen (longest))
      longest = text_of (record, &table->fields[i]);
  return longest;
}

static char *
value_text (const DbTable *table, gconstpointer record, const DbField *field)
{
  g_autofree char *wan = NULL;
  gint64           number;

  if (is_blank_field (record, field))
    return g_strdup ("（空）");
  if (field->type == DB_TEXT)
    return g_strdup (
        choice_title (table->name, field->column, text_of (record, field)));
  number = integer_of (record, field);
  wan = decimal_write (number);
  return field->column != NULL && g_str_has_suffix (field->column, "_fen")
             ? g_strconcat (wan, "万元", NULL)
             : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* What people call a field; a number by the words that it goes with. */
static const char *
name_of (const DbTable *table, const DbField *field)
{
  const char *column = field->column;

  if (column == NULL)
    return title_of_table ("unit");
  if (g_str_equal (column, "amount_fen"))
    column = "amount_text";
  return title_of_column (table->name, column) != NULL
             ? title_of_column (table->name, column)
             : column;
}

char *
revision_text (const Revision *revision)
{
  const char      *table = title_of_table (revision->table->name);
  g_autofree char *old = NULL, *new = NULL, *row = NULL;

  if (revision->field == NULL && revision->stored == NULL)
    return g_strdup_printf ("新增%s：%s", table,
                            describe_row (revision->table, revision->proposed));
  if (revision->field == NULL)
    return g_strdup_printf ("没有%s：%s", table,
                            describe_row (revision->table, revision->stored));
  old = value_text (revision->table, revision->stored, revision->field);
  new = value_text (revision->table, revision->proposed, revision->field);
  row = revision->place > 0 ? g_strdup_printf ("%s %u ", table, revision->place)
                            : g_strdup ("");
  return g_strdup_printf ("%s%s：%s → %s", row,
                          name_of (revision->table, revision->field), old, new);
}

static gboolean
set_field (Db *db, const DbTable *table, gint64 row, const DbField *field,
           gconstpointer from, GError **error)
{
  return field->type == DB_TEXT
             ? cell_set (db, table, row, field->column, text_of (from, field), error)
             : cell_set_integer (db, table, row, field->column,
                                 integer_of (from, field), error);
}

static gboolean apply (Db *db, const DbTable *table, gpointer stored, gpointer proposed,
                       const DbTable *without, gboolean is_row, GError **error);

/* Makes the rows of a list like the proposed ones, in their order. */
static gboolean
apply_rows (Db *db, const DbTable *table, const GPtrArray *stored,
            const GPtrArray *proposed, gint64 parent, GError **error)
{
  g_autoptr (GArray) pairs = revision_pair (table, stored, proposed);

  for (guint i = 0; i < pairs->len; i++)
    {
      const RevisionPair *pair = &g_array_index (pairs, RevisionPair, i);

      if (pair->proposed == NULL ? !row_remove (db, table, pair->stored->id, error)
          : pair->stored == NULL
              ? !db_record_insert (db, table, pair->proposed, parent, error)
              : !apply (db, table, pair->stored, pair->proposed, NULL, TRUE, error))
        return FALSE;
    }
  for (guint i = 0; i < proposed->len; i++)
    if (!row_move (db, table, ((DbRecord *) proposed->pdata[i])->id, i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
apply (Db *db, const DbTable *table, gpointer stored, gpointer proposed,
       const DbTable *without, gboolean is_row, GError **error)
{
  DbRecord *there = stored, *record = proposed;

  record->id = there->id;
  record->parent = there->parent;
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (field->column != NULL && is_compared (field) &&
          (is_row || !is_blank_field (proposed, field)) &&
          !is_same_field (stored, proposed, field) &&
          !set_field (db, table, there->id, field, proposed, error))
        return FALSE;
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const GPtrArray *rows = children_of (table, proposed, i);

      if (table->children[i].table != without && (rows->len > 0 || is_row) &&
          !apply_rows (db, table->children[i].table, children_of (table, stored, i),
                       rows, there->id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
revision_apply (Db *db, const DbTable *table, gpointer stored, gpointer proposed,
                const DbTable *without, GError **error)
{
  return apply (db, table, stored, proposed, without, FALSE, error);
}
