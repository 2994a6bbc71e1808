/* app/overview/overview.h — 汇总: what the texts of a department come to, looked at
 * from one of their years.
 */

#pragma once

#include "app/overview/chart.h"

typedef struct {
  char      *department; /* 全部部门 for all */
  gboolean   is_all;
  gboolean   has_findings;
  guint      open;    /* texts whose findings are not among them yet */
  GArray    *open_in; /* … of each year, guint; NULL: all are */
  GArray    *years;   /* int, the oldest first; 0: not known */
  guint      year;    /* place of the one that is looked at */
  guint      texts;   /* of that year */
  char      *stage;   /* of that text, NULL: of several */
  GPtrArray *figures;
  Chart      charts[CHARTS];
} Overview;

#define OVERVIEW_NEWEST -1

/* department: an id, 0 for all; year: 0 for not known, OVERVIEW_NEWEST; what there is
 * no text of is an error.  A file without texts gives an overview without years.
 * Findings may be left out, as they take long in a large file.  */
Overview *overview_new (Db *db, gint64 department, int year, gboolean with_findings,
                        GError **error);
void      overview_free (Overview *self);

/* Takes in the findings of texts that were counted apart: counted is ids of documents,
 * gint64 *, → GPtrArray * of overview_findings().  What was lent before is gone.  */
void overview_set_findings (Overview *self, GHashTable *counted);

/* The year that is looked at; 0: not known.  Not without years. */
int overview_year (const Overview *self);

/* 某局　2025年绩效目标汇总.  Newly allocated. */
char *overview_title (const Overview *self);

/* 2025年, or 年度不明.  Newly allocated. */
char *overview_year_title (int year);

/* The same of the year before the one that is looked at; NULL: there is none. */
char *overview_earlier_title (const Overview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Overview, overview_free)
