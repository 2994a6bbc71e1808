/* app/export/cover.c — where the lines of a cover stand, on paper and in office files.
 */

#include "app/export/cover.h"
#include "app/export/look.h"
#include "app/export/page-item.h"

#include <string.h>

#define WIDTH (210 * MM - 2 * TEXT_MARGIN)

gboolean
cover_is_foot (const Outline *outline, guint i)
{
  const OutlineItem *next =
      i + 1 < outline->items->len ? outline->items->pdata[i + 1] : NULL;

  return ((OutlineItem *) outline->items->pdata[i])->style == TEXT_COVER && i > 0 &&
         (next == NULL || next->style != TEXT_COVER);
}

/* How much of a title stands before its year: the name of the department. */
static gsize
length_before_year (const char *title)
{
  const char *year = title + strcspn (title, "0123456789");

  while (year > title && g_ascii_isspace (year[-1]))
    year--;
  return *year == '\0' ? 0 : (gsize) (year - title);
}

char **
cover_lines (const Pages *pages, const char *title)
{
  const TextLook *look = look_of_text (TEXT_COVER);
  gsize           name = length_before_year (title);
  double          width =
      setting_width (typeset_shape (pages->typeset, look->bold, title), look->size);
  char **lines = g_new0 (char *, 3);

  if (name == 0 || width <= WIDTH)
    {
      lines[0] = g_strdup (title);
      return lines;
    }
  lines[0] = g_strndup (title, name);
  lines[1] = g_strdup (title + name + strspn (title + name, " "));
  return lines;
}
