/* app/read/format-code.c — number format codes, taken apart. */

#include "app/read/format-code.h"

#include <string.h>

/* Sections and codes beyond what a program writes are not read. */
#define MAX_SECTIONS 4
#define MAX_CODES    256

typedef struct {
  const char  *at;
  CodeSection *section;
} Parser;

static void
code_clear (gpointer code)
{
  g_free (((Code *) code)->text);
}

static void
section_free (gpointer data)
{
  CodeSection *section = data;

  g_array_unref (section->codes);
  g_free (section->compare);
  g_free (section);
}

static CodeSection *
section_new (void)
{
  CodeSection *section = g_new0 (CodeSection, 1);

  section->codes = g_array_new (FALSE, FALSE, sizeof (Code));
  g_array_set_clear_func (section->codes, code_clear);
  return section;
}

static void
add (Parser *parser, CodeKind kind, const char *text, gsize length)
{
  Code code = { kind, g_strndup (text, length) };

  if (parser->section->codes->len < MAX_CODES)
    g_array_append_val (parser->section->codes, code);
  else
    code_clear (&code);
}

/* Takes length bytes as a code. */
static void
take (Parser *parser, CodeKind kind, gsize length)
{
  add (parser, kind, parser->at, length);
  parser->at += length;
}

static void
read_quoted (Parser *parser)
{
  const char *start = ++parser->at;
  const char *end = strchr (start, '"');

  if (end == NULL)
    end = start + strlen (start);
  add (parser, CODE_LITERAL, start, (gsize) (end - start));
  parser->at = *end != '\0' ? end + 1 : end;
}

/* [Red] [<100] [$￥-804] [h] [DBNum1] */
static void
read_bracket (Parser *parser)
{
  const char *start = parser->at + 1;
  gsize       length = strcspn (start, "]");
  gsize       sign = strspn (start, "<>=");

  if (*start == '$')
    add (parser, CODE_LITERAL, start + 1, strcspn (start + 1, "-]"));
  else if (sign > 0)
    {
      g_free (parser->section->compare);
      parser->section->compare = g_strndup (start, sign);
      parser->section->against = g_ascii_strtod (start + sign, NULL);
    }
  else if (g_ascii_strncasecmp (start, "DBNum", 5) == 0)
    parser->section->chinese = start[5] == '2' ? 2 : start[5] == '1' ? 1 : 0;
  else if (length > 0 && strchr ("hms", g_ascii_tolower (*start)) != NULL &&
           strspn (start, "hmsHMS") == length)
    {
      add (parser, CODE_ELAPSED,
           g_ascii_tolower (*start) == 'h'   ? "h"
           : g_ascii_tolower (*start) == 'm' ? "n"
                                             : "s",
           1);
      parser->section->is_date = TRUE;
    }
  parser->at = start + length + (start[length] != '\0');
}

/* A character that stands for itself: what follows \ or !, or any we do not know. */
static void
read_literal (Parser *parser)
{
  gsize length = (gsize) (g_utf8_next_char (parser->at) - parser->at);

  take (parser, CODE_LITERAL, MIN (length, strlen (parser->at)));
}

static void
read_date (Parser *parser)
{
  char  letter = g_ascii_tolower (*parser->at);
  gsize length = 0;
  char  text[8] = "";

  while (g_ascii_tolower (parser->at[length]) == letter)
    length++;
  memset (text, letter == 'e' ? 'y' : letter, MIN (length, 5));
  if (letter == 'e')
    strcpy (text, "yyyy");
  add (parser, CODE_DATE, text, strlen (text));
  parser->at += length;
  parser->section->is_date = TRUE;
}

static gboolean
skip_word (Parser *parser, CodeKind kind, const char *word)
{
  if (g_ascii_strncasecmp (parser->at, word, strlen (word)) != 0)
    return FALSE;
  take (parser, kind, strlen (word));
  return TRUE;
}

