/* app/form/clip-html.c — a block of texts on the clipboard with its merged cells. */

#include "app/form/clip-html.h"

#include <string.h>

/* So many digits a spreadsheet keeps of a number. */
#define DIGITS 15

/* Whether a spreadsheet may take it for a number: a code would lose its zeroes. */
static gboolean
is_number (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  gsize part = text[whole] == '.' ? strspn (text + whole + 1, "0123456789") : 0;

  return whole > 0 && whole + part <= DIGITS && (*text != '0' || whole == 1) &&
         text[whole + (part > 0 ? part + 1 : 0)] == '\0';
}

static void
write_text (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (html, "%s%s",
                            i > 0 ? "<br style=\"mso-data-placement:same-cell\">" : "",
                            lines[i]);
}

/* rows, cols: how many of what is copied it covers. */
static void
write_cell (GString *html, const char *text, guint rows, guint cols)
{
  g_string_append (html, "<td");
  if (rows > 1)
    g_string_append_printf (html, " rowspan=\"%u\"", rows);
  if (cols > 1)
    g_string_append_printf (html, " colspan=\"%u\"", cols);
  if (!is_number (text)) /* Excel and WPS, then LibreOffice */
    g_string_append (html, " style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\"");
  g_string_append_c (html, '>');
  write_text (html, text);
  g_string_append (html, "</td>");
}

char *
clip_write_html (const Clip *clip, const FormTable *table, const FormRange *range)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table border=\"1\">");

  for (guint row = 0; row < clip->rows; row++)
    {
      guint place = 0; /* among the columns that are copied */

      g_string_append (html, "<tr>");
      for (guint col = range->col; col < range->col + range->cols; col++)
        {
          const FormCell *cell = form_table_at (table, range->row + row, col);
          guint           cols = 0;

          if (!form_range_begins (table, range, col))
            continue;
          for (guint i = col; i < cell->col + cell->col_span; i++)
            cols += form_range_begins (table, range, i);
          if (cell->row == range->row + row && cell->col == col)
            write_cell (html, clip_get (clip, row, place),
                        MIN (cell->row_span, clip->rows - row), cols);
          place++;
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table>");
  return g_string_free (html, FALSE);
}
