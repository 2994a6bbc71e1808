/* app/library/citation.c — 文号 that texts quote. */

#include "app/library/citation.h"
#include "app/fold.h"
#include "app/library/respelling.h"
#include "app/reading/doc-number.h"
#include "db/reading.h"

#include <string.h>

#define WORD "号" /* every number ends with it */

static Words *
load_words (Db *db, GError **error)
{
  g_autoptr (GPtrArray) listed = reading_words (db, error);

  return listed != NULL ? words_new (listed) : NULL;
}

/* A number that a cell quotes. */
typedef struct {
  const LibraryCell *cell;
  DocNumber         *number; /* its issuer is that of the group */
  char              *spelled;
} Citation;

static void
citation_free (gpointer data)
{
  g_free (((Citation *) data)->spelled);
  g_free (data);
}

/* All of them, in the order of the cells. */
typedef struct {
  GPtrArray *cells;     /* LibraryCell * */
  GPtrArray *numbers;   /* DocNumber * */
  GPtrArray *citations; /* Citation * */
} Citations;

static void
citations_clear (Citations *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  g_clear_pointer (&self->citations, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Citations, citations_clear)

/* Whether it is the number of the other issuer with words in front of it: 落实财预,
 * where 财预 is quoted too.  One character more (冀财预) is another issuer.  */
static gboolean
is_led (const DocNumber *number, const DocNumber *other)
{
  return number->year == other->year && number->number == other->number &&
         g_str_has_suffix (number->issuer, other->issuer) &&
         g_utf8_strlen (number->issuer, -1) >= g_utf8_strlen (other->issuer, -1) + 2;
}

/* Leaves n characters out that stand in front, and the spaces among them. */
static gsize
skip (const char *text, gsize start, glong n)
{
  const char *p = text + start;

  for (; n > 0 || fold_character (g_utf8_get_char (p)) == 0; p = g_utf8_next_char (p))
    n -= fold_character (g_utf8_get_char (p)) != 0;
  return (gsize) (p - text);
}

static void
take_lead (DocNumber *number, const char *text, const char *issuer)
{
  number->start =
      skip (text, number->start,
            g_utf8_strlen (number->issuer, -1) - g_utf8_strlen (issuer, -1));
  g_free (number->issuer);
  number->issuer = g_strdup (issuer);
}

static gint64
key_of (const DocNumber *number)
{
  return (gint64) number->year * 100000 + number->number; /* of five digits at most */
}

static void
sort_by_number (const Citations *self, GHashTable *by_number)
{
  for (guint i = 0; i < self->numbers->len; i++)
    {
      DocNumber *number = self->numbers->pdata[i];
      gint64     key = key_of (number);
      GPtrArray *rivals = g_hash_table_lookup (by_number, &key);

      if (rivals == NULL)
        {
          rivals = g_ptr_array_new ();
          g_hash_table_insert (by_number, g_memdup2 (&key, sizeof key), rivals);
        }
      g_ptr_array_add (rivals, number);
    }
}

/* Lets every citation have the shortest issuer that is quoted. */
static void
settle_issuers (Citations *self)
{
  g_autoptr (GHashTable) by_number =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                             (GDestroyNotify) g_ptr_array_unref);

  sort_by_number (self, by_number);
  for (guint i = 0; i < self->citations->len; i++)
    {
      Citation  *citation = self->citations->pdata[i];
      gint64     key = key_of (citation->number);
      GPtrArray *rivals = g_hash_table_lookup (by_number, &key);

      for (guint k = 0; k < rivals->len; k++)
        if (is_led (citation->number, rivals->pdata[k]))
          take_lead (citation->number, citation->cell->text,
                     ((DocNumber *) rivals->pdata[k])->issuer);
      citation->spelled = g_strndup (citation->cell->text + citation->number->start,
                                     citation->number->end - citation->number->start);
    }
}

static gboolean
citations_read (Citations *self, Db *db, GError **error)
{
  g_autoptr (Words) words = load_words (db, error);

  self->cells = words != NULL ? library_cells (db, WORD, error) : NULL;
  if (self->cells == NULL)
    return FALSE;
  self->numbers = doc_numbers_new ();
  self->citations = g_ptr_array_new_with_free_func (citation_free);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint n = self->numbers->len;

      doc_numbers_add (self->numbers, words,
                       ((LibraryCell *) self->cells->pdata[i])->text);
      for (; n < self->numbers->len; n++)
        {
          Citation *citation = g_new0 (Citation, 1);

          citation->cell = self->cells->pdata[i];
          citation->number = self->numbers->pdata[n];
          g_ptr_array_add (self->citations, citation);
        }
    }
  settle_issuers (self);
  return TRUE;
}

