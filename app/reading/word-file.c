/* app/reading/word-file.c — an office's word lists and severities as a text file. */

#include "app/reading/word-file.h"
#include "app/edit/change.h"
#include "app/fold.h"
#include "app/text-file.h"
#include "db/cell.h"
#include "db/row.h"
#include "db/rule.h"

#include <string.h>

#define SEVERITIES "severity"
#define ARROW      "→"

static void
append_line (GString *text, const char *word, const char *meaning)
{
  if (meaning != NULL)
    g_string_append_printf (text, "%s " ARROW " %s\n", word, meaning);
  else
    g_string_append_printf (text, "%s\n", word);
}

static gboolean
append_list (GString *text, Db *db, const WordList *list, GError **error)
{
  GPtrArray *words = word_of_list (db, list->id, error);

  if (words == NULL)
    return FALSE;
  g_string_append_printf (text, "\n[%s] %s\n", list->id, list->title);
  for (guint i = 0; i < words->len; i++)
    append_line (text, ((Word *) words->pdata[i])->word,
                 ((Word *) words->pdata[i])->meaning);
  db_record_array_free (&word_table, words);
  return TRUE;
}

static gboolean
append_severities (GString *text, Db *db, GError **error)
{
  GPtrArray *severities = word_severities (db, error);

  if (severities == NULL)
    return FALSE;
  g_string_append (text, "\n[" SEVERITIES "] 本单位的严重程度：规则 " ARROW
                         " error、warning 或 hint\n");
  for (guint i = 0; i < severities->len; i++)
    append_line (text, ((OfficeSeverity *) severities->pdata[i])->rule,
                 ((OfficeSeverity *) severities->pdata[i])->severity);
  db_record_array_free (&office_severity_table, severities);
  return TRUE;
}

char *
word_file_write (Db *db, const char *list, GError **error)
{
  g_autoptr (GPtrArray) lists = word_lists (db, error);
  g_autoptr (GString) text =
      g_string_new ("# Jixiao 词表：一行一个词，* 代表任意文字；" ARROW
                    " 后面是改成什么、怎样写；# 开头的行是说明。\n"
                    "# 导入时，文件里有的词表整个换掉，没有的不动。\n");
  gboolean found = list == NULL;

  if (lists == NULL)
    return NULL;
  for (guint i = 0; i < lists->len; i++)
    {
      const WordList *one = lists->pdata[i];

      if (list != NULL && strcmp (list, one->id) != 0)
        continue;
      found = TRUE;
      if (!append_list (text, db, one, error))
        return NULL;
    }
  if (list == NULL || strcmp (list, SEVERITIES) == 0)
    {
      found = TRUE;
      if (!append_severities (text, db, error))
        return NULL;
    }
  if (found)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
               "没有 %s 这个词表；jixiao words FILE list 列出全部", list);
  return NULL;
}

/* A line of a file, and the list it stands in. */
typedef struct {
  const WordList *list; /* NULL: severities */
  char           *word;
  char           *meaning;
  guint           no; /* from 1 */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->word);
  g_free (entry->meaning);
  g_free (entry);
}

/* A file as it is read. */
typedef struct {
  Db             *db;
  WordFileResult *result;
  GPtrArray      *lists;   /* WordList *: those there are */
  GPtrArray      *rules;   /* Rule * */
  GPtrArray      *entries; /* Entry * */
  GPtrArray      *named;   /* WordList *, lent: those that the file names */
  gboolean        names_severities;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->named, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* [rate] 比率的名称: list gets which, NULL for the severities. */
static gboolean
read_heading (Reader *self, const char *line, guint no, const WordList **list,
              GError **error)
{
  const char      *end = strchr (line, ']');
  g_autofree char *id = end != NULL ? g_strndup (line + 1, end - line - 1) : NULL;

  *list = NULL;
  if (id == NULL)
    return text_file_fail (error, no, "词表的编号要写在方括号里");
  if (strcmp (id, SEVERITIES) == 0)
    {
      self->names_severities = TRUE;
      return TRUE;
    }
  for (guint i = 0; i < self->lists->len; i++)
    if (strcmp (((WordList *) self->lists->pdata[i])->id, id) == 0)
      *list = self->lists->pdata[i];
  if (*list == NULL)
    return text_file_fail (error, no, "没有“%s”这个词表", id);
  if (g_ptr_array_find (self->named, *list, NULL))
    return text_file_fail (error, no, "词表“%s”写了两次", id);
  g_ptr_array_add (self->named, (gpointer) *list);
  return TRUE;
}

static gboolean
is_rule (const Reader *self, const char *id)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (strcmp (((Rule *) self->rules->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_entry (const Reader *self, const Entry *entry, GError **error)
{
  static const char *const severities[] = { "error", "warning", "hint", NULL };
  const WordList          *list = entry->list;

  if (entry->word == NULL)
    return text_file_fail (error, entry->no, ARROW "前面没有词");
  if (list == NULL && !is_rule (self, entry->word))
    return text_file_fail (error, entry->no, "没有“%s”这条规则", entry->word);
  if (list == NULL &&
      (entry->meaning == NULL || !g_strv_contains (severities, entry->meaning)))
    return text_file_fail (error, entry->no,
                           "严重程度应为 error、warning 或 hint，如 %s " ARROW " hint",
                           entry->word);
  if (list != NULL && list->has_meaning && entry->meaning == NULL)
    return text_file_fail (error, entry->no, "“%s”后面要写" ARROW "和改成什么",
                           entry->word);
  if (list != NULL && !list->has_meaning && entry->meaning != NULL)
    return text_file_fail (error, entry->no, "词表“%s”一行只写一个词，不写" ARROW,
                           list->id);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *other = self->entries->pdata[i];

      if (other->list == list && strcmp (other->word, entry->word) == 0)
        return text_file_fail (error, entry->no, "“%s”与第 %u 行重复", entry->word,
                               other->no);
    }
  return TRUE;
}

static gboolean
read_entry (Reader *self, const char *line, guint no, const WordList *list,
            GError **error)
{
  const char      *arrow = strstr (line, ARROW);
  g_autofree char *word =
      arrow != NULL ? g_strndup (line, arrow - line) : g_strdup (line);
  Entry *entry = g_new0 (Entry, 1);

  entry->list = list;
  entry->word = tidy (word);
  entry->meaning = arrow != NULL ? tidy (arrow + strlen (ARROW)) : NULL;
  entry->no = no;
  if (!check_entry (self, entry, error))
    {
      entry_free (entry);
      return FALSE;
    }
  g_ptr_array_add (self->entries, entry);
  return TRUE;
}

static gboolean
read_lines (Reader *self, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const WordList *list = NULL;
  gboolean        has_list = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = tidy (lines[i]);

      if (line == NULL || *line == '#')
        continue;
      if (*line == '[')
        {
          if (!read_heading (self, line, i + 1, &list, error))
            return FALSE;
          has_list = TRUE;
        }
      else if (!has_list)
        return text_file_fail (error, i + 1, "词的前面要有词表的编号，如 [rate]");
      else if (!read_entry (self, line, i + 1, list, error))
        return FALSE;
    }
  if (has_list)
    return TRUE;
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "里面没有词表，没有导入");
  return FALSE;
}

static Entry *
entry_of (const Reader *self, const WordList *list, const char *word)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (entry->list == list && strcmp (entry->word, word) == 0)
        return entry;
    }
  return NULL;
}

