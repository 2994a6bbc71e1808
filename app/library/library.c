/* app/library/library.c — 指标库: every indicator, like ones together. */

#include "app/library/library.h"
#include "app/compare/likeness-index.h"
#include "app/compare/likeness.h"
#include "app/decimal.h"
#include "app/reading/level.h"
#include "app/search/grams.h"

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
  g_ptr_array_unref (entry->places);
  g_free (entry);
}

static LibraryEntry *
entry_new (const LibraryName *name)
{
  LibraryEntry *entry = g_new0 (LibraryEntry, 1);

  entry->name = name;
  entry->first_year = entry->last_year = DB_NULL;
  entry->spellings = g_ptr_array_new ();
  entry->places = g_ptr_array_new ();
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
  for (char **place = name->places; *place != NULL; place++)
    if (!g_ptr_array_find_with_equal_func (entry->places, *place, g_str_equal, NULL))
      g_ptr_array_add (entry->places, *place);
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
  self = g_atomic_rc_box_new0 (Library);
  self->names = names;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  group (self);
  g_ptr_array_sort (self->entries, compare_times);
  return self;
}

Library *
library_ref (Library *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  Library *self = data;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->names);
}

void
library_unref (Library *self)
{
  g_atomic_rc_box_release_full (self, clear);
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
  g_auto (GStrv) texts = grams_words (words ? words : "");
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

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const LibraryUse *one = *(LibraryUse *const *) a, *other = *(LibraryUse *const *) b;

  if (one->year != other->year)
    return one->year < other->year ? 1 : -1;
  return (one->indicator > other->indicator) - (one->indicator < other->indicator);
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
  if (all != NULL)
    g_ptr_array_sort (all, compare_years);
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

char *
library_entry_values (const LibraryEntry *entry)
{
  const char      *unit = entry->name->number_unit;
  gint64           least = DB_NULL, most = DB_NULL;
  g_autofree char *from = NULL, *to = NULL;

  for (guint i = 0; i < entry->spellings->len; i++)
    {
      const LibraryName *name = entry->spellings->pdata[i];

      if (name->least_e6 == DB_NULL)
        continue;
      if (g_strcmp0 (name->number_unit, unit) != 0)
        return g_strdup ("");
      least = least == DB_NULL ? name->least_e6 : MIN (least, name->least_e6);
      most = MAX (most, name->most_e6);
    }
  if (least == DB_NULL || unit == NULL)
    return g_strdup ("");
  from = decimal_write (least);
  to = decimal_write (most);
  return least == most ? g_strdup_printf ("%s %s", from, unit)
                       : g_strdup_printf ("%s…%s %s", from, to, unit);
}

char *
library_entry_where (const LibraryEntry *entry)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entry->places->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            (const char *) entry->places->pdata[i]);
  return g_string_free (names, FALSE);
}

guint
library_entry_findings (const LibraryEntry *entry, GHashTable *findings)
{
  guint n = 0;

  for (guint i = 0; i < entry->spellings->len; i++)
    {
      const LibraryName *name = entry->spellings->pdata[i];
      g_autofree char   *key = library_key (name->name, name->level2);

      n += GPOINTER_TO_UINT (g_hash_table_lookup (findings, key));
    }
  return n;
}
