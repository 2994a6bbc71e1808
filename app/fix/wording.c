/* app/fix/wording.c — fixes of the very words of a text. */

#include "app/fix/case.h"
#include "app/fold.h"
#include "db/goal.h"

#include <string.h>

/* A text as it should be; newly allocated, NULL: there is nothing left of it. */
typedef char *(*Mend) (const FixCase *self, const char *text);

static void
set_mended (const FixCase *self, Fix *fix, Mend mend, const char *table, gint64 row,
            const char *column, const char *text)
{
  g_autofree char *mended = mend (self, text);

  if (mended != NULL)
    fix_set (fix, table, row, column, text, mended);
}

static void
mend_row (const FixCase *self, Fix *fix, Mend mend)
{
  const Indicator *row = self->indicator;
  const struct {
    const char *field, *column, *text;
  } texts[] = {
    { "level1", "level1", row->level1 },
    { "level2", "level2", row->level2 },
    { "name", "name", row->name },
    { "description", "description", row->description },
    { "criterion", "criterion", row->criterion },
    { "value", "value_text", row->value_text },
    { "value", "unit_text", row->unit_text },
    { "unit", "unit_text", row->unit_text },
    { "basis", "basis", row->basis },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (self->finding->field, texts[i].field) == 0 &&
        g_strcmp0 (self->finding->seen, texts[i].text) == 0)
      set_mended (self, fix, mend, "indicator", row->record.id, texts[i].column,
                  texts[i].text);
}

/* The one text that the finding is about. */
static void
mend_text (const FixCase *self, gboolean is_certain, Mend mend)
{
  const Finding *finding = self->finding;
  const Project *project = self->project;
  gint64         id = project->record.id;
  const struct {
    const char *field, *column, *text;
  } texts[] = {
    { "heading", "heading", project->heading },
    { "title_row_name", "title_row_name", project->title_row_name },
    { "project_name", "name", project->name },
    { "purpose", "purpose", project->purpose },
  };
  Fix *fix = fix_add (self, is_certain);

  if (self->indicator != NULL)
    {
      mend_row (self, fix, mend);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (finding->field, texts[i].field) == 0)
      set_mended (self, fix, mend, "project", id, texts[i].column, texts[i].text);
  for (guint i = 0; g_strcmp0 (finding->field, "goal") == 0 && i < project->goals->len;
       i++)
    {
      const Goal *goal = project->goals->pdata[i];

      if (g_strcmp0 (goal->text, finding->seen) == 0)
        set_mended (self, fix, mend, "goal", goal->record.id, "text", goal->text);
    }
}

/* Without what a word processor or a line break left in it. */
static char *
without_residue (const FixCase *self, const char *text)
{
  return tidy (text);
}

void
fix_residue (const FixCase *self)
{
  mend_text (self, TRUE, without_residue);
}

static char *
spelled (const FixCase *self, const char *text)
{
  return words_mend (self->words, "typo", text);
}

void
fix_typo (const FixCase *self)
{
  mend_text (self, TRUE, spelled);
}

static gboolean
ends_part (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_OTHER_PUNCTUATION: /* ，。；、 */
    case G_UNICODE_CONTROL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The pattern stands behind the part of the sentence that is vague, in brackets, as
 * what is meant by it: 逐步提高养老待遇（由__%提高到__%）.  */
static char *
with_pattern (const FixCase *self, const char *text)
{
  const char *meaning, *end;
  gsize       from, length;

  if (!words_find (self->words, "vague", text, &from, &length, &meaning))
    return NULL;
  end = text + from + length;
  while (*end != '\0' && !ends_part (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%.*s（%s）%s", (int) (end - text), text, meaning, end);
}

/* A vague target is better answered by a number: see fix_words(). */
void
fix_vague (const FixCase *self)
{
  if (self->indicator != NULL)
    fix_words (self);
  else
    mend_text (self, FALSE, with_pattern);
}

/* What the other places prove it to be. */
void
fix_code_zeros (const FixCase *self)
{
  if (self->finding->expected != NULL)
    fix_set (fix_add (self, TRUE), "project", self->project->record.id, "code",
             self->project->code, self->finding->expected);
}
