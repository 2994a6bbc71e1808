/* app/export/docx-table.c — a printed table as a Word table.
 *
 * Word repeats headings only from the first row of a table on.  So a table is parted in
 * two where its column headings begin, with a line of one point between.
 */

#include "app/export/docx-body.h"
#include "app/export/fit.h"
#include "app/export/look.h"

#include "app/export/enclosure.h"

/* Half points of a size, and twips from line to line of it. */
#define HALF_POINTS(size) ((int) ((size) *2 + 0.5))
#define LEADING(size)     ((int) ((size) *1.3 * 20 + 0.5))

static const char *const aligns[] = {
  [TYPESET_LEFT] = "left",
  [TYPESET_CENTRE] = "center",
  [TYPESET_RIGHT] = "right",
};

static int
width_of (const FormTable *table, guint col, guint span)
{
  double mm = 0;

  for (guint i = col; i < col + span; i++)
    mm += g_array_index (table->form->widths, guint, i);
  return mm * TWIPS_PER_MM + 0.5;
}

static void
write_text (DocxBody *body, const FormCell *cell)
{
  const CellLook *look = look_of_cell (cell->style);
  double          size = body->size * look->scale;
  Xml            *xml = &body->xml;

  xml_start (xml, "w:p", NULL);
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:pStyle", "w:val", "TableText", NULL);
  xml_leaf (xml, "w:spacing", "w:line", docx_number (LEADING (size)).text, "w:lineRule",
            "exact", NULL);
  xml_leaf (xml, "w:jc", "w:val", aligns[look->align], NULL);
  xml_end (xml);
  if (cell->text != NULL && *cell->text != '\0')
    {
      xml_start (xml, "w:r", NULL);
      xml_start (xml, "w:rPr", NULL);
      if (look->bold)
        xml_leaf (xml, "w:b", NULL);
      xml_leaf (xml, "w:sz", "w:val", docx_number (HALF_POINTS (size)).text, NULL);
      xml_end (xml);
      docx_run (body, cell->text);
      xml_end (xml);
      enclosure_see (body->seen, cell->text);
    }
  xml_end (xml);
}

static void
write_mark (Xml *xml)
{
  xml_leaf (xml, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "FFE699",
            NULL);
}

/* A place of the grid: the first row of a cell has its text, the others say that they
 * are merged with it.  */
static void
write_cell (DocxBody *body, const FormTable *table, const FormCell *cell, guint row)
{
  Xml     *xml = &body->xml;
  gboolean first = row == cell->row;

  xml_start (xml, "w:tc", NULL);
  xml_start (xml, "w:tcPr", NULL);
  xml_leaf (xml, "w:tcW", "w:w",
            docx_number (width_of (table, cell->col, cell->col_span)).text, "w:type",
            "dxa", NULL);
  if (cell->col_span > 1)
    xml_leaf (xml, "w:gridSpan", "w:val", docx_number (cell->col_span).text, NULL);
  if (cell->row_span > 1)
    xml_leaf (xml, "w:vMerge", "w:val", first ? "restart" : "continue", NULL);
  if (cell->marked)
    write_mark (xml);
  xml_leaf (xml, "w:vAlign", "w:val", "center", NULL);
  xml_end (xml);
  if (first)
    write_text (body, cell);
  else
    xml_leaf (xml, "w:p", NULL);
  xml_end (xml);
}

static void
write_row (DocxBody *body, const FormTable *table, guint row)
{
  Xml *xml = &body->xml;

  xml_start (xml, "w:tr", NULL);
  xml_start (xml, "w:trPr", NULL);
  xml_leaf (xml, "w:cantSplit", NULL);
  xml_leaf (xml, "w:trHeight", "w:val", "340", "w:hRule", "atLeast", NULL);
  if (row >= table->head_first && row < table->head_first + table->head_rows)
    xml_leaf (xml, "w:tblHeader", NULL);
  xml_end (xml);
  for (guint col = 0; col < table->cols;)
    {
      const FormCell *cell = form_table_at (table, row, col);

      write_cell (body, table, cell, row);
      col = cell->col + cell->col_span;
    }
  xml_end (xml);
}

