/* app/read/process.h — another program, run within limits to read a file for us. */

#pragma once

#include <glib.h>

typedef enum {
  PROCESS_MISSING, /* it could not be started */
  PROCESS_SLOW,    /* its time was up */
  PROCESS_LARGE,   /* it said too much */
  PROCESS_FAILED,  /* it crashed, or was stopped for what it used */
  PROCESS_STOPPED, /* nobody waits for it any more */
} ProcessErrorCode;

#define PROCESS_ERROR_DOMAIN (process_error_quark ())
GQuark process_error_quark (void);

typedef struct {
  guint seconds;   /* on the clock, and of computing */
  guint megabytes; /* of memory; 0: as much as there is */
  guint output;    /* megabytes that it may say */
} ProcessLimits;

/* From now on programs that this thread runs are ended, with all they started, as soon
 * as *stopped is not 0: another thread sets it.  NULL: no longer.  */
void process_heed (const gint *stopped);

/* Runs argv, the first being a path, gives it input (may be NULL) and returns what it
 * said.  status gets how it exited.  Whatever it started ends with it; it has no
 * network where the system can keep it away.  The message of an error is for
 * developers.  */
GBytes *process_run (const char *const *argv, const char *const *environment,
                     GBytes *input, const ProcessLimits *limits, int *status,
                     GError **error);
