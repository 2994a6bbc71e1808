/* app/export/xlsx-sheet.c — a sheet of a workbook: its cells, and how it is printed. */

#include "app/export/xlsx-sheet.h"
#include "app/export/xml.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

XlsxSheet *
xlsx_sheet_new (guint rows, guint cols)
{
  XlsxSheet *self = g_new0 (XlsxSheet, 1);

  *self = (XlsxSheet){
    .rows = rows,
    .cols = cols,
    .widths = g_new0 (double, cols),
    .heights = g_new (double, rows),
    .margin = { 0.7, 0.7, 0.75, 0.75 },
    .cells = g_new0 (XlsxCell, (gsize) rows * cols),
    .merges = g_string_new (NULL),
    .offers = g_string_new (NULL),
    .links = g_string_new (NULL),
  };
  for (guint row = 0; row < rows; row++)
    self->heights[row] = -1;
  return self;
}

void
xlsx_sheet_free (XlsxSheet *self)
{
  g_free (self->widths);
  g_free (self->heights);
  g_free (self->cells);
  g_string_free (self->merges, TRUE);
  g_string_free (self->offers, TRUE);
  g_string_free (self->links, TRUE);
  g_free (self);
}

XlsxCell *
xlsx_sheet_at (XlsxSheet *self, guint row, guint col)
{
  return &self->cells[(gsize) row * self->cols + col];
}

/* A sheet has many thousands of these: printf would take longer than all the rest. */
static void
put_whole (GString *text, guint number)
{
  char  digits[12];
  char *at = digits + sizeof digits;

  do
    *--at = '0' + number % 10;
  while ((number /= 10) > 0);
  g_string_append_len (text, at, digits + sizeof digits - at);
}

static void
put_column (GString *text, guint col)
{
  if (col >= 26)
    put_column (text, col / 26 - 1);
  g_string_append_c (text, 'A' + col % 26);
}

static void
put_place (GString *text, guint row, guint col)
{
  put_column (text, col);
  put_whole (text, row + 1);
}

static void
put_places (GString *text, guint row, guint col, guint last_row, guint last_col)
{
  put_place (text, row, col);
  g_string_append_c (text, ':');
  put_place (text, last_row, last_col);
}

void
xlsx_put_range (GString *text, guint row, guint col, guint last_row, guint last_col)
{
  g_string_append_c (text, '$');
  put_column (text, col);
  g_string_append_printf (text, "$%u:$", row + 1);
  put_column (text, last_col);
  g_string_append_printf (text, "$%u", last_row + 1);
}

static void
put_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.16G", number));
}

void
xlsx_sheet_merge (XlsxSheet *self, guint row, guint col, guint last_row, guint last_col)
{
  guint look = xlsx_sheet_at (self, row, col)->look;

  for (guint r = row; r <= last_row; r++)
    for (guint c = col; c <= last_col; c++)
      if (r > row || c > col)
        *xlsx_sheet_at (self, r, c) = (XlsxCell){ .kind = XLSX_BLANK, .look = look };
  g_string_append (self->merges, "<mergeCell ref=\"");
  put_places (self->merges, row, col, last_row, last_col);
  g_string_append (self->merges, "\"/>");
  self->n_merges++;
}

void
xlsx_sheet_offer (XlsxSheet *self, guint first_row, guint last_row, guint col,
                  const char *const *words)
{
  g_autofree char *list = g_strjoinv (",", (char **) words);
  g_autofree char *safe = g_markup_escape_text (list, -1);

  g_string_append (self->offers,
                   "<dataValidation type=\"list\" errorStyle=\"information\" "
                   "allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" "
                   "errorTitle=\"绩效表\" error=\"这里通常填列表里的词\" sqref=\"");
  put_places (self->offers, first_row, col, last_row, col);
  g_string_append_printf (self->offers,
                          "\"><formula1>\"%s\"</formula1></dataValidation>", safe);
  self->n_offers++;
}

void
xlsx_sheet_link (XlsxSheet *self, guint row, guint col, const char *sheet)
{
  g_autofree char *safe = g_markup_escape_text (sheet, -1);

  g_string_append (self->links, "<hyperlink ref=\"");
  put_place (self->links, row, col);
  g_string_append_printf (self->links, "\" location=\"'%s'!A1\"/>", safe);
}

static void
put_cell (GString *text, const XlsxCell *cell, guint row, guint col)
{
  g_string_append (text, "<c r=\"");
  put_place (text, row, col);
  g_string_append (text, "\" s=\"");
  put_whole (text, cell->look);
  if (cell->kind == XLSX_BLANK)
    {
      g_string_append (text, "\"/>");
      return;
    }
  if (cell->kind == XLSX_TEXT)
    {
      g_string_append (text, "\" t=\"s\"><v>");
      put_whole (text, cell->text);
    }
  else
    {
      g_string_append (text, "\"><v>");
      put_number (text, cell->number);
    }
  g_string_append (text, "</v></c>");
}

static void
put_row (const XlsxSheet *self, GString *text, guint row)
{
  double height = self->heights[row];

  g_string_append (text, "<row r=\"");
  put_whole (text, row + 1);
  if (height > 0)
    {
      g_string_append (text, "\" ht=\"");
      put_number (text, height);
      g_string_append (text, "\" customHeight=\"1\">");
    }
  else
    g_string_append (text, height == 0 ? "\" hidden=\"1\">" : "\">");
  for (guint col = 0; col < self->cols; col++)
    {
      const XlsxCell *cell = &self->cells[(gsize) row * self->cols + col];

      if (cell->kind != XLSX_NONE)
        put_cell (text, cell, row, col);
    }
  g_string_append (text, "</row>");
}

