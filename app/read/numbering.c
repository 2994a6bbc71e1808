/* app/read/numbering.c — lists as numbering.xml defines them. */

#include "app/read/numbering.h"

#include "app/read/counting.h"
#include "app/read/part.h"
#include "app/read/relations.h"

#define N_LEVELS 9
#define NOT_SAID G_MAXUINT

/* How the numbers of one level look. */
typedef struct {
  guint    start;
  char    *format;   /* decimal, chineseCounting … */
  char    *text;     /* “（%1）”: %1 is the number of the first level */
  char    *style;    /* that numbers its paragraphs on this level */
  gboolean is_legal; /* all numbers in digits */
  gboolean is_tight; /* nothing divides the number from the words */
} Level;

/* Lists that look alike also count on from each other. */
typedef struct {
  Level    levels[N_LEVELS];
  guint    count[N_LEVELS];
  gboolean is_begun[N_LEVELS];
} Scheme;

typedef struct {
  Scheme *scheme;
  Level  *own[N_LEVELS];   /* in the place of the scheme's */
  guint   start[N_LEVELS]; /* where this list begins anew; NOT_SAID: it goes on */
} List;

struct _Numbering {
  GHashTable *schemes; /* by id */
  GHashTable *lists;
};

static void
level_clear (Level *level)
{
  g_free (level->format);
  g_free (level->text);
  g_free (level->style);
}

static void
scheme_free (gpointer data)
{
  Scheme *scheme = data;

  for (int i = 0; i < N_LEVELS; i++)
    level_clear (&scheme->levels[i]);
  g_free (scheme);
}

static void
list_free (gpointer data)
{
  List *list = data;

  for (int i = 0; i < N_LEVELS; i++)
    if (list->own[i] != NULL)
      {
        level_clear (list->own[i]);
        g_free (list->own[i]);
      }
  g_free (list);
}

typedef enum {
  N_SCHEME,
  N_LIST,
  N_LEVEL,
  N_START,
  N_FORMAT,
  N_TEXT,
  N_SUFFIX,
  N_LEGAL,
  N_STYLE,
  N_SCHEME_OF,
  N_OVERRIDE,
  N_START_OVERRIDE,
} ListName;

static const char *const list_names[] = {
  [N_SCHEME] = "abstractNum",
  [N_LIST] = "num",
  [N_LEVEL] = "lvl",
  [N_START] = "start",
  [N_FORMAT] = "numFmt",
  [N_TEXT] = "lvlText",
  [N_SUFFIX] = "suff",
  [N_LEGAL] = "isLgl",
  [N_STYLE] = "pStyle",
  [N_SCHEME_OF] = "abstractNumId",
  [N_OVERRIDE] = "lvlOverride",
  [N_START_OVERRIDE] = "startOverride",
  NULL,
};

/* What is being read of numbering.xml. */
typedef struct {
  Part   *part;
  Scheme *scheme;
  List   *list;
  Level  *level;
  guint   at; /* the level that an override is for */
} Reading;

static void
set_text (Part *part, char **member)
{
  g_free (*member);
  *member = g_strdup (part_attribute (part, "val"));
}

static void
begin_scheme (Numbering *numbering, Reading *reading)
{
  reading->scheme = g_new0 (Scheme, 1);
  reading->list = NULL;
  reading->level = NULL;
  g_hash_table_replace (numbering->schemes,
                        g_strdup (part_attribute (reading->part, "abstractNumId")),
                        reading->scheme);
}

static void
begin_list (Numbering *numbering, Reading *reading)
{
  reading->list = g_new0 (List, 1);
  reading->scheme = NULL;
  reading->level = NULL;
  for (int i = 0; i < N_LEVELS; i++)
    reading->list->start[i] = NOT_SAID;
  g_hash_table_replace (numbering->lists,
                        g_strdup (part_attribute (reading->part, "numId")),
                        reading->list);
}

static void
begin_level (Reading *reading)
{
  guint at = MIN (part_number (reading->part, "ilvl", 0), N_LEVELS - 1);

  if (reading->list != NULL)
    {
      if (reading->list->own[at] == NULL)
        reading->list->own[at] = g_new0 (Level, 1);
      reading->level = reading->list->own[at];
    }
  else
    reading->level = reading->scheme != NULL ? &reading->scheme->levels[at] : NULL;
}

static void
read_level (Reading *reading, ListName name)
{
  Part  *part = reading->part;
  Level *level = reading->level;

  switch (name)
    {
    case N_START:
      level->start = part_number (part, "val", 0);
      break;
    case N_FORMAT:
      set_text (part, &level->format);
      break;
    case N_TEXT:
      set_text (part, &level->text);
      break;
    case N_STYLE:
      set_text (part, &level->style);
      break;
    case N_LEGAL:
      level->is_legal = part_flag (part, "val", TRUE);
      break;
    case N_SUFFIX:
      level->is_tight = g_strcmp0 (part_attribute (part, "val"), "nothing") == 0;
      break;
    default:
      break;
    }
}

