/* app/search/search.c — looking for words in everything that a record file says. */

#include "app/search/search.h"
#include "app/search/grams.h"

#include <string.h>

/* The kinds of pieces in the index. */
#define ANY            'a' /* of any text */
#define NAME           'n' /* of the project's name and code */
#define NAME_LETTERS   'i' /* first letters of its name */
#define TARGET_LETTERS 'j' /* … of its indicators' names */

/* So many candidates are asked for at once. */
#define PAGE 50

/* How many characters of a long text are shown before the match, and in all. */
#define BEFORE 12
#define SHOWN  80

static gboolean
is_name (const SearchText *text)
{
  return strcmp (text->column, "name") == 0;
}

static gboolean
is_of_project (const SearchText *text)
{
  return strcmp (text->table, "project") == 0 && strcmp (text->column, "purpose") != 0;
}

gboolean
search_learn (SearchIndex *index, gint64 project, GError **error)
{
  g_autoptr (GPtrArray) texts = search_index_texts (index, project, error);
  g_autoptr (GString) words = g_string_new (NULL);

  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    {
      const SearchText *text = texts->pdata[i];
      g_autoptr (GramText) folded = gram_text_new (text->text);

      grams_add (words, ANY, folded);
      if (is_of_project (text))
        grams_add (words, NAME, folded);
      if (is_name (text))
        grams_add_letters (words, is_of_project (text) ? NAME_LETTERS : TARGET_LETTERS,
                           folded);
    }
  return search_index_add (index, project, words->str, error);
}

static void
hit_free (gpointer data)
{
  SearchHit *hit = data;

  g_free (hit->title);
  g_free (hit->text);
  g_free (hit);
}

/* A word that is looked for, and the lines of the tree that have it in their names. */
typedef struct {
  GramText   *text;
  GHashTable *documents; /* gint64 ids as in SearchLine.key */
  GHashTable *units;
} Word;

static void
word_free (gpointer data)
{
  Word *word = data;

  gram_text_free (word->text);
  g_hash_table_unref (word->documents);
  g_hash_table_unref (word->units);
  g_free (word);
}

struct _Searcher {
  int          references; /* the owner's and the questions' */
  Desk        *desk;
  SearchIndex *index; /* the desk's; NULL: nothing was asked yet */
};

/* One search. */
typedef struct {
  Db          *db; /* this and the next are lent */
  SearchIndex *index;
  Progress    *progress;
  GPtrArray   *words; /* Word */
  GPtrArray   *hits;  /* SearchHit */
  GHashTable  *seen;  /* gint64: projects that were looked at */
} Search;

static void
search_clear (Search *self)
{
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->seen);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static GHashTable *
id_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_id (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static GPtrArray *
read_words (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  g_auto (GStrv) parts = grams_words (query);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GramText) text = gram_text_new (parts[i]);
      Word *word;

      if (text->n == 0)
        continue;
      word = g_new (Word, 1);
      *word = (Word){ g_steal_pointer (&text), id_set (), id_set () };
      g_ptr_array_add (words, word);
    }
  return words;
}

/* Cuts a long text down to the match and some words around it. */
static void
show_text (SearchHit *hit, const char *text, guint start, guint end)
{
  glong       before = g_utf8_pointer_to_offset (text, text + start);
  const char *from =
      before > BEFORE ? g_utf8_offset_to_pointer (text, before - BEFORE) : text;
  glong            length = g_utf8_strlen (from, -1);
  const char      *to = length > SHOWN ? g_utf8_offset_to_pointer (from, SHOWN) : NULL;
  const char      *lead = from > text ? "…" : "";
  gsize            shift = strlen (lead);
  g_autofree char *part = NULL;

  if (to != NULL && to < text + end)
    to = text + end;
  part = to != NULL ? g_strndup (from, (gsize) (to - from)) : g_strdup (from);
  hit->text =
      g_strconcat (lead, g_strdelimit (part, "\r\n\t", ' '), to ? "…" : "", NULL);
  hit->start = start - (guint) (from - text) + (guint) shift;
  hit->end = end - (guint) (from - text) + (guint) shift;
}

