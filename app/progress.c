/* app/progress.c — how far a piece of work is. */

#include "app/progress.h"

#include <gio/gio.h>

void
progress_begin (Progress *self, guint stage, guint all)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->done, 0);
  g_atomic_int_set (&self->all, all);
  g_atomic_int_set (&self->stage, stage);
}

gboolean
progress_step (Progress *self)
{
  if (self == NULL)
    return TRUE;
  g_atomic_int_inc (&self->done);
  return !g_atomic_int_get (&self->stopped);
}

gboolean
progress_failed (Progress *self, GError **error)
{
  if (self == NULL || !g_atomic_int_get (&self->stopped))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "已取消");
  return TRUE;
}

void
progress_stop (Progress *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
}

guint
progress_read (Progress *self, guint *done, guint *all)
{
  guint stage = g_atomic_int_get (&self->stage);

  *all = g_atomic_int_get (&self->all);
  *done = MIN ((guint) g_atomic_int_get (&self->done), *all);
  return stage;
}
