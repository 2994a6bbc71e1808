/* app/export/html.c — a text or tables as one web page. */

#include "app/export/html.h"
#include "app/export/look.h"
#include "app/export/save.h"

#include "app/export/enclosure.h"
#include "app/form/edit.h"

#include <libdeflate.h>
#include <string.h>

#define LEVEL 6 /* of packing the records */

/* Class and element of the lines of a text. */
static const struct {
  const char *element, *class;
} lines[] = {
  [TEXT_COVER] = { "p", "cover" },
  [TEXT_TITLE] = { "p", "title" },
  [TEXT_CONTENTS_PART] = { "li", "part" },
  [TEXT_CONTENTS] = { "li", "table" },
  [TEXT_PART] = { "h2", "part" },
  [TEXT_HEADING] = { "h3", NULL },
  [TEXT_SUBHEADING] = { "h4", NULL },
  [TEXT_PARAGRAPH] = { "p", NULL },
  [TEXT_LETTERHEAD] = { "p", "letterhead" },
  [TEXT_CENTRE] = { "p", "centre" },
  [TEXT_LEFT] = { "p", "left" },
  [TEXT_RIGHT] = { "p", "right" },
};

static const char *const cell_classes[] = {
  [FORM_CAPTION] = "caption", [FORM_HEAD] = NULL, [FORM_LABEL] = NULL,
  [FORM_CENTRE] = "c",        [FORM_TEXT] = NULL,
};

static const char style_sheet[] =
    "body{max-width:60em;margin:0 auto;padding:1em;line-height:1.6;color:#000;"
    "background:#fff;"
    "font-family:SimSun,\"Noto Serif CJK SC\",\"Songti SC\",serif}\n"
    "h1,h2,h3.table,.cover,.title,.letterhead,.centre{text-align:center}\n"
    "h1,.cover,.letterhead{font-size:1.6em;font-weight:bold}\n"
    ".title{font-size:1.3em;font-weight:bold}\n"
    "p{margin:.3em 0}p:not([class]){text-indent:2em;text-align:justify}\n"
    "h1{margin:.3em 0}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%);white-space:nowrap}\n"
    ".right{text-align:right}\n"
    "nav ul{list-style:none;padding:0}nav .part{font-weight:bold}"
    "nav .table{padding-left:2em}\n"
    "nav a{color:inherit}nav a:hover,nav a:focus{background:#ffe}\n"
    "section.sheet{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;margin:.5em 0;font-size:.9em;"
    "line-height:1.35}\n"
    "th,td{border:1px solid #000;padding:.25em .4em;vertical-align:middle;"
    "white-space:pre-line}\n"
    "th{font-weight:normal;text-align:center}td.c,td.caption{text-align:center}"
    "td.caption{font-weight:bold}\n"
    ".marked{background:#ffe699}\n"
    ".line{display:flex;justify-content:space-between}\n"
    "@media print{@page{size:A4;margin:15mm}@page wide{size:A4 landscape}\n"
    "section.sheet{overflow:visible;font-size:var(--size,10pt)}"
    "h3.table{font-size:16pt;margin:0 0 .3em}"
    /* what is wider by half a border is cut at the edge */
    "table{width:calc(100% - 1px);font-size:1em;line-height:1.3;margin:0}"
    "th,td{padding:2.5pt 3pt}"
    /* rows stay whole; not those that a spanned cell joins */
    "td,th:not([rowspan]),tbody.level{break-inside:avoid}nav a{text-decoration:none}\n"
    "body{max-width:none;padding:0}nav{break-after:page}"
    ".break{break-before:page}section.wide{page:wide}\n"
    "thead{display:table-header-group}h2,h3,h4{break-after:avoid}}\n";

typedef struct {
  GString   *text;
  GChecksum *seen;
  guint      first_id; /* of the places of the table at hand */
} Writer;

