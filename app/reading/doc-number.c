/* app/reading/doc-number.c — the numbers of documents (文号) that a text quotes. */

#include "app/reading/doc-number.h"
#include "app/fold.h"
#include "app/read/pattern.h"

#include <stdlib.h>
#include <string.h>

static void
doc_number_free (gpointer data)
{
  DocNumber *number = data;

  g_free (number->issuer);
  g_free (number->bracket);
  g_free (number);
}

GPtrArray *
doc_numbers_new (void)
{
  return g_ptr_array_new_with_free_func (doc_number_free);
}

/* The issuer at the end of a run of characters: what stands behind the last word that
 * leads to it.  */
static char *
issuer_of (const Words *words, const char *run)
{
  const char *issuer = run;

  for (const char *p = run; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = words_begin (words, "before_issuer", p);

      if (n > 0 && g_utf8_strlen (p + n, -1) >= 2)
        issuer = p + n;
    }
  return g_strdup (issuer);
}

/* The text folded sign by sign; each byte of it comes from the place in places. */
static char *
fold_with_places (const char *text, GArray *places)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold_character (g_utf8_get_char (p));
      gsize    place = (gsize) (p - text);

      if (c != 0)
        g_string_append_unichar (folded, c);
      while (places->len < folded->len)
        g_array_append_val (places, place);
    }
  return g_string_free (folded, FALSE);
}

void
doc_numbers_add (GPtrArray *numbers, const Words *words, const char *text)
{
  static const char pattern[] =
      "([\\x{4e00}-\\x{9fff}]{2,12})([〔﹝【\\[(])((?:19|20)[0-9]{2})[〕﹞】\\])]第?"
      "([0-9]{1,5})号";
  g_autoptr (GArray) places = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL || strstr (text, "号") == NULL)
    return;
  places = g_array_new (FALSE, FALSE, sizeof (gsize));
  folded = fold_with_places (text, places);
  g_regex_match (pattern_regex (pattern), folded, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *run = g_match_info_fetch (match, 1);
      g_autofree char *year = g_match_info_fetch (match, 3);
      g_autofree char *no = g_match_info_fetch (match, 4);
      DocNumber       *number = g_new (DocNumber, 1);
      int              from, to;

      number->issuer = issuer_of (words, run);
      number->bracket = g_match_info_fetch (match, 2);
      number->year = atoi (year);
      number->number = atoi (no);
      g_match_info_fetch_pos (match, 1, NULL, &from);
      g_match_info_fetch_pos (match, 0, NULL, &to);
      number->start =
          g_array_index (places, gsize, from - (int) strlen (number->issuer));
      number->end =
          g_array_index (places, gsize, to - (int) strlen ("号")) + strlen ("号");
      g_ptr_array_add (numbers, number);
    }
}

char *
doc_number_write (const DocNumber *number)
{
  return g_strdup_printf ("%s〔%d〕%d号", number->issuer, number->year, number->number);
}
