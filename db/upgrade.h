/* db/upgrade.h — from nothing, or from an older version, to today's schema. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

/* PRAGMA user_version of schema.sql. */
#define UPGRADE_VERSION 1

/* What brings the tables of one version to the next.  The views and triggers
 * are made anew from schema.sql after the last step.  */
typedef struct {
  int         from;          /* user_version; 0 ends a list */
  const char *schema_sha256; /* schema_hash() of an unaltered file of that version */
  const char *sql;           /* tables and data only */
} UpgradeStep;

/* The steps of this program; there is one format so far, so they are none. */
extern const UpgradeStep upgrade_steps[];

/* Fills an empty database: schema.sql, word lists, rules, forms. */
gboolean upgrade_create (sqlite3 *sqlite, GError **error);

/* Whether every table, index, view and trigger of the file is word for word that of
 * schema.sql. */
gboolean upgrade_check_schema (sqlite3 *sqlite, GError **error);

/* Brings a file of an older version to today's, in one transaction: all or nothing.
 * A file whose schema is not that of its version is refused.  */
gboolean upgrade_run (sqlite3 *sqlite, int version, const UpgradeStep *steps,
                      GError **error);
