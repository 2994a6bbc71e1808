/* app/reading/coverage.c — whether goals and rows speak of the same things.
 *
 * Two texts that are about one thing share a term, and a term of Chinese shows in its
 * pairs of characters.  Only what shares no pair at all, words that stand everywhere
 * aside, is told: of what is merely said otherwise a program cannot be sure.
 */

#include "app/fold.h"
#include "app/read/pattern.h"
#include "app/reading/wording.h"
#include "db/goal.h"
#include "db/indicator.h"

#include <string.h>

#define FEWEST_PAIRS 4 /* a shorter text says too little to be sure of it */
#define GAP          "|"

static gboolean
is_chinese (gunichar c)
{
  return c >= 0x4E00 && c <= 0x9FFF;
}

/* Whether a text has terms of its own, and none of them stands in the folded others. */
static gboolean
is_apart (const Words *words, const char *text, const char *others)
{
  g_autofree char *folded = fold (text);
  g_autofree char *terms = words_replace (words, "common", folded, GAP);
  guint            pairs = 0;

  for (const char *p = terms; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      char        pair[13]; /* two characters of six bytes at most */
      gsize       length;

      if (!is_chinese (g_utf8_get_char (p)) || !is_chinese (g_utf8_get_char (next)))
        continue;
      length = (gsize) (g_utf8_next_char (next) - p);
      memcpy (pair, p, length);
      pair[length] = '\0';
      if (strstr (others, pair) != NULL)
        return FALSE;
      pairs++;
    }
  return pairs >= FEWEST_PAIRS;
}

static void
append_folded (GString *all, const char *text)
{
  g_autofree char *folded = fold (text);

  g_string_append_printf (all, "%s" GAP, folded);
}

static void
quote (GString *list, const char *text)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? "”、“" : "", text);
}

/* And the name: what the project as a whole is about, all its rows measure. */
static char *
all_of_rows (const Project *project)
{
  GString *all = g_string_new (NULL);

  append_folded (all, project->name);
  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator *row = project->indicators->pdata[i];

      append_folded (all, row->name);
      append_folded (all, row->description);
      append_folded (all, row->value_text);
      append_folded (all, row->unit_text);
      append_folded (all, row->criterion);
    }
  return g_string_free (all, FALSE);
}

static char *
all_of_goals (const Project *project)
{
  GString *all = g_string_new (NULL);

  append_folded (all, project->name);
  append_folded (all, project->purpose);
  for (guint i = 0; i < project->goals->len; i++)
    append_folded (all, ((Goal *) project->goals->pdata[i])->text);
  return g_string_free (all, FALSE);
}

/* Whether a part of a goal says what the rest of it is good for: 从而提升幸福感. */
static gboolean
is_consequence (const Words *words, const char *part)
{
  g_autofree char *folded = fold (part);

  return words_match (words, "consequence", folded);
}

/* The parts of the goals, cut at the commas, that no row is about. */
static void
add_unmeasured (const Words *words, const Project *project, ProjectReading *reading)
{
  g_autofree char *rows = all_of_rows (project);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < project->goals->len; i++)
    {
      const Goal *goal = project->goals->pdata[i];
      g_auto (GStrv) parts =
          g_regex_split (pattern_regex ("[，,；;。！!？?]+"), goal->text, 0);

      for (guint k = 0; parts[k] != NULL; k++)
        if (!is_consequence (words, parts[k]) && is_apart (words, parts[k], rows))
          quote (list, parts[k]);
    }
  if (list->len > 0)
    reading_add_wording (reading, project, DB_NULL, "goal", "unmeasured", list->str,
                         NULL, list->str);
}

/* The rows of quantities that no goal is about.  Other rows say the same in every
 * project: 及时率, 满意度.  */
static void
add_unmentioned (const Words *words, const Project *project, ProjectReading *reading)
{
  g_autofree char *goals = all_of_goals (project);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < project->indicators->len; i++)
    {
      const Indicator        *row = project->indicators->pdata[i];
      const IndicatorReading *read = reading->indicators->pdata[i];
      g_autofree char        *text = NULL;

      if (g_strcmp0 (read->level2, "quantity") != 0 || read->name_is_level2 ||
          row->name == NULL)
        continue;
      text = g_strconcat (row->name, GAP, row->description, NULL);
      if (is_apart (words, text, goals))
        quote (list, row->name);
    }
  if (list->len > 0)
    reading_add_wording (reading, project, DB_NULL, "goal", "unmentioned", list->str,
                         NULL, list->str);
}

void
reading_add_coverage (const Words *words, const Project *project,
                      ProjectReading *reading)
{
  if (!reading->is_project || project->goals->len == 0 || project->indicators->len == 0)
    return;
  add_unmeasured (words, project, reading);
  add_unmentioned (words, project, reading);
}
