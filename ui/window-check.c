/* ui/window-check.c — what the rules say of what a window shows, read aside.
 *
 * Only the last question is answered: an earlier one is dropped, and so are all when
 * the window goes.
 */

#include "ui/window-check.h"

#include <glib/gi18n.h>

/* So long it may last until the window says so, in milliseconds. */
#define SLOW 500

struct _UiWindowCheck {
  UiWindow *window;
  UiChecked told;
  Desk     *desk;                                    /* NULL: no file */
  Errand   *running;                                 /* NULL: nothing was asked */
  guint     slow;                                    /* source; 0: none */
  void (*then) (UiFindingList *list, gpointer data); /* NULL: nothing */
  gpointer       data;
  GDestroyNotify free_data;
};

static void
forget_then (UiWindowCheck *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  self->then = NULL;
  self->free_data = NULL;
}

/* It may ask for something else to be done then. */
static void
do_then (UiWindowCheck *self)
{
  void (*then) (UiFindingList *, gpointer) = g_steal_pointer (&self->then);
  GDestroyNotify free_data = g_steal_pointer (&self->free_data);
  gpointer       data = self->data;

  then (ui_window_get_findings (self->window), data);
  if (free_data != NULL)
    free_data (data);
}

static void
cancel (UiWindowCheck *self)
{
  g_clear_handle_id (&self->slow, g_source_remove);
  errand_drop (&self->running);
}

static void
come (gpointer findings, GError *error, gpointer data)
{
  UiWindowCheck *self = data;

  g_clear_handle_id (&self->slow, g_source_remove);
  self->told (self->window, findings, error);
  g_clear_pointer (&findings, g_ptr_array_unref);
  if (self->then != NULL && self->running == NULL)
    do_then (self);
}

static gboolean
slow_cb (gpointer data)
{
  UiWindowCheck *self = data;

  self->slow = 0;
  ui_finding_list_say (ui_window_get_findings (self->window), _ ("Checking…"));
  return G_SOURCE_REMOVE;
}

UiWindowCheck *
ui_window_check_new (UiWindow *window, UiChecked told)
{
  UiWindowCheck *self = g_new0 (UiWindowCheck, 1);

  self->window = window;
  self->told = told;
  return self;
}

void
ui_window_check_free (UiWindowCheck *self)
{
  ui_window_check_set_file (self, NULL);
  g_free (self);
}

void
ui_window_check_set_file (UiWindowCheck *self, const char *path)
{
  cancel (self);
  forget_then (self);
  g_clear_pointer (&self->desk, desk_unref);
  if (path != NULL)
    self->desk = desk_new (path, DB_OPEN_READ);
}

void
ui_window_check_read (UiWindowCheck *self, gint64 document, gint64 project)
{
  cancel (self);
  self->slow = g_timeout_add (SLOW, slow_cb, self);
  checker_read (&self->running, self->desk, document, project, come, self);
}

gboolean
ui_window_check_is_running (UiWindowCheck *self)
{
  return self->running != NULL;
}

void
ui_window_check_then (UiWindowCheck *self,
                      void (*then) (UiFindingList *list, gpointer data), gpointer data,
                      GDestroyNotify free_data)
{
  forget_then (self);
  self->then = then;
  self->data = data;
  self->free_data = free_data;
  if (self->running == NULL)
    do_then (self);
}
