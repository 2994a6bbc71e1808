/* app/export/progress.h — how far an export is: told by the thread that writes, read
 * and stopped by another one.
 */

#pragma once

#include <glib.h>

typedef enum { PROGRESS_READING, PROGRESS_WRITING } ProgressStage;

/* Begins as all zero. */
typedef struct {
  gint stage;
  gint done, all; /* tables, or pages, of this stage */
  gint stopped;
} Progress;

/* For who writes; NULL: nobody watches.  step: FALSE when it is to stop. */
void     progress_begin (Progress *self, ProgressStage stage, guint all);
gboolean progress_step (Progress *self);

/* Sets error when it was stopped: G_IO_ERROR_CANCELLED. */
gboolean progress_failed (Progress *self, GError **error);

/* For who watches. */
void          progress_stop (Progress *self);
ProgressStage progress_read (Progress *self, guint *done, guint *all);
