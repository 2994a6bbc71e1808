/* app/check/tally.c — what the lines of the tree add up to, counted aside. */

#include "app/check/tally.h"
#include "app/check/check.h"
#include "app/errand.h"

/* So many tables are counted before others may be more urgent. */
#define SLICE 16

/* So many rows are read at once when the file is surveyed. */
#define CHUNK 5000

/* A year, a document or a unit, and what its sum is part of. */
typedef struct _Group Group;
struct _Group {
  TallySum sum;
  Group   *whole;
};

/* A table of targets; with a negative id, a document as a whole. */
typedef struct {
  gint64   id;
  Group   *group;
  gint64   amount_fen;
  guint    findings[CHECK_SEVERITIES];
  gboolean is_project;
  gboolean is_counted;
  gboolean is_due; /* to be counted, or counted again */
} Entry;

/* What was found in the file at one time. */
typedef struct {
  GArray     *entries; /* Entry, by id */
  GHashTable *groups;  /* GroupKey → Group */
} Survey;

typedef struct {
  TreeKind kind;
  gint64   document; /* of a unit, else 0 */
  gint64   id;
} GroupKey;

struct _Tally {
  Desk   *desk;
  Errand *running; /* NULL: none */
  void (*changed) (gpointer data);
  gpointer data;
  Survey  *survey;      /* NULL: none yet */
  GArray  *urgent;      /* gint64: counted first, the last foremost */
  guint    due;         /* entries that are due */
  guint    place;       /* up to here no entry is due but urgent ones */
  gboolean is_outdated; /* the survey */
};

static guint
hash_key (gconstpointer data)
{
  const GroupKey *key = data;

  return g_int64_hash (&key->id) * 31 + g_int64_hash (&key->document) * 7 + key->kind;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const GroupKey *one = a, *other = b;

  return one->kind == other->kind && one->document == other->document &&
         one->id == other->id;
}

static void
survey_free (Survey *survey)
{
  g_array_unref (survey->entries);
  g_hash_table_unref (survey->groups);
  g_free (survey);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Survey, survey_free)

static Group *
group_of (Survey *survey, TreeKind kind, gint64 document, gint64 id, Group *whole)
{
  GroupKey key = { kind, document, id };
  Group   *group = g_hash_table_lookup (survey->groups, &key);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->whole = whole;
      g_hash_table_insert (survey->groups, g_memdup2 (&key, sizeof key), group);
    }
  return group;
}

/* Adds an entry to all that it is part of, or takes it away: times is 1 or −1. */
static void
add (const Entry *entry, int times)
{
  for (Group *group = entry->group; group != NULL; group = group->whole)
    {
      group->sum.projects += (guint) (times * entry->is_project);
      if (entry->is_project && entry->amount_fen != DB_NULL)
        group->sum.amount_fen += times * entry->amount_fen;
      group->sum.open += (guint) (times * !entry->is_counted);
      for (gsize i = 0; i < CHECK_SEVERITIES; i++)
        group->sum.findings[i] += (guint) times * entry->findings[i];
    }
}

static void
add_entry (Survey *survey, const TreeEntry *from)
{
  GroupKey key = { TREE_DOCUMENT, 0, from->document };
  Group   *document = g_hash_table_lookup (survey->groups, &key);
  Entry    entry = { .id = from->id,
                     .group = document,
                     .amount_fen = from->amount_fen,
                     .is_project = from->is_project,
                     .is_due = TRUE };

  if (document == NULL) /* it came in the meantime */
    return;
  if (from->is_project)
    entry.group = group_of (survey, TREE_UNIT, from->document, from->unit, document);
  g_array_append_val (survey->entries, entry);
  add (&entry, 1);
}

/* The documents with their years; from the last, as their negative ids go up. */
static void
add_documents (Survey *survey, GArray *pairs)
{
  for (guint i = pairs->len; i >= 2; i -= 2)
    {
      gint64 id = g_array_index (pairs, gint64, i - 2);
      gint64 number = g_array_index (pairs, gint64, i - 1);
      Group *year = group_of (survey, TREE_YEAR, 0, number, NULL);
      Entry  entry = { .id = -id,
                       .group = group_of (survey, TREE_DOCUMENT, 0, id, year),
                       .amount_fen = DB_NULL,
                       .is_due = TRUE };

      g_array_append_val (survey->entries, entry);
      add (&entry, 1);
    }
}

static Survey *
survey_file (Db *db, GError **error)
{
  g_autoptr (Survey) survey = g_new0 (Survey, 1);
  g_autoptr (GArray) years = NULL;
  gint64 after = 0;
  guint  n;

  survey->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  survey->groups = g_hash_table_new_full (hash_key, equal_keys, g_free, g_free);
  years = tree_years (db, error);
  if (years == NULL)
    return NULL;
  add_documents (survey, years);
  do
    {
      g_autoptr (GArray) entries = tree_entries (db, after, CHUNK, error);

      if (entries == NULL)
        return NULL;
      n = entries->len;
      for (guint i = 0; i < n; i++)
        add_entry (survey, &g_array_index (entries, TreeEntry, i));
      if (n > 0)
        after = g_array_index (entries, TreeEntry, n - 1).id;
    }
  while (n == CHUNK);
  return g_steal_pointer (&survey);
}

