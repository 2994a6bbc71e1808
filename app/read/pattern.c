/* app/read/pattern.c — regular expressions by their text, compiled once.
 *
 * Most lines of a document are asked about dozens of patterns and match none, so the
 * matching goes to PCRE2 itself, which GRegex would ask with a record made for each
 * question.  What a thread needs for matching it keeps.
 */

#define PCRE2_CODE_UNIT_WIDTH 8

#include "app/read/pattern.h"

#include <pcre2.h>
#include <string.h>

#define MOST_GROUPS 32
#define JIT_STACK   (512 * 1024)
#define N_RECENT    1024

/* Lives as long as the program runs; code and regex are made when they are needed. */
typedef struct {
  char       *text;
  pcre2_code *code;
  GRegex     *regex;
} Pattern;

typedef struct {
  pcre2_match_data    *match;
  pcre2_match_context *context;
  pcre2_jit_stack     *stack;
  /* patterns by the address of their text, which is mostly a literal */
  Pattern    *recent[N_RECENT];
  const char *addresses[N_RECENT];
} Matcher;

G_LOCK_DEFINE_STATIC (compiled);

static void
matcher_free (gpointer data)
{
  Matcher *matcher = data;

  pcre2_match_data_free (matcher->match);
  pcre2_match_context_free (matcher->context);
  pcre2_jit_stack_free (matcher->stack);
  g_free (matcher);
}

static Matcher *
get_matcher (void)
{
  static GPrivate own = G_PRIVATE_INIT (matcher_free);
  Matcher        *matcher = g_private_get (&own);

  if (matcher != NULL)
    return matcher;
  matcher = g_new0 (Matcher, 1);
  matcher->match = pcre2_match_data_create (MOST_GROUPS, NULL);
  matcher->context = pcre2_match_context_create (NULL);
  matcher->stack = pcre2_jit_stack_create (32 * 1024, JIT_STACK, NULL);
  pcre2_jit_stack_assign (matcher->context, NULL, matcher->stack);
  g_private_set (&own, matcher);
  return matcher;
}

/* As GRegex understands a pattern: characters and their classes are those of Unicode,
 * any newline ends a line. */
static pcre2_code *
compile (const char *text)
{
  pcre2_compile_context *context = pcre2_compile_context_create (NULL);
  int                    error;
  gsize                  at;
  pcre2_code            *code;

  pcre2_set_newline (context, PCRE2_NEWLINE_ANY);
  code =
      pcre2_compile ((PCRE2_SPTR) text, PCRE2_ZERO_TERMINATED,
                     PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK, &error, &at, context);
  if (code == NULL)
    g_error ("pattern %s: error %d at %" G_GSIZE_FORMAT, text, error, at);
  pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);
  pcre2_compile_context_free (context);
  return code;
}

/* The one with this text; with the lock held. */
static Pattern *
look_up (const char *text)
{
  static GHashTable *compiled; /* text -> Pattern * */
  Pattern           *pattern;

  if (compiled == NULL)
    compiled = g_hash_table_new (g_str_hash, g_str_equal);
  pattern = g_hash_table_lookup (compiled, text);
  if (pattern == NULL)
    {
      pattern = g_new (Pattern, 1);
      *pattern = (Pattern){ .text = g_strdup (text) };
      g_hash_table_insert (compiled, pattern->text, pattern);
    }
  return pattern;
}

static const pcre2_code *
find_code (Matcher *matcher, const char *text)
{
  gsize    i = ((gsize) text >> 3 ^ (gsize) text >> 13) % N_RECENT;
  Pattern *pattern = matcher->recent[i];

  /* an address may hold another text by now */
  if (pattern == NULL || matcher->addresses[i] != text ||
      strcmp (pattern->text, text) != 0)
    {
      G_LOCK (compiled);
      pattern = look_up (text);
      if (pattern->code == NULL)
        pattern->code = compile (text);
      G_UNLOCK (compiled);
      matcher->recent[i] = pattern;
      matcher->addresses[i] = text;
    }
  return pattern->code;
}

/* Finds the first match at or behind from.  Returns how many groups have a place, the
 * whole match as the first, 0 without a match; places gets their starts and ends, valid
 * until the next match in this thread. */
static guint
match (const char *pattern, const char *text, gsize from, const gsize **places)
{
  Matcher          *m = get_matcher ();
  const pcre2_code *code = find_code (m, pattern);
  PCRE2_SPTR        subject = (PCRE2_SPTR) text;
  gsize             length = strlen (text);
  int found = pcre2_match (code, subject, length, from, PCRE2_NO_UTF_CHECK, m->match,
                           m->context);

  if (found == PCRE2_ERROR_JIT_STACKLIMIT)
    found = pcre2_match (code, subject, length, from, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
                         m->match, m->context);
  *places = pcre2_get_ovector_pointer (m->match);
  return (guint) MAX (found, 0);
}

GRegex *
pattern_regex (const char *text)
{
  g_autoptr (GError) error = NULL;
  Pattern *pattern;

  G_LOCK (compiled);
  pattern = look_up (text);
  if (pattern->regex == NULL)
    pattern->regex = g_regex_new (text, G_REGEX_OPTIMIZE, 0, &error);
  if (pattern->regex == NULL)
    g_error ("pattern %s: %s", text, error->message);
  G_UNLOCK (compiled);
  return pattern->regex;
}

gboolean
pattern_match (const char *pattern, const char *text)
{
  const gsize *at;

  return text != NULL && match (pattern, text, 0, &at) > 0;
}

char *
pattern_take (const char *pattern, const char *text, int group)
{
  const gsize *at;
  guint        n = text != NULL ? match (pattern, text, 0, &at) : 0;

  if ((guint) group >= n)
    return NULL;
  at += 2 * group;
  return *at == PCRE2_UNSET ? g_strdup ("") : g_strndup (text + at[0], at[1] - at[0]);
}

gsize
pattern_length (const char *pattern, const char *text)
{
  const gsize *at;

  return text != NULL && match (pattern, text, 0, &at) > 0 ? at[1] : 0;
}

gboolean
pattern_find (const char *pattern, const char *text, gsize from, gsize *start,
              gsize *end)
{
  const gsize *at;

  if (match (pattern, text, from, &at) == 0)
    return FALSE;
  *start = at[0];
  *end = at[1];
  return TRUE;
}

char *
pattern_replace (const char *pattern, const char *text, const char *by)
{
  const gsize *at;

  if (match (pattern, text, 0, &at) == 0)
    return g_strdup (text);
  return g_regex_replace (pattern_regex (pattern), text, -1, 0, by, 0, NULL);
}
