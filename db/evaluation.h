/* db/evaluation.h — 绩效自评: points and what is still open.  See schema.sql, 3.9. */

#pragma once

#include "db/record.h"

/* All × 1,000,000; DB_NULL: not known. */
typedef struct {
  gint64 rate_e6;      /* 执行率: 93.75% is 93,750,000 */
  gint64 execution_e6; /* its points */
  gint64 weight_e6;    /* of everything: 100 points, where nobody gave others */
  gint64 score_e6;     /* 总分 */
} EvaluationTotal;

typedef struct {
  gint64 indicator; /* DB_NULL: of the whole table */
  char  *kind;      /* as in the views */
  char  *message;
} EvaluationQuestion;

/* What a table comes to. */
gboolean evaluation_total (Db *db, gint64 project, EvaluationTotal *total,
                           GError **error);

/* The points of a target; state as in the view evaluation_score, newly allocated. */
gboolean evaluation_score (Db *db, gint64 indicator, gint64 *score_e6, char **state,
                           GError **error);

/* What its self-evaluation, or its mid-year monitoring, lacks: EvaluationQuestion *,
 * freed with the array.  */
GPtrArray *evaluation_questions (Db *db, gint64 project, gboolean is_monitoring,
                                 GError **error);

/* What a target is called: its name, or 第3行; "" for DB_NULL.  Newly allocated. */
char *evaluation_target_name (Db *db, gint64 indicator, GError **error);