static gboolean
read_word (Parser *parser)
{
  static const struct {
    const char *word;
    CodeKind    kind;
  } words[] = {
    { "General", CODE_GENERAL }, { "G/通用格式", CODE_GENERAL },
    { "AM/PM", CODE_NOON },      { "上午/下午", CODE_NOON },
    { "A/P", CODE_NOON },        { "E+", CODE_EXPONENT },
    { "E-", CODE_EXPONENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (skip_word (parser, words[i].kind, words[i].word))
      {
        parser->section->is_date |= words[i].kind == CODE_NOON;
        return TRUE;
      }
  return FALSE;
}

static void
read_code (Parser *parser)
{
  char c = *parser->at;

  if (c == '"')
    read_quoted (parser);
  else if (c == '[')
    read_bracket (parser);
  else if ((c == '\\' || c == '!') && parser->at[1] != '\0')
    {
      parser->at++;
      read_literal (parser);
    }
  else if ((c == '_' || c == '*') && parser->at[1] != '\0')
    {
      /* a blank as wide as a sign, or a sign that fills the cell: both only align */
      parser->at = g_utf8_next_char (parser->at + 1);
    }
  else if (read_word (parser))
    return;
  else if (strchr ("0#?", c) != NULL)
    take (parser, CODE_DIGIT, 1);
  else if (strchr ("ymdhsaeYMDHSAE", c) != NULL)
    read_date (parser);
  else if (c == '.')
    take (parser, CODE_POINT, 1);
  else if (c == '%')
    take (parser, CODE_PERCENT, 1);
  else if (c == '@')
    take (parser, CODE_TEXT, 1);
  else
    read_literal (parser);
}

/* In a date an m beside hours or seconds is minutes. */
static void
find_minutes (CodeSection *section)
{
  Code *before = NULL, *month = NULL;

  for (guint i = 0; i < section->codes->len; i++)
    {
      Code *code = &g_array_index (section->codes, Code, i);

      if (code->kind != CODE_DATE && code->kind != CODE_ELAPSED)
        continue;
      if (*code->text == 's' && month != NULL)
        memset (month->text, 'n', strlen (month->text));
      month = NULL;
      if (*code->text == 'm' && before != NULL && *before->text == 'h')
        memset (code->text, 'n', strlen (code->text));
      else if (*code->text == 'm')
        month = code;
      before = code;
    }
}

/* Commas among the digits are thousands, behind them they scale; neither is text. */
static void
read_commas (CodeSection *section)
{
  guint last = G_MAXUINT, first = G_MAXUINT;

  for (guint i = 0; i < section->codes->len; i++)
    if (g_array_index (section->codes, Code, i).kind == CODE_DIGIT)
      {
        first = MIN (first, i);
        last = i;
      }
  for (guint i = first; i < section->codes->len; i++)
    {
      Code *code = &g_array_index (section->codes, Code, i);

      if (code->kind != CODE_LITERAL || !g_str_equal (code->text, ","))
        continue;
      if (i < last)
        section->has_thousands = TRUE;
      else if (i == last + 1 + section->scale)
        section->scale++;
      else
        continue;
      *code->text = '\0';
    }
}

static void
count_digits (CodeSection *section)
{
  guint *part = &section->whole;

  for (guint i = 0; i < section->codes->len; i++)
    {
      const Code *code = &g_array_index (section->codes, Code, i);

      if (code->kind == CODE_POINT)
        part = &section->decimals;
      else if (code->kind == CODE_EXPONENT)
        part = &section->exponent;
      else if (code->kind == CODE_DIGIT)
        ++*part;
      else if (code->kind == CODE_PERCENT)
        section->percents++;
      else if (code->kind == CODE_LITERAL && g_str_equal (code->text, "/"))
        section->is_fraction = section->whole > 0;
    }
}

GPtrArray *
format_code_parse (const char *code)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (section_free);
  Parser     parser = { .at = code, .section = section_new () };

  g_ptr_array_add (sections, parser.section);
  while (*parser.at != '\0')
    if (*parser.at != ';')
      read_code (&parser);
    else if (sections->len < MAX_SECTIONS)
      {
        parser.at++;
        parser.section = section_new ();
        g_ptr_array_add (sections, parser.section);
      }
    else
      break;
  for (guint i = 0; i < sections->len; i++)
    {
      CodeSection *section = sections->pdata[i];

      if (section->is_date)
        find_minutes (section);
      else
        {
          read_commas (section);
          count_digits (section);
        }
    }
  return sections;
}
