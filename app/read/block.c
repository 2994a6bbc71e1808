/* app/read/block.c — making and freeing paragraphs, tables and cells. */

#include "app/read/block.h"

#include "app/fold.h"
#include "app/read/character.h"
#include "app/read/pattern.h"

BlockCell *
block_cell_new (guint row, guint col, const char *text, guint line)
{
  BlockCell *cell = g_new0 (BlockCell, 1);

  *cell = (BlockCell){ .row = row, .col = col, .row_span = 1, .col_span = 1 };
  cell->text = g_strdup (text ? text : "");
  cell->line = line;
  return cell;
}

void
block_cell_free (BlockCell *cell)
{

  if (cell == NULL)
    return;
  g_free (cell->text);
  g_free (cell);
}

int
block_cell_compare (gconstpointer a, gconstpointer b)
{
  const BlockCell *left = *(BlockCell *const *) a, *right = *(BlockCell *const *) b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->col < right->col ? -1 : left->col > right->col;
}

Block *
block_new_paragraph (const char *text, guint line)
{
  Block *block = g_new0 (Block, 1);

  block->kind = BLOCK_PARAGRAPH;
  block->text = g_strdup (text ? text : "");
  block->line = line;
  return block;
}

Block *
block_new_table (guint line)
{
  Block *block = g_new0 (Block, 1);

  block->kind = BLOCK_TABLE;
  block->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) block_cell_free);
  block->line = line;
  return block;
}

void
block_free (Block *block)
{
  if (block == NULL)
    return;
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_free (block->text);
  g_free (block);
}

GPtrArray *
block_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
}

static void
clean (char **text)
{
  GString *cleaned;

  if (*text == NULL || !character_may_differ (*text))
    return;
  cleaned = g_string_new (NULL);
  for (const char *p = *text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = character_meant (g_utf8_get_char (p));

      if (c != 0)
        g_string_append_unichar (cleaned, c);
    }
  g_free (*text);
  *text = g_string_free (cleaned, FALSE);
}

void
block_clean (Block *block)
{
  clean (&block->text);
  for (guint i = 0; block->cells != NULL && i < block->cells->len; i++)
    clean (&((BlockCell *) block->cells->pdata[i])->text);
}

gboolean
block_is_blank (const char *text)
{
  /* no white space begins with a byte as Chinese characters do, or is a sign of ASCII
   */
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if ((guchar) *text >= 0xE4 || g_ascii_isgraph (*text) ||
        !g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

gboolean
block_is_page_mark (const char *text)
{
  g_autofree char *folded = fold (text);

  return pattern_match ("^(?:[-·~]+\\d{1,4}[-·~]+|第\\d{1,4}页(?:[,/]?共\\d{1,4}页)?|"
                        "\\(?(?:续|接)上?表\\d*\\)?)$",
                        folded);
}
