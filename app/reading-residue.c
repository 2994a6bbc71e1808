/* app/reading-residue.c — what a word processor or a line break left in the texts.
 *
 * Import takes such residue out; it comes in again where text is pasted into a cell or
 * records are exchanged.
 */

#include "app/reading-residue.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "db/goal.h"
#include "db/indicator.h"

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

static void
read_text (const Project *project, ProjectReading *reading, gint64 indicator,
           const char *field, const char *text)
{
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (residues); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      ResidueReading *read;

      if (!g_regex_match (pattern_regex (residues[i].pattern), text, 0, &match))
        continue;
      read = db_record_add (reading->residues, &residue_reading_table);
      read->document_id = project->record.parent;
      read->indicator_id = indicator;
      read->field = g_strdup (field);
      read->kind = g_strdup (residues[i].kind);
      read->found = g_match_info_fetch (match, 0);
      read->text = g_strdup (text);
    }
}

static void
read_row (const Project *project, ProjectReading *reading, const Indicator *indicator)
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
    read_text (project, reading, indicator->record.id, texts[i].field, texts[i].text);
}

void
reading_add_residues (const Project *project, ProjectReading *reading)
{
  read_text (project, reading, DB_NULL, "heading", project->heading);
  read_text (project, reading, DB_NULL, "project_name", project->name);
  read_text (project, reading, DB_NULL, "purpose", project->purpose);
  for (guint i = 0; i < project->goals->len; i++)
    read_text (project, reading, DB_NULL, "goal",
               ((Goal *) project->goals->pdata[i])->text);
  for (guint i = 0; i < project->indicators->len; i++)
    read_row (project, reading, project->indicators->pdata[i]);
}
