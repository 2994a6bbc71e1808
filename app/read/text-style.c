/* app/read/text-style.c — styles and lists of an OpenDocument text. */

#include "app/read/text-style.h"

#include "app/read/counting.h"
#include "app/read/part.h"

#include <string.h>

#define N_LEVELS 10

/* How the numbers of one level look. */
typedef struct {
  char    *format; /* as counting.h knows it; NULL: no number */
  char    *prefix, *suffix;
  char    *text; /* “%1%.%2%、” in the place of prefix and suffix; NULL: none */
  guint    start;
  guint    shown;    /* levels that the number shows, this one the last */
  gboolean is_tight; /* nothing divides the number from the words */
} Level;

typedef struct {
  guint    number;
  gboolean is_begun;
} Count;

typedef struct {
  Level levels[N_LEVELS];
  Count counts[N_LEVELS];
} List;

typedef struct {
  char    *parent;
  char    *list;
  gboolean is_hidden;
} Style;

struct _TextStyles {
  GHashTable *lists;  /* by name */
  GHashTable *styles; /* by name */
  GHashTable *kept;   /* Count[N_LEVELS], by the id of a list that ended */
};

typedef enum {
  S_STYLE,
  S_TEXT_LOOKS,
  S_LIST,
  S_HEADINGS,
  S_NUMBER,
  S_HEADING_NUMBER,
  S_LABEL,
  S_BODY,
} Name;

static const char *const names[] = {
  [S_STYLE] = "style",
  [S_TEXT_LOOKS] = "text-properties",
  [S_LIST] = "list-style",
  [S_HEADINGS] = "outline-style",
  [S_NUMBER] = "list-level-style-number",
  [S_HEADING_NUMBER] = "outline-level-style",
  [S_LABEL] = "list-level-label-alignment",
  [S_BODY] = "body",
  NULL,
};

/* What is being read of a part. */
typedef struct {
  TextStyles *styles;
  Part       *part;
  Style      *style;
  List       *list;
  Level      *level;
} Reading;

static void
list_free (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_free (list->levels[i].format);
      g_free (list->levels[i].prefix);
      g_free (list->levels[i].suffix);
      g_free (list->levels[i].text);
    }
  g_free (list);
}

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->parent);
  g_free (style->list);
  g_free (style);
}

/* The formats that OpenDocument names by their first numbers. */
static char *
format_of (const char *said)
{
  static const struct {
    const char *first, *format;
  } formats[] = {
    { "a", "lowerLetter" },
    { "A", "upperLetter" },
    { "i", "lowerRoman" },
    { "I", "upperRoman" },
    { "一", "chineseCounting" },
    { "壹", "chineseLegalSimplified" },
    { "①", "decimalEnclosedCircle" },
    { "１", "decimalFullWidth" },
    { "甲", "ideographTraditional" },
    { "子", "ideographZodiac" },
    { "㊀", "ideographEnclosedCircle" },
  };

  if (said == NULL || *said == '\0')
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_prefix (said, formats[i].first))
      return g_strdup (formats[i].format);
  return g_strdup ("decimal");
}

static void
set (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static void
begin_style (Reading *reading)
{
  const char *name = part_attribute (reading->part, "name");

  reading->style = NULL;
  if (name == NULL)
    return;
  reading->style = g_new0 (Style, 1);
  g_hash_table_replace (reading->styles->styles, g_strdup (name), reading->style);
  set (&reading->style->parent, part_attribute (reading->part, "parent-style-name"));
  set (&reading->style->list, part_attribute (reading->part, "list-style-name"));
}

static void
begin_list (Reading *reading, const char *name)
{
  reading->list = NULL;
  reading->level = NULL;
  if (name == NULL)
    return;
  reading->list = g_new0 (List, 1);
  g_hash_table_replace (reading->styles->lists, g_strdup (name), reading->list);
}

static void
read_level (Reading *reading)
{
  Part *part = reading->part;
  guint at = part_number (part, "level", 0);

  reading->level = NULL;
  if (reading->list == NULL || at == 0 || at > N_LEVELS)
    return;
  reading->level = &reading->list->levels[at - 1];
  g_free (reading->level->format);
  reading->level->format = format_of (part_attribute (part, "num-format"));
  set (&reading->level->prefix, part_attribute (part, "num-prefix"));
  set (&reading->level->suffix, part_attribute (part, "num-suffix"));
  set (&reading->level->text, part_attribute (part, "num-list-format"));
  reading->level->start = part_number (part, "start-value", 1);
  reading->level->shown = part_number (part, "display-levels", 1);
}

static void
read_element (Reading *reading)
{
  const char *said;

  switch ((Name) part_name (reading->part))
    {
    case S_STYLE:
      begin_style (reading);
      break;
    case S_TEXT_LOOKS:
      said = part_attribute (reading->part, "display");
      if (reading->style != NULL && said != NULL)
        reading->style->is_hidden = g_str_equal (said, "none");
      break;
    case S_LIST:
      begin_list (reading, part_attribute (reading->part, "name"));
      break;
    case S_HEADINGS:
      begin_list (reading, TEXT_STYLE_HEADINGS);
      break;
    case S_NUMBER:
    case S_HEADING_NUMBER:
      read_level (reading);
      break;
    case S_LABEL:
      said = part_attribute (reading->part, "label-followed-by");
      if (reading->level != NULL)
        reading->level->is_tight = g_strcmp0 (said, "nothing") == 0;
      break;
    default:
      break;
    }
}

/* Reads the styles of a part; the text itself is not gone through. */
static gboolean
read_part (TextStyles *styles, Package *package, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (package, path, names, error);
  Reading   reading = { .styles = styles, .part = part };
  PartEvent event;

  if (part == NULL)
    return FALSE;
  while ((event = part_next (part)) != PART_DONE)
    if (event == PART_START && part_name (part) == S_BODY)
      return TRUE;
    else if (event == PART_START)
      read_element (&reading);
    else if (event == PART_END && part_name (part) == S_STYLE)
      reading.style = NULL; /* styles of a list's signs are not its words' */
  return part_finish (part, error);
}

TextStyles *
text_styles_read (Package *package, const char *path, GError **error)
{
  g_autoptr (TextStyles) styles = g_new0 (TextStyles, 1);

  styles->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, list_free);
  styles->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  styles->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (package_has (package, "styles.xml") &&
      !read_part (styles, package, "styles.xml", error))
    return NULL;
  return read_part (styles, package, path, error) ? g_steal_pointer (&styles) : NULL;
}

