/* app/reading/copy.c — what the purposes and goals of a document have from one another.
 *
 * Every window of RUN characters is looked up among those of the earlier projects, so
 * the work grows with the length of the texts, not with their pairs.
 */

#include "app/reading/copy.h"
#include "app/read/pattern.h"

#include <string.h>

#define RUN 20 /* characters that are not the same by chance */

/* A text without white space, where its characters begin, and its words alone. */
typedef struct {
  const ProjectText *source;
  char              *plain;
  GArray            *starts; /* guint, with the end */
  char              *words;
} Text;

/* A place in a text. */
typedef struct {
  const Text *text;
  guint       at;
} Window;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->plain);
  g_free (text->words);
  g_array_unref (text->starts);
  g_free (text);
}

/* What stands for a quoted document: of each project another one, so that no run of
 * words goes over it.  */
static gunichar
gap_of (gint64 project)
{
  return 0xF0000 + (gunichar) (project % 0xFFFD);
}

/* Behind the title or the number of a document that p begins with, 《关于…的通知》 or
 * 〔2024〕5号; p where none begins: projects under one policy quote the same.  */
static const char *
behind_quote (const char *p)
{
  static const char quote[] =
      "^(?:《[^》]*》|[〔【［\\[（(](?:19|20)\\d\\d[〕】］\\]）)]第?\\d+号)";

  return p + pattern_length (quote, p);
}

static Text *
text_new (const ProjectText *source)
{
  Text *text = g_new (Text, 1);
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *next;
  guint       at;

  text->source = source;
  text->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *p = source->text; *p != '\0'; p = next)
    {
      const char *behind = behind_quote (p);
      gunichar    c = behind > p ? gap_of (source->project_id) : g_utf8_get_char (p);

      next = behind > p ? behind : g_utf8_next_char (p);
      if (g_unichar_isspace (c))
        continue;
      at = plain->len;
      g_array_append_val (text->starts, at);
      g_string_append_unichar (plain, c);
      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
    }
  at = plain->len;
  g_array_append_val (text->starts, at);
  text->plain = g_string_free (g_steal_pointer (&plain), FALSE);
  text->words = g_string_free (g_steal_pointer (&words), FALSE);
  return text;
}

static guint
length (const Text *text)
{
  return text->starts->len - 1;
}

/* n characters from at.  Newly allocated. */
static char *
part (const Text *text, guint at, guint n)
{
  guint from = g_array_index (text->starts, guint, at);
  guint to = g_array_index (text->starts, guint, at + n);

  return g_strndup (text->plain + from, to - from);
}

static char *
window_key (const Text *text, guint at)
{
  g_autofree char *run = part (text, at, RUN);

  return g_strconcat (text->source->field, " ", run, NULL);
}

/* How many characters are the same from these places on. */
static guint
common (const Text *one, guint at, const Window *other)
{
  const char *p = one->plain + g_array_index (one->starts, guint, at);
  const char *q =
      other->text->plain + g_array_index (other->text->starts, guint, other->at);
  guint n = 0;

  for (; *p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q); n++)
    {
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
    }
  return n;
}

/* The window of an earlier project with the same characters; equal goals are another
 * rule's.  */
static const Window *
find (GHashTable *windows, const Text *text, guint at)
{
  g_autofree char *key = window_key (text, at);
  const Window    *window = g_hash_table_lookup (windows, key);

  if (window == NULL || window->text->source->project_id == text->source->project_id ||
      (strcmp (text->source->field, "goal") == 0 &&
       strcmp (window->text->words, text->words) == 0))
    return NULL;
  return window;
}

/* Adds the longest run that text shares. */
static void
add_copy (GPtrArray *copies, GHashTable *windows, const Text *text)
{
  const Window *best = NULL;
  guint         best_at = 0, best_length = 0;
  CopyReading  *copy;

  for (guint at = 0; at + RUN <= length (text);)
    {
      const Window *window = find (windows, text, at);
      guint         n = window ? common (text, at, window) : 0;

      if (n > best_length)
        {
          best = window;
          best_at = at;
          best_length = n;
        }
      at += MAX (n, 1);
    }
  if (best == NULL)
    return;
  copy = db_record_add (copies, &copy_reading_table);
  copy->project_id = text->source->project_id;
  copy->other_id = best->text->source->project_id;
  copy->field = g_strdup (text->source->field);
  copy->text = part (text, best_at, best_length);
}

static void
remember (GHashTable *windows, const Text *text)
{
  for (guint at = 0; at + RUN <= length (text); at++)
    {
      g_autofree char *key = window_key (text, at);

      if (!g_hash_table_contains (windows, key))
        {
          Window *window = g_new (Window, 1);

          *window = (Window){ text, at };
          g_hash_table_insert (windows, g_steal_pointer (&key), window);
        }
    }
}

void
reading_add_copies (GPtrArray *copies, GPtrArray *texts)
{
  g_autoptr (GHashTable) windows =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (text_free);

  for (guint i = 0; i < texts->len; i++)
    {
      Text *text = text_new (texts->pdata[i]);

      g_ptr_array_add (known, text);
      add_copy (copies, windows, text);
      remember (windows, text);
    }
}
