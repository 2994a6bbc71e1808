/* db/word.c — what an office sets for itself: word lists and severities. */

#include "db/word.h"

static const DbField word_fields[] = {
  DB_FIELD_TEXT (Word, list),
  DB_FIELD_TEXT (Word, word),
  DB_FIELD_TEXT (Word, meaning),
};

const DbTable word_table = {
  .name = "word",
  .size = sizeof (Word),
  .fields = word_fields,
  .n_fields = G_N_ELEMENTS (word_fields),
};

static const DbField severity_fields[] = {
  DB_FIELD_TEXT (OfficeSeverity, rule),
  DB_FIELD_TEXT (OfficeSeverity, severity),
};

const DbTable office_severity_table = {
  .name = "office_severity",
  .size = sizeof (OfficeSeverity),
  .fields = severity_fields,
  .n_fields = G_N_ELEMENTS (severity_fields),
};

static void
list_free (gpointer data)
{
  WordList *list = data;

  g_free (list->id);
  g_free (list->title);
  g_free (list);
}

GPtrArray *
word_lists (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT id, title, has_meaning FROM word_list ORDER BY rowid",
                  error);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (list_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      WordList *list = g_new (WordList, 1);

      list->id = g_strdup (db_column_text (q, 0));
      list->title = g_strdup (db_column_text (q, 1));
      list->has_meaning = sqlite3_column_int (q, 2) != 0;
      g_ptr_array_add (lists, list);
    }
  return step == DB_DONE ? g_steal_pointer (&lists) : NULL;
}

/* The ids that a query gives, as records. */
static GPtrArray *
records (Db *db, const DbTable *table, const char *sql, const char *list,
         GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);
  GPtrArray *found = g_ptr_array_new ();
  DbStep     step = DB_ERROR;

  if (q != NULL && list != NULL)
    db_bind_text (q, ":list", list);
  while (q != NULL && (step = db_step (q, error)) == DB_ROW)
    {
      gpointer record = db_record_get (db, table, sqlite3_column_int64 (q, 0), error);

      if (record == NULL)
        {
          step = DB_ERROR;
          break;
        }
      g_ptr_array_add (found, record);
    }
  if (step == DB_DONE)
    return found;
  db_record_array_free (table, found);
  return NULL;
}

GPtrArray *
word_of_list (Db *db, const char *list, GError **error)
{
  return records (db, &word_table, "SELECT id FROM word WHERE list = :list ORDER BY id",
                  list, error);
}

GPtrArray *
word_severities (Db *db, GError **error)
{
  return records (db, &office_severity_table,
                  "SELECT id FROM office_severity ORDER BY rule", NULL, error);
}