/* The lines whose names have all words; a word remembers those that have it. */
static gboolean
search_names (Search *self, GError **error)
{
  const GPtrArray *lines = search_index_lines (self->index, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SearchLine *line = lines->pdata[i];
      g_autoptr (GramText) name = gram_text_new (line->name);
      guint found = 0, start = 0, end = 0;

      for (guint k = 0; k < self->words->len; k++)
        {
          const Word *word = self->words->pdata[k];

          if (!gram_text_find (name, word->text, TRUE, &start, &end))
            continue;
          found++;
          add_id (line->key.kind == TREE_UNIT ? word->units : word->documents,
                  line->key.id);
        }
      if (found == self->words->len && self->hits->len < SEARCH_LIMIT)
        {
          SearchHit *hit = g_new0 (SearchHit, 1);

          hit->line = line->key;
          hit->document = line->document;
          show_text (hit, line->name, start, end);
          g_ptr_array_add (self->hits, hit);
        }
    }
  return lines != NULL;
}

static gboolean
is_above (const Word *word, gint64 document, gint64 unit)
{
  return g_hash_table_contains (word->documents, &document) ||
         g_hash_table_contains (word->units, &unit);
}

/* The words that a text has, as bits; where the first of them stands. */
static guint32
words_in (Search *self, const SearchText *text, guint *start, guint *end)
{
  g_autoptr (GramText) folded = gram_text_new (text->text);
  guint32 found = 0;

  for (guint i = 0; i < MIN (self->words->len, 32); i++)
    {
      const Word *word = self->words->pdata[i];
      guint       from, to;

      if (!gram_text_find (folded, word->text, is_name (text), &from, &to))
        continue;
      if (found == 0)
        {
          *start = from;
          *end = to;
        }
      found |= 1u << i;
    }
  return found;
}

static const char *
name_of (GPtrArray *texts)
{
  const SearchText *first = texts->len > 0 ? texts->pdata[0] : NULL;

  return first != NULL && is_of_project (first) && is_name (first) ? first->text : "";
}

/* The cells of a project that have some of the words, if it has all of them. */
static void
add_cells (Search *self, gint64 project, GPtrArray *texts, guint32 above,
           gint64 document)
{
  g_autofree guint32 *found = g_new (guint32, texts->len);
  g_autofree guint   *starts = g_new (guint, texts->len);
  g_autofree guint   *ends = g_new (guint, texts->len);
  guint32 all = self->words->len < 32 ? (1u << self->words->len) - 1 : G_MAXUINT32;
  guint32 together = above;
  guint32 best = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      found[i] = words_in (self, texts->pdata[i], &starts[i], &ends[i]);
      together |= found[i];
      if (__builtin_popcount (found[i]) > __builtin_popcount (best))
        best = found[i];
    }
  if (together != all)
    return;
  for (guint i = 0; i < texts->len && self->hits->len < SEARCH_LIMIT; i++)
    if (found[i] != 0 && __builtin_popcount (found[i]) == __builtin_popcount (best))
      {
        const SearchText *text = texts->pdata[i];
        SearchHit        *hit = g_new0 (SearchHit, 1);

        hit->line = (TreeKey){ TREE_PROJECT, project };
        hit->document = document;
        hit->table = text->table;
        hit->column = text->column;
        hit->row = text->row;
        hit->title = g_strdup (name_of (texts));
        show_text (hit, text->text, starts[i], ends[i]);
        g_ptr_array_add (self->hits, hit);
      }
}

/* Looks up what the index has found. */
static gboolean
add_project (Search *self, gint64 project, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  gint64  document, unit;
  guint32 above = 0;

  if (g_hash_table_contains (self->seen, &project))
    return TRUE;
  add_id (self->seen, project);
  if (!tree_find (self->db, project, &document, &unit, &problem))
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      return problem == NULL;
    }
  texts = search_index_texts (self->index, project, error);
  if (texts == NULL)
    return FALSE;
  for (guint i = 0; i < MIN (self->words->len, 32); i++)
    if (is_above (self->words->pdata[i], document, unit))
      above |= 1u << i;
  add_cells (self, project, texts, above, document);
  return TRUE;
}

