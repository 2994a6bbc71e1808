/* app/progress.h — how far a piece of work is: told by the thread that does it, read
 * and stopped by another one.
 */

#pragma once

#include <glib.h>

/* Of an export; other work has stages of its own, or one. */
typedef enum { PROGRESS_READING, PROGRESS_WRITING } ProgressStage;

/* Begins as all zero. */
typedef struct {
  gint stage;
  gint done, all; /* tables, or pages, of this stage */
  gint stopped;
} Progress;

/* For who works; NULL: nobody watches.  step: FALSE when it is to stop. */
void     progress_begin (Progress *self, guint stage, guint all);
gboolean progress_step (Progress *self);

/* Sets error when it was stopped: G_IO_ERROR_CANCELLED. */
gboolean progress_failed (Progress *self, GError **error);

/* For who watches. */
void  progress_stop (Progress *self);
guint progress_read (Progress *self, guint *done, guint *all);
