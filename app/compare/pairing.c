/* app/compare/pairing.c — which item of one list is which of another. */

#include "app/compare/pairing.h"

#include <stdlib.h>
#include <string.h>

#define CANDIDATES 12   /* so many like ones are looked at for each item, */
#define VISITS     1024 /* found in so many places that its rarest pairs stand in */

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

/* Where each pair of characters stands among the earlier items that are left. */
static GHashTable *
index_profiles (const Pairing *self, GPtrArray *profiles)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < profiles->len; i++)
    {
      GArray *profile = profiles->pdata[i];

      for (guint k = 0; !self->before[i] && k < profile->len; k++)
        {
          guint64 *token = &g_array_index (profile, guint64, k);
          GArray  *places = g_hash_table_lookup (index, token);

          if (k > 0 && token[-1] == *token)
            continue;
          if (places == NULL)
            {
              places = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, token, places);
            }
          g_array_append_val (places, i);
        }
    }
  return index;
}

/* The earlier items that have most of what is rare in common with a profile. */
typedef struct {
  double *weights; /* of each earlier item; all 0 between two searches */
  GArray *touched; /* guint */
} Search;

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *weights = data;
  double        one = weights[*(const guint *) a], other = weights[*(const guint *) b];

  return (one < other) - (one > other);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const GArray *one = *(GArray *const *) a, *other = *(GArray *const *) b;

  return (one->len > other->len) - (one->len < other->len);
}

/* Where the pairs of characters of a profile stand, the rarest first: GArray of guint.
 */
static GPtrArray *
places_of (GHashTable *index, const GArray *profile)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint k = 0; k < profile->len; k++)
    {
      guint64 *token = &g_array_index (profile, guint64, k);
      GArray  *places = g_hash_table_lookup (index, token);

      if (places != NULL && (k == 0 || token[-1] != *token))
        g_ptr_array_add (found, places);
    }
  g_ptr_array_sort (found, compare_lengths);
  return found;
}

static void
find_candidates (Search *search, GHashTable *index, const GArray *profile)
{
  g_autoptr (GPtrArray) found = places_of (index, profile);
  guint visits = 0;

  g_array_set_size (search->touched, 0);
  for (guint k = 0; k < found->len && visits < VISITS; k++)
    {
      const GArray *places = found->pdata[k];

      visits += places->len;
      for (guint i = 0; i < places->len; i++)
        {
          guint place = g_array_index (places, guint, i);

          if (search->weights[place] == 0)
            g_array_append_val (search->touched, place);
          search->weights[place] += 1.0 / places->len;
        }
    }
  g_array_sort_with_data (search->touched, compare_weights, search->weights);
}

/* Adds the pairs of one later item that score enough. */
static void
score_candidates (Search *search, guint after, int least, PairingScore score,
                  gpointer data, GArray *scored)
{
  for (guint i = 0; i < search->touched->len; i++)
    {
      guint before = g_array_index (search->touched, guint, i);
      Pair  pair = { before, after, 0 };

      search->weights[before] = 0;
      if (i >= CANDIDATES)
        continue;
      pair.sureness = score (before, after, data);
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
  g_autoptr (GHashTable) index = index_profiles (self, before);
  g_autoptr (GArray) scored = g_array_new (FALSE, FALSE, sizeof (Pair));
  Search search = { g_new0 (double, self->n_before),
                    g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < self->n_after; i++)
    if (!self->after[i])
      {
        find_candidates (&search, index, after->pdata[i]);
        score_candidates (&search, i, least, score, data, scored);
      }
  g_array_sort (scored, compare_sureness);
  for (guint i = 0; i < scored->len; i++)
    {
      const Pair *pair = &g_array_index (scored, Pair, i);

      if (!self->before[pair->before] && !self->after[pair->after])
        pairing_join (self, pair->before, pair->after, pair->sureness);
    }
  g_free (search.weights);
  g_array_unref (search.touched);
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