static void
add_alternative (GString *query, char kind, const Word *word)
{
  g_autofree char *pieces = grams_query (kind, word->text);

  if (pieces != NULL)
    g_string_append_printf (query, "%s(%s)", query->len > 0 ? " OR " : "", pieces);
}

/* What the index is asked; NULL: nothing that it could answer.  A word that is part of
 * what a line is called need not be in a project's own texts, unless no other is left.
 */
static char *
index_query (Search *self, const char *kinds)
{
  g_autoptr (GString) query = g_string_new (NULL);
  gboolean all_above = TRUE;

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = self->words->pdata[i];

      all_above &= g_hash_table_size (word->documents) > 0 ||
                   g_hash_table_size (word->units) > 0;
    }
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = self->words->pdata[i];
      g_autoptr (GString) either = g_string_new (NULL);

      if (!all_above && (g_hash_table_size (word->documents) > 0 ||
                         g_hash_table_size (word->units) > 0))
        continue;
      for (const char *kind = kinds; *kind != '\0'; kind++)
        if (*kind == ANY || *kind == NAME || grams_is_letters (word->text))
          add_alternative (either, *kind, word);
      if (either->len > 0)
        g_string_append_printf (query, "%s(%s)", query->len > 0 ? " AND " : "",
                                either->str);
    }
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

static gboolean
search_projects (Search *self, const char *kinds, GError **error)
{
  g_autofree char *query = index_query (self, kinds);
  gint64           after = 0;
  guint            n = query != NULL ? PAGE : 0;

  while (n == PAGE && self->hits->len < SEARCH_LIMIT)
    {
      g_autoptr (GArray) ids =
          search_index_match (self->index, query, after, PAGE, error);

      if (ids == NULL)
        return FALSE;
      n = ids->len;
      for (guint i = 0; i < n && self->hits->len < SEARCH_LIMIT; i++)
        {
          after = g_array_index (ids, gint64, i);
          if (progress_failed (self->progress, error) ||
              !add_project (self, after, error))
            return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
search_find (Db *db, SearchIndex *index, const char *query, Progress *progress,
             GError **error)
{
  static const char names[] = { NAME, NAME_LETTERS, '\0' };
  static const char texts[] = { ANY, NAME_LETTERS, TARGET_LETTERS, '\0' };
  g_auto (Search) self = { .db = db,
                           .index = index,
                           .progress = progress,
                           .words = read_words (query),
                           .hits = g_ptr_array_new_with_free_func (hit_free),
                           .seen = id_set () };

  if (self.words->len == 0)
    return g_steal_pointer (&self.hits);
  return search_names (&self, error) && search_projects (&self, names, error) &&
                 search_projects (&self, texts, error)
             ? g_steal_pointer (&self.hits)
             : NULL;
}

Searcher *
searcher_new (const char *path)
{
  Searcher *self = g_new0 (Searcher, 1);

  self->references = 1;
  self->desk = desk_new (path, DB_OPEN_READ);
  return self;
}

/* Whoever is the last is alone. */
void
searcher_unref (Searcher *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  g_clear_pointer (&self->index, search_index_free);
  desk_unref (self->desk);
  g_free (self);
}

/* What a thread is asked. */
typedef struct {
  Searcher *searcher;
  char     *query;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  searcher_unref (question->searcher);
  g_free (question->query);
  g_free (question);
}

static gpointer
find (Db *db, gpointer what, Progress *progress, GError **error)
{
  const Question *question = what;

  if (question->searcher->index == NULL)
    question->searcher->index = search_index_new (db);
  return search_find (db, question->searcher->index, question->query, progress, error);
}

void
searcher_find (Searcher *self, Errand **place, const char *query, ErrandDone done,
               gpointer data)
{
  static const ErrandKind kind = { find, question_free,
                                   (GDestroyNotify) g_ptr_array_unref, 0 };
  Question               *question = g_new (Question, 1);

  g_atomic_int_inc (&self->references);
  *question = (Question){ self, g_strdup (query) };
  errand_begin (place, self->desk, &kind, question, done, data);
}
