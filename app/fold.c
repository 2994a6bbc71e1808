/* app/fold.c — folding text for comparison, tidying it for storage. */

#include "app/fold.h"
#include "app/read/pattern.h"

#include <string.h>

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000 || c == 0x200B || c == 0xFEFF || c < 0x20;
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

  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + '!';
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].from == c)
      return signs[i].to;
  return c;
}

/* ">=" and "<=" are one sign typed as two. */
static void
join_operators (GString *text)
{
  g_string_replace (text, ">=", "≥", 0);
  g_string_replace (text, "<=", "≤", 0);
}

gunichar
fold_character (gunichar c)
{
  return is_blank (c) ? 0 : plain_sign (c);
}

char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_blank (c))
        g_string_append_unichar (folded, plain_sign (c));
    }
  join_operators (folded);
  return g_string_free (folded, FALSE);
}

/* What Word leaves in the text of a document that was copied out of it. */
static char *
without_residue (const char *text)
{
  if (strstr (text, "TC") == NULL && strstr (text, "[bookmark:") == NULL)
    return g_strdup (text);
  return g_regex_replace_literal (
      pattern_regex (
          "\\s*\\bTC\\s[^\\\\]*(\\\\[a-z]\\s+\\S+\\s*)+|\\[bookmark:[^]]*\\]"),
      text, -1, 0, "", 0, NULL);
}

char *
tidy (const char *text)
{
  g_autofree char *clean = text != NULL ? without_residue (text) : NULL;
  g_autoptr (GString) tidied = g_string_new (NULL);
  gunichar before = 0;
  gboolean gap = FALSE;

  for (const char *p = clean ? clean : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && before != 0 && !(g_unichar_iswide (before) && g_unichar_iswide (c)))
        g_string_append_c (tidied, ' ');
      g_string_append_unichar (tidied, c);
      before = c;
      gap = FALSE;
    }
  return tidied->len > 0 ? g_string_free (g_steal_pointer (&tidied), FALSE) : NULL;
}