/* Text between tags or quotes, which it cannot end.  What XML has no place for is left
 * out.  */
static void
add_text (Writer *writer, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (writer->text, "&amp;");
        break;
      case '<':
        g_string_append (writer->text, "&lt;");
        break;
      case '>':
        g_string_append (writer->text, "&gt;");
        break;
      case '"':
        g_string_append (writer->text, "&quot;");
        break;
      default:
        if ((guchar) *at >= ' ' || *at == '\n' || *at == '\t')
          g_string_append_c (writer->text, *at);
      }
}

static void
add_seen (Writer *writer, const char *text)
{
  add_text (writer, text);
  enclosure_see (writer->seen, text);
}

static gboolean
is_header (const FormCell *cell)
{
  return cell->style == FORM_HEAD || cell->style == FORM_LABEL;
}

/* A label stands for the cells at its right, a column heading for those below, the
 * first level for the rows it covers, which are a body of their own.  */
static const char *
scope_of (const FormCell *cell)
{
  if (cell->style == FORM_HEAD)
    return cell->col_span > 1 ? "colgroup" : "col";
  return g_strcmp0 (cell->field, "level1") == 0 ? "rowgroup" : "row";
}

static guint
id_of (const Writer *writer, const FormTable *table, const FormCell *cell)
{
  return writer->first_id + cell->row * table->cols + cell->col;
}

/* Short, as each cell below a heading names it: digits and letters but the p that other
 * ids begin with.  */
static void
put_id (GString *text, const char *before, guint id)
{
  static const char digits[] = "0123456789abcdefghijklmnoqrstuvwxyz";

  char  word[8];
  char *at = word + sizeof word;

  for (guint left = id; left > 0 || at == word + sizeof word; left /= strlen (digits))
    *--at = digits[left % strlen (digits)];
  g_string_append (text, before);
  g_string_append_len (text, at, word + sizeof word - at);
}

/* The headings over a cell and the levels before it, for readers that speak. */
static void
add_headers (Writer *writer, const FormTable *table, const FormCell *cell)
{
  const char     *before = " headers=\"";
  const FormCell *last = NULL;

  if (cell->row < table->head_first + table->head_rows || table->head_rows == 0)
    return;
  for (guint row = table->head_first; row < table->head_first + table->head_rows; row++)
    {
      const FormCell *head = form_table_at (table, row, cell->col);

      if (head != last)
        put_id (writer->text, before, id_of (writer, table, head));
      last = head;
      before = " ";
    }
  for (guint col = 0; col < cell->col; col++)
    {
      const FormCell *level = form_table_at (table, cell->row, col);

      if (level->col == col && form_edit_is_level (level))
        put_id (writer->text, before, id_of (writer, table, level));
    }
  g_string_append_c (writer->text, '"');
}

static void
add_class (Writer *writer, const FormCell *cell, gboolean header)
{
  const char *class = header ? NULL : cell_classes[cell->style];

  if (class == NULL && !cell->marked)
    return;
  g_string_append (writer->text, " class=\"");
  if (class != NULL)
    g_string_append (writer->text, class);
  if (cell->marked)
    g_string_append (writer->text, class != NULL ? " marked" : "marked");
  g_string_append_c (writer->text, '"');
}

static void
add_cell (Writer *writer, const FormTable *table, const FormCell *cell)
{
  gboolean header = is_header (cell) || form_edit_is_level (cell);

  g_string_append (writer->text, header ? "<th" : "<td");
  if (header)
    g_string_append_printf (writer->text, " scope=\"%s\"", scope_of (cell));
  if (cell->style == FORM_HEAD || form_edit_is_level (cell))
    {
      put_id (writer->text, " id=\"", id_of (writer, table, cell));
      g_string_append_c (writer->text, '"');
    }
  if (!header)
    add_headers (writer, table, cell);
  if (cell->row_span > 1)
    g_string_append_printf (writer->text, " rowspan=\"%u\"", cell->row_span);
  if (cell->col_span > 1)
    g_string_append_printf (writer->text, " colspan=\"%u\"", cell->col_span);
  add_class (writer, cell, header);
  g_string_append_c (writer->text, '>');
  if (cell->text != NULL)
    add_seen (writer, cell->text);
  g_string_append (writer->text, header ? "</th>" : "</td>");
}

