/* app/fold.c — folding text for comparison, tidying it for storage. */

#include "app/fold.h"
#include "app/read/pattern.h"

#include <string.h>

static gboolean
is_blank (gunichar c)
{
  if (c < 0x80)
    return c <= ' ';
  return g_unichar_isspace (c) || c == 0x3000 || c == 0x200B || c == 0xFEFF;
}

/* Signs that stand for one another in office texts, outside the full-width block. */
static gunichar
plain_sign (gunichar c)
{
  static const struct {
    gunichar from, to;
  } signs[] = {
    { 0x2267, 0x2265 }, { 0x2A7E, 0x2265 }, /* ≧ ⩾ → ≥ */
    { 0x2266, 0x2264 }, { 0x2A7D, 0x2264 }, /* ≦ ⩽ → ≤ */
    { 0x2014, '-' },    { 0x2013, '-' },    { 0x2015, '-' },
    { 0x2212, '-' },    { 0x201C, '"' },    { 0x201D, '"' },
    { 0x2018, '\'' },   { 0x2019, '\'' },   { 0xFE6A, '%' },
  };

  if (c < 0x80)
    return c;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + '!';
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].from == c)
      return signs[i].to;
  return c;
}

gunichar
fold_character (gunichar c)
{
  if (c >= 0x4E00 && c <= 0x9FFF) /* Chinese, as most are */
    return c;
  return is_blank (c) ? 0 : plain_sign (c);
}

/* A Chinese character: three bytes that stay what they are, which most are. */
static gboolean
is_chinese (const char *p)
{
  return (guchar) *p >= 0xE4 && (guchar) *p <= 0xE9;
}

/* ">=" and "<=" are one sign typed as two.  Returns the end of the text. */
static char *
put_folded (char *start, char *end, gunichar c)
{
  if (c == '=' && end > start && (end[-1] == '>' || end[-1] == '<'))
    {
      c = end[-1] == '>' ? 0x2265 : 0x2264;
      end--;
    }
  return end + g_unichar_to_utf8 (c, end);
}

char *
fold (const char *text)
{
  const char *start = text != NULL ? text : "";
  gsize       size = strlen (start);
  /* two bytes may become a sign of three */
  char *folded = g_malloc (size + size / 2 + 1), *to = folded;

  for (const char *p = start, *end = p + size; p < end; p = g_utf8_next_char (p))
    if (is_chinese (p))
      {
        memcpy (to, p, 3);
        to += 3;
      }
    else if (g_ascii_isalnum (*p))
      *to++ = *p;
    else
      {
        gunichar c = g_utf8_get_char (p);

        if (!is_blank (c))
          to = put_folded (folded, to, plain_sign (c));
      }
  *to = '\0';
  return folded;
}

/* What Word leaves in the text of a document that was copied out of it; NULL: nothing.
 */
static char *
without_residue (const char *text)
{
  if (strstr (text, "TC") == NULL && strstr (text, "[bookmark:") == NULL)
    return NULL;
  return g_regex_replace_literal (
      pattern_regex (
          "\\s*\\bTC\\s[^\\\\]*(\\\\[a-z]\\s+\\S+\\s*)+|\\[bookmark:[^]]*\\]"),
      text, -1, 0, "", 0, NULL);
}

static gboolean
is_blank_at (const char *p)
{
  if ((guchar) *p < 0x80)
    return *p <= ' ';
  return !is_chinese (p) && is_blank (g_utf8_get_char (p));
}

/* The end of the words that begin at p, which blanks or the text's end are behind; last
 * gets their last character.  */
static const char *
words_end (const char *p, const char **last)
{
  while (*p != '\0' && !is_blank_at (p))
    {
      *last = p;
      p = g_utf8_next_char (p);
    }
  return p;
}

static gboolean
is_wide_at (const char *p)
{
  return g_unichar_iswide (g_utf8_get_char (p));
}

char *
tidy (const char *text)
{
  g_autofree char *clean = text != NULL ? without_residue (text) : NULL;
  const char      *start = clean != NULL ? clean : text != NULL ? text : "";
  g_autofree char *tidied = g_malloc (strlen (start) + 1);
  const char      *before = NULL; /* the last character that is no blank */
  char            *to = tidied;

  for (const char *p = start, *last, *end; *p != '\0'; p = g_utf8_next_char (end))
    {
      end = words_end (p, &last);
      if (end > p && before != NULL && !(is_wide_at (before) && is_wide_at (p)))
        *to++ = ' ';
      if (end > p)
        before = last;
      memcpy (to, p, (gsize) (end - p));
      to += end - p;
      if (*end == '\0')
        break;
    }
  *to = '\0';
  return to > tidied ? g_steal_pointer (&tidied) : NULL;
}