/* Brings one row to what the file says; an entry that has its row is done (no 0). */
static gboolean
settle (const Reader *self, const DbTable *table, const DbRecord *record,
        const WordList *list, const char *word, const char *meaning, GError **error)
{
  Entry      *entry = entry_of (self, list, word);
  const char *column = table == &word_table ? "meaning" : "severity";

  if (entry == NULL)
    {
      self->result->removed++;
      return row_remove (self->db, table, record->id, error);
    }
  entry->no = 0;
  if (g_strcmp0 (entry->meaning, meaning) == 0)
    return TRUE;
  self->result->changed++;
  return cell_set (self->db, table, record->id, column, entry->meaning, error);
}

static gboolean
settle_list (const Reader *self, const WordList *list, GError **error)
{
  GPtrArray *words = word_of_list (self->db, list->id, error);
  gboolean   done = words != NULL;

  for (guint i = 0; done && i < words->len; i++)
    {
      const Word *word = words->pdata[i];

      done = settle (self, &word_table, &word->record, list, word->word, word->meaning,
                     error);
    }
  db_record_array_free (&word_table, words);
  return done;
}

static gboolean
settle_severities (const Reader *self, GError **error)
{
  GPtrArray *severities = word_severities (self->db, error);
  gboolean   done = severities != NULL;

  for (guint i = 0; done && i < severities->len; i++)
    {
      const OfficeSeverity *own = severities->pdata[i];

      done = settle (self, &office_severity_table, &own->record, NULL, own->rule,
                     own->severity, error);
    }
  db_record_array_free (&office_severity_table, severities);
  return done;
}

/* Makes the rows that were not there. */
static gboolean
add_rest (const Reader *self, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry   *entry = self->entries->pdata[i];
      const RowValue word[] = { { "list", entry->list ? entry->list->id : NULL },
                                { "word", entry->word },
                                { "meaning", entry->meaning } };
      const RowValue severity[] = { { "rule", entry->word },
                                    { "severity", entry->meaning } };
      gint64         row;

      if (entry->no == 0)
        continue;
      row = entry->list != NULL ? row_insert (self->db, &word_table, 0, word,
                                              G_N_ELEMENTS (word), error)
                                : row_insert (self->db, &office_severity_table, 0,
                                              severity, G_N_ELEMENTS (severity), error);
      if (row == 0)
        return FALSE;
      self->result->added++;
    }
  return TRUE;
}

static gboolean
store (const Reader *self, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  if (!change_begin (&txn, self->db, "导入词表", error))
    return FALSE;
  for (guint i = 0; i < self->named->len; i++)
    if (!settle_list (self, self->named->pdata[i], error))
      return FALSE;
  return (!self->names_severities || settle_severities (self, error)) &&
         add_rest (self, error) && change_finish (&txn, error);
}

gboolean
word_file_read (Db *db, const char *text, WordFileResult *result, GError **error)
{
  g_auto (Reader) self = { .db = db, .result = result };

  *result = (WordFileResult){ 0 };
  text = text_file_begin (text, error);
  if (text == NULL)
    return FALSE;
  self.lists = word_lists (db, error);
  self.rules = self.lists != NULL ? rule_list (db, error) : NULL;
  if (self.rules == NULL)
    return FALSE;
  self.entries = g_ptr_array_new_with_free_func (entry_free);
  self.named = g_ptr_array_new ();
  return read_lines (&self, text, error) && store (&self, error);
}
