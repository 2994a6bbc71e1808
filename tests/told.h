/* tests/told.h — waiting for what an errand brings. */

#pragma once

#include "app/errand.h"

/* Begins as all zero. */
typedef struct {
  gpointer result;
  GError  *error;
  guint    times; /* it was told */
} Told;

/* An ErrandDone; told is a Told. */
void told_take (gpointer result, GError *error, gpointer told);

/* Waits until it was told, and makes it as it began. */
gpointer told_wait (Told *told, GError **error);

/* Waits until the thread of an errand that tells nobody may have ended, and what it
 * left for the main loop is done.  */
void told_settle (void);
