/* app/form/goals.c — one text for all goals of a project, taken apart again. */

#include "app/form/goals.h"
#include "app/edit/change.h"
#include "app/read/pattern.h"
#include "db/cell.h"
#include "db/goal.h"
#include "db/row.h"

#include <string.h>

/* 目标1：, （1）, 1、 … */
#define MARK "^\\s*(目标)?[（(]?[0-9０-９一二三四五六七八九十]+[）)]?[：:、．.]"

typedef struct {
  GPtrArray *goals;  /* Goal * */
  gboolean   marked; /* whether they have labels, which a new one then has too */
} Goals;

static void
goals_clear (Goals *self)
{
  db_record_array_free (&goal_table, self->goals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Goals, goals_clear)

static gboolean
read_goals (Goals *self, Db *db, gint64 project, GError **error)
{
  self->goals = db_record_list (db, &goal_table, project, error);
  for (guint i = 0; self->goals != NULL && i < self->goals->len; i++)
    self->marked |= ((Goal *) self->goals->pdata[i])->label != NULL;
  return self->goals != NULL;
}

GArray *
form_goals_rows (Db *db, gint64 project, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (Goals) self = { NULL };

  if (!read_goals (&self, db, project, error))
    return NULL;
  for (guint i = 0; i < self.goals->len; i++)
    g_array_append_val (rows, ((DbRecord *) self.goals->pdata[i])->id);
  return g_steal_pointer (&rows);
}

static char *
printed (const Goal *goal)
{
  return g_strconcat (goal->label ? goal->label : "", goal->text, NULL);
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

char *
form_goals_text (Db *db, const FormTable *table, const FormCell *cell, GError **error)
{
  g_auto (Goals) self = { NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  if (!read_goals (&self, db, table->project, error))
    return NULL;
  for (guint i = 0; i < self.goals->len; i++)
    {
      g_autofree char *line = printed (self.goals->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_joined (GPtrArray *texts, char **lines, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", lines[i]);
  if (*g_strchug (g_strdelimit (text->str, "\r", ' ')) != '\0')
    g_ptr_array_add (texts, g_string_free (g_steal_pointer (&text), FALSE));
}

/* The texts of the goals, char *. */
static GPtrArray *
take_apart (const Goals *self, const char *text)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines), old = 0, from = 0;

  for (guint i = 0; i < self->goals->len; i++)
    {
      g_autofree char *line = printed (self->goals->pdata[i]);

      old += count_lines (line);
    }
  if (old != n)
    for (; from < n; from++)
      add_joined (texts, lines + from, 1);
  for (guint i = 0; from < n; i++)
    {
      g_autofree char *line = printed (self->goals->pdata[i]);

      add_joined (texts, lines + from, count_lines (line));
      from += count_lines (line);
    }
  return texts;
}

static gboolean
set_goal (Db *db, const Goals *self, const Goal *goal, gint64 row, const char *text,
          GError **error)
{
  const char *label = goal && goal->label ? goal->label : "";
  gsize       length = g_str_has_prefix (text, label) && *label != '\0' ? strlen (label)
                       : self->marked ? pattern_length (MARK, text)
                                      : 0;
  g_autofree char *mark = length > 0 ? g_strndup (text, length) : NULL;

  return cell_set (db, &goal_table, row, "label", mark, error) &&
         cell_set (db, &goal_table, row, "text", text + length, error);
}

static gboolean
is_kept (const Goal *goal, const char *text)
{
  g_autofree char *old = printed (goal);

  return strcmp (old, text) == 0;
}

/* From is the first goal that changes; as many at the end stay as well. */
static gboolean
replace_goals (Db *db, gint64 project, const Goals *self, GPtrArray *texts,
               GError **error)
{
  guint was = self->goals->len, is = texts->len, from = 0, end = 0;

  while (from < MIN (was, is) && is_kept (self->goals->pdata[from], texts->pdata[from]))
    from++;
  while (end + from < MIN (was, is) &&
         is_kept (self->goals->pdata[was - 1 - end], texts->pdata[is - 1 - end]))
    end++;
  for (guint i = from; i < is - end; i++)
    {
      const Goal *goal = i < was - end ? self->goals->pdata[i] : NULL;
      gint64      row = goal != NULL ? goal->record.id
                                     : row_insert (db, &goal_table, project, NULL, 0, error);

      if (row == 0 || !set_goal (db, self, goal, row, texts->pdata[i], error) ||
          (goal == NULL && !row_move (db, &goal_table, row, i + 1, error)))
        return FALSE;
    }
  for (guint i = is - end; i < was - end; i++)
    if (!row_remove (db, &goal_table, ((Goal *) self->goals->pdata[i])->record.id,
                     error))
      return FALSE;
  return TRUE;
}

gboolean
form_goals_set (Db *db, const FormTable *table, const FormCell *cell, const char *text,
                GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_auto (Goals) self = { NULL };
  g_autoptr (GPtrArray) texts = NULL;

  if (!read_goals (&self, db, table->project, error))
    return FALSE;
  texts = take_apart (&self, text ? text : "");
  return change_begin (&txn, db, "修改绩效目标", error) &&
         replace_goals (db, table->project, &self, texts, error) &&
         change_finish (&txn, error);
}
