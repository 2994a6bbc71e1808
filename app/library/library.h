/* app/library/library.h — 指标库: every indicator that was ever entered or imported,
 * like ones together.
 */

#pragma once

#include "db/library.h"

/* Indicators that are spelled differently and mean the same. */
typedef struct {
  const LibraryName *name; /* the most frequent spelling */
  guint              times;
  gint64             first_year, last_year;
  GPtrArray *spellings; /* LibraryName *, lent: all of them, the first is name */
  GPtrArray *places;    /* const char *, lent: the units that have it, each once */
} LibraryEntry;

typedef struct _Library Library;

/* Reads all of a file.  NULL on error. */
Library *library_new (Db *db, GError **error);
Library *library_ref (Library *self);
void     library_unref (Library *self);

/* LibraryEntry *, the most frequent first.  Lent. */
const GPtrArray *library_entries (Library *self);

/* Those that words are found in, or that Latin letters are the first letters of: in any
 * spelling.  level2 NULL: any.  LibraryEntry *, lent; free the array.  */
GPtrArray *library_find (Library *self, const char *words, const char *level2);

/* Where an entry stands, all spellings, the newest first: LibraryUse *, freed with the
 * array.  */
GPtrArray *library_entry_uses (Db *db, const LibraryEntry *entry, GError **error);

/* Whether the target of one of at least four uses with numbers of its unit is far from
 * the others: more than five times as far from the middle as half of them are.  */
gboolean library_is_outlier (const GPtrArray *uses, const LibraryUse *use);

/* What the targets of an entry are, newly allocated: “100 人”, “90…98 %”; "" where none
 * is a number, or their units differ.  */
char *library_entry_values (const LibraryEntry *entry);

/* The units that have it: 甲局、乙局; newly allocated. */
char *library_entry_where (const LibraryEntry *entry);

/* How many findings its indicators have, of all that library_findings() found. */
guint library_entry_findings (const LibraryEntry *entry, GHashTable *findings);

/* Adds a row like an indicator to a project, behind the last of its levels there, as
 * one action.  Returns its id, 0 on error.  */
gint64 library_insert (Db *db, gint64 indicator, gint64 project, GError **error);

/* Makes a row that is there one like an indicator, as one action: what is blank in it
 * is filled; its name becomes the indicator's.  */
gboolean library_fill (Db *db, gint64 indicator, gint64 row, GError **error);

/* What is spelled in several ways: columns of indicators, and the numbers of documents
 * wherever a text quotes them.  */
typedef enum {
  LIBRARY_UNITS,
  LIBRARY_NAMES,
  LIBRARY_BASES,
  LIBRARY_NUMBERS,
} LibraryKind;

/* What differs in signs, width and case only: GPtrArray * of LibraryName *, the most
 * frequent first, of numbers 〔2024〕 first, whether it occurs or not; freed with the
 * array.  */
GPtrArray *library_variants (Db *db, LibraryKind kind, GError **error);

/* A cell that gets another spelling. */
typedef struct {
  const char *table, *column; /* static */
  gint64      row;
  char       *after; /* the whole cell then */
  char       *label; /* 依据 …财预[2020]10号→…财预〔2020〕10号 */
  char       *place; /* 2024 年 某局，项目 3，指标 2 */
} Respelling;

/* What would change where one spelling is written for the others of its group, which
 * end with NULL: Respelling *, freed with the array.  */
GPtrArray *library_respell (Db *db, LibraryKind kind, const char *const *others,
                            const char *spelling, GError **error);

/* Writes these, as one action. */
gboolean library_unify (Db *db, const GPtrArray *respellings, const char *spelling,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Library, library_unref)