static void
add_rows (Writer *writer, const FormTable *table, guint begin, guint end)
{
  for (guint row = begin; row < end; row++)
    {
      g_string_append (writer->text, "<tr>");
      for (guint col = 0; col < table->cols; col++)
        {
          const FormCell *cell = form_table_at (table, row, col);

          if (cell->row == row && cell->col == col)
            add_cell (writer, table, cell);
        }
      g_string_append (writer->text, "</tr>\n");
    }
}

static const FormCell *
level_of (const FormTable *table, guint row)
{
  for (guint col = 0; col < table->cols; col++)
    if (g_strcmp0 (form_table_at (table, row, col)->field, "level1") == 0)
      return form_table_at (table, row, col);
  return NULL;
}

/* The rows of a first level are one body, which a printed page does not cut where it
 * fits.  */
static void
add_bodies (Writer *writer, const FormTable *table, guint begin, guint end)
{
  for (guint row = begin, next; row < end; row = next)
    {
      const FormCell *level = level_of (table, row);

      for (next = row + 1; next < end && level_of (table, next) == level;)
        next++;
      g_string_append (writer->text,
                       level != NULL ? "<tbody class=\"level\">\n" : "<tbody>\n");
      add_rows (writer, table, row, next);
      g_string_append (writer->text, "</tbody>\n");
    }
}

static void
add_columns (Writer *writer, const FormTable *table)
{
  double sum = 0;

  for (guint col = 0; col < table->cols; col++)
    sum += g_array_index (table->form->widths, guint, col);
  g_string_append (writer->text, "<colgroup>");
  for (guint col = 0; col < table->cols; col++)
    g_string_append_printf (writer->text, "<col style=\"width:%.1f%%\">",
                            g_array_index (table->form->widths, guint, col) / sum *
                                100);
  g_string_append (writer->text, "</colgroup>\n");
}

/* A line above the table: the first cell at the left, the last at the right. */
static void
add_title_line (Writer *writer, const FormTable *table, guint row)
{
  g_string_append (writer->text, "<div class=\"line\">");
  for (guint col = 0; col < table->cols;)
    {
      const FormCell *cell = form_table_at (table, row, col);

      g_string_append (writer->text, "<span>");
      if (cell->text != NULL)
        add_seen (writer, cell->text);
      g_string_append (writer->text, "</span> ");
      col = cell->col + cell->col_span;
    }
  g_string_append (writer->text, "</div>\n");
}

/* Rows with the column headings in the middle: a body before them, then a head.  HTML
 * wants the head first, so the table is parted there.  */
static void
add_part (Writer *writer, const FormTable *table, const char *name, guint begin,
          guint end)
{
  guint    head_end = MAX (begin, table->head_first + table->head_rows);
  gboolean headed = table->head_rows > 0 && begin == table->head_first;

  if (begin == end)
    return;
  g_string_append (writer->text, "<table aria-label=\"");
  add_text (writer, name);
  g_string_append (writer->text, "\">\n");
  add_columns (writer, table);
  if (headed)
    {
      g_string_append (writer->text, "<thead>\n");
      add_rows (writer, table, begin, head_end);
      g_string_append (writer->text, "</thead>\n");
    }
  add_bodies (writer, table, headed ? head_end : begin, end);
  g_string_append (writer->text, "</table>\n");
}

