/* app/reading/wording.c — words that want another look.
 *
 * Import takes residue out; it comes in again where text is pasted into a cell or
 * records are exchanged.
 */

#include "app/reading/wording.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "app/reading/indicator.h"
#include "db/goal.h"
#include "db/indicator.h"

#include <string.h>

/* A blank between two Chinese characters, and what Word hides in a text: the fields of
 * a contents, page numbers and links, and bookmarks.  */
static const struct {
  const char *kind, *pattern;
} residues[] = {
  { "space", "[\\x{4e00}-\\x{9fff}][ \\t\\x{3000}\\x{a0}]+[\\x{4e00}-\\x{9fff}]" },
  { "field_code",
    "\\bTC\\s.{0,80}\\\\[fl]\\b|\\\\\\* ?MERGEFORMAT|\\bPAGEREF _|\\bHYPERLINK \""
    "|\\b_Toc\\d|\\[bookmark:|\\bTOC \\\\o" },
};

void
reading_add_wording (ProjectReading *reading, const Project *project, gint64 indicator,
                     const char *field, const char *kind, const char *found,
                     const char *instead, const char *text)
{
  WordingReading *read = db_record_add (reading->wordings, &wording_reading_table);

  read->document_id = project->record.parent;
  read->indicator_id = indicator;
  read->field = g_strdup (field);
  read->kind = g_strdup (kind);
  read->found = g_strdup (found);
  read->instead = g_strdup (instead);
  read->text = g_strdup (text);
}

/* What a list has a better word for. */
static void
read_listed (const Words *words, const char *list, const Project *project,
             ProjectReading *reading, gint64 indicator, const char *field,
             const char *text)
{
  g_autofree char *found = NULL;
  const char      *meaning;
  gsize            from, length;

  if (text == NULL || !words_find (words, list, text, &from, &length, &meaning))
    return;
  found = g_strndup (text + from, length);
  reading_add_wording (reading, project, indicator, field, list, found, meaning, text);
}

static void
read_text (const Words *words, const Project *project, ProjectReading *reading,
           gint64 indicator, const char *field, const char *text)
{
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (residues); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *found = NULL;

      if (!g_regex_match (pattern_regex (residues[i].pattern), text, 0, &match))
        continue;
      found = g_match_info_fetch (match, 0);
      reading_add_wording (reading, project, indicator, field, residues[i].kind, found,
                           NULL, text);
    }
  read_listed (words, "typo", project, reading, indicator, field, text);
}

/* 大于等于90%.  A deadline is said in words: 30日内. */
static void
read_operator (const Project *project, ProjectReading *reading,
               const Indicator *indicator, const IndicatorReading *row)
{
  const char      *value = indicator->value_text ? indicator->value_text : "";
  const char      *unit = indicator->unit_text ? indicator->unit_text : "";
  const char      *sign = indicator->operator_text ? indicator->operator_text : "";
  g_autofree char *target = g_strconcat (sign, value, unit, NULL);
  g_autofree char *folded = fold (target);

  if (row->number_e6 != DB_NULL && row->sign != NULL &&
      strstr (folded, row->sign) == NULL && strpbrk (folded, "<>=") == NULL &&
      strstr (folded, "≥") == NULL && strstr (folded, "≤") == NULL &&
      !g_str_has_suffix (folded, "内"))
    reading_add_wording (reading, project, indicator->record.id, "value", "operator",
                         folded, row->sign, target);
}

/* Once a row, and not where the target is a number: then it is measured. */
static void
read_vague_row (const Words *words, const Project *project, ProjectReading *reading,
                const Indicator *indicator, const IndicatorReading *row)
{
  const struct {
    const char *field, *text;
  } texts[] = {
    { "value", indicator->value_text },
    { "value", indicator->unit_text },
    { "name", indicator->name },
    { "description", indicator->description },
  };
  guint before = reading->wordings->len;

  if (strcmp (row->value_kind, "words") != 0 || row->words_hold_number)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (texts) && reading->wordings->len == before; i++)
    read_listed (words, "vague", project, reading, indicator->record.id, texts[i].field,
                 texts[i].text);
}

static void
read_row (const Words *words, const Project *project, ProjectReading *reading,
          const Indicator *indicator, const IndicatorReading *row)
{
  const struct {
    const char *field, *text;
  } texts[] = {
    { "level1", indicator->level1 },       { "level2", indicator->level2 },
    { "name", indicator->name },           { "description", indicator->description },
    { "criterion", indicator->criterion }, { "value", indicator->value_text },
    { "unit", indicator->unit_text },      { "basis", indicator->basis },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    read_text (words, project, reading, indicator->record.id, texts[i].field,
               texts[i].text);
  read_operator (project, reading, indicator, row);
  read_vague_row (words, project, reading, indicator, row);
}

static void
read_goal (const Words *words, const Project *project, ProjectReading *reading,
           const char *text)
{
  g_autofree char *folded = fold (text);

  read_text (words, project, reading, DB_NULL, "goal", text);
  if (!reading_holds_number (words, folded))
    read_listed (words, "vague", project, reading, DB_NULL, "goal", text);
}

void
reading_add_wordings (const Words *words, const Project *project,
                      ProjectReading *reading)
{
  read_text (words, project, reading, DB_NULL, "heading", project->heading);
  read_text (words, project, reading, DB_NULL, "project_name", project->name);
  read_text (words, project, reading, DB_NULL, "purpose", project->purpose);
  for (guint i = 0; i < project->goals->len; i++)
    read_goal (words, project, reading, ((Goal *) project->goals->pdata[i])->text);
  for (guint i = 0; i < project->indicators->len; i++)
    read_row (words, project, reading, project->indicators->pdata[i],
              reading->indicators->pdata[i]);
}
