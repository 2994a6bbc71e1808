/* db/history.h — what was done to a record file, and the cells it changed, for lists.
 */

#pragma once

#include "db/table.h"

typedef enum {
  HISTORY_DONE,    /* by the user */
  HISTORY_UNDONE,  /* … who took an action back */
  HISTORY_REDONE,  /* … and did it again */
  HISTORY_FOREIGN, /* another program wrote */
} HistoryKind;

typedef struct {
  HistoryKind kind;
  gint64      action; /* 0: HISTORY_FOREIGN, and the texts are NULL */
  char       *at;     /* UTC: 2024-05-06T07:08:09Z */
  char       *who;
  char       *label;
  GArray     *lines; /* gint64: its lines, the newest first */
} HistoryEntry;

/* The newest first, at most limit (0: all): HistoryEntry *, freed with the array.
 * project: only what concerned this one; 0 takes all.  */
GPtrArray *history_entries (Db *db, gint64 project, guint limit, GError **error);

void history_entry_free (gpointer entry);

/* Which entries are looked for; 0 and NULL take all. */
typedef struct {
  gint64      project; /* only what concerned this one */
  const char *text;    /* in what was done, in who did it, in an old or a new value */
  const char *since;   /* UTC, as at is; this and until leave out what has no time */
  const char *until;   /* before this */
} HistoryChoice;

/* A line of each such entry, the newest first, so that a list need not hold them:
 * gint64.  */
GArray *history_search (Db *db, const HistoryChoice *choice, GError **error);

/* The entry with this line, all its lines in it; to be freed with
 * history_entry_free(). */
HistoryEntry *history_entry (Db *db, gint64 line, GError **error);

typedef enum { HISTORY_INSERTED, HISTORY_UPDATED, HISTORY_DELETED } HistoryChangeKind;

typedef struct {
  HistoryChangeKind kind;
  char             *table;
  gint64            row;
  char             *column; /* of HISTORY_UPDATED, as old and new; NULL: blank */
  char             *old;
  char *new;
} HistoryChange;

/* What an entry changed, in the order it did: rows that came and went, and cells that
 * people see.  HistoryChange *, freed with the array.  */
GPtrArray *history_changes (Db *db, const HistoryEntry *entry, GError **error);

void history_change_free (gpointer change);

/* The document that a changed row is or was part of; 0: of none, as a unit.  */
gint64 history_document (Db *db, const HistoryChange *change, GError **error);

/* What a row that is gone belonged to; 0: history does not know, or on error. */
gint64 history_parent (Db *db, const DbTable *table, gint64 row, GError **error);