static void
read_list (Numbering *numbering, Reading *reading, ListName name)
{
  const char *scheme;

  switch (name)
    {
    case N_SCHEME_OF:
      scheme = part_attribute (reading->part, "val");
      reading->list->scheme =
          scheme != NULL ? g_hash_table_lookup (numbering->schemes, scheme) : NULL;
      break;
    case N_OVERRIDE:
      reading->at = MIN (part_number (reading->part, "ilvl", 0), N_LEVELS - 1);
      break;
    case N_START_OVERRIDE:
      reading->list->start[reading->at] = part_number (reading->part, "val", 0);
      break;
    default:
      break;
    }
}

static gboolean
read_lists (Numbering *numbering, Package *package, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (package, path, list_names, error);
  Reading   reading = { .part = part };
  PartEvent event;

  if (part == NULL)
    return FALSE;
  while ((event = part_next (part)) != PART_DONE)
    {
      ListName name = part_name (part);

      if (event == PART_END && name == N_LEVEL)
        reading.level = NULL;
      if (event != PART_START)
        continue;
      if (name == N_SCHEME)
        begin_scheme (numbering, &reading);
      else if (name == N_LIST)
        begin_list (numbering, &reading);
      else if (name == N_LEVEL)
        begin_level (&reading);
      else if (reading.level != NULL)
        read_level (&reading, name);
      else if (reading.list != NULL)
        read_list (numbering, &reading, name);
    }
  return part_finish (part, error);
}

/* Ids may be missing from a broken file; as a key that is a text like any other. */
static guint
id_hash (gconstpointer id)
{
  return id != NULL ? g_str_hash (id) : 0;
}

static gboolean
id_equal (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

Numbering *
numbering_read (Package *package, const GPtrArray *relations, GError **error)
{
  g_autoptr (Numbering) numbering = g_new0 (Numbering, 1);
  const char *lists = relations_find (relations, "numbering");

  numbering->schemes = g_hash_table_new_full (id_hash, id_equal, g_free, scheme_free);
  numbering->lists = g_hash_table_new_full (id_hash, id_equal, g_free, list_free);
  if (lists == NULL || !package_has (package, lists))
    return g_steal_pointer (&numbering);
  return read_lists (numbering, package, lists, error) ? g_steal_pointer (&numbering)
                                                       : NULL;
}

void
numbering_free (Numbering *numbering)
{
  g_hash_table_unref (numbering->lists);
  g_hash_table_unref (numbering->schemes);
  g_free (numbering);
}

static const Level *
level_of (const List *list, guint at)
{
  return list->own[at] != NULL ? list->own[at] : &list->scheme->levels[at];
}

/* The level that numbers paragraphs of a style; the first when none says so. */
static guint
level_for_style (const List *list, const char *style)
{
  for (guint i = 0; style != NULL && i < N_LEVELS; i++)
    if (g_strcmp0 (level_of (list, i)->style, style) == 0)
      return i;
  return 0;
}

static void
count (List *list, guint at)
{
  Scheme *scheme = list->scheme;

  if (list->start[at] != NOT_SAID)
    {
      scheme->count[at] = list->start[at];
      list->start[at] = NOT_SAID;
    }
  else if (scheme->is_begun[at])
    scheme->count[at]++;
  else
    scheme->count[at] = level_of (list, at)->start;
  scheme->is_begun[at] = TRUE;
  for (guint i = at + 1; i < N_LEVELS; i++)
    scheme->is_begun[i] = FALSE;
}

static char *
compose (const List *list, guint at)
{
  const Level *level = level_of (list, at);
  GString     *text = g_string_new (NULL);

  for (const char *c = level->text; *c != '\0'; c++)
    if (*c == '%' && c[1] >= '1' && c[1] <= '9')
      {
        guint        of = (guint) (*++c - '1');
        const Level *other = level_of (list, of);
        guint n = list->scheme->is_begun[of] || of == at ? list->scheme->count[of]
                                                         : other->start;
        g_autofree char *number =
            counting_write (level->is_legal ? "decimal" : other->format, n);

        g_string_append (text, number);
      }
    else
      g_string_append_c (text, *c);
  if (text->len > 0 && !level->is_tight)
    g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}

char *
numbering_next (Numbering *numbering, const char *style, const char *list_id, int level)
{
  List *list;
  guint at;

  list = list_id != NULL ? g_hash_table_lookup (numbering->lists, list_id) : NULL;
  if (list == NULL || list->scheme == NULL)
    return NULL;
  at = level >= 0 ? MIN ((guint) level, N_LEVELS - 1) : level_for_style (list, style);
  count (list, at);
  if (level_of (list, at)->text == NULL ||
      g_strcmp0 (level_of (list, at)->format, "bullet") == 0)
    return NULL;
  return compose (list, at);
}
