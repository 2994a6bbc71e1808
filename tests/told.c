/* tests/told.c — waiting for what an errand brings. */

#include "tests/told.h"

void
told_take (gpointer result, GError *error, gpointer data)
{
  Told *told = data;

  told->result = result;
  told->error = error;
  told->times++;
}

gpointer
told_wait (Told *told, GError **error)
{
  gpointer result;

  while (told->times == 0)
    g_main_context_iteration (NULL, TRUE);
  result = told->result;
  if (told->error != NULL)
    g_propagate_error (error, told->error);
  *told = (Told){ 0 };
  return result;
}

static gpointer
do_nothing (Db *db, gpointer what, Progress *progress, GError **error)
{
  return ERRAND_DONE;
}

void
told_settle (void)
{
  static const ErrandKind kind = { do_nothing, NULL, NULL, G_PRIORITY_LOW };
  Errand                 *last = NULL;
  Told                    told = { 0 };

  errand_begin (&last, NULL, &kind, NULL, told_take, &told);
  told_wait (&told, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