/* size: of its texts on paper. */
static void
add_table (Writer *writer, const OutlineItem *item, guint i, const PageSetup *setup,
           double size)
{
  char points[G_ASCII_DTOSTR_BUF_SIZE];

  const FormTable *table = item->table;
  guint            row = 0, split;

  g_string_append_printf (
      writer->text, "<section id=\"p%u\" class=\"sheet%s%s\" style=\"--size:%spt\">\n",
      i, item->new_page ? " break" : "", table->form->landscape ? " wide" : "",
      g_ascii_formatd (points, sizeof points, "%g", size));
  for (; row < table->title_rows; row++)
    {
      const FormCell *first = form_table_at (table, row, 0);

      if (form_table_row_is_blank (table, row))
        continue;
      if (first->style != FORM_TITLE)
        add_title_line (writer, table, row);
      else
        {
          g_string_append_printf (writer->text, "<h3 class=\"table%s\">",
                                  first->marked ? " marked" : "");
          add_seen (writer, first->text);
          g_string_append (writer->text, "</h3>\n");
        }
    }
  split = table->head_rows > 0 ? table->head_first : table->rows;
  add_part (writer, table, item->text, row, split);
  add_part (writer, table, item->text, split, table->rows);
  if (setup->seal && table->form->seal != NULL)
    {
      g_string_append (writer->text, "<p class=\"left\">");
      add_seen (writer, table->form->seal);
      g_string_append (writer->text, "</p>\n");
    }
  g_string_append (writer->text, "</section>\n");
  writer->first_id += table->rows * table->cols;
}

static gboolean
is_contents (const OutlineItem *item)
{
  return item->style == TEXT_CONTENTS || item->style == TEXT_CONTENTS_PART;
}

/* A reader of the page finds the way by these lines; they are not part of its text. */
static void
add_contents_line (Writer *writer, const OutlineItem *item)
{
  g_string_append_printf (writer->text, "<li class=\"%s\">", lines[item->style].class);
  if (item->target != OUTLINE_NONE)
    g_string_append_printf (writer->text, "<a href=\"#p%u\">", item->target);
  add_seen (writer, item->text);
  g_string_append (writer->text,
                   item->target != OUTLINE_NONE ? "</a></li>\n" : "</li>\n");
}

/* The first line of a cover is what the page is called. */
static void
add_line (Writer *writer, const OutlineItem *item, guint i)
{
  const char *element =
      item->style == TEXT_COVER && i == 0 ? "h1" : lines[item->style].element;
  const char *class = lines[item->style].class;

  g_string_append_printf (writer->text, "<%s id=\"p%u\"", element, i);
  if (class != NULL)
    g_string_append_printf (writer->text, " class=\"%s%s\"", class,
                            item->new_page ? " break" : "");
  g_string_append_c (writer->text, '>');
  add_seen (writer, item->text);
  g_string_append_printf (writer->text, "</%s>\n", element);
}

static gboolean
has_cover (const Outline *outline)
{
  const OutlineItem *first = outline->items->len > 0 ? outline->items->pdata[0] : NULL;

  return first != NULL && first->style == TEXT_COVER;
}

/* Where nothing is printed that says what the page is, a reader that speaks says so. */
static void
add_title (Writer *writer, const Outline *outline)
{
  if (outline->title == NULL || has_cover (outline))
    return;
  g_string_append (writer->text, "<h1 class=\"unseen\">");
  add_seen (writer, outline->title);
  g_string_append (writer->text, "</h1>\n");
}

static void
add_body (Writer *writer, const Outline *outline, const PageSetup *setup)
{
  gboolean in_contents = FALSE;
  g_autoptr (Pages) pages = pages_new (setup);

  pages_add_outline (pages, outline);
  add_title (writer, outline);
  progress_begin (outline->progress, PROGRESS_WRITING, outline->items->len);
  for (guint i = 0; i < outline->items->len && progress_step (outline->progress); i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      if (is_contents (item) != in_contents)
        {
          in_contents = !in_contents;
          g_string_append (writer->text, in_contents
                                             ? "<nav aria-label=\"目录\">\n<ul>\n"
                                             : "</ul>\n</nav>\n");
        }
      if (item->table != NULL)
        add_table (writer, item, i, setup,
                   g_array_index (pages_places (pages), PagePlace, i).size);
      else if (in_contents)
        add_contents_line (writer, item);
      else
        add_line (writer, item, i);
    }
  if (in_contents)
    g_string_append (writer->text, "</ul>\n</nav>\n");
}

