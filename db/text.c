/* db/text.c — the printed lines of a whole 绩效文本 in a layout. */

#include "db/text.h"

static const char *const styles[] = {
  [TEXT_COVER] = "cover",
  [TEXT_TITLE] = "title",
  [TEXT_CONTENTS_PART] = "contents_part",
  [TEXT_CONTENTS] = "contents",
  [TEXT_PART] = "part",
  [TEXT_HEADING] = "heading",
  [TEXT_SUBHEADING] = "subheading",
  [TEXT_PARAGRAPH] = "text",
  [TEXT_LETTERHEAD] = "letterhead",
  [TEXT_CENTRE] = "centre",
  [TEXT_LEFT] = "left",
  [TEXT_RIGHT] = "right",
  [TEXT_TABLE] = "table",
};

/* A style that a later form brings prints as a paragraph. */
static TextStyle
style_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i], name) == 0)
      return i;
  return TEXT_PARAGRAPH;
}

gboolean
text_knows_style (const char *name)
{
  return g_strcmp0 (styles[style_of (name)], name) == 0;
}

static void
free_item (gpointer data)
{
  TextItem *item = data;

  g_free (item->kind);
  g_free (item->text);
  g_free (item->table_name);
  g_free (item->column_name);
  g_free (item);
}

GPtrArray *
text_items (Db *db, gint64 document, const char *layout, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT kind, style, text, table_name, row_id, column_name FROM text_item_of"
      " WHERE document_id = :document AND form_id ="
      "  coalesce(:layout, (SELECT form_id FROM document WHERE id = :document))"
      " ORDER BY place, section_block, block, record, line",
      error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  db_bind_text (q, ":layout", layout);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      TextItem *item = g_new (TextItem, 1);

      *item = (TextItem){
        .style = style_of (db_column_text (q, 1)),
        .kind = g_strdup (db_column_text (q, 0)),
        .text = g_strdup (db_column_text (q, 2)),
        .table_name = g_strdup (db_column_text (q, 3)),
        .row_id = sqlite3_column_int64 (q, 4),
        .column_name = g_strdup (db_column_text (q, 5)),
      };
      g_ptr_array_add (items, item);
    }
  return step == DB_DONE ? g_steal_pointer (&items) : NULL;
}
