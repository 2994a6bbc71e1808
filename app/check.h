/* app/check.h — the findings of a record file in the order of its pages, and folded for
 * reading: what another finding already says is left out, a hint that goes through many
 * rows is said once.
 */

#pragma once

#include "db/finding.h"

typedef struct {
  GArray     *documents; /* ids, gint64; NULL: the whole file */
  GArray     *projects;  /* ids: these tables only, not the documents; NULL: all */
  const char *rule;      /* NULL: all rules */
  const char *severity;  /* this and worse; NULL: all */
} CheckFilter;

/* Finding *, freed with the array: by department, year, project, severity and row.
 * filter may be NULL.  */
GPtrArray *check_findings (Db *db, const CheckFilter *filter, GError **error);

/* How many are of this severity and not waived. */
guint check_count (GPtrArray *findings, const char *severity);

/* A finding that stands for some of the same rule in its table. */
typedef struct {
  const Finding *finding; /* the first */
  guint          times;
  GArray        *rows; /* gint64, from 1; empty where it is not about a row */
} FoldedFinding;

/* FoldedFinding *, freed with the array; waived ones are left out.  It lends the
 * findings.
 */
GPtrArray *check_fold (GPtrArray *findings);

/* 错误, 警告 or 提示. */
const char *check_severity_title (const char *severity);

/* The findings as a document, newly allocated UTF-8.  text and html are folded; json
 * and csv list every place, waived ones too.  csv has a byte order mark, so that Excel
 * opens it.  */
char *check_text (GPtrArray *findings);
char *check_html (GPtrArray *findings);
char *check_json (GPtrArray *findings);
char *check_csv (GPtrArray *findings);
