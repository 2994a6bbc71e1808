/* app/form/file-write.c — a layout written as a text file. */

#include "app/form/file.h"

#include <string.h>

/* What the reader would take for something else gets a \ before it; special: the signs
 * that mean something.  NULL adds nothing.  */
static void
append_text (GString *file, const char *text, const char *special)
{
  for (const char *c = text; c != NULL && *c != '\0'; c++)
    {
      gboolean at_end = c == text || c[1] == '\0';

      if (*c == '\n')
        {
          g_string_append (file, "\\n");
          continue;
        }
      if (strchr (special, *c) != NULL || (at_end && (*c == ' ' || *c == '\t')))
        g_string_append_c (file, '\\');
      g_string_append_c (file, *c);
    }
}

static void
append_field (GString *file, const char *field)
{
  if (field != NULL)
    g_string_append_printf (file, "{%s}", field);
}

static void
append_setting (GString *file, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (file, "%s ", name);
  append_text (file, value, "\\");
  g_string_append_c (file, '\n');
}

static void
append_head (GString *file, const FormDefinition *form)
{
  g_string_append_printf (file, "\nform %s ", form->id);
  append_text (file, form->title, "\\");
  g_string_append_c (file, '\n');
  append_setting (file, "county", form->county);
  append_setting (file, "paper", form->landscape ? "landscape" : "portrait");
  append_setting (file, "overall", form->overall);
  append_setting (file, "seal", form->seal);
  g_string_append (file, "columns");
  for (guint i = 0; i < form->widths->len; i++)
    g_string_append_printf (file, " %u", g_array_index (form->widths, guint, i));
  g_string_append_c (file, '\n');
}

/* 2-6x2 text* : the place of a box and its style. */
static void
append_place (GString *file, const FormBox *box)
{
  g_string_append_printf (file, "  %u", box->col);
  if (box->col_span > 1)
    g_string_append_printf (file, "-%u", box->col + box->col_span - 1);
  if (box->row_span > 1)
    g_string_append_printf (file, "x%u", box->row_span);
  g_string_append_printf (file, " %s%s", box->style, box->merges ? "*" : "");
}

static void
append_box (GString *file, const FormBox *box)
{
  static const char special[] = "\\{}|";

  if (box->part == 1)
    append_place (file, box);
  else
    g_string_append (file, "  +");
  if (box->label != NULL || box->field != NULL)
    g_string_append_c (file, ' ');
  append_text (file, box->label, special);
  append_field (file, box->field);
  append_text (file, box->after, special);
  if (box->otherwise != NULL)
    {
      g_string_append (file, "|");
      append_text (file, box->otherwise, special);
    }
  g_string_append_c (file, '\n');
}

static void
append_grid (GString *file, const FormDefinition *form)
{
  guint k = 0;

  for (guint i = 0; i < form->rows->len; i++)
    {
      g_string_append_printf (file, "\nrow %s\n", (char *) form->rows->pdata[i]);
      for (; k < form->boxes->len && ((FormBox *) form->boxes->pdata[k])->row == i + 1;
           k++)
        append_box (file, form->boxes->pdata[k]);
    }
}

static void
append_lines (GString *file, const FormDefinition *form)
{
  guint block = 0;

  for (guint i = 0; i < form->lines->len; i++)
    {
      const FormLine *line = form->lines->pdata[i];

      if (line->block != block)
        g_string_append_printf (file, "\nblock %u %s\n", line->block, line->kind);
      block = line->block;
      g_string_append_printf (file, "  %s%s", line->style,
                              line->label != NULL || line->field != NULL ? " " : "");
      append_text (file, line->label, "\\");
      append_field (file, line->field);
      append_text (file, line->after, "\\");
      g_string_append_c (file, '\n');
    }
}

char *
form_file_of (const FormDefinition *form)
{
  GString *file = g_string_new (NULL);

  append_head (file, form);
  append_grid (file, form);
  append_lines (file, form);
  return g_string_free (file, FALSE);
}

char *
form_file_write (Db *db, const char *id, GError **error)
{
  g_autoptr (FormDefinition) form = form_definition_read (db, id, error);
  g_autoptr (FormDefinition) overall = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;

  if (form == NULL)
    return NULL;
  if (form->overall != NULL)
    {
      overall = form_definition_read (db, form->overall, error);
      if (overall == NULL)
        return NULL;
      before = form_file_of (overall);
    }
  text = form_file_of (form);
  return g_strconcat ("# Jixiao 表格格式：怎样写见 data/forms.md；# 开头的行是说明。\n",
                      before != NULL ? before : "", text, NULL);
}
