/* app/form/clip.c — a block of texts as programs hand it over the clipboard. */

#include "app/form/clip.h"

#include <string.h>

Clip *
clip_new (guint rows, guint cols)
{
  Clip *clip = g_new0 (Clip, 1);

  clip->rows = rows;
  clip->cols = cols;
  clip->texts = g_ptr_array_new_full (rows * cols, g_free);
  g_ptr_array_set_size (clip->texts, (int) (rows * cols));
  return clip;
}

void
clip_free (Clip *clip)
{
  if (clip == NULL)
    return;
  g_ptr_array_unref (clip->texts);
  g_free (clip);
}

const char *
clip_get (const Clip *clip, guint row, guint col)
{
  const char *text = clip->texts->pdata[row * clip->cols + col];

  return text != NULL ? text : "";
}

void
clip_take (Clip *clip, guint row, guint col, char *text)
{
  gpointer *place = &clip->texts->pdata[row * clip->cols + col];

  g_free (*place);
  *place = text;
}

static gboolean
ends_text (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\r';
}

/* A text in quotes, its line breaks as our own.  NULL, and at stays, where no quote
 * ends it: then the first one is a part of the text.  */
static char *
read_quoted (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = *at + 1; *p != '\0'; p++)
    if (p[0] == '"' && p[1] == '"')
      g_string_append_c (text, *p++);
    else if (p[0] == '"' && ends_text (p[1]))
      {
        *at = p + 1;
        return g_string_free (g_steal_pointer (&text), FALSE);
      }
    else if (p[0] == '"')
      return NULL;
    else if (p[0] == '\r')
      g_string_append_c (text, p[1] == '\n' ? *++p : '\n');
    else
      g_string_append_c (text, *p);
  return NULL;
}

static char *
read_plain (const char **at)
{
  const char *from = *at;

  *at += strcspn (from, "\t\r\n");
  return g_strndup (from, (gsize) (*at - from));
}

/* The texts of the line: char *. */
static GPtrArray *
read_line (const char **at)
{
  GPtrArray *line = g_ptr_array_new_with_free_func (g_free);

  for (;; ++*at)
    {
      char *text = **at == '"' ? read_quoted (at) : NULL;

      g_ptr_array_add (line, text != NULL ? text : read_plain (at));
      if (**at != '\t')
        break;
    }
  if ((*at)[0] == '\r' && (*at)[1] == '\n')
    ++*at;
  if (**at != '\0')
    ++*at;
  return line;
}

static void
unref_line (gpointer line)
{
  g_ptr_array_unref (line);
}

Clip *
clip_read (const char *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (unref_line);
  guint cols = 1;
  Clip *clip;

  do
    {
      GPtrArray *line = read_line (&text);

      cols = MAX (cols, line->len);
      g_ptr_array_add (lines, line);
    }
  while (*text != '\0');
  clip = clip_new (lines->len, cols);
  for (guint row = 0; row < lines->len; row++)
    {
      GPtrArray *line = lines->pdata[row];

      for (guint col = 0; col < line->len; col++)
        clip_take (clip, row, col, g_steal_pointer (&line->pdata[col]));
    }
  return clip;
}

static void
write_text (GString *written, const char *text)
{
  if (*text != '"' && strpbrk (text, "\t\r\n") == NULL)
    {
      g_string_append (written, text);
      return;
    }
  g_string_append_c (written, '"');
  for (; *text != '\0'; text++)
    g_string_append (written, *text == '"' ? "\"\"" : (char[]){ *text, '\0' });
  g_string_append_c (written, '"');
}

char *
clip_write (const Clip *clip)
{
  GString *written = g_string_new (NULL);

  for (guint row = 0; row < clip->rows; row++)
    {
      for (guint col = 0; col < clip->cols; col++)
        {
          if (col > 0)
            g_string_append_c (written, '\t');
          write_text (written, clip_get (clip, row, col));
        }
      if (clip->rows > 1)
        g_string_append_c (written, '\n');
    }
  return g_string_free (written, FALSE);
}
