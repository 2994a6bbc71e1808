/* tests/compare.h — comparing two documents field by field, with a readable path
 * for each difference.
 */

#pragma once

#include "db/record.h"

/* Compares two records and all below them, byte by byte; ids are not compared.  Appends
 * a line for each difference, such as document.projects[2].goals[0].text: “a” ≠ “b”. */
void compare_records (const DbTable *table, gconstpointer expected,
                      gconstpointer actual, const char *path, GPtrArray *differences);

/* Compares an exported document with the one expected, both as interchange JSON that
 * holds one document.  White space is not compared; the expected one may carry
 * other readings under "accept"; texts split at other places are the same.  Returns
 * how many fields were compared.  */
guint compare_json (const char *expected, const char *actual, GPtrArray *differences);

/* The first of the differences as lines, for a failing test to show. */
char *compare_report (GPtrArray *differences);
