/* app/reading/doc-number.c — the numbers of documents (文号) that a text quotes. */

#include "app/reading/doc-number.h"
#include "app/fold.h"
#include "app/read/pattern.h"

#include <stdlib.h>

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

void
doc_numbers_add (GPtrArray *numbers, const Words *words, const char *text)
{
  static const char pattern[] =
      "([\\x{4e00}-\\x{9fff}]{2,12})([〔【\\[(])((?:19|20)[0-9]{2})[〕】\\])]第?"
      "([0-9]{1,5})号";
  g_autofree char *folded = fold (text);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (pattern_regex (pattern), folded, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *run = g_match_info_fetch (match, 1);
      g_autofree char *year = g_match_info_fetch (match, 3);
      g_autofree char *no = g_match_info_fetch (match, 4);
      DocNumber       *number = g_new (DocNumber, 1);

      number->issuer = issuer_of (words, run);
      number->bracket = g_match_info_fetch (match, 2);
      number->year = atoi (year);
      number->number = atoi (no);
      g_ptr_array_add (numbers, number);
    }
}

char *
doc_number_write (const DocNumber *number)
{
  return g_strdup_printf ("%s〔%d〕%d号", number->issuer, number->year, number->number);
}
