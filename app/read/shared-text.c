/* app/read/shared-text.c — texts of a workbook: plain, rich and with reading aids. */

#include "app/read/shared-text.h"

#include <string.h>

typedef enum { T_ITEM, T_TEXT, T_PHONETIC } Name;

static const char *const names[] = {
  [T_ITEM] = "si",
  [T_TEXT] = "t",
  [T_PHONETIC] = "rPh",
  NULL,
};

/* _x000D_ stands for a character that XML would not keep. */
static void
unescape (GString *text)
{
  for (gsize i = 0; i + 6 < text->len; i++)
    {
      const char *s = text->str + i;
      gunichar    c = 0;
      char        utf8[6];
      int         n = 0;

      if (s[0] != '_' || s[1] != 'x' || s[6] != '_')
        continue;
      while (n < 4 && g_ascii_isxdigit (s[2 + n]))
        c = c * 16 + (gunichar) g_ascii_xdigit_value (s[2 + n++]);
      if (n < 4 || !g_unichar_validate (c) || c == 0)
        continue;
      g_string_erase (text, (gssize) i, 7);
      if (c == '\r' && i < text->len && text->str[i] == '\n')
        {
          i--;
          continue;
        }
      n = g_unichar_to_utf8 (c == '\r' ? '\n' : c, utf8);
      g_string_insert_len (text, (gssize) i, utf8, n);
      i += (gsize) n - 1;
    }
}

char *
shared_text_take (Part *part, guint t, guint rph)
{
  GString *text = g_string_new (NULL);

  for (guint depth = 1; part_step (part, &depth);)
    if (part_name (part) == t)
      {
        g_autofree char *piece = part_take_text (part);

        g_string_append (text, piece);
        depth--;
      }
    else if (part_name (part) == rph)
      {
        part_skip (part);
        depth--;
      }
  if (strstr (text->str, "_x") != NULL)
    unescape (text);
  return g_string_free (text, FALSE);
}

GPtrArray *
shared_texts_read (Package *package, const char *path, Limits *limits, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Part) part = NULL;
  gboolean  more = TRUE;
  PartEvent event;

  if (path == NULL || !package_has (package, path))
    return g_steal_pointer (&texts);
  part = part_open (package, path, names, error);
  if (part == NULL)
    return NULL;
  while (more && (event = part_next (part)) != PART_DONE)
    if (event == PART_START && part_name (part) == T_ITEM)
      {
        char *text = shared_text_take (part, T_TEXT, T_PHONETIC);

        g_ptr_array_add (texts, text);
        more = limits_take (limits, 1, strlen (text));
      }
  return !more || part_finish (part, error) ? g_steal_pointer (&texts) : NULL;
}
