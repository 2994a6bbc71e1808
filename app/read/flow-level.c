/* app/read/flow-level.c — making room for what stands in a level, and reading it. */

#include "app/read/flow-level.h"

#include <string.h>

static void
contents_free (gpointer blocks)
{
  if (blocks != NULL)
    g_ptr_array_unref (blocks);
}

static void
text_free (GString *text)
{
  g_string_free (text, TRUE);
}

Level *
level_new (LevelKind kind)
{
  Level *level = g_new0 (Level, 1);

  level->kind = kind;
  if (kind == LEVEL_TABLE)
    {
      level->table = block_new_table (0);
      level->contents = g_ptr_array_new_with_free_func (contents_free);
      level->columns = g_array_new (FALSE, TRUE, sizeof (Column));
    }
  else if (kind != LEVEL_ROW)
    level->text = g_string_new (NULL);
  if (kind == LEVEL_CELL)
    level->lines = g_string_new (NULL);
  else if (level->text != NULL)
    level->blocks = block_array_new ();
  return level;
}

void
level_free (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->blocks, g_ptr_array_unref);
  g_clear_pointer (&level->boxes, g_ptr_array_unref);
  g_clear_pointer (&level->contents, g_ptr_array_unref);
  g_clear_pointer (&level->columns, g_array_unref);
  g_clear_pointer (&level->text, text_free);
  g_clear_pointer (&level->lines, text_free);
  block_free (level->table);
  g_free (level);
}

void
level_reset (Level *level)
{
  GString *text = level->text, *lines = level->lines;

  g_clear_pointer (&level->blocks, g_ptr_array_unref);
  g_clear_pointer (&level->boxes, g_ptr_array_unref);
  *level = (Level){ .kind = LEVEL_CELL,
                    .text = g_string_truncate (text, 0),
                    .lines = g_string_truncate (lines, 0) };
}

void
level_move_blocks (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_steal_pointer (&from->pdata[i]));
  g_ptr_array_set_size (from, 0);
}

void
level_add_lines (GPtrArray *blocks, char *lines, gboolean blank)
{
  for (char *line = lines, *next; line != NULL; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (blank || !block_is_blank (line))
        g_ptr_array_add (blocks, block_new_paragraph (line, 0));
    }
}

GPtrArray *
level_blocks (Level *level)
{
  if (level->blocks == NULL)
    {
      level->blocks = block_array_new ();
      if (level->lines->len > 0)
        {
          g_string_truncate (level->lines, level->lines->len - 1);
          level_add_lines (level->blocks, level->lines->str, TRUE);
        }
    }
  return level->blocks;
}

/* The lines of a cell, without the blank ones around them. */
static char *
trim_lines (const GString *lines)
{
  const char *start = lines->str, *first = start, *last = start + lines->len;

  while (*first != '\0' && g_unichar_isspace (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  if (*first == '\0')
    return g_strdup ("");
  while (first > start && first[-1] != '\n')
    first--;
  do
    last = g_utf8_find_prev_char (start, last);
  while (last > first && g_unichar_isspace (g_utf8_get_char (last)));
  return g_strndup (first, (gsize) (strchr (last, '\n') - first));
}

char *
level_text (const Level *level)
{
  g_autoptr (GString) lines = NULL;

  if (level->blocks == NULL)
    return trim_lines (level->lines);
  lines = g_string_new (NULL);
  for (guint i = 0; i < level->blocks->len; i++)
    {
      const Block *block = level->blocks->pdata[i];

      if (block->kind == BLOCK_PARAGRAPH)
        g_string_append_c (g_string_append (lines, block->text), '\n');
    }
  return trim_lines (lines);
}