static void
write_borders (Xml *xml)
{
  static const char *const edges[] = { "w:top",   "w:left",    "w:bottom",
                                       "w:right", "w:insideH", "w:insideV" };

  xml_start (xml, "w:tblBorders", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    xml_leaf (xml, edges[i], "w:val", "single", "w:sz", "4", "w:space", "0", "w:color",
              "000000", NULL);
  xml_end (xml);
}

static void
write_rows (DocxBody *body, const FormTable *table, guint begin, guint end)
{
  Xml *xml = &body->xml;

  xml_start (xml, "w:tbl", NULL);
  xml_start (xml, "w:tblPr", NULL);
  xml_leaf (xml, "w:tblW", "w:w", docx_number (width_of (table, 0, table->cols)).text,
            "w:type", "dxa", NULL);
  xml_leaf (xml, "w:jc", "w:val", "center", NULL);
  write_borders (xml);
  xml_leaf (xml, "w:tblLayout", "w:type", "fixed", NULL);
  xml_start (xml, "w:tblCellMar", NULL);
  xml_leaf (xml, "w:left", "w:w", docx_number (FIT_PADDING_X * 20).text, "w:type",
            "dxa", NULL);
  xml_leaf (xml, "w:right", "w:w", docx_number (FIT_PADDING_X * 20).text, "w:type",
            "dxa", NULL);
  xml_end (xml);
  xml_end (xml);
  xml_start (xml, "w:tblGrid", NULL);
  for (guint col = 0; col < table->cols; col++)
    xml_leaf (xml, "w:gridCol", "w:w", docx_number (width_of (table, col, 1)).text,
              NULL);
  xml_end (xml);
  for (guint row = begin; row < end; row++)
    write_row (body, table, row);
  xml_end (xml);
}

/* A title line above the table: its cells behind each other, the last at the right. */
static void
write_line (DocxBody *body, const FormTable *table, guint row)
{
  gboolean begun = FALSE;

  docx_paragraph (body, "TableLine", FALSE);
  for (guint col = 0; col < table->cols;)
    {
      const FormCell *cell = form_table_at (table, row, col);

      if (cell->text != NULL)
        {
          xml_start (&body->xml, "w:r", NULL);
          if (begun || cell->style == FORM_RIGHT)
            xml_leaf (&body->xml, "w:tab", NULL);
          docx_run (body, cell->text);
          xml_end (&body->xml);
          enclosure_see (body->seen, cell->text);
          begun = TRUE;
        }
      col = cell->col + cell->col_span;
    }
  xml_end (&body->xml);
}

static void
write_title (DocxBody *body, const OutlineItem *item, const FormCell *title,
             gboolean page_break, const char *bookmark)
{
  Xml *xml = &body->xml;

  xml_start (xml, "w:p", NULL);
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:pStyle", "w:val", item->level > 0 ? "TableHeading" : "TableTitle",
            NULL);
  if (page_break)
    xml_leaf (xml, "w:pageBreakBefore", NULL);
  if (title->marked)
    write_mark (xml);
  xml_end (xml);
  docx_bookmarked (body, bookmark, title->text);
  xml_end (xml);
  enclosure_see (body->seen, title->text);
}

static void
write_seal (DocxBody *body, const FormTable *table)
{
  docx_paragraph (body, "SealLine", FALSE);
  xml_start (&body->xml, "w:r", NULL);
  docx_run (body, table->form->seal);
  xml_end (&body->xml);
  xml_end (&body->xml);
  enclosure_see (body->seen, table->form->seal);
}

void
docx_table (DocxBody *body, const OutlineItem *item, double size, gboolean page_break,
            const char *bookmark)
{
  const FormTable *table = item->table;
  guint            row = 0;

  body->size = size;
  for (; row < table->title_rows; row++)
    {
      const FormCell *first = form_table_at (table, row, 0);

      if (form_table_row_is_blank (table, row))
        continue;
      if (first->style != FORM_TITLE)
        write_line (body, table, row);
      else
        {
          write_title (body, item, first, page_break, bookmark);
          page_break = FALSE;
          bookmark = NULL;
        }
    }
  if (page_break)
    {
      docx_paragraph (body, "TableGap", TRUE);
      xml_end (&body->xml);
    }
  if (table->head_rows > 0 && table->head_first > row)
    {
      write_rows (body, table, row, table->head_first);
      docx_paragraph (body, "TableGap", FALSE);
      xml_end (&body->xml);
      row = table->head_first;
    }
  write_rows (body, table, row, table->rows);
  if (body->seal && table->form->seal != NULL)
    write_seal (body, table);
  docx_paragraph (body, "TableGap", FALSE);
  xml_end (&body->xml);
}
