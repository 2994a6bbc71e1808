/* app/fix/case.c — the parts a fix is put together of. */

#include "app/fix/case.h"

#include <string.h>

static void
change_clear (gpointer data)
{
  FixChange *change = data;

  g_free (change->old);
  g_free (change->text);
}

Fix *
fix_add (const FixCase *self, gboolean is_certain)
{
  const Finding *finding = self->finding;
  Fix           *fix = g_atomic_rc_box_new0 (Fix);

  fix->rule = g_strdup (finding->rule);
  fix->title = g_strdup (finding->title);
  fix->place = g_strdup (finding->place);
  fix->document_id = finding->document_id;
  fix->project_id = finding->project_id;
  fix->indicator_id = finding->indicator_id;
  fix->field = g_strdup (finding->field);
  fix->is_certain = is_certain;
  fix->changes = g_array_new (FALSE, FALSE, sizeof (FixChange));
  g_array_set_clear_func (fix->changes, change_clear);
  g_ptr_array_add (self->fixes, fix);
  return fix;
}

void
fix_set (Fix *fix, const char *table, gint64 row, const char *column, const char *old,
         const char *text)
{
  const FixChange change = { .table = table,
                             .row = row,
                             .column = column,
                             .old = g_strdup (old),
                             .text = g_strdup (text) };

  if (g_strcmp0 (old, text) == 0)
    change_clear ((gpointer) &change);
  else
    g_array_append_val (fix->changes, change);
}

void
fix_make_funding (Fix *fix, gint64 project, const char *source, const char *text)
{
  const FixChange change = { .table = "funding",
                             .column = "amount_text",
                             .text = g_strdup (text),
                             .parent = project,
                             .source = source };

  g_array_append_val (fix->changes, change);
}

void
fix_remove (Fix *fix, const char *table, gint64 row, const char *old)
{
  const FixChange change = { .table = table, .row = row, .old = g_strdup (old) };

  g_array_append_val (fix->changes, change);
}
