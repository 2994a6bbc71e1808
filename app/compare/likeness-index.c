/* app/compare/likeness-index.c — the few texts of many that may be like a given one. */

#include "app/compare/likeness-index.h"

#define CANDIDATES 12   /* so many like ones are answered, */
#define VISITS     1024 /* found in so many places that the rarest pairs stand in */

struct _LikenessIndex {
  GHashTable *places;  /* pair of characters → GArray of numbers */
  GArray     *weights; /* double, by number; all 0 between two searches */
  GArray     *found;   /* guint */
};

LikenessIndex *
likeness_index_new (void)
{
  LikenessIndex *self = g_new (LikenessIndex, 1);

  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                        (GDestroyNotify) g_array_unref);
  self->weights = g_array_new (FALSE, TRUE, sizeof (double));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
likeness_index_free (LikenessIndex *self)
{
  g_hash_table_unref (self->places);
  g_array_unref (self->weights);
  g_array_unref (self->found);
  g_free (self);
}

/* Whether the pair at k of a sorted profile is the first of its like. */
static gboolean
is_first (const GArray *profile, guint k)
{
  return k == 0 ||
         g_array_index (profile, guint64, k - 1) != g_array_index (profile, guint64, k);
}

void
likeness_index_add (LikenessIndex *self, const GArray *profile, guint number)
{
  for (guint k = 0; k < profile->len; k++)
    {
      guint64 *pair = &g_array_index (profile, guint64, k);
      GArray  *places = g_hash_table_lookup (self->places, pair);

      if (!is_first (profile, k))
        continue;
      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->places, pair, places);
        }
      g_array_append_val (places, number);
    }
  if (self->weights->len <= number)
    g_array_set_size (self->weights, number + 1);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const GArray *one = *(GArray *const *) a, *other = *(GArray *const *) b;

  return (one->len > other->len) - (one->len < other->len);
}

/* Where the pairs of a profile stand, the rarest first. */
static GPtrArray *
places_of (const LikenessIndex *self, const GArray *profile)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint k = 0; k < profile->len; k++)
    {
      GArray *places =
          g_hash_table_lookup (self->places, &g_array_index (profile, guint64, k));

      if (places != NULL && is_first (profile, k))
        g_ptr_array_add (found, places);
    }
  g_ptr_array_sort (found, compare_lengths);
  return found;
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *weights = data;
  double        one = g_array_index (weights, double, *(const guint *) a);
  double        other = g_array_index (weights, double, *(const guint *) b);

  return (one < other) - (one > other);
}

static void
weigh (LikenessIndex *self, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint   number = g_array_index (places, guint, i);
      double *weight = &g_array_index (self->weights, double, number);

      if (*weight == 0)
        g_array_append_val (self->found, number);
      *weight += 1.0 / places->len;
    }
}

const GArray *
likeness_index_find (LikenessIndex *self, const GArray *profile)
{
  g_autoptr (GPtrArray) places = places_of (self, profile);
  guint visits = 0;

  g_array_set_size (self->found, 0);
  for (guint k = 0; k < places->len && visits < VISITS; k++)
    {
      visits += ((GArray *) places->pdata[k])->len;
      weigh (self, places->pdata[k]);
    }
  g_array_sort_with_data (self->found, compare_weights, self->weights);
  for (guint i = 0; i < self->found->len; i++)
    g_array_index (self->weights, double, g_array_index (self->found, guint, i)) = 0;
  g_array_set_size (self->found, MIN (self->found->len, CANDIDATES));
  return self->found;
}
