/* app/import/goals.c — 绩效目标 of a project.
 *
 * One cell may hold several goals: 1.…2、…, 1、…2…, 目标1：…目标2：…, a line each, or
 * free text.  It is divided where the next number of an ascending row stands, and only
 * where that number cannot be part of the words (2022年, 1.5万, 2次).
 */

#include "app/import/goals.h"

#include "app/fold.h"
#include "app/import/label.h"
#include "app/read/pattern.h"
#include "db/goal.h"
#include "db/overall-goal.h"

#include <string.h>

static void
add_goal (Recognition *r, const Origin *label_origin, char *label, const Origin *origin,
          const char *text)
{
  g_autofree char *words = tidy (text);
  Goal            *goal;

  if (words == NULL)
    {
      g_free (label);
      return;
    }
  if (r->project == r->overall)
    {
      OverallGoal *whole =
          db_record_add (r->document->overall_goals, &overall_goal_table);

      g_free (label);
      TAKE (r, overall_goal_table, whole, text, origin, g_steal_pointer (&words));
      return;
    }
  goal = db_record_add (r->project->goals, &goal_table);
  TAKE (r, goal_table, goal, label, label_origin, label);
  TAKE (r, goal_table, goal, text, origin, g_steal_pointer (&words));
}

/* A number that is followed by one of these counts something. */
#define MEASURE                                                                               \
  "[年月日号个人名次项件万亿元家户所台套期批级类种倍季周天小分%" \
  "％千百条场亩处座辆平方米公吨度岁届]"
#define NUMBER "([0-9０-９]{1,2})"
/* 目标1： 目标一： 1、 1. （1）; and 1 alone where a sentence or a line begins. */
#define MARK                                                                                      \
  "(?:目标\\s*(?:" NUMBER "(?![0-9])|[一二三四五六七八九十](?=\\s*[：:、]))\\s*[：:" \
  "、.．]?|(?<![0-9０-９])" NUMBER                                                                \
  "\\s*(?:[、．](?!\\s*[0-9])|\\.(?![0-9]))|[（(]\\s*" NUMBER "\\s*[）)]\\s*、?|"               \
  "(?:^|(?<=[。；;.：:\\n]))\\s*" NUMBER "\\s*(?=[\\x{4e00}-\\x{9fff}])(?!" MEASURE               \
  "))\\s*"

/* The number in a mark. */
static guint
number_of (const char *mark, gsize length)
{
  static const char *const chinese[] = { "一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "十" };
  guint                    number = 0;

  for (const char *p = mark; p < mark + length; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      number = number * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (p));
  for (guint i = 0; i < G_N_ELEMENTS (chinese) && number == 0; i++)
    if (g_strstr_len (mark, (gssize) length, chinese[i]) != NULL)
      number = i + 1;
  return number;
}

/* 目标1, （1） or 1、: marks of one text are of one kind. */
static int
kind_of (const char *mark, gsize length)
{
  if (g_strstr_len (mark, (gssize) length, "目标") != NULL)
    return '1';
  return g_strstr_len (mark, (gssize) length, "（") != NULL ||
                 g_strstr_len (mark, (gssize) length, "(") != NULL
             ? '('
             : '.';
}

/* Finds the mark with this number behind from, of the same kind as another. */
static gboolean
find_mark (const char *text, gsize from, guint number, int kind, gsize *start,
           gsize *end)
{
  while (pattern_find (MARK, text, from, start, end))
    {
      const char *mark = text + *start;

      if (number_of (mark, *end - *start) == number &&
          (kind == 0 || kind == kind_of (mark, *end - *start)))
        return TRUE;
      from = *end;
    }
  return FALSE;
}

/* A line each, when none but the last stops in mid-sentence. */
static gboolean
add_lines (Recognition *r, const Origin *origin, const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint            n;

  lines = g_strsplit (stripped, "\n", -1);
  n = g_strv_length (lines);
  if (n < 2)
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    if (!block_is_blank (lines[i]) && heading_is_unfinished (lines[i]))
      return FALSE;
  for (guint i = 0; i < n; i++)
    add_goal (r, origin, NULL, origin, lines[i]);
  return TRUE;
}

/* Whether the text begins with the mark of the goal with this number.  A bare number is
 * one only when the next follows.  */
static gboolean
is_numbered (const char *text, guint number, gsize *end)
{
  gsize            start, next, behind;
  g_autofree char *front = NULL;

  if (!find_mark (text, 0, number, 0, &start, end))
    return FALSE;
  front = g_strndup (text, *end);
  if (pattern_match ("^\\s*[0-9０-９]\\s*$", front))
    return find_mark (text, *end, number + 1, '.', &next, &behind);
  front[start] = '\0';
  return block_is_blank (front);
}

/* Where the last goal stopped in mid-sentence, its rest is taken off the front of text.
 * Cells of a row each are rather goals each.  */
static const char *
take_rest (Recognition *r, const Origin *origin, const char *text)
{
  GPtrArray       *goals = r->project->goals;
  Goal            *last = goals->len > 0 ? goals->pdata[goals->len - 1] : NULL;
  gsize            start = strlen (text), end;
  g_autofree char *rest = NULL, *whole = NULL;

  if (last == NULL || !heading_is_unfinished (last->text) ||
      (origin->cell != NULL && !pattern_match ("[，、,]$", last->text)) ||
      (last->label != NULL &&
       find_mark (text, 0, goals->len + 1, kind_of (last->label, strlen (last->label)),
                  &start, &end) &&
       start == 0))
    return text;
  rest = g_strndup (text, start);
  whole = g_strconcat (last->text, rest, NULL);
  db_record_take_text (&last->text, tidy (whole));
  recognition_use (r, origin);
  return text + start;
}

void
goals_read_text (Recognition *r, const Origin *origin, const char *text)
{
  gsize start = 0, end, next, behind;
  guint number = 1;
  int   kind;

  /* a page break divides goals, too */
  text = take_rest (r, origin, text);
  if (!is_numbered (text, 1, &end) &&
      !is_numbered (text, number = r->project->goals->len + 1, &end))
    {
      if (!add_lines (r, origin, text))
        add_goal (r, origin, NULL, origin, text);
      return;
    }
  kind = kind_of (text, end);
  while (start < end)
    {
      gboolean         more = find_mark (text, end, ++number, kind, &next, &behind);
      g_autofree char *mark = g_strndup (text + start, end - start);
      g_autofree char *words =
          more ? g_strndup (text + end, next - end) : g_strdup (text + end);

      add_goal (r, origin, tidy (mark), origin, words);
      start = more ? next : end;
      end = more ? behind : end;
    }
}

static void
read_goal (Recognition *r, const Origin *label, const Origin *origin)
{
  g_autofree char *words = tidy (origin_text (label));

  recognition_use (r, label);
  add_goal (r, label, pattern_replace ("\\s", words, ""), origin, origin_text (origin));
}

#define REMARK "^\\s*(?:备\\s*注|注)\\s*[:：]"

static Label
label_at (const GPtrArray *cells, guint i)
{
  return label_of (((const BlockCell *) cells->pdata[i])->text);
}

/* 实施期目标 beside 年度目标, or 实际完成情况 beside 预期目标: what stands below them
 * is of the year only in the columns of one.  */
static gboolean
read_heads (Recognition *r, guint block, const GPtrArray *cells)
{
  const BlockCell *of_year = NULL;
  guint            others = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      Label label = label_at (cells, i);

      if (label == LABEL_GOALS)
        of_year = cells->pdata[i];
      else if (label == LABEL_LONG_GOALS || label == LABEL_RESULT)
        others++;
      else if (!cell_is_blank (cells->pdata[i]))
        return FALSE;
    }
  if (of_year == NULL || others == 0)
    return FALSE;
  r->year_from = of_year->col;
  r->year_to = of_year->col + of_year->col_span;
  r->year_is_last = label_at (cells, cells->len - 1) == LABEL_GOALS;
  for (guint i = 0; i < cells->len; i++)
    {
      Origin origin = recognition_cell (r, block, cells->pdata[i]);

      if (label_at (cells, i) == LABEL_GOALS)
        recognition_use (r, &origin);
    }
  return TRUE;
}

