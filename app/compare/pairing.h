/* app/compare/pairing.h — which item of one list is which of another: one to one, the
 * surest pairs first.
 */

#pragma once

#include <glib.h>

typedef struct {
  guint before, after; /* places in the two lists */
  int   sureness;      /* 0…1000 */
} Pair;

typedef struct _Pairing Pairing;

Pairing *pairing_new (guint n_before, guint n_after);
void     pairing_free (Pairing *self);

/* An item of either list has its partner, or is to have none. */
gboolean pairing_has_before (const Pairing *self, guint before);
gboolean pairing_has_after (const Pairing *self, guint after);

/* Pairs two items. */
void pairing_join (Pairing *self, guint before, guint after, int sureness);

/* Lets an item have no partner. */
void pairing_skip_before (Pairing *self, guint before);
void pairing_skip_after (Pairing *self, guint after);

/* How sure it is that two items are the same. */
typedef int (*PairingScore) (guint before, guint after, gpointer data);

/* Pairs what has the same key, the first with the first.  A NULL is no key.
 * is_unique: only keys that stand once in either list.  */
void pairing_by_key (Pairing *self, char *const *before, char *const *after,
                     int sureness, gboolean is_unique);

/* Pairs what is left, the surest first, as long as a score is at least least.  Scored
 * are those that have something rare of their profiles (GArray of guint64, sorted) in
 * common, so that long lists take no longer than their length.  */
void pairing_by_likeness (Pairing *self, GPtrArray *before, GPtrArray *after, int least,
                          PairingScore score, gpointer data);

/* The pairs, by place in the later list: Pair.  Lent. */
GArray *pairing_get (Pairing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pairing, pairing_free)
