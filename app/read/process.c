/* app/read/process.c — another program, run within limits.
 *
 * It leads a process group of its own, so that all it started can be ended at once.
 */

#define _GNU_SOURCE /* memfd_create, unshare */

#include "app/read/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

G_DEFINE_QUARK (process_error, process_error)

#define LOOK_EVERY 50 /* milliseconds: whether it is to be stopped */

static void
limit (int resource, rlim_t most)
{
  struct rlimit limits = { most, most };

  setrlimit (resource, &limits);
}

/* In the new process, before the program begins: only plain system calls. */
static void
child_setup_cb (gpointer data)
{
  const ProcessLimits *limits = data;

  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  /* What reads a document has nothing to fetch.  Where the system does not let us, it
   * runs all the same.  */
  unshare (CLONE_NEWUSER | CLONE_NEWNET);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, limits->seconds);
  if (limits->megabytes > 0)
    limit (RLIMIT_AS, (rlim_t) limits->megabytes << 20);
}

/* A file without a name that holds the input; -1 on error. */
static int
open_input (GBytes *input)
{
  gsize       size = 0, done = 0;
  const char *data = input != NULL ? g_bytes_get_data (input, &size) : NULL;
  int         fd = memfd_create ("input", MFD_CLOEXEC);

  while (fd >= 0 && done < size)
    {
      ssize_t n = write (fd, data + done, size - done);

      if (n <= 0)
        {
          close (fd);
          return -1;
        }
      done += (gsize) n;
    }
  if (fd >= 0)
    lseek (fd, 0, SEEK_SET);
  return fd;
}

static GPrivate heeded; /* const gint *, as in process_heed() */

void
process_heed (const gint *stopped)
{
  g_private_set (&heeded, (gpointer) stopped);
}

/* Milliseconds left until the deadline, at least 0. */
static int
time_left (gint64 deadline)
{
  return (int) MAX (0, (deadline - g_get_monotonic_time ()) / 1000);
}

/* Whether nobody is to wait for it any more. */
static gboolean
is_over (gint64 deadline, GError **error)
{
  const gint *stopped = g_private_get (&heeded);

  if (stopped != NULL && g_atomic_int_get (stopped) != 0)
    g_set_error (error, PROCESS_ERROR_DOMAIN, PROCESS_STOPPED, "stopped");
  else if (time_left (deadline) == 0)
    g_set_error (error, PROCESS_ERROR_DOMAIN, PROCESS_SLOW, "out of time");
  else
    return FALSE;
  return TRUE;
}

/* Reads to the end of what it says. */
static gboolean
read_output (int fd, GByteArray *output, const ProcessLimits *limits, gint64 deadline,
             GError **error)
{
  guint8 buffer[65536];

  for (;;)
    {
      struct pollfd ready = { .fd = fd, .events = POLLIN };
      ssize_t       n;

      while (poll (&ready, 1, MIN (time_left (deadline), LOOK_EVERY)) == 0)
        if (is_over (deadline, error))
          return FALSE;
      n = read (fd, buffer, sizeof buffer);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return TRUE;
      g_byte_array_append (output, buffer, (guint) n);
      if (output->len >> 20 >= limits->output)
        {
          g_set_error (error, PROCESS_ERROR_DOMAIN, PROCESS_LARGE, "too much output");
          return FALSE;
        }
    }
}

/* It closed its output: it is about to end, or has its time to do so. */
static gboolean
wait_for_end (GPid pid, gint64 deadline, GError **error)
{
  siginfo_t info = { .si_pid = 0 };

  while (waitid (P_PID, (id_t) pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid == 0)
    {
      if (is_over (deadline, error))
        return FALSE;
      g_usleep (1000);
    }
  return TRUE;
}

/* Ends the whole group; its leader is not reaped yet, so its number is still its own.
 */
static gboolean
end_group (GPid pid, int *status, GError **error)
{
  int ended = 0;

  kill (-pid, SIGKILL);
  while (waitpid (pid, &ended, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (pid);
  *status = WIFEXITED (ended) ? WEXITSTATUS (ended) : -1;
  if (*status >= 0)
    return TRUE;
  if (error == NULL || *error == NULL)
    g_set_error (error, PROCESS_ERROR_DOMAIN, PROCESS_FAILED, "ended by signal %d",
                 WTERMSIG (ended));
  return FALSE;
}

GBytes *
process_run (const char *const *argv, const char *const *environment, GBytes *input,
             const ProcessLimits *limits, int *status, GError **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  gint64   deadline = g_get_monotonic_time () + limits->seconds * G_USEC_PER_SEC;
  int      from = open_input (input), to = -1;
  GPid     pid;
  gboolean is_done;

  is_done =
      from >= 0 &&
      g_spawn_async_with_pipes_and_fds (NULL, argv, environment,
                                        G_SPAWN_DO_NOT_REAP_CHILD |
                                            G_SPAWN_STDERR_TO_DEV_NULL,
                                        child_setup_cb, (gpointer) limits, from, -1, -1,
                                        NULL, NULL, 0, &pid, NULL, &to, NULL, &cause);
  if (from >= 0)
    close (from);
  if (!is_done)
    {
      g_set_error (error, PROCESS_ERROR_DOMAIN, PROCESS_MISSING, "%s",
                   cause != NULL ? cause->message : g_strerror (errno));
      return NULL;
    }
  is_done = read_output (to, output, limits, deadline, &cause) &&
            wait_for_end (pid, deadline, &cause);
  close (to);
  if (!end_group (pid, status, &cause) || !is_done)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}
