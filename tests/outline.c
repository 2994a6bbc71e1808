/* tests/outline.c — blocks as one line of text, and packages made in memory. */

#include "tests/outline.h"

#include "app/read/block.h"
#include "app/read/reader.h"

#include <string.h>
#include <zip.h>

static void
append_cell (GString *text, const BlockCell *cell)
{
  g_string_append_printf (text, " %u,%u", cell->row, cell->col);
  if (cell->row_span != 1 || cell->col_span != 1)
    g_string_append_printf (text, "+%ux%u", cell->row_span, cell->col_span);
  g_string_append_printf (text, ":%s", cell->text);
}

char *
outline (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];

      g_string_append (text, i > 0 ? " ; " : "");
      if (block->kind == BLOCK_PARAGRAPH)
        g_string_append_printf (text, "P %s", block->text);
      else if (block->kind == BLOCK_PICTURE)
        g_string_append_printf (text, "I %s", block->text);
      else
        g_string_append_c (text, 'T');
      for (guint j = 0; block->cells != NULL && j < block->cells->len; j++)
        append_cell (text, block->cells->pdata[j]);
    }
  g_string_replace (text, "\n", "¶", 0);
  return g_string_free (text, FALSE);
}

char *
outline_of (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = reader_read (bytes, "文件", &error);

  return blocks != NULL ? outline (blocks) : g_strdup (error->message);
}

GBytes *
zipped (const ZippedPart *parts)
{
  zip_source_t *target = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t        *zip = zip_open_from_source (target, ZIP_TRUNCATE, NULL);
  zip_stat_t    stat;
  char         *data;

  g_assert_true (zip != NULL);
  zip_source_keep (target);
  for (; parts->path != NULL; parts++)
    {
      zip_source_t *text =
          zip_source_buffer (zip, parts->text, strlen (parts->text), 0);

      g_assert_true (zip_file_add (zip, parts->path, text, ZIP_FL_ENC_UTF_8) >= 0);
    }
  g_assert_true (zip_close (zip) == 0);
  g_assert_true (zip_source_stat (target, &stat) == 0);
  data = g_malloc (stat.size);
  g_assert_true (zip_source_open (target) == 0);
  g_assert_true (zip_source_read (target, data, stat.size) == (zip_int64_t) stat.size);
  zip_source_close (target);
  zip_source_free (target);
  return g_bytes_new_take (data, stat.size);
}

#define RELATIONS "<Relationships xmlns=\"urn:r\">%s</Relationships>"
#define RELATION  "<Relationship Id=\"%s%d\" Type=\"urn:t/%s\" Target=\"%s%d.xml\"/>"
#define WORD(body) \
  "<w:document xmlns:w=\"urn:w\"><w:body>" body "</w:body></w:document>"

/* One relation, its name and its target numbered. */
static void
relate (GString *relations, const char *type, int n)
{
  g_string_append_printf (relations, RELATION, type, n, type, type, n);
}

static char *
relations_part (GString *relations)
{
  return g_strdup_printf (RELATIONS, relations->str);
}

static char *
root_relations (void)
{
  return g_strdup_printf (RELATIONS,
                          "<Relationship Id=\"a\" Type=\"urn:t/officeDocument\""
                          " Target=\"/main/main.xml\"/>");
}

GBytes *
zipped_docx (const char *body, const char *numbering, const char *styles)
{
  g_autoptr (GString) relations = g_string_new (NULL);
  g_autofree char *root = root_relations (), *own = NULL;
  g_autofree char *main = g_strdup_printf (WORD ("%s"), body);

  relate (relations, "numbering", 1);
  relate (relations, "styles", 1);
  own = relations_part (relations);
  return zipped ((ZippedPart[]){
      { "_rels/.rels", root },
      { "main/main.xml", main },
      { "main/_rels/main.xml.rels", own },
      { "main/numbering1.xml",
        numbering ? numbering : "<w:numbering xmlns:w=\"urn:w\"/>" },
      { "main/styles1.xml", styles ? styles : "<w:styles xmlns:w=\"urn:w\"/>" },
      { NULL, NULL },
  });
}

#define MAX_SHEETS 8

GBytes *
zipped_xlsx (const char *const *sheets, const char *shared, const char *styles)
{
  g_autoptr (GString) relations = g_string_new (NULL);
  g_autoptr (GString) book = g_string_new ("<workbook><sheets>");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  ZippedPart       parts[6 + MAX_SHEETS] = { { NULL, NULL } };
  g_autofree char *root = root_relations (), *own = NULL;
  int              n = 0;

  relate (relations, "sharedStrings", 1);
  relate (relations, "styles", 1);
  for (int i = 0; sheets[i] != NULL && i < MAX_SHEETS; i++)
    {
      const char *state =
          g_str_has_prefix (sheets[i], "hidden:") ? "hidden" : "visible";
      const char *content = sheets[i] + (*state == 'h' ? strlen ("hidden:") : 0);
      char       *path = g_strdup_printf ("main/worksheet%d.xml", i);
      char       *text = g_strdup_printf ("<worksheet>%s</worksheet>", content);

      relate (relations, "worksheet", i);
      g_string_append_printf (book,
                              "<sheet name=\"表%d\" state=\"%s\" xmlns:r=\"urn:r\""
                              " r:id=\"worksheet%d\"/>",
                              i, state, i);
      g_ptr_array_add (texts, path);
      g_ptr_array_add (texts, text);
      parts[n++] = (ZippedPart){ path, text };
    }
  g_string_append (book, "</sheets></workbook>");
  own = relations_part (relations);
  parts[n++] = (ZippedPart){ "_rels/.rels", root };
  parts[n++] = (ZippedPart){ "main/main.xml", book->str };
  parts[n++] = (ZippedPart){ "main/_rels/main.xml.rels", own };
  parts[n++] = (ZippedPart){ "main/sharedStrings1.xml", shared ? shared : "<sst/>" };
  parts[n++] = (ZippedPart){ "main/styles1.xml", styles ? styles : "<styleSheet/>" };
  return zipped (parts);
}
