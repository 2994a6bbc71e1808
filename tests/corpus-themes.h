/* tests/corpus-themes.h — the projects that the made-up texts are about. */

#pragma once

#include <glib.h>

#define THEME_ROWS  9
#define THEME_GOALS 2
#define THEME_COUNT 12

/* A row of a table of targets.  at_least is the lowest number that it is drawn from,
 * most the highest; 0: the target is words.  */
typedef struct {
  const char *level2, *name, *description, *sign;
  int         at_least, most;
  const char *unit, *words, *criterion, *basis;
} ThemeRow;

/* %s stands for the place that the project is carried out in. */
typedef struct {
  const char *name, *purpose;
  const char *goals[THEME_GOALS];
  ThemeRow    rows[THEME_ROWS]; /* ends early where level2 is NULL */
} Theme;

extern const Theme themes[THEME_COUNT];
