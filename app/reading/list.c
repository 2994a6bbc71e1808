/* app/reading/list.c — what the lists of a document call its projects.
 *
 * The contents (目录) or the 分项绩效目标 may go through the projects by their numbers,
 * or through themes that have nothing to do with them.  A list is compared only when
 * most of its titles resemble the projects of the same number.
 */

#include "app/reading/list.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "app/reading/project.h"
#include "db/catalogue-entry.h"
#include "db/sub-goal.h"

#include <stdlib.h>
#include <string.h>

#define FEWEST 3 /* titles that make a list */

typedef struct {
  gint64 no;
  char  *title; /* as printed */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

static void
add (GPtrArray *list, gint64 no, const char *title)
{
  Entry *entry = g_new (Entry, 1);

  entry->no = no;
  entry->title = tidy (title);
  g_ptr_array_add (list, entry);
}

/* The number in front of a title: "12、…"; 0 when there is none. */
static int
number_of (const char *text)
{
  g_autofree char *folded = fold (text);
  gsize            n = strspn (folded, "0123456789");
  const char      *behind = folded + n;

  return n > 0 && n < 4 &&
                 (g_str_has_prefix (behind, "、") || *behind == '.' || *behind == ')')
             ? atoi (folded)
             : 0;
}

/* The numbered lines below each part of the contents: an array of lists. */
static GPtrArray *
catalogue_lists (GPtrArray *catalogue)
{
  GPtrArray *lists =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *list = NULL;

  for (guint i = 0; i < catalogue->len; i++)
    {
      const CatalogueEntry *entry = catalogue->pdata[i];
      int                   no = number_of (entry->text);

      if (list == NULL || entry->is_part == 1 || no == 1)
        g_ptr_array_add (lists, list = new_list ());
      if (entry->is_part != 1 && no > 0)
        add (list, no, entry->text);
    }
  return lists;
}

static GPtrArray *
sub_goal_list (GPtrArray *sub_goals)
{
  GPtrArray *list = new_list ();

  for (guint i = 0; i < sub_goals->len; i++)
    {
      const SubGoal *sub_goal = sub_goals->pdata[i];

      if (sub_goal->title != NULL)
        add (list, i + 1, sub_goal->title);
    }
  return list;
}

/* A title or name for comparison: without number, 绩效目标表, year, 预计 and the page
 * that a line of the contents ends with.  */
static char *
plain (const char *title)
{
  g_autofree char *name = NULL;
  g_autofree char *unpaged = NULL;

  name = fold (title);
  unpaged =
      g_regex_replace_literal (pattern_regex (
                                   "(?:19|20)[0-9]{2}年度?|预计|[.·…]{2,}[0-9]+$"),
                               name, -1, 0, "", 0, NULL);
  return reading_heading_name (unpaged);
}

/* The length of the longest common subsequence, in characters. */
static guint
common_length (const gunichar *one, glong n, const gunichar *other, glong m)
{
  g_autofree guint *row = g_new0 (guint, m + 1);

  for (glong i = 0; i < n; i++)
    {
      guint diagonal = 0;

      for (glong k = 0; k < m; k++)
        {
          guint above = row[k + 1];

          row[k + 1] = one[i] == other[k] ? diagonal + 1 : MAX (above, row[k]);
          diagonal = above;
        }
    }
  return row[m];
}

/* Whether at least half of the characters of both stand in the other in order. */
static gboolean
resemble (const char *one, const char *other)
{
  glong                n, m;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (one, -1, &n);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (other, -1, &m);

  return n > 0 && m > 0 && common_length (a, n, b, m) * 2 >= (guint) MAX (n, m);
}

static const ListedProject *
project_of (GPtrArray *projects, gint64 no)
{
  for (guint i = 0; i < projects->len; i++)
    {
      const ListedProject *project = projects->pdata[i];

      if (project->ordinal == no && strcmp (project->kind, "project") == 0)
        return project;
    }
  return NULL;
}

/* Whether the list goes through the projects: most of those that it numbers resemble
 * its titles, and it numbers most of them.  */
static gboolean
corresponds (GPtrArray *list, GPtrArray *projects)
{
  guint pairs = 0, alike = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const Entry         *entry = list->pdata[i];
      const ListedProject *project = project_of (projects, entry->no);
      g_autofree char     *title = plain (entry->title);
      g_autofree char     *name = plain (project ? project->name : NULL);

      pairs += project != NULL;
      alike += resemble (title, name);
    }
  return pairs >= FEWEST && pairs * 2 >= projects->len && alike * 10 >= pairs * 6;
}

/* A title as people would say it: without number and 绩效目标表. */
static char *
shown (const char *title)
{
  g_autofree char *name = reading_heading_name (title);

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (title);
}

static void
compare (GPtrArray *list, const char *source, GPtrArray *projects, GPtrArray *lists)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Entry         *entry = list->pdata[i];
      const ListedProject *project = project_of (projects, entry->no);
      g_autofree char     *title = plain (entry->title);
      g_autofree char     *name = plain (project ? project->name : NULL);
      ListReading         *read;

      if (project == NULL || *title == '\0' || *name == '\0')
        continue;
      read = db_record_add (lists, &list_reading_table);
      read->project_id = project->id;
      read->source = g_strdup (source);
      read->title = shown (entry->title);
      read->is_same = strcmp (title, name) == 0;
    }
}

void
reading_add_lists (GPtrArray *lists, GPtrArray *catalogue, GPtrArray *sub_goals,
                   GPtrArray *projects)
{
  g_autoptr (GPtrArray) parts = catalogue_lists (catalogue);
  g_autoptr (GPtrArray) goals = sub_goal_list (sub_goals);

  for (guint i = 0; i < parts->len; i++)
    if (corresponds (parts->pdata[i], projects))
      {
        compare (parts->pdata[i], "catalogue", projects, lists);
        return;
      }
  if (corresponds (goals, projects))
    compare (goals, "sub_goals", projects, lists);
}
