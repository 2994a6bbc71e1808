/* app/import/prose.c — the paragraphs of the text.
 *
 * A paragraph that stops in mid-sentence was cut by a page break; the next one goes on
 * with it.
 */

#include "app/import/prose.h"

#include "app/fold.h"
#include "app/import/annex.h"
#include "app/import/approval.h"
#include "app/import/caption.h"
#include "app/read/pattern.h"
#include "db/catalogue-entry.h"
#include "db/overall-goal.h"
#include "db/safeguard.h"
#include "db/section.h"
#include "db/sub-goal.h"

#include <stdlib.h>
#include <string.h>

void
prose_append (char **member, char *text)
{
  const char *between = *member != NULL && !heading_is_unfinished (*member) ? "\n" : "";
  g_autofree char *added = text;

  db_record_take_text (member, *member == NULL
                                   ? g_steal_pointer (&added)
                                   : g_strconcat (*member, between, added, NULL));
}

/* Whether words go on with the paragraph before. */
static gboolean
goes_on (const char *before, const char *words)
{
  gsize length;

  return before != NULL && heading_is_unfinished (before) &&
         heading_numeral (words, &length) == NUMERAL_NONE;
}

static void
read_overall_goal (Recognition *r, const Origin *origin, const char *words)
{
  GPtrArray   *goals = r->document->overall_goals;
  OverallGoal *last = goals->len > 0 ? goals->pdata[goals->len - 1] : NULL;

  if (last != NULL && goes_on (last->text, words))
    {
      prose_append (&last->text, g_strdup (words));
      recognition_use (r, origin);
      return;
    }
  last = db_record_add (goals, &overall_goal_table);
  TAKE (r, overall_goal_table, last, text, origin, g_strdup (words));
}

static void
read_safeguard (Recognition *r, const Origin *origin, const char *words)
{
  GPtrArray *safeguards = r->document->safeguards;
  Safeguard *last = safeguards->len > 0 ? safeguards->pdata[safeguards->len - 1] : NULL;

  if (last != NULL && goes_on (last->text, words))
    {
      prose_append (&last->text, g_strdup (words));
      recognition_use (r, origin);
      return;
    }
  last = db_record_add (safeguards, &safeguard_table);
  TAKE (r, safeguard_table, last, text, origin, g_strdup (words));
}

#define GOAL_PREFIX       "^(?:年度)?(?:绩效)?目标\\s*[:：]\\s*"
#define INDICATORS_PREFIX "^(?:年度)?(?:绩效)?指标\\s*[:：]\\s*"

/* The first numbered line: a title, or the goal itself when it is a sentence. */
static void
begin_sub_goal (Recognition *r, const Origin *origin, const char *words)
{
  SubGoal *sub_goal = db_record_add (r->document->sub_goals, &sub_goal_table);

  if (heading_is_sentence (words))
    TAKE (r, sub_goal_table, sub_goal, goal, origin, tidy (words));
  else
    TAKE (r, sub_goal_table, sub_goal, title, origin, tidy (words));
}

/* A goal that was announced by 绩效目标： shows that the sentence before was a title.
 */
static void
read_sub_goal_goal (Recognition *r, SubGoal *sub_goal, const Origin *origin,
                    const char *words)
{
  if (sub_goal->title == NULL && sub_goal->goal != NULL &&
      sub_goal->indicators_text == NULL)
    sub_goal->title = g_steal_pointer (&sub_goal->goal);
  TAKE (r, sub_goal_table, sub_goal, goal, origin,
        pattern_replace (GOAL_PREFIX, words, ""));
}

static void
continue_sub_goal (Recognition *r, SubGoal *sub_goal, const Origin *origin,
                   const char *words)
{
  if (sub_goal->goal == NULL && sub_goal->indicators_text == NULL)
    TAKE (r, sub_goal_table, sub_goal, goal, origin, g_strdup (words));
  else
    {
      prose_append (sub_goal->indicators_text != NULL ? &sub_goal->indicators_text
                                                      : &sub_goal->goal,
                    g_strdup (words));
      recognition_use (r, origin);
    }
}

/* Whether a number follows the last one inside the sub-goal, and not the sub-goal's. */
static gboolean
goes_on_counting (const GPtrArray *sub_goals, const char *words)
{
  const SubGoal   *last = sub_goals->pdata[sub_goals->len - 1];
  int              number = atoi (words);
  g_autofree char *before =
      g_strdup_printf ("(?:^|[^0-9.])%d\\s*[、.．](?![0-9])", number - 1);

  return number > 1 && (guint) number != sub_goals->len + 1 &&
         pattern_match (before, last->indicators_text);
}

