/* app/export/findings.c — the findings as a file of any kind. */

#include "app/export/findings.h"
#include "app/check/list.h"
#include "app/export/export.h"
#include "app/export/save.h"

const char *const findings_formats[] = { "text", "txt", "mail", "html", "csv",
                                         "json", "pdf", "xlsx", NULL };

static const struct {
  const char *format;
  char *(*write) (GPtrArray *findings);
} texts[] = {
  { "text", check_text }, { "txt", check_text }, { "mail", check_letter },
  { "html", check_html }, { "csv", check_csv },  { "json", check_json },
};

char *
findings_text (GPtrArray *findings, const char *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].format, format))
      return texts[i].write (findings);
  return NULL;
}

gboolean
findings_write (GPtrArray *findings, const char *format, const char *path,
                GError **error)
{
  g_autofree char *text = findings_text (findings, format);
  g_autofree char *title = check_list_title (findings);
  g_autoptr (Outline) outline = NULL;
  FormTable *table;

  if (text != NULL)
    return save_text (path, text, error);
  table = check_list_table (findings, error);
  if (table == NULL)
    return FALSE;
  outline = outline_of_list (table, title);
  return export_outline (outline, format, path, error);
}
