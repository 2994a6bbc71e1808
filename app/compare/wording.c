/* app/compare/wording.c — which words of a text were changed: the longest common row of
 * its characters, numbers being one.
 */

#include "app/compare/wording.h"

#include <string.h>

#define MOST_CELLS \
  4000000 /* of the table: longer texts are told apart at their ends only */

typedef struct {
  const char *text;
  gsize       size;
} Token;

static gboolean
is_joined (gunichar before, gunichar c)
{
  if (g_unichar_isdigit (before))
    return g_unichar_isdigit (c) || c == '.' || c == ',' || c == '%';
  if (before == '.' || before == ',')
    return g_unichar_isdigit (c);
  return before < 0x250 && g_unichar_isalpha (before) && c < 0x250 &&
         g_unichar_isalpha (c);
}

static GArray *
tokens_of (const char *text)
{
  GArray  *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  gunichar before = 0;

  for (const char *p = text ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Token    token = { p, (gsize) (g_utf8_next_char (p) - p) };

      if (tokens->len > 0 && is_joined (before, c))
        g_array_index (tokens, Token, tokens->len - 1).size += token.size;
      else
        g_array_append_val (tokens, token);
      before = c;
    }
  return tokens;
}

static const Token *
token (GArray *tokens, guint at)
{
  return &g_array_index (tokens, Token, at);
}

static gboolean
same (const Token *one, const Token *other)
{
  return one->size == other->size && memcmp (one->text, other->text, one->size) == 0;
}

static void
part_free (gpointer data)
{
  WordingPart *part = data;

  g_free (part->text);
  g_free (part);
}

/* Adds tokens from…to, to the part before when that is of the same kind. */
static void
add (GPtrArray *parts, WordingKind kind, GArray *tokens, guint from, guint to)
{
  WordingPart     *last = parts->len > 0 ? parts->pdata[parts->len - 1] : NULL;
  g_autofree char *text = NULL;

  if (from >= to)
    return;
  text = g_strndup (token (tokens, from)->text, (gsize) (token (tokens, to - 1)->text -
                                                         token (tokens, from)->text) +
                                                    token (tokens, to - 1)->size);
  if (last != NULL && last->kind == kind)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  last = g_new (WordingPart, 1);
  *last = (WordingPart){ kind, g_steal_pointer (&text) };
  g_ptr_array_add (parts, last);
}

/* The lengths of the longest common rows of what follows each two places. */
static guint16 *
common_lengths (GArray *before, guint n, GArray *after, guint m, guint from)
{
  guint16 *lengths = g_new0 (guint16, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint k = m; k-- > 0;)
      lengths[i * (m + 1) + k] =
          same (token (before, from + i), token (after, from + k))
              ? lengths[(i + 1) * (m + 1) + k + 1] + 1
              : MAX (lengths[(i + 1) * (m + 1) + k], lengths[i * (m + 1) + k + 1]);
  return lengths;
}

/* n and m tokens from a place on, that begin and end differently. */
static void
compare_middle (GPtrArray *parts, GArray *before, guint n, GArray *after, guint m,
                guint from)
{
  g_autofree guint16 *lengths = NULL;
  guint               i = 0, k = 0;

  if ((guint64) (n + 1) * (m + 1) <= MOST_CELLS && n < G_MAXUINT16 && m < G_MAXUINT16)
    lengths = common_lengths (before, n, after, m, from);
  while (lengths != NULL && i < n && k < m)
    if (same (token (before, from + i), token (after, from + k)))
      {
        add (parts, WORDING_KEPT, after, from + k, from + k + 1);
        i++, k++;
      }
    else if (lengths[(i + 1) * (m + 1) + k] >= lengths[i * (m + 1) + k + 1])
      {
        add (parts, WORDING_REMOVED, before, from + i, from + i + 1);
        i++;
      }
    else
      {
        add (parts, WORDING_ADDED, after, from + k, from + k + 1);
        k++;
      }
  add (parts, WORDING_REMOVED, before, from + i, from + n);
  add (parts, WORDING_ADDED, after, from + k, from + m);
}

static void
append (GString *text, const char *more)
{
  g_string_append (text, more);
}

/* One character kept between two changes is no help to the reader: 2024年 → 2025年
 * reads better than a mosaic.  Also puts what was removed before what was added.  */
static GPtrArray *
tidy_parts (GPtrArray *parts)
{
  GPtrArray *tidy = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < parts->len;)
    {
      g_autoptr (GString) removed = g_string_new (NULL), added = g_string_new (NULL);
      WordingPart *part = parts->pdata[i], *made;

      for (; i < parts->len; i++)
        {
          part = parts->pdata[i];
          if (part->kind == WORDING_KEPT &&
              (removed->len + added->len == 0 || i + 1 == parts->len ||
               g_utf8_strlen (part->text, -1) > 1))
            break;
          if (part->kind != WORDING_ADDED)
            append (removed, part->text);
          if (part->kind != WORDING_REMOVED)
            append (added, part->text);
        }
      for (int kind = WORDING_REMOVED; kind <= WORDING_ADDED; kind++)
        {
          GString *text = kind == WORDING_REMOVED ? removed : added;

          if (text->len == 0)
            continue;
          made = g_new (WordingPart, 1);
          *made = (WordingPart){ kind, g_strdup (text->str) };
          g_ptr_array_add (tidy, made);
        }
      if (i < parts->len)
        {
          made = g_new (WordingPart, 1);
          *made = (WordingPart){ WORDING_KEPT, g_strdup (part->text) };
          g_ptr_array_add (tidy, made);
          i++;
        }
    }
  return tidy;
}

GPtrArray *
wording_compare (const char *before, const char *after)
{
  g_autoptr (GArray) old = tokens_of (before), new = tokens_of (after);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  guint begin = 0, end = 0;

  while (begin < old->len &&
         begin < new->len &&same (token (old, begin), token (new, begin)))
    begin++;
  while (end < old->len - begin &&
         end < new->len - begin &&same (token (old, old->len - 1 - end),
                                        token (new, new->len - 1 - end)))
    end++;
  add (parts, WORDING_KEPT, new, 0, begin);
  compare_middle (parts, old, old->len - begin - end, new, new->len - begin - end,
                  begin);
  add (parts, WORDING_KEPT, new, new->len - end, new->len);
  return tidy_parts (parts);
}