static void
read_sub_goal (Recognition *r, const Origin *origin, const char *words)
{
  GPtrArray *sub_goals = r->document->sub_goals;
  gsize      length;
  Numeral    numeral = heading_numeral (words, &length);
  SubGoal   *last;

  if (sub_goals->len == 0)
    r->sub_goal_numeral = numeral;
  if (sub_goals->len == 0 ||
      (numeral != NUMERAL_NONE && numeral == r->sub_goal_numeral &&
       !goes_on_counting (sub_goals, words)))
    {
      begin_sub_goal (r, origin, words + length);
      return;
    }
  last = sub_goals->pdata[sub_goals->len - 1];
  if (pattern_match (GOAL_PREFIX, words))
    read_sub_goal_goal (r, last, origin, words);
  else if (pattern_match (INDICATORS_PREFIX, words))
    TAKE (r, sub_goal_table, last, indicators_text, origin,
          pattern_replace (INDICATORS_PREFIX, words, ""));
  else
    continue_sub_goal (r, last, origin, words);
}

/* A line that is no more than a title: of the cover, or the year below one. */
static void
read_title (Recognition *r, const Origin *origin, const char *words)
{
  Section *section = db_record_add (r->document->sections, &section_table);

  section->kind = g_strdup (section_kind_name (r->section));
  TAKE (r, section_table, section, text, origin, g_strdup (words));
}

static void
append_note (Recognition *r, const char *column, char **member, const Origin *origin,
             const char *words)
{
  prose_append (member, g_strdup (words));
  recognition_place (r, r->document, &document_table, column, member, origin);
}

void
prose_read (Recognition *r, const Origin *origin)
{
  g_autofree char *words = heading_words (origin_text (origin));

  if (words == NULL || caption_is_page (words))
    {
      recognition_use (r, origin);
      return;
    }
  switch (r->section)
    {
    case SECTION_COVER:
      read_title (r, origin, words);
      break;
    case SECTION_OVERALL:
    case SECTION_OVERALL_GOAL:
      if (heading_is_year (words))
        read_title (r, origin, words);
      else
        read_overall_goal (r, origin, words);
      break;
    case SECTION_SUB_GOALS:
      read_sub_goal (r, origin, words);
      break;
    case SECTION_SAFEGUARDS:
      read_safeguard (r, origin, words);
      break;
    case SECTION_SPECIAL_FUNDS:
      append_note (r, "special_funds_note", &r->document->special_funds_note, origin,
                   words);
      break;
    case SECTION_OTHER_MATTERS:
      append_note (r, "other_matters", &r->document->other_matters, origin, words);
      break;
    case SECTION_PROCUREMENT:
    case SECTION_ASSETS:
    case SECTION_GLOSSARY:
      annex_read_paragraph (r, origin, words);
      break;
    case SECTION_APPROVAL:
      approval_read_paragraph (r, origin, words);
      break;
    default: /* stays unread, and is listed as such */
      break;
    }
}

void
prose_flush (Recognition *r)
{
  for (guint i = 0; i < r->waiting->len; i++)
    {
      const Origin *origin = &g_array_index (r->waiting, Origin, i);

      if (origin->cell == NULL)
        prose_read (r, origin);
    }
  g_array_set_size (r->waiting, 0);
}

/* What ends a line of the contents: it is found anew when it is printed. */
#define PAGE_NUMBER "(?:\\s*[.…·]{2,}\\s*|\\s+)\\d{1,4}$"

/* Whether the body has begun: a line says again what the contents said. */
static gboolean
repeats_catalogue (const Recognition *r, const char *words)
{
  g_autofree char *line = fold (words);

  for (guint i = 0; i < r->document->catalogue->len; i++)
    {
      const CatalogueEntry *entry = r->document->catalogue->pdata[i];
      g_autofree char      *folded = fold (entry->text);
      g_autofree char      *text = NULL;

      if (!g_str_has_prefix (folded, line))
        continue;
      text = pattern_replace ("[.…·]+\\d*$|(?<=\\D)\\d+$", folded, "");
      if (g_str_equal (text, line) ||
          (heading_is_part (words) && g_str_has_prefix (text, line)))
        return TRUE;
    }
  return FALSE;
}

/* Where the contents are over without a line of theirs said again, the last was the
 * heading of the text that begins. */
static SectionKind
section_of_last_entry (const Recognition *r)
{
  const GPtrArray      *entries = r->document->catalogue;
  const CatalogueEntry *last =
      entries->len > 0 ? entries->pdata[entries->len - 1] : NULL;
  SectionKind kind = last != NULL ? heading_section (last->text) : SECTION_NONE;

  return kind == SECTION_NONE ? SECTION_COVER : kind;
}

gboolean
prose_read_catalogue (Recognition *r, const Origin *origin, const char *words)
{
  gsize           length;
  CatalogueEntry *entry;

  if (r->section != SECTION_CATALOGUE)
    return FALSE;
  if (repeats_catalogue (r, words))
    {
      r->section = SECTION_COVER;
      return FALSE;
    }
  if (heading_is_sentence (words) && g_utf8_strlen (words, -1) > 30)
    {
      r->section = section_of_last_entry (r);
      return FALSE;
    }
  entry = db_record_add (r->document->catalogue, &catalogue_entry_table);
  entry->is_part = heading_numeral (words, &length) == NUMERAL_PART;
  TAKE (r, catalogue_entry_table, entry, text, origin,
        pattern_replace (PAGE_NUMBER, words, ""));
  return TRUE;
}
