/* tests/tsan-glib.c — what ThreadSanitizer does not see of GLib, which is not built
 * with it: that a mutex, and a task, hand over what one thread did to another.  Loaded
 * before GLib; see README.md, “Tests”.
 */

#define _GNU_SOURCE /* RTLD_NEXT */

#include <dlfcn.h>
#include <gio/gio.h>

void __tsan_acquire (void *at);
void __tsan_release (void *at);

/* The function of GLib that this one stands before. */
#define REAL(name) ((__typeof__ (&name)) (gpointer) dlsym (RTLD_NEXT, #name))

void (g_mutex_lock) (GMutex *mutex)
{
  REAL (g_mutex_lock) (mutex);
  __tsan_acquire (mutex);
}

void (g_mutex_unlock) (GMutex *mutex)
{
  __tsan_release (mutex);
  REAL (g_mutex_unlock) (mutex);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc work =
      (GTaskThreadFunc) g_object_get_data (G_OBJECT (task), "tsan-work");

  __tsan_acquire (task);
  work (task, source, data, cancellable);
}

void (g_task_run_in_thread) (GTask *task, GTaskThreadFunc work)
{
  g_object_set_data (G_OBJECT (task), "tsan-work", (gpointer) work);
  __tsan_release (task);
  REAL (g_task_run_in_thread) (task, work_in_thread);
}

void (g_task_return_pointer) (GTask *task, gpointer result, GDestroyNotify free_result)
{
  __tsan_release (task);
  REAL (g_task_return_pointer) (task, result, free_result);
}

void (g_task_return_boolean) (GTask *task, gboolean result)
{
  __tsan_release (task);
  REAL (g_task_return_boolean) (task, result);
}

void (g_task_return_error) (GTask *task, GError *error)
{
  __tsan_release (task);
  REAL (g_task_return_error) (task, error);
}

gpointer (g_task_propagate_pointer) (GTask *task, GError **error)
{
  __tsan_acquire (task);
  return REAL (g_task_propagate_pointer) (task, error);
}

gboolean (g_task_propagate_boolean) (GTask *task, GError **error)
{
  __tsan_acquire (task);
  return REAL (g_task_propagate_boolean) (task, error);
}

/* The data of a task that is done was its thread's. */
gpointer (g_task_get_task_data) (GTask *task)
{
  __tsan_acquire (task);
  return REAL (g_task_get_task_data) (task);
}
