/* app/search/grams.c — texts in small pieces, so that an index finds any part of them.
 */

#include "app/search/grams.h"
#include "app/fold.h"
#include "app/search/pinyin.h"

#define PAIR   2 /* of characters that say much: Chinese */
#define TRIPLE 3 /* of those that say little: letters, digits */

/* A letter of Chinese with two readings makes two pieces; so many are enough. */
#define MOST_READINGS 8

static gunichar
plain_bracket (gunichar c)
{
  switch (c)
    {
    case 0x3014: /* 〔【[ */
    case 0x3010:
    case '[':
      return '(';
    case 0x3015:
    case 0x3011:
    case ']':
      return ')';
    default:
      return c;
    }
}

GramText *
gram_text_new (const char *text)
{
  GramText *self = g_new (GramText, 1);
  glong     length = g_utf8_strlen (text, -1);

  self->characters = g_new (gunichar, length);
  self->starts = g_new (guint, length);
  self->ends = g_new (guint, length);
  self->n = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold_character (g_utf8_get_char (p));

      if (c == 0)
        continue;
      self->characters[self->n] = plain_bracket (g_unichar_tolower (c));
      self->starts[self->n] = (guint) (p - text);
      self->ends[self->n++] = (guint) (g_utf8_next_char (p) - text);
    }
  return self;
}

void
gram_text_free (GramText *self)
{
  g_free (self->characters);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self);
}

char **
grams_words (const char *query)
{
  return g_regex_split_simple ("[\\s\\x{3000}]+", query, 0, 0);
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x80 && g_ascii_isalpha ((char) c);
}

gboolean
grams_is_letters (const GramText *part)
{
  for (guint i = 0; i < part->n; i++)
    if (!is_latin (part->characters[i]))
      return FALSE;
  return part->n > 1;
}

static gboolean
matches (gunichar c, gunichar wanted, gboolean by_letters)
{
  return c == wanted ||
         (by_letters && (pinyin_initials (c) & pinyin_initials (wanted)) != 0);
}

gboolean
gram_text_find (const GramText *self, const GramText *part, gboolean by_letters,
                guint *start, guint *end)
{
  gboolean letters = by_letters && grams_is_letters (part);

  for (guint i = 0; part->n > 0 && i + part->n <= self->n; i++)
    {
      guint k = 0;

      while (k < part->n &&
             matches (self->characters[i + k], part->characters[k], letters))
        k++;
      if (k < part->n)
        continue;
      *start = self->starts[i];
      *end = self->ends[i + k - 1];
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* How many characters a piece has that begins with this one. */
static guint
width_of (gunichar c)
{
  return g_unichar_iswide (c) ? PAIR : TRIPLE;
}

/* The end of the characters from here on that are cut in the same way. */
static guint
run_end (const GramText *text, guint from)
{
  guint end = from;

  while (end < text->n && is_word (text->characters[end]) &&
         width_of (text->characters[end]) == width_of (text->characters[from]))
    end++;
  return end;
}

void
grams_add (GString *words, char kind, const GramText *text)
{
  for (guint from = 0, end; from < text->n; from = MAX (end, from + 1))
    {
      end = run_end (text, from);
      for (guint i = from; i < end; i++)
        {
          g_string_append_c (words, ' ');
          g_string_append_c (words, kind);
          for (guint k = i; k < end && k < i + width_of (text->characters[from]); k++)
            g_string_append_unichar (words, text->characters[k]);
        }
    }
}

/* Appends what the letters from place on can be, after what is there already. */
static void
add_readings (GString *words, char *piece, guint n, const GramText *text, guint place,
              guint *left)
{
  guint32 letters =
      n < TRIPLE + 1 && place < text->n ? pinyin_initials (text->characters[place]) : 0;

  if (letters == 0 && n > 1 && *left > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_len (words, piece, n);
      --*left;
    }
  for (char letter = 'a'; letters != 0 && letter <= 'z'; letter++)
    if ((letters & 1u << (letter - 'a')) != 0)
      {
        piece[n] = letter;
        add_readings (words, piece, n + 1, text, place + 1, left);
      }
}

void
grams_add_letters (GString *words, char kind, const GramText *text)
{
  for (guint i = 0; i < text->n; i++)
    {
      char  piece[1 + TRIPLE] = { kind };
      guint left = MOST_READINGS;

      add_readings (words, piece, 1, text, i, &left);
    }
}

static void
add_condition (GString *query, char kind, const GramText *part, guint from, guint n)
{
  g_string_append_printf (query, "%s\"%c", query->len > 0 ? " AND " : "", kind);
  for (guint i = from; i < from + n; i++)
    g_string_append_unichar (query, part->characters[i]);
  g_string_append_c (query, '"');
}

char *
grams_query (char kind, const GramText *part)
{
  g_autoptr (GString) query = g_string_new (NULL);

  for (guint from = 0, end; from < part->n; from = MAX (end, from + 1))
    {
      guint width = width_of (part->characters[from]);

      end = run_end (part, from);
      if (end > from && end - from < width)
        {
          add_condition (query, kind, part, from, end - from);
          g_string_append_c (query, '*');
        }
      for (guint i = from; i + width <= end; i++)
        add_condition (query, kind, part, i, width);
    }
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}