/* Where the entry is, or the first with a greater id. */
static guint
place_of (const Survey *survey, gint64 id)
{
  guint from = 0, to = survey->entries->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (survey->entries, Entry, middle).id < id)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static Entry *
entry_of (const Survey *survey, gint64 id)
{
  guint  place = survey != NULL ? place_of (survey, id) : 0;
  Entry *entry = survey != NULL && place < survey->entries->len
                     ? &g_array_index (survey->entries, Entry, place)
                     : NULL;

  return entry != NULL && entry->id == id ? entry : NULL;
}

/* What the thread is given to do, and what it found. */
typedef struct {
  GArray *ids;      /* gint64: to be counted; NULL: the file is surveyed */
  Survey *survey;   /* the result */
  guint  *findings; /* … for each id, CHECK_SEVERITIES numbers */
  gint64 *amounts;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->ids, g_array_unref);
  g_clear_pointer (&work->survey, survey_free);
  g_free (work->findings);
  g_free (work->amounts);
  g_free (work);
}

/* Adds what was found to the numbers of its id. */
static void
count (Work *work, GPtrArray *findings)
{
  g_autoptr (GPtrArray) folds = check_fold (findings);

  for (guint i = 0; i < folds->len; i++)
    {
      const FoldedFinding *folded = folds->pdata[i];
      const Finding       *finding = folded->finding;
      gint64               id =
          finding->project_id != DB_NULL ? finding->project_id : -finding->document_id;

      for (guint k = 0; k < work->ids->len; k++)
        if (g_array_index (work->ids, gint64, k) == id)
          work->findings[k * CHECK_SEVERITIES +
                         check_severity_rank (finding->severity)] += folded->times;
    }
}

static gboolean
count_all (Work *work, Db *db, GError **error)
{
  g_autoptr (GArray) projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) found_in_documents = NULL;

  g_free (work->findings); /* of a try that made way */
  g_free (work->amounts);
  work->findings = g_new0 (guint, work->ids->len * CHECK_SEVERITIES);
  work->amounts = g_new (gint64, work->ids->len);
  for (guint i = 0; i < work->ids->len; i++)
    {
      gint64  id = g_array_index (work->ids, gint64, i);
      TreeKey key = { TREE_PROJECT, id };
      g_autoptr (TreeLine) line = id > 0 ? tree_line (db, &key, error) : NULL;

      work->amounts[i] = line != NULL ? line->amount_fen : DB_NULL;
      if (id > 0)
        g_array_append_val (projects, id);
      else
        {
          id = -id;
          g_array_append_val (documents, id);
        }
    }
  found = finding_of_projects (db, projects, error);
  if (found == NULL)
    return FALSE;
  count (work, found);
  if (documents->len == 0)
    return TRUE;
  found_in_documents = finding_of_documents (db, documents, error);
  if (found_in_documents != NULL)
    count (work, found_in_documents);
  return found_in_documents != NULL;
}

/* Who dropped the errand frees what it was given; else it is given back. */
static gpointer
do_work (Db *db, gpointer data, Progress *progress, GError **error)
{
  Work *work = data;

  if (work->ids != NULL)
    return count_all (work, db, error) ? work : NULL;
  work->survey = survey_file (db, error);
  return work->survey != NULL ? work : NULL;
}

static void go_on (Tally *self);

/* What was counted of a table before is its count until it is counted again.  Both
 * surveys are in the order of the ids.  */
static void
take_survey (Tally *self, Survey *survey)
{
  guint n = self->survey != NULL ? self->survey->entries->len : 0, at = 0;

  self->due = 0;
  for (guint i = 0; i < survey->entries->len; i++)
    {
      Entry       *entry = &g_array_index (survey->entries, Entry, i);
      const Entry *old = NULL;

      while (at < n && g_array_index (self->survey->entries, Entry, at).id < entry->id)
        at++;
      if (at < n)
        old = &g_array_index (self->survey->entries, Entry, at);
      if (old != NULL && old->id == entry->id && old->is_counted)
        {
          add (entry, -1);
          memcpy (entry->findings, old->findings, sizeof entry->findings);
          entry->is_counted = TRUE;
          entry->is_due = old->is_due;
          add (entry, 1);
        }
      self->due += entry->is_due;
    }
  g_clear_pointer (&self->survey, survey_free);
  self->survey = survey;
  self->place = 0;
}