/* A string of a style sheet, which nothing in it can end. */
static void
add_string (GString *sheet, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (sheet, '"');
  for (const char *at = valid; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || (guchar) *at >= 0x80)
      g_string_append_c (sheet, *at);
    else
      g_string_append_printf (sheet, "\\%x ", (guchar) *at);
  g_string_append_c (sheet, '"');
}

/* What stands over and under the pages but the cover when it is printed. */
static void
add_edges (Writer *writer, const Outline *outline, const PageSetup *setup)
{
  GString *sheet = writer->text;

  g_string_append (sheet, "<style>\n@media print{@page{font-size:9pt;"
                          "@bottom-center{content:");
  if (setup->footer != NULL)
    {
      add_string (sheet, setup->footer);
      g_string_append (sheet, " \"　　\" ");
    }
  g_string_append (sheet, "\"第 \" counter(page) \" 页　共 \" counter(pages) \" 页\"}");
  if (setup->header != NULL)
    {
      g_string_append (sheet, "@top-right{content:");
      add_string (sheet, setup->header);
      g_string_append_c (sheet, '}');
    }
  g_string_append (sheet, "}\n");
  if (has_cover (outline))
    g_string_append (
        sheet, "@page:first{@bottom-center{content:none}@top-right{content:none}}\n");
  g_string_append (sheet, "}\n</style>\n");
}

/* Packed, for as they are they would be a third of the page. */
static char *
pack (const char *enclosure)
{
  gsize                         length = strlen (enclosure);
  struct libdeflate_compressor *packer = libdeflate_alloc_compressor (LEVEL);
  gsize                         room = libdeflate_zlib_compress_bound (packer, length);
  g_autofree guchar            *packed = g_malloc (room);
  gsize size = libdeflate_zlib_compress (packer, enclosure, length, packed, room);

  libdeflate_free_compressor (packer);
  return g_base64_encode (packed, size);
}

/* Puts the records into the head: what the page shows is known now. */
static void
enclose (Writer *writer, gsize place, const char *records)
{
  g_autofree char *enclosure =
      enclosure_new (g_checksum_get_string (writer->seen), records);
  g_autofree char *packed = pack (enclosure);
  g_autofree char *meta = g_strconcat (ENCLOSURE_META, packed, "\">\n", NULL);

  g_string_insert (writer->text, place, meta);
}

gboolean
html_write (const Outline *outline, const PageSetup *setup, const char *records,
            const char *path)
{
  gboolean ok;
  gsize    head;
  g_autoptr (GChecksum) seen = g_checksum_new (G_CHECKSUM_SHA256);
  Writer writer = { .text = g_string_new (NULL), .seen = seen };

  g_string_append (writer.text, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
                                "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                                "content=\"width=device-width\">\n<title>");
  add_text (&writer, outline->title != NULL ? outline->title : "绩效文本");
  g_string_append_printf (writer.text, "</title>\n<style>\n%s</style>\n", style_sheet);
  add_edges (&writer, outline, setup);
  head = writer.text->len;
  g_string_append (writer.text, "</head>\n<body>\n<main>\n");
  add_body (&writer, outline, setup);
  g_string_append (writer.text, "</main>\n</body>\n</html>\n");
  if (records != NULL)
    enclose (&writer, head, records);
  ok = save_bytes (path, writer.text->str, writer.text->len);
  g_string_free (writer.text, TRUE);
  return ok;
}
