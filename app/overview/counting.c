/* app/overview/counting.c — the findings of texts, counted aside and kept. */

#include "app/overview/counting.h"
#include "db/history.h"

/* So long texts are counted until what was found is told, in microseconds. */
#define TURN (G_USEC_PER_SEC / 3)

/* So many steps of history are looked at one by one. */
#define MOST_STEPS   100
#define MOST_CHANGES 1000

struct _OverviewCounting {
  void (*changed) (GError *error, gpointer data);
  gpointer    data;
  Desk       *desk;    /* of what is counted, lent */
  GHashTable *counted; /* gint64 * → GPtrArray * of overview_findings() */
  GHashTable *stale;   /* gint64 *: set of those that are to be counted again */
  GArray     *due;     /* gint64: texts in the order they are counted */
  guint       done;    /* of due */
  gint64      changes; /* db_count_changes() at the last look; -1: there was none */
  gint64      line;    /* the newest of the history then */
  Errand     *running;
};

/* What is counted in one turn. */
typedef struct {
  GArray    *due; /* a reference */
  guint      done;
  GPtrArray *found; /* GPtrArray *, of the texts from done on */
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  g_array_unref (turn->due);
  g_ptr_array_unref (turn->found);
  g_free (turn);
}

static gpointer
count_some (Db *db, gpointer what, Progress *progress, GError **error)
{
  Turn  *turn = what;
  gint64 end = g_get_monotonic_time () + TURN;

  g_ptr_array_set_size (turn->found, 0);
  progress_begin (progress, 0, turn->due->len);
  for (guint i = 0; i < turn->done; i++)
    progress_step (progress);
  for (guint i = turn->done;
       i < turn->due->len && (i == turn->done || g_get_monotonic_time () < end); i++)
    {
      GPtrArray *found =
          overview_findings (db, g_array_index (turn->due, gint64, i), error);

      if (found == NULL)
        return NULL;
      g_ptr_array_add (turn->found, found);
      progress_step (progress);
    }
  return turn;
}

static void take_turn (OverviewCounting *self);

static gint64 *
key_of (gint64 document)
{
  return g_memdup2 (&document, sizeof document);
}

static void
counted (gpointer result, GError *error, gpointer data)
{
  OverviewCounting *self = data;
  const Turn       *turn = result;

  for (guint i = 0; turn != NULL && i < turn->found->len; i++)
    {
      gint64 document = g_array_index (turn->due, gint64, turn->done + i);

      g_hash_table_insert (self->counted, key_of (document),
                           g_ptr_array_ref (turn->found->pdata[i]));
      g_hash_table_remove (self->stale, &document);
    }
  if (turn != NULL)
    {
      self->done += turn->found->len;
      take_turn (self);
    }
  self->changed (error, self->data);
}

static void
take_turn (OverviewCounting *self)
{
  static const ErrandKind kind = { count_some, turn_free, NULL, G_PRIORITY_LOW };
  Turn                   *turn;

  if (self->done >= self->due->len)
    return;
  turn = g_new (Turn, 1);
  *turn = (Turn){ g_array_ref (self->due), self->done,
                  g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref) };
  errand_begin (&self->running, self->desk, &kind, turn, counted, self);
}

OverviewCounting *
overview_counting_new (void (*changed) (GError *error, gpointer data), gpointer data)
{
  OverviewCounting *self = g_new0 (OverviewCounting, 1);

  self->changed = changed;
  self->data = data;
  self->counted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->due = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->changes = -1;
  return self;
}

void
overview_counting_free (OverviewCounting *self)
{
  errand_drop (&self->running);
  g_hash_table_unref (self->counted);
  g_hash_table_unref (self->stale);
  g_array_unref (self->due);
  g_free (self);
}

static void
mark_stale (OverviewCounting *self, gint64 document)
{
  if (g_hash_table_contains (self->counted, &document))
    g_hash_table_add (self->stale, key_of (document));
}

static void
mark_all (OverviewCounting *self)
{
  GHashTableIter iter;
  gpointer       document;

  g_hash_table_iter_init (&iter, self->counted);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    mark_stale (self, *(gint64 *) document);
}

/* FALSE: one cannot tell at once what a step of the history touched. */
static gboolean
mark_step (OverviewCounting *self, Db *db, const HistoryEntry *entry)
{
  g_autoptr (GPtrArray) changes =
      entry->kind != HISTORY_FOREIGN ? history_changes (db, entry, NULL) : NULL;

  if (changes == NULL || changes->len > MOST_CHANGES)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      gint64 document = history_document (db, changes->pdata[i], NULL);

      if (document == 0)
        return FALSE;
      mark_stale (self, document);
    }
  return TRUE;
}

static gint64
newest_line (const HistoryEntry *entry)
{
  return entry->lines->len > 0 ? g_array_index (entry->lines, gint64, 0) : 0;
}

gboolean
overview_counting_look (OverviewCounting *self, Db *db, GError **error)
{
  gint64   changes = db_count_changes (db), line = self->line;
  gboolean is_known = FALSE;
  g_autoptr (GPtrArray) entries = NULL;

  if (changes == self->changes)
    return TRUE;
  entries = history_entries (db, 0, MOST_STEPS, error);
  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const HistoryEntry *entry = entries->pdata[i];

      if (newest_line (entry) <= line)
        {
          is_known = i > 0; /* or else something that has no history */
          break;
        }
      if (!mark_step (self, db, entry))
        break;
    }
  if (!is_known)
    mark_all (self);
  self->changes = changes;
  self->line = entries->len > 0 ? newest_line (entries->pdata[0]) : 0;
  return TRUE;
}

/* Those of the year that is looked at, or the others. */
static void
add_due (OverviewCounting *self, const Overview *overview, gboolean is_year)
{
  for (guint i = 0; i < overview->figures->len; i++)
    {
      const OverviewFigure *text = overview->figures->pdata[i];

      if (text->topic == OVERVIEW_TEXT &&
          (text->year == overview_year (overview)) == is_year &&
          (!g_hash_table_contains (self->counted, &text->id) ||
           g_hash_table_contains (self->stale, &text->id)))
        g_array_append_val (self->due, text->id);
    }
}

void
overview_counting_begin (OverviewCounting *self, Desk *desk, Overview *overview)
{
  errand_drop (&self->running);
  g_array_unref (self->due);
  self->due = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->done = 0;
  self->desk = desk;
  overview_counting_fill (self, overview);
  if (overview->years->len == 0)
    return;
  add_due (self, overview, TRUE);
  add_due (self, overview, FALSE);
  take_turn (self);
}

void
overview_counting_fill (OverviewCounting *self, Overview *overview)
{
  overview_set_findings (overview, self->counted);
}

void
overview_counting_stop (OverviewCounting *self)
{
  errand_drop (&self->running);
}

Errand *const *
overview_counting_place (OverviewCounting *self)
{
  return &self->running;
}