/* Counts a spelling in its group. */
static void
count (GPtrArray *group, const char *spelled)
{
  LibraryName *name;

  for (guint i = 0; i < group->len; i++)
    if (strcmp (((LibraryName *) group->pdata[i])->name, spelled) == 0)
      {
        ((LibraryName *) group->pdata[i])->times++;
        return;
      }
  name = g_new0 (LibraryName, 1);
  name->name = g_strdup (spelled);
  name->times = 1;
  g_ptr_array_add (group, name);
}

/* The spellings by the number as the standard has it. */
static GHashTable *
groups_of (const Citations *self)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->citations->len; i++)
    {
      const Citation  *citation = self->citations->pdata[i];
      g_autofree char *key = doc_number_write (citation->number);
      GPtrArray       *group = g_hash_table_lookup (groups, key);

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (library_name_free);
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      count (group, citation->spelled);
    }
  return groups;
}

static guint
times_of (const GPtrArray *group)
{
  guint times = 0;

  for (guint i = 0; i < group->len; i++)
    times += ((LibraryName *) group->pdata[i])->times;
  return times;
}

/* The most quoted first; of equals by the number. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const GPtrArray *one = *(GPtrArray *const *) a, *other = *(GPtrArray *const *) b;
  guint            times = times_of (one), other_times = times_of (other);

  if (times != other_times)
    return times > other_times ? -1 : 1;
  return strcmp (((LibraryName *) one->pdata[0])->name,
                 ((LibraryName *) other->pdata[0])->name);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const LibraryName *one = *(LibraryName *const *) a,
                    *other = *(LibraryName *const *) b;

  if (one->times != other->times)
    return one->times > other->times ? -1 : 1;
  return strcmp (one->name, other->name);
}

/* The one that the standard asks for, which need not occur. */
static void
put_standard_first (GPtrArray *group, const char *standard)
{
  LibraryName *name = NULL;

  for (guint i = 0; name == NULL && i < group->len; i++)
    if (strcmp (((LibraryName *) group->pdata[i])->name, standard) == 0)
      name = g_ptr_array_steal_index (group, i);
  if (name == NULL)
    {
      name = g_new0 (LibraryName, 1);
      name->name = g_strdup (standard);
    }
  g_ptr_array_sort (group, compare_times);
  g_ptr_array_insert (group, 0, name);
}

GPtrArray *
citation_variants (Db *db, GError **error)
{
  g_auto (Citations) citations = { NULL };
  g_autoptr (GHashTable) groups = NULL;
  GPtrArray     *variants;
  GHashTableIter iter;
  gpointer       standard, group;

  if (!citations_read (&citations, db, error))
    return NULL;
  groups = groups_of (&citations);
  variants = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &standard, &group))
    if (((GPtrArray *) group)->len > 1)
      {
        put_standard_first (group, standard);
        g_ptr_array_add (variants, g_ptr_array_ref (group));
      }
  g_ptr_array_sort (variants, compare_groups);
  return variants;
}

/* Writes the spelling into a cell, from its citation i on; i gets the next cell's. */
static char *
respell_cell (const Citations *self, guint *i, const char *const *others,
              const char *spelling)
{
  const LibraryCell *cell = ((Citation *) self->citations->pdata[*i])->cell;
  GString           *after = g_string_new (NULL);
  gsize              done = 0;

  for (; *i < self->citations->len; ++*i)
    {
      const Citation *citation = self->citations->pdata[*i];

      if (citation->cell != cell)
        break;
      if (!g_strv_contains (others, citation->spelled))
        continue;
      g_string_append_len (after, cell->text + done,
                           (gssize) (citation->number->start - done));
      g_string_append (after, spelling);
      done = citation->number->end;
    }
  g_string_append (after, cell->text + done);
  return g_string_free (after, FALSE);
}

gboolean
citation_respell (GPtrArray *respellings, Db *db, const char *const *others,
                  const char *spelling, GError **error)
{
  g_auto (Citations) citations = { NULL };

  if (!citations_read (&citations, db, error))
    return FALSE;
  for (guint i = 0; i < citations.citations->len;)
    {
      const LibraryCell *cell = ((Citation *) citations.citations->pdata[i])->cell;
      g_autofree char   *after = respell_cell (&citations, &i, others, spelling);

      if (strcmp (after, cell->text) != 0 &&
          !respelling_add (respellings, db, cell, after, error))
        return FALSE;
    }
  return TRUE;
}
