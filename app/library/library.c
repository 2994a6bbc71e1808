/* app/library/library.c — 指标库: every indicator, like ones together. */

#include "app/library/library.h"
#include "app/compare/likeness-index.h"
#include "app/compare/likeness.h"
#include "app/edit/arrangement.h"
#include "app/reading/level.h"
#include "app/search/grams.h"
#include "db/cell.h"
#include "db/indicator.h"

#define ALIKE   860 /* of LIKENESS_SAME: a slip, a year, a word more in a long name */
#define SAMPLES 4   /* so many numbers tell what is usual */
#define FAR     5   /* times the usual distance from the middle */

struct _Library {
  GPtrArray *names;   /* LibraryName * */
  GPtrArray *entries; /* LibraryEntry * */
};

static void
entry_free (gpointer data)
{
  LibraryEntry *entry = data;

  g_ptr_array_unref (entry->spellings);
  g_free (entry);
}

static LibraryEntry *
entry_new (const LibraryName *name)
{
  LibraryEntry *entry = g_new0 (LibraryEntry, 1);

  entry->name = name;
  entry->first_year = entry->last_year = DB_NULL;
  entry->spellings = g_ptr_array_new ();
  return entry;
}

static void
entry_add (LibraryEntry *entry, LibraryName *name)
{
  g_ptr_array_add (entry->spellings, name);
  entry->times += name->times;
  if (name->first_year != DB_NULL &&
      (entry->first_year == DB_NULL || name->first_year < entry->first_year))
    entry->first_year = name->first_year;
  if (name->last_year != DB_NULL &&
      (entry->last_year == DB_NULL || name->last_year > entry->last_year))
    entry->last_year = name->last_year;
}

/* 数量指标 and 数量 are one level. */
static gboolean
is_same_level (const char *one, const char *other)
{
  const char *known = level2_read (one);

  return known != NULL ? known == level2_read (other) : g_strcmp0 (one, other) == 0;
}

/* The entry among the candidates that a name belongs to, or NULL. */
static LibraryEntry *
find_alike (const Library *self, const GArray *candidates, GPtrArray *profiles,
            const GArray *profile, const LibraryName *name)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      guint         at = g_array_index (candidates, guint, i);
      LibraryEntry *entry = self->entries->pdata[at];

      if (is_same_level (entry->name->level2, name->level2) &&
          likeness_compare (profiles->pdata[at], profile) >= ALIKE)
        return entry;
    }
  return NULL;
}

/* The frequent names come first, so that each entry is called by one. */
static void
group (Library *self)
{
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (LikenessIndex) index = likeness_index_new ();

  for (guint i = 0; i < self->names->len; i++)
    {
      LibraryName  *name = self->names->pdata[i];
      GArray       *profile = likeness_profile (name->name);
      const GArray *candidates = likeness_index_find (index, profile);
      LibraryEntry *entry = find_alike (self, candidates, profiles, profile, name);

      if (entry == NULL)
        {
          entry = entry_new (name);
          likeness_index_add (index, profile, self->entries->len);
          g_ptr_array_add (self->entries, entry);
          g_ptr_array_add (profiles, g_array_ref (profile));
        }
      entry_add (entry, name);
      g_array_unref (profile);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const LibraryEntry *one = *(LibraryEntry *const *) a;
  const LibraryEntry *other = *(LibraryEntry *const *) b;

  return (one->times < other->times) - (one->times > other->times);
}

Library *
library_new (Db *db, GError **error)
{
  GPtrArray *names = library_names (db, error);
  Library   *self;

  if (names == NULL)
    return NULL;
  self = g_new (Library, 1);
  self->names = names;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  group (self);
  g_ptr_array_sort (self->entries, compare_times);
  return self;
}

void
library_free (Library *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->names);
  g_free (self);
}

const GPtrArray *
library_entries (Library *self)
{
  return self->entries;
}

/* Whether every word stands in a spelling, or is its first letters. */
static gboolean
holds (const LibraryEntry *entry, GPtrArray *words)
{
  for (guint i = 0; i < entry->spellings->len; i++)
    {
      const LibraryName *name = entry->spellings->pdata[i];
      g_autoptr (GramText) text = gram_text_new (name->name);
      guint found = 0, start, end;

      for (guint k = 0; k < words->len; k++)
        {
          const GramText *word = words->pdata[k];

          found += gram_text_find (text, word, FALSE, &start, &end) ||
                   (grams_is_letters (word) &&
                    gram_text_find (text, word, TRUE, &start, &end));
        }
      if (found == words->len)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
library_find (Library *self, const char *words, const char *level2)
{
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gram_text_free);
  g_auto (GStrv) texts = g_strsplit_set (words ? words : "", " \t　", -1);
  GPtrArray *found = g_ptr_array_new ();

  for (char **text = texts; *text != NULL; text++)
    if (**text != '\0')
      g_ptr_array_add (parts, gram_text_new (*text));
  for (guint i = 0; i < self->entries->len; i++)
    {
      LibraryEntry *entry = self->entries->pdata[i];

      if ((level2 == NULL || is_same_level (entry->name->level2, level2)) &&
          holds (entry, parts))
        g_ptr_array_add (found, entry);
    }
  return found;
}

GPtrArray *
library_entry_uses (Db *db, const LibraryEntry *entry, GError **error)
{
  GPtrArray *all = NULL;

  for (guint i = 0; i < entry->spellings->len; i++)
    {
      const LibraryName *name = entry->spellings->pdata[i];
      GPtrArray         *uses = library_uses (db, name->name, name->level2, error);

      if (uses == NULL)
        {
          g_clear_pointer (&all, g_ptr_array_unref);
          break;
        }
      if (all == NULL)
        all = uses;
      else
        g_ptr_array_extend_and_steal (all, uses);
    }
  return all;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* The middle one. */
static gint64
median (GArray *numbers)
{
  g_array_sort (numbers, compare_numbers);
  return g_array_index (numbers, gint64, numbers->len / 2);
}

gboolean
library_is_outlier (const GPtrArray *uses, const LibraryUse *use)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 middle, distance;

  for (guint i = 0; use->number_e6 != DB_NULL && i < uses->len; i++)
    {
      const LibraryUse *other = uses->pdata[i];

      if (other->number_e6 != DB_NULL &&
          g_str_equal (other->number_unit, use->number_unit))
        g_array_append_val (numbers, other->number_e6);
    }
  if (numbers->len < SAMPLES)
    return FALSE;
  middle = median (numbers);
  for (guint i = 0; i < numbers->len; i++)
    g_array_index (numbers, gint64, i) =
        ABS (g_array_index (numbers, gint64, i) - middle);
  distance = MAX (median (numbers), ABS (middle) / 20);
  return ABS (use->number_e6 - middle) > FAR * distance;
}

gint64
library_insert (Db *db, const LibraryUse *use, gint64 project, gint64 place,
                GError **error)
{
  static const char *const columns[] = { "level1",      "level2",    "name",
                                         "description", "criterion", "operator_text",
                                         "value_text",  "unit_text", "basis" };
  RowValue                 values[G_N_ELEMENTS (columns)];
  gint64                   row = 0;
  gsize                    n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      char *text = NULL;

      if (!cell_get (db, &indicator_table, use->indicator, columns[i], &text, error))
        break;
      values[n++] = (RowValue){ columns[i], text };
    }
  if (n == G_N_ELEMENTS (columns))
    row = arrangement_add (db, "indicator", project, place, values, n, error);
  for (gsize i = 0; i < n; i++)
    g_free ((char *) values[i].text);
  return row;
}