static void
put_rows (const XlsxSheet *self, Xml *xml)
{
  g_autoptr (GString) text = g_string_sized_new (64 * self->rows * self->cols);

  xml_start (xml, "sheetData", NULL);
  for (guint row = 0; row < self->rows; row++)
    put_row (self, text, row);
  xml_raw (xml, text->str);
  xml_end (xml);
}

static void
put_view (const XlsxSheet *self, Xml *xml, gboolean is_first)
{
  g_autofree char *frozen = g_strdup_printf ("%u", self->frozen);
  g_autofree char *below = g_strdup_printf ("A%u", self->frozen + 1);

  xml_start (xml, "sheetViews", NULL);
  xml_start (xml, "sheetView", "workbookViewId", "0", "showGridLines",
             self->shows_grid ? "1" : "0", is_first ? "tabSelected" : NULL, "1", NULL);
  if (self->frozen > 0)
    xml_leaf (xml, "pane", "ySplit", frozen, "topLeftCell", below, "activePane",
              "bottomLeft", "state", "frozen", NULL);
  xml_end (xml);
  xml_end (xml);
  xml_leaf (xml, "sheetFormatPr", "defaultRowHeight", "15", NULL);
}

static void
put_columns (const XlsxSheet *self, Xml *xml)
{
  xml_start (xml, "cols", NULL);
  for (guint col = 0; col < self->cols; col++)
    {
      g_autofree char *no = g_strdup_printf ("%u", col + 1);
      char             width[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (width, sizeof width, "%.8g", self->widths[col]);
      xml_leaf (xml, "col", "min", no, "max", no, "width", width, "customWidth", "1",
                NULL);
    }
  xml_end (xml);
}

/* Elements that were written before, as many as count says. */
static void
put_counted (Xml *xml, const char *name, const GString *elements, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  if (count == 0)
    return;
  xml_start (xml, name, "count", number, NULL);
  xml_raw (xml, elements->str);
  xml_end (xml);
}

static void
put_page (const XlsxSheet *self, Xml *xml)
{
  char inches[G_N_ELEMENTS (self->margin)][G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (self->margin); i++)
    g_ascii_formatd (inches[i], G_ASCII_DTOSTR_BUF_SIZE, "%.4g", self->margin[i]);
  if (self->centred)
    xml_leaf (xml, "printOptions", "horizontalCentered", "1", NULL);
  xml_leaf (xml, "pageMargins", "left", inches[0], "right", inches[1], "top", inches[2],
            "bottom", inches[3], "header", "0.3", "footer", "0.3", NULL);
  xml_leaf (xml, "pageSetup", "paperSize", "9", "fitToHeight",
            self->one_page ? "1" : "0", "orientation",
            self->landscape ? "landscape" : "portrait", NULL);
}

/* & begins a field of a header. */
static char *
plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);

  return g_strjoinv ("&&", parts);
}

static void
put_edges (Xml *xml, const char *header, const char *footer)
{
  g_autofree char *above = header != NULL ? plain (header) : NULL;
  g_autofree char *below = plain (footer != NULL ? footer : "");
  g_autofree char *head = g_strconcat ("&C", above, NULL);
  g_autofree char *foot =
      g_strconcat (*below != '\0' ? "&L" : "", below, "&C第&P页 共&N页", NULL);

  xml_start (xml, "headerFooter", NULL);
  if (above != NULL && *above != '\0')
    {
      xml_start (xml, "oddHeader", NULL);
      xml_text (xml, head);
      xml_end (xml);
    }
  xml_start (xml, "oddFooter", NULL);
  xml_text (xml, foot);
  xml_end (xml);
  xml_end (xml);
}

GBytes *
xlsx_sheet_write (const XlsxSheet *self, gboolean is_first, const char *header,
                  const char *footer)
{
  g_autoptr (GString) list = g_string_new (NULL);
  Xml xml;

  xml_begin (&xml);
  xml_start (&xml, "worksheet", "xmlns", MAIN, NULL);
  xml_start (&xml, "sheetPr", NULL);
  xml_leaf (&xml, "pageSetUpPr", "fitToPage", "1", NULL);
  xml_end (&xml);
  put_view (self, &xml, is_first);
  put_columns (self, &xml);
  put_rows (self, &xml);
  if (self->filter > 0)
    {
      put_places (list, self->filter - 1, 0, self->rows - 1, self->cols - 1);
      xml_leaf (&xml, "autoFilter", "ref", list->str, NULL);
    }
  put_counted (&xml, "mergeCells", self->merges, self->n_merges);
  put_counted (&xml, "dataValidations", self->offers, self->n_offers);
  if (self->links->len > 0)
    {
      xml_start (&xml, "hyperlinks", NULL);
      xml_raw (&xml, self->links->str);
      xml_end (&xml);
    }
  put_page (self, &xml);
  put_edges (&xml, header, footer);
  if (self->numbers_as_is)
    {
      xml_start (&xml, "ignoredErrors", NULL);
      xml_leaf (&xml, "ignoredError", "sqref", "A1:XFD1048576", "numberStoredAsText",
                "1", NULL);
      xml_end (&xml);
    }
  xml_end (&xml);
  return xml_finish (&xml);
}
