/* app/read/word-style.c — styles.xml of a Word document. */

#include "app/read/word-style.h"

#include "app/read/part.h"
#include "app/read/relations.h"

typedef struct {
  char    *parent;
  char    *list; /* NULL: as the parent */
  int      level;
  gboolean is_hidden, says_hidden; /* says_hidden FALSE: as the parent */
} Style;

struct _WordStyles {
  GHashTable *styles; /* by id */
};

/* More than any document has styles below each other; a circle must end. */
#define MAX_STEPS 32

typedef enum { S_STYLE, S_PARENT, S_LIST, S_LEVEL, S_VANISH } Name;

static const char *const names[] = {
  [S_STYLE] = "style", [S_PARENT] = "basedOn", [S_LIST] = "numId",
  [S_LEVEL] = "ilvl",  [S_VANISH] = "vanish",  NULL,
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->parent);
  g_free (style->list);
  g_free (style);
}

static Style *
begin_style (WordStyles *styles, Part *part)
{
  const char *id = part_attribute (part, "styleId");
  Style      *style;

  if (id == NULL)
    return NULL;
  style = g_new0 (Style, 1);
  style->level = -1;
  g_hash_table_replace (styles->styles, g_strdup (id), style);
  return style;
}

static void
set_text (Part *part, char **member)
{
  g_free (*member);
  *member = g_strdup (part_attribute (part, "val"));
}

static void
read_style (Style *style, Part *part)
{
  switch ((Name) part_name (part))
    {
    case S_PARENT:
      set_text (part, &style->parent);
      break;
    case S_LIST:
      set_text (part, &style->list);
      break;
    case S_LEVEL:
      style->level = (int) part_number (part, "val", 0);
      break;
    case S_VANISH:
      style->says_hidden = TRUE;
      style->is_hidden = part_flag (part, "val", TRUE);
      break;
    default:
      break;
    }
}

static gboolean
read_part (WordStyles *styles, Package *package, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (package, path, names, error);
  Style    *style = NULL;
  PartEvent event;

  if (part == NULL)
    return FALSE;
  while ((event = part_next (part)) != PART_DONE)
    if (event == PART_START && part_name (part) == S_STYLE)
      style = begin_style (styles, part);
    else if (event == PART_START && style != NULL)
      read_style (style, part);
  return part_finish (part, error);
}

WordStyles *
word_styles_read (Package *package, const GPtrArray *relations, GError **error)
{
  g_autoptr (WordStyles) styles = g_new0 (WordStyles, 1);
  const char *path = relations_find (relations, "styles");

  styles->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  if (path != NULL && package_has (package, path) &&
      !read_part (styles, package, path, error))
    return NULL;
  return g_steal_pointer (&styles);
}

void
word_styles_free (WordStyles *styles)
{
  g_hash_table_unref (styles->styles);
  g_free (styles);
}

static const Style *
find (const WordStyles *styles, const char *id)
{
  return id != NULL ? g_hash_table_lookup (styles->styles, id) : NULL;
}

gboolean
word_styles_hide (const WordStyles *styles, const char *id)
{
  const Style *style = find (styles, id);

  for (int steps = 0; style != NULL && steps < MAX_STEPS; steps++)
    {
      if (style->says_hidden)
        return style->is_hidden;
      style = find (styles, style->parent);
    }
  return FALSE;
}

void
word_styles_number (const WordStyles *styles, const char *id, const char **list,
                    int *level)
{
  const Style *style = find (styles, id);

  for (int steps = 0; style != NULL && steps < MAX_STEPS; steps++)
    {
      if (*list == NULL)
        *list = style->list;
      if (*level < 0)
        *level = style->level;
      style = find (styles, style->parent);
    }
}