/* Whether a cell is not of the year: it stands in other columns, or behind a label that
 * says so.  */
static gboolean
is_of_others (const Recognition *r, const BlockCell *cell, Label label)
{
  if (r->year_to > 0 && (cell->col < r->year_from || cell->col >= r->year_to))
    return TRUE;
  return label == LABEL_RESULT || (label == LABEL_LONG_GOALS && r->has_year_goals);
}

/* A cell that only numbers the goal in the next one. */
static gboolean
is_number_of_goal (const GPtrArray *cells, guint i)
{
  return i + 1 < cells->len && !cell_is_blank (cells->pdata[i + 1]) &&
         pattern_match ("^\\s*[0-9]{1,2}\\s*[、.．]?\\s*$",
                        ((const BlockCell *) cells->pdata[i])->text);
}

void
goals_leave_waiting (Recognition *r)
{
  for (guint i = 0; i < r->waiting->len; i++)
    {
      const Origin *origin = &g_array_index (r->waiting, Origin, i);

      if (label_of (origin_text (origin)) == LABEL_GOALS)
        recognition_use (r, origin);
    }
  g_array_set_size (r->waiting, 0);
}

void
goals_read_row (Recognition *r, guint block, const GPtrArray *cells)
{
  Origin label = { 0 };
  Label  open = LABEL_NONE; /* the last label in the row */

  /* Rows that nobody knew, above the goals, are not goals. */
  if (r->zone != ZONE_GOALS)
    goals_leave_waiting (r);
  r->zone = ZONE_GOALS;
  if (read_heads (r, block, cells))
    return;
  for (guint i = 0; i < cells->len; i++)
    {
      Origin      origin = recognition_cell (r, block, cells->pdata[i]);
      const char *text = origin_text (&origin), *value;
      Label       kind = label_of (text);

      if (block_is_blank (text))
        continue;
      if (kind == LABEL_GOALS || kind == LABEL_LONG_GOALS || kind == LABEL_RESULT)
        open = kind;
      if (is_of_others (r, origin.cell, open))
        continue; /* stays unread */
      if (kind == LABEL_GOALS || kind == LABEL_LONG_GOALS || kind == LABEL_INDICATORS)
        recognition_use (r, &origin);
      else if (kind == LABEL_GOAL || is_number_of_goal (cells, i))
        label = origin;
      else if (label.cell != NULL)
        {
          read_goal (r, &label, &origin);
          r->goal_rows++;
          label.cell = NULL;
        }
      else if (label_split (text, &value) == LABEL_GOALS)
        goals_read_text (r, &origin, value);
      else if (pattern_match (REMARK, text))
        continue; /* stays unread */
      else
        goals_read_text (r, &origin, text);
    }
  if (label.cell != NULL)
    recognition_use (r, &label);
}