void
text_styles_free (TextStyles *styles)
{
  g_hash_table_unref (styles->lists);
  g_hash_table_unref (styles->styles);
  g_hash_table_unref (styles->kept);
  g_free (styles);
}

/* A style or the nearest one above it that a test lets pass; NULL: none. */
static const Style *
find_style (const TextStyles *styles, const char *name,
            gboolean (*test) (const Style *style))
{
  /* more than any document has styles below each other; a circle must end */
  for (int steps = 0; name != NULL && steps < 32; steps++)
    {
      const Style *style = g_hash_table_lookup (styles->styles, name);

      if (style == NULL || test (style))
        return style;
      name = style->parent;
    }
  return NULL;
}

static gboolean
is_hidden (const Style *style)
{
  return style->is_hidden;
}

static gboolean
has_list (const Style *style)
{
  return style->list != NULL;
}

gboolean
text_styles_hide (const TextStyles *styles, const char *style)
{
  return find_style (styles, style, is_hidden) != NULL;
}

const char *
text_styles_list (const TextStyles *styles, const char *style)
{
  const Style *found = find_style (styles, style, has_list);

  return found != NULL && *found->list != '\0' ? found->list : NULL;
}

static List *
find_list (const TextStyles *styles, const char *name)
{
  return name != NULL ? g_hash_table_lookup (styles->lists, name) : NULL;
}

void
text_styles_restart (TextStyles *styles, const char *name)
{
  List *list = find_list (styles, name);

  for (guint i = 0; list != NULL && i < N_LEVELS; i++)
    list->counts[i].is_begun = FALSE;
}

void
text_styles_keep (TextStyles *styles, const char *name, const char *id)
{
  const List *list = find_list (styles, name);

  if (list != NULL && id != NULL)
    g_hash_table_replace (styles->kept, g_strdup (id),
                          g_memdup2 (list->counts, sizeof list->counts));
}

void
text_styles_resume (TextStyles *styles, const char *name, const char *id)
{
  List        *list = find_list (styles, name);
  const Count *counts = id != NULL ? g_hash_table_lookup (styles->kept, id) : NULL;

  if (list != NULL && counts != NULL)
    memcpy (list->counts, counts, sizeof list->counts);
}

static void
append_count (GString *text, const List *list, guint at)
{
  const Level     *level = &list->levels[at];
  const Count     *count = &list->counts[at];
  guint            n = count->is_begun ? count->number : level->start;
  g_autofree char *number =
      level->format != NULL ? counting_write (level->format, n) : NULL;

  g_string_append (text, number != NULL ? number : "");
}

/* “%1%.%2%、” with the counts in it. */
static void
append_counts (GString *text, const List *list, const char *format)
{
  for (const char *c = format; *c != '\0'; c++)
    if (c[0] == '%' && g_ascii_isdigit (c[1]) && c[1] != '0')
      {
        append_count (text, list, (guint) (c[1] - '1'));
        c += c[2] == '%' ? 2 : 1;
      }
    else
      g_string_append_c (text, *c);
}

static char *
compose (const List *list, guint at)
{
  const Level *level = &list->levels[at];
  GString     *text = g_string_new (NULL);
  guint        first = at + 1 - CLAMP (level->shown, 1, at + 1);

  if (level->text != NULL)
    append_counts (text, list, level->text);
  else
    {
      g_string_append (text, level->prefix != NULL ? level->prefix : "");
      for (guint i = first; i <= at; i++)
        {
          if (i > first)
            g_string_append_c (text, '.');
          append_count (text, list, i);
        }
      g_string_append (text, level->suffix != NULL ? level->suffix : "");
    }
  if (!level->is_tight)
    g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}

char *
text_styles_count (TextStyles *styles, const char *name, guint at, guint start)
{
  List  *list = find_list (styles, name);
  Count *count;

  if (list == NULL || at >= N_LEVELS)
    return NULL;
  count = &list->counts[at];
  if (start > 0)
    count->number = start;
  else
    count->number = count->is_begun ? count->number + 1 : list->levels[at].start;
  count->is_begun = TRUE;
  for (guint i = at + 1; i < N_LEVELS; i++)
    list->counts[i].is_begun = FALSE;
  return list->levels[at].format != NULL ? compose (list, at) : NULL;
}
