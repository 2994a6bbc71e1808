/* app/import/entry.c — lines that are an entry of a form: a label and its value. */

#include "app/import/entry.h"

#include "app/import/caption.h"
#include "app/import/goals.h"
#include "app/import/head.h"

gboolean
entry_is_title (const char *line, Label label)
{
  gsize length;

  return heading_numeral (line, &length) != NUMERAL_NONE &&
         label_of (line + length) == label;
}

/* A line between the head and the indicators, where a sheet has it in a cell over all
 * columns: a label with its value, or the goals gone on.  */
static void
take_words (Recognition *r, const Origin *origin, const char *words)
{
  g_autofree char *line = heading_words (words);
  const char      *value;
  Label            label = line != NULL ? label_split (line, &value) : LABEL_NONE;

  if (line == NULL || caption_is_page (line))
    return;
  if (entry_is_title (line, LABEL_GOALS) || label_of (line) == LABEL_GOALS)
    {
      recognition_use (r, origin);
      r->zone = ZONE_GOALS;
    }
  else if (label_of (line) == LABEL_INDICATORS ||
           entry_is_title (line, LABEL_INDICATORS))
    recognition_use (r, origin);
  else if (label_is_head (label))
    head_read_line (r, origin, label, line, value);
  else if (label == LABEL_GOALS || r->zone == ZONE_GOALS)
    goals_read_text (r, origin, label == LABEL_GOALS ? value : line);
}

/* Several may stand side by side in a line. */
void
entry_take (Recognition *r, const Origin *origin)
{
  g_auto (GStrv) parts = caption_parts (origin_text (origin));

  if (parts == NULL || parts[1] == NULL)
    take_words (r, origin, origin_text (origin));
  else
    for (char **part = parts; *part != NULL; part++)
      take_words (r, origin, *part);
}

/* A line of a label and its value: 项目名称：…, 绩效目标：… */
gboolean
entry_is (const Origin *origin)
{
  const char *value;
  Label       label = label_split (origin_text (origin), &value);

  return label == LABEL_GOALS ||
         (label_is_head (label) && label != LABEL_UNIT_NAME && *value != '\0');
}

void
entry_take_waiting (Recognition *r)
{
  for (guint i = 0; i < r->waiting->len; i++)
    entry_take (r, &g_array_index (r->waiting, Origin, i));
  g_array_set_size (r->waiting, 0);
}
