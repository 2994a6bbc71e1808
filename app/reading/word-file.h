/* app/reading/word-file.h — an office's word lists and severities as a text file that
 * offices can share, edited with any editor:
 *
 *   # what stands behind # at the beginning of a line is a remark
 *   [rate] 比率的名称：指标值应为百分比
 *   *率
 *   [vague] 空泛的话
 *   明显改善 → 达标率≥__%
 *   [severity] 本单位的严重程度
 *   basis-vague → warning
 *
 * A line is a word, with * for any text; → gives what goes with it.  A list that the
 * file names is replaced, others stay.
 */

#pragma once

#include "db/word.h"

/* All lists (or this one), and the severities.  Newly allocated UTF-8.  NULL on error:
 * there is no such list.  */
char *word_file_write (Db *db, const char *list, GError **error);

typedef struct {
  guint added, removed, changed; /* words and severities */
} WordFileResult;

/* Reads such a file as one action.  FALSE with the line where it is not one: nothing is
 * changed then.  */
gboolean word_file_read (Db *db, const char *text, WordFileResult *result,
                         GError **error);