static void
take_counts (Tally *self, const Work *work)
{
  for (guint i = 0; i < work->ids->len; i++)
    {
      Entry *entry = entry_of (self->survey, g_array_index (work->ids, gint64, i));

      if (entry == NULL)
        continue;
      add (entry, -1);
      memcpy (entry->findings, work->findings + i * CHECK_SEVERITIES,
              sizeof entry->findings);
      entry->amount_fen = work->amounts[i];
      entry->is_counted = TRUE;
      add (entry, 1);
    }
}

static void
done (gpointer result, GError *error, gpointer data)
{
  Tally *self = data;
  Work  *work = result;

  if (work == NULL)
    {
      /* Busy, or gone: the next survey tries again. */
      g_debug ("tally: %s", error->message);
      g_error_free (error);
      return;
    }
  if (work->ids == NULL)
    take_survey (self, g_steal_pointer (&work->survey));
  else
    take_counts (self, work);
  go_on (self);
  self->changed (self->data);
}

static void
pick (Tally *self, Entry *entry, GArray *ids)
{
  if (entry == NULL || !entry->is_due)
    return;
  entry->is_due = FALSE;
  self->due--;
  g_array_append_val (ids, entry->id);
}

static GArray *
next_ids (Tally *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (ids->len < SLICE && self->urgent->len > 0)
    {
      gint64 id = g_array_index (self->urgent, gint64, self->urgent->len - 1);

      g_array_set_size (self->urgent, self->urgent->len - 1);
      pick (self, entry_of (self->survey, id), ids);
    }
  while (ids->len < SLICE && self->due > 0 && self->place < self->survey->entries->len)
    pick (self, &g_array_index (self->survey->entries, Entry, self->place++), ids);
  return ids;
}

/* Gives the thread the next piece of work, unless it has one. */
static void
go_on (Tally *self)
{
  static const ErrandKind kind = { do_work, work_free, NULL, G_PRIORITY_LOW };
  Work                   *work;

  if (self->running != NULL || (!self->is_outdated && self->due == 0))
    return;
  work = g_new0 (Work, 1);
  work->ids = self->is_outdated ? NULL : next_ids (self);
  self->is_outdated = FALSE;
  errand_begin (&self->running, self->desk, &kind, work, done, self);
}

Tally *
tally_new (const char *path, void (*changed) (gpointer data), gpointer data)
{
  Tally *self = g_new0 (Tally, 1);

  self->desk = desk_new (path, DB_OPEN_READ);
  self->changed = changed;
  self->data = data;
  self->urgent = g_array_new (FALSE, FALSE, sizeof (gint64));
  tally_survey (self);
  return self;
}

void
tally_free (Tally *self)
{
  errand_drop (&self->running);
  g_clear_pointer (&self->survey, survey_free);
  g_array_unref (self->urgent);
  desk_unref (self->desk);
  g_free (self);
}

void
tally_survey (Tally *self)
{
  self->is_outdated = TRUE;
  go_on (self);
}

static void
make_due (Tally *self, Entry *entry)
{
  self->due += !entry->is_due;
  entry->is_due = TRUE;
}

/* The document's group, of a table or of the document as a whole. */
static const Group *
document_group (const Entry *entry)
{
  return entry->is_project ? entry->group->whole : entry->group;
}

void
tally_recount (Tally *self, gint64 document, gint64 project)
{
  const Entry *edited = entry_of (self->survey, -document);
  guint        n = self->survey != NULL ? self->survey->entries->len : 0;

  for (guint i = 0; edited != NULL && i < n; i++)
    {
      Entry *entry = &g_array_index (self->survey->entries, Entry, i);

      if (document_group (entry) == document_group (edited))
        make_due (self, entry);
    }
  self->place = 0;
  if (project != 0)
    tally_hurry (self, project);
  go_on (self);
}

void
tally_hurry (Tally *self, gint64 project)
{
  const Entry *entry = entry_of (self->survey, project);

  if (entry == NULL || entry->is_due)
    g_array_append_val (self->urgent, project);
}

gboolean
tally_get (Tally *self, const TreeKey *key, gint64 document, TallySum *sum)
{
  GroupKey     wanted = { key->kind, key->kind == TREE_UNIT ? document : 0, key->id };
  const Entry *entry =
      key->kind == TREE_PROJECT ? entry_of (self->survey, key->id) : NULL;
  const Group *group = key->kind != TREE_PROJECT && self->survey != NULL
                           ? g_hash_table_lookup (self->survey->groups, &wanted)
                           : NULL;

  if (group != NULL)
    *sum = group->sum;
  else if (entry != NULL)
    {
      *sum = (TallySum){ .projects = entry->is_project,
                         .amount_fen = entry->amount_fen,
                         .open = !entry->is_counted };
      memcpy (sum->findings, entry->findings, sizeof sum->findings);
    }
  return group != NULL || entry != NULL;
}

gboolean
tally_is_done (Tally *self)
{
  return self->survey != NULL && self->running == NULL && !self->is_outdated &&
         self->due == 0;
}
