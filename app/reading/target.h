/* app/reading/target.h — what a target cell means: operator, number and unit, a date,
 * or words.
 *
 * A form prints a target in one cell ("≥95%", then it is the value) or in three
 * (符号, 值, 单位（文字描述）).  Only what is certain is read as a number; a range, an
 * approximate figure and a sentence stay words.
 */

#pragma once

#include <glib.h>

typedef enum { TARGET_BLANK, TARGET_NUMBER, TARGET_DATE, TARGET_WORDS } TargetKind;

typedef struct {
  TargetKind  kind;
  const char *sign;   /* static: "≥" ">" "=" "≤" "<" of a number, "定性" where the
                             form says that words follow (文字描述), else NULL */
  gint64   number_e6; /* of TARGET_NUMBER, else 0 */
  int      decimals;  /* digits the fraction was written with */
  char    *unit;      /* of TARGET_NUMBER, without white space; NULL: none */
  char    *words;     /* of TARGET_DATE and TARGET_WORDS; else NULL */
  gboolean unit_in_value_cell; /* three cells, but the unit stands behind the number */
} Target;

/* Any of the texts may be NULL.  Fills target; release it with target_clear(). */
void target_read (Target *target, const char *operator_text, const char *value_text,
                  const char *unit_text);
void target_clear (Target *target);

/* Where the target begins in a text that says in front of it what is to be reached:
 * 培训人数≥600人.  0: it is no such text.  */
gsize target_begins (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)
