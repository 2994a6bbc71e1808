/* app/compare/pairing.c — which item of one list is which of another. */

#include "app/compare/pairing.h"
#include "app/compare/likeness-index.h"

#include <stdlib.h>

struct _Pairing {
  guint     n_before, n_after;
  gboolean *before, *after; /* done with */
  GArray   *pairs;
};

Pairing *
pairing_new (guint n_before, guint n_after)
{
  Pairing *self = g_new (Pairing, 1);

  self->n_before = n_before;
  self->n_after = n_after;
  self->before = g_new0 (gboolean, n_before);
  self->after = g_new0 (gboolean, n_after);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  return self;
}

void
pairing_free (Pairing *self)
{
  g_free (self->before);
  g_free (self->after);
  g_array_unref (self->pairs);
  g_free (self);
}

gboolean
pairing_has_before (const Pairing *self, guint before)
{
  return self->before[before];
}

gboolean
pairing_has_after (const Pairing *self, guint after)
{
  return self->after[after];
}

void
pairing_join (Pairing *self, guint before, guint after, int sureness)
{
  Pair pair = { before, after, sureness };

  self->before[before] = TRUE;
  self->after[after] = TRUE;
  g_array_append_val (self->pairs, pair);
}

void
pairing_skip_before (Pairing *self, guint before)
{
  self->before[before] = TRUE;
}

void
pairing_skip_after (Pairing *self, guint after)
{
  self->after[after] = TRUE;
}

/* The places of each key among the items that are left: GQueue of GUINT_TO_POINTER. */
static GHashTable *
places_by_key (char *const *keys, const gboolean *done, guint n)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < n; i++)
    {
      GQueue *queue;

      if (keys[i] == NULL || done[i])
        continue;
      queue = g_hash_table_lookup (places, keys[i]);
      if (queue == NULL)
        g_hash_table_insert (places, keys[i], queue = g_queue_new ());
      g_queue_push_tail (queue, GUINT_TO_POINTER (i));
    }
  return places;
}

void
pairing_by_key (Pairing *self, char *const *before, char *const *after, int sureness,
                gboolean is_unique)
{
  g_autoptr (GHashTable) early = places_by_key (before, self->before, self->n_before);
  g_autoptr (GHashTable) late = places_by_key (after, self->after, self->n_after);

  for (guint i = 0; i < self->n_after; i++)
    {
      GQueue *mine =
          after[i] && !self->after[i] ? g_hash_table_lookup (late, after[i]) : NULL;
      GQueue *others = mine ? g_hash_table_lookup (early, after[i]) : NULL;

      if (others == NULL || g_queue_is_empty (others) ||
          (is_unique && (mine->length > 1 || others->length > 1)))
        continue;
      pairing_join (self, GPOINTER_TO_UINT (g_queue_pop_head (others)), i, sureness);
    }
}

/* The pairs of one later item that score enough. */
static void
score_candidates (const GArray *candidates, guint after, int least, PairingScore score,
                  gpointer data, GArray *scored)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      Pair pair = { g_array_index (candidates, guint, i), after, 0 };

      pair.sureness = score (pair.before, after, data);
      if (pair.sureness >= least)
        g_array_append_val (scored, pair);
    }
}

/* The surest first; of equals those that moved least. */
static int
compare_sureness (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;
  int         one_way = abs ((int) one->before - (int) one->after);
  int         other_way = abs ((int) other->before - (int) other->after);

  if (one->sureness != other->sureness)
    return other->sureness - one->sureness;
  if (one_way != other_way)
    return one_way - other_way;
  return one->after != other->after ? (int) one->after - (int) other->after
                                    : (int) one->before - (int) other->before;
}

void
pairing_by_likeness (Pairing *self, GPtrArray *before, GPtrArray *after, int least,
                     PairingScore score, gpointer data)
{
  g_autoptr (LikenessIndex) index = likeness_index_new ();
  g_autoptr (GArray) scored = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < self->n_before; i++)
    if (!self->before[i])
      likeness_index_add (index, before->pdata[i], i);
  for (guint i = 0; i < self->n_after; i++)
    if (!self->after[i])
      score_candidates (likeness_index_find (index, after->pdata[i]), i, least, score,
                        data, scored);
  g_array_sort (scored, compare_sureness);
  for (guint i = 0; i < scored->len; i++)
    {
      const Pair *pair = &g_array_index (scored, Pair, i);

      if (!self->before[pair->before] && !self->after[pair->after])
        pairing_join (self, pair->before, pair->after, pair->sureness);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;

  return (one->after > other->after) - (one->after < other->after);
}

GArray *
pairing_get (Pairing *self)
{
  g_array_sort (self->pairs, compare_places);
  return self->pairs;
}
